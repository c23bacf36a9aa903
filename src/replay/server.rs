//! The server itself.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Request, Response};
use tokio::net::TcpListener;

use super::answer::Draft;
use super::scenario::Stage;
use super::{Entry, Fault, Journal, Manifest, Question, ReplayError, Scenario};

/// The largest request body that is looked at.
const LARGEST: usize = 4 << 20;

/// A server that answers from a folder.
#[derive(Debug, Clone)]
pub struct ReplayServer(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: PathBuf,
    manifest: Manifest,
    stage: Mutex<Stage>,
    journal: Journal,
    address: Mutex<Option<SocketAddr>>,
}

impl ReplayServer {
    /// Opens a folder of recorded pages.
    ///
    /// # Errors
    ///
    /// [`ReplayError`] when its manifest cannot be read.
    pub fn open(folder: &Path, journal: Journal) -> Result<Self, ReplayError> {
        Ok(Self(Arc::new(Inner {
            folder: folder.to_owned(),
            manifest: Manifest::read(folder)?,
            stage: Mutex::default(),
            journal,
            address: Mutex::default(),
        })))
    }

    /// Returns the manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.0.manifest
    }

    /// Returns the requests so far.
    pub fn journal(&self) -> &Journal {
        &self.0.journal
    }

    /// Plays a scenario from now on.
    pub fn play(&self, scenario: Scenario) {
        self.stage().set(scenario);
    }

    /// Plays the scenario of a file, and follows its changes.
    ///
    /// # Errors
    ///
    /// [`ReplayError`] when it cannot be read.
    pub fn follow(&self, file: &Path) -> Result<(), ReplayError> {
        self.stage().follow(file)
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.0.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers until the process ends.
    pub async fn serve(self, listener: TcpListener) -> std::io::Result<()> {
        let address = listener.local_addr()?;
        *self
            .0
            .address
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(address);
        let router = Router::new().fallback(answer).with_state(self);
        axum::serve(listener, router).await
    }

    fn base(&self) -> String {
        let address = *self
            .0
            .address
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        address.map_or_else(String::new, |address| format!("http://{address}"))
    }

    /// Chooses and spoils the answer.
    fn draft(&self, question: &Question, headers: &HeaderMap) -> Draft {
        let (faults, phase) = {
            let mut stage = self.stage();
            if let Err(error) = stage.refresh() {
                tracing::warn!("the scenario stays as it was: {error}");
            }
            (stage.faults(question), stage.phase())
        };
        let mut asked = question.clone();
        for fault in &faults {
            if let Fault::Repeat { set } = fault {
                asked = asked.with(set);
            }
        }
        let mut draft = match self.0.manifest.route(&asked, phase) {
            Some(route) => Draft::of(route, &self.0.folder, &self.base()).unwrap_or_else(|error| {
                tracing::warn!("answered 404: {error}");
                Draft::missing()
            }),
            None => Draft::missing(),
        };
        for fault in &faults {
            draft.spoil(fault, question, headers);
        }
        draft
    }
}

async fn answer(State(server): State<ReplayServer>, request: Request<Body>) -> Response<Body> {
    let start_ms = server.0.journal.now();
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, LARGEST)
        .await
        .unwrap_or_default();
    let header = |name: &str| {
        let value = parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let mut host = header("x-forwarded-host");
    if host.is_empty() {
        host = header("host");
    }
    let query = parts.uri.query().unwrap_or_default().to_owned();
    let question = Question::new(
        parts.method.as_str(),
        &host,
        parts.uri.path(),
        &query,
        &String::from_utf8_lossy(&body),
    );
    let draft = server.draft(&question, &parts.headers);
    let headers: BTreeMap<String, String> = parts
        .headers
        .iter()
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        })
        .collect();
    server.0.journal.note(Entry {
        start_ms,
        end_ms: server.0.journal.now(),
        method: question.method,
        host,
        path: question.path,
        query,
        headers,
        status: draft.status,
    });
    draft.send()
}
