//! Readers of standards sources: files and pages in, raw records out.
//!
//! A package of its own because it knows nothing of the model: it turns what a source wrote into a [`RawRecord`], field
//! by field, bound by name and never by position, and leaves every judgement (which number, which status, which of two
//! titles) to the ingest of the main package. So the main package cannot reach the network or an HTML parser, and
//! editing it never rebuilds this one.

mod document;
mod error;
mod fields;
mod record;
mod registry;
mod rows;
pub mod sources;

pub use document::{Compression, Rows, Text};
pub use error::{FileError, RowError};
pub use record::{
    Adoption, Evidence, Limit, RawKind, RawNotification, RawRecord, RawRelation, RelationKind,
    Rights,
};
pub use registry::{Source, SourceInfo, source_info, sources};
pub use rows::{Reading, read_row};
