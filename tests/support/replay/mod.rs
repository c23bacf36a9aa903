//! A server of recorded pages in the process of the test, and small folders for it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use duibiao::replay::{Conditions, Entry, Fault, FaultRule, Journal, ReplayServer, Scenario};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// A server that goes with the test.
pub(crate) struct Recorded {
    pub(crate) server: ReplayServer,
    pub(crate) address: SocketAddr,
    task: tokio::task::JoinHandle<()>,
}

impl Recorded {
    /// Serves a folder on a free port of this machine.
    pub(crate) async fn open(folder: &Path) -> Self {
        let server = ReplayServer::open(folder, Journal::default()).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = server.clone();
        let task = tokio::spawn(async move {
            // The task ends with the test.
            let _ = serving.serve(listener).await;
        });
        Self {
            server,
            address,
            task,
        }
    }

    /// Returns the address to crawl at.
    pub(crate) fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Lets faults happen from now on, and forgets what was asked.
    pub(crate) fn play(&self, phase: u32, faults: Vec<FaultRule>) {
        self.server.play(Scenario { phase, faults });
        self.server.journal().clear();
    }

    /// Returns what was asked, `robots.txt` aside.
    pub(crate) fn asked(&self) -> Vec<Entry> {
        let mut entries = self.server.journal().entries();
        entries.retain(|entry| entry.path != "/robots.txt");
        entries
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A fault of every request but `robots.txt` that has this in its query or form; of all where it is empty.
pub(crate) fn fault(page: &str, json: Value) -> FaultRule {
    let mut conditions = Conditions::default();
    if page.is_empty() {
        conditions.path = Some("/*".to_owned());
        conditions.absent = vec!["robots".to_owned()];
    } else {
        conditions.query.insert("page".to_owned(), page.to_owned());
    }
    let fault: Fault = serde_json::from_value(json).unwrap();
    FaultRule::new(conditions, fault)
}

/// Writes the folder of the toy source: pages of three entries, on three days.
pub(crate) fn toy_folder(folder: &Path) -> PathBuf {
    let mut routes = Vec::new();
    let days: [(u32, &[u32]); 3] = [
        (1, &[1, 2, 3, 4, 5, 6, 7, 8]),
        // On the second day number 5 is gone, and number 2 has another title.
        (2, &[1, 2, 3, 4, 6, 7, 8]),
        (3, &[1, 2, 3, 4, 5, 6, 7, 8]),
    ];
    for (phase, numbers) in days {
        let pages = numbers.chunks(3);
        for (page, numbers) in (1_u32..).zip(pages) {
            let items = numbers.iter().map(|number| {
                let revised = phase > 1 && *number == 2;
                let title = if revised { "Revised widget" } else { "Widget" };
                json!({"id": number, "number": format!("ISO {}:2020", 100_000 + number),
                       "title": format!("{title} 轮胎 {number}")})
            });
            let items: Vec<Value> = items.collect();
            let body = json!({"total": numbers_of(phase), "items": items});
            let file = format!("day-{phase}-page-{page}.json");
            fs_err::write(folder.join(&file), body.to_string()).unwrap();
            routes.push(
                json!({"path": "/list", "query": {"page": page.to_string()}, "file": file,
                               "phase": phase, "content_type": "text/json;charset=utf-8"}),
            );
        }
    }
    let manifest = json!({"source": "toy", "origin": "synthetic", "routes": routes});
    fs_err::write(folder.join("manifest.json"), manifest.to_string()).unwrap();
    folder.to_owned()
}

fn numbers_of(phase: u32) -> u32 {
    if phase == 2 { 7 } else { 8 }
}
