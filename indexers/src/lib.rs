//! Readers of standards sources: files and pages in, raw records out.
//!
//! A package of its own because it knows nothing of the model: it turns what a source wrote into a [`RawRecord`], field
//! by field, bound by name and never by position, and leaves every judgement (which number, which status, which of two
//! titles) to the ingest of the main package. So the main package cannot reach the network or an HTML parser, and
//! editing it never rebuilds this one.
//!
//! ```
//! use indexers::{Reading, read_row};
//!
//! let row = r#"{"number":"ISO 9001:2015","title_en":"Quality management systems","sdo":"ISO",
//!     "source_repo":"relaton/relaton-data-iso","source_path":"data/iso-9001-2015.yaml"}"#;
//! let Ok(Reading::Record(record)) = read_row(row) else { panic!("the row has a known shape") };
//! assert_eq!(record.source, "relaton-iso");
//! assert_eq!(record.titles["en"], "Quality management systems");
//! ```

mod binding;
pub mod crawl;
mod document;
mod documents;
mod error;
pub mod fetch;
mod fields;
mod html;
mod json;
pub mod page;
mod record;
mod registry;
mod rows;
pub mod sources;
pub mod workbook;
mod xml;
mod yaml;

pub use document::{Compression, Rows, Text};
pub use error::{FileError, RowError};
pub use html::squeeze;
pub use record::{
    Adoption, Evidence, Limit, RawKind, RawNotification, RawRecord, RawRelation, RelationKind,
    Rights,
};
pub use registry::{Source, SourceInfo, page_source, page_sources, source_info, sources};
pub use rows::{Reading, read_row};
pub use sources::carried::carried_row;
pub use sources::table::{TablePreview, preview};
