//! Latency and throughput over HTTP, with eight clients.
//!
//! Timed: from the first byte sent to the last byte received, over kept connections on the loopback address, the server
//! in the same process. Needs a data directory with the catalogues: `DUIBIAO_BENCH_DATA=DIR cargo bench --bench search`.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use duibiao::app::App;
use duibiao::server;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What people type: numbers, Chinese, English, one word and many, frequent and rare.
const QUERIES: [&str; 24] = [
    "ISO 9001",
    "GBT19001",
    "轮胎",
    "质量管理体系",
    "tyre",
    "steel wire",
    "食品",
    "儿童推车",
    "test methods",
    "PV",
    "钢",
    "60335-1",
    "safety of household appliances",
    "纺织品 甲醛",
    "road vehicles",
    "ISO 6892-1:2019",
    "光伏组件",
    "陶瓷 铅 镉",
    "information technology",
    "螺栓",
    "dentistry",
    "water quality determination",
    "阀门 试验",
    "EN 71",
];

const CLIENTS: usize = 8;
const ROUNDS: usize = 40;

fn encode(query: &str) -> String {
    form_urlencoded::byte_serialize(query.as_bytes()).collect()
}

async fn get(stream: &mut BufReader<TcpStream>, path: &str) -> usize {
    let request = format!("GET {path} HTTP/1.1\r\nHost: bench\r\n\r\n");
    stream
        .get_mut()
        .write_all(request.as_bytes())
        .await
        .expect("the server listens");
    let mut length = 0;
    let mut line = String::new();
    let mut status = String::new();
    loop {
        line.clear();
        stream
            .read_line(&mut line)
            .await
            .expect("the server answers");
        if status.is_empty() {
            status.clone_from(&line);
        }
        if line == "\r\n" {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().expect("a length is a number");
        }
    }
    assert!(status.contains("200"), "{status} for {path}");
    let mut body = vec![0; length];
    stream
        .read_exact(&mut body)
        .await
        .expect("the body is as long as was said");
    length
}

async fn measure(name: &str, address: std::net::SocketAddr, parameters: &'static str) {
    let started = Instant::now();
    let clients = (0..CLIENTS).map(|client| {
        tokio::spawn(async move {
            let mut stream = BufReader::new(
                TcpStream::connect(address)
                    .await
                    .expect("the server listens"),
            );
            let mut times = Vec::with_capacity(ROUNDS * QUERIES.len());
            for round in 0..ROUNDS {
                for at in 0..QUERIES.len() {
                    let query = QUERIES[(at * 7 + client * 3 + round) % QUERIES.len()];
                    let path = format!("/api/v1/search?q={}&{parameters}", encode(query));
                    let asked = Instant::now();
                    get(&mut stream, &path).await;
                    times.push(asked.elapsed());
                }
            }
            times
        })
    });
    let mut times: Vec<Duration> = Vec::new();
    for client in clients.collect::<Vec<_>>() {
        times.extend(client.await.expect("a client ends"));
    }
    let elapsed = started.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1000.0;
    let rate =
        f64::from(u32::try_from(times.len()).expect("fewer than four billion requests")) / elapsed;
    println!(
        "{name}: p50 {:.2} ms, p90 {:.2} ms, p99 {:.2} ms, {rate:.0} requests/s",
        at(50),
        at(90),
        at(99)
    );
}

async fn one_by_one(address: std::net::SocketAddr) {
    let mut stream = BufReader::new(
        TcpStream::connect(address)
            .await
            .expect("the server listens"),
    );
    for query in QUERIES {
        let mut best = Duration::MAX;
        for _ in 0..5 {
            let asked = Instant::now();
            get(
                &mut stream,
                &format!("/api/v1/search?q={}&limit=10", encode(query)),
            )
            .await;
            best = best.min(asked.elapsed());
        }
        println!("  {:>7.2} ms  {query}", best.as_secs_f64() * 1000.0);
    }
}

#[tokio::main]
async fn main() {
    let Some(data) = std::env::var_os("DUIBIAO_BENCH_DATA").map(PathBuf::from) else {
        println!("search: skipped, DUIBIAO_BENCH_DATA names no data directory");
        return;
    };
    let app = Arc::new(App::open(&data).await.expect("the data directory opens"));
    app.searcher().await.expect("the dictionaries load");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener
        .local_addr()
        .expect("a bound socket has an address");
    tokio::spawn(server::serve(app, listener));
    one_by_one(address).await;
    measure(
        "top 10 with counts",
        address,
        "limit=10&facets=none&snippets=none",
    )
    .await;
    measure("with facets and highlights", address, "limit=10").await;
}
