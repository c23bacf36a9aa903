//! ISO Open Data: every deliverable of ISO, one file a day (SOURCES 3.1; ODC-By 1.0).
//!
//! The file has 80,000 lines and is never held: it is cut into pieces, gone through once for the references of all
//! deliverables, because they name one another by number, and once for the records.

mod committees;
mod deliverable;
mod lines;
mod open_data;

pub(crate) use open_data::OpenData;
