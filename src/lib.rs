//! Duibiao 对标: full-text search and comparison of international, foreign and Chinese standards.
//!
//! `ARCHITECTURE.md` draws the rooms and doors; each module's own page says why it is as it is.

pub mod accounts;
pub mod alerts;
pub mod api;
pub mod app;
pub mod backup;
pub mod cli;
pub mod clock;
pub mod compare;
pub mod config;
pub mod dossier;
pub mod export;
pub mod extract;
pub mod gap;
pub mod index;
pub mod ingest;
pub mod jobs;
pub mod keys;
pub mod model;
pub mod notice;
pub mod number;
pub mod replay;
pub mod search;
pub mod secrets;
pub mod server;
pub mod storage;
pub mod telemetry;
pub mod terms;
pub mod text;
pub mod texts;
pub mod upload;
pub mod validity;
pub mod web;
