//! From what sources wrote to records: prepare, merge, notice what changed, write.
//!
//! [`Ingest`] is given rows of text with their origin. Reading and merging are pure ([`prepare()`], [`merge()`]); only
//! [`Ingest::write`] touches the store, and it writes the bytes, the rows and the records of one harvest in one transaction. Several
//! sources may speak of one document: the rows of all of them are read again from the kept bytes and merged anew, so the
//! order in which sources were read never matters.

mod changes;
mod classify;
mod clean;
mod families;
mod identity;
mod merge;
mod notification;
mod prepare;
mod record_change;
mod relations;
mod settle;
mod take;
mod voice;

pub use changes::{changes, day_changes};
pub use merge::{Contribution, merge};
pub use prepare::{Prepared, Row, prepare};
pub use take::{Harvest, Ingest, IngestError, ReadHarvest, Taken};
