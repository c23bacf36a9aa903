//! What one transaction writes.

use super::RowHash;
use crate::model::{Change, LimitValue, NumberKeys, Record, RecordId};

/// Everything that is written together: bytes, rows, records, limits, events.
#[derive(Debug, Default)]
pub struct Batch {
    /// The bytes the rows came from; `None` when records change for another reason than new bytes.
    pub harvest: Option<NewHarvest>,
    /// Rows that are new or changed.
    pub rows: Vec<NewRow>,
    /// Records that are new or changed.
    pub records: Vec<RecordChange>,
    /// Records that no source names any more.
    pub gone: Vec<i64>,
    /// Limit values.
    pub limits: Vec<NewLimit>,
    /// The instant that events carry (RFC 3339, UTC).
    pub at: String,
}

/// Bytes as they came.
#[derive(Debug)]
pub struct NewHarvest {
    /// File or address.
    pub origin: String,
    /// When they came (RFC 3339, UTC).
    pub fetched_at: String,
    /// BLAKE3 hash of the bytes.
    pub hash: [u8; 32],
    /// How many rows they hold.
    pub row_count: usize,
    /// The rows, each ended by a line feed.
    pub body: Vec<u8>,
}

/// A row of a source.
#[derive(Debug)]
pub struct NewRow {
    /// The source.
    pub source: String,
    /// The source's key.
    pub key: String,
    /// Hash of the row's text.
    pub hash: RowHash,
    /// Which line of the harvest it is, from zero.
    pub place: usize,
    /// The record it went into; `None` for a limit value.
    pub record: Option<RecordId>,
}

/// A record that is new or changed, with what the store needs to find it again.
#[derive(Debug)]
pub struct RecordChange {
    /// The record.
    pub record: Record,
    /// Its keys.
    pub keys: NumberKeys,
    /// Keys of its further numbers.
    pub aliases: Vec<String>,
    /// For each relation, in order, the key of its target.
    pub targets: Vec<String>,
    /// The next day on which its status may change by itself.
    pub turns_on: Option<String>,
    /// What happened to it, and the source that says so; empty on a silent first reading.
    pub changes: Vec<(Change, String)>,
}

/// A limit value and the document that sets it.
#[derive(Debug)]
pub struct NewLimit {
    /// The source.
    pub source: String,
    /// The source's key.
    pub key: String,
    /// Key of the document's number.
    pub number_key: String,
    /// The product.
    pub product: Option<String>,
    /// The value.
    pub value: LimitValue,
}
