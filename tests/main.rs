//! The integration tests: one binary, one folder a door.
#![expect(clippy::unwrap_used, reason = "a failed set-up fails the test")]
#![expect(clippy::print_stderr, reason = "a skipped test says so")]

mod admin;
mod alerts;
mod api;
mod architecture;
mod backup;
mod cli;
mod compare;
mod crawl;
mod gap;
mod ingest;
mod number;
mod search;
mod storage;
mod support;
mod validity;
mod web;
