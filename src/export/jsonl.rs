//! Lists as JSON lines.

use std::io::Write;

use serde::Serialize;

use super::ExportError;

/// Writes each item as one line of JSON.
pub fn write_jsonl<T: Serialize>(items: &[T], mut to: impl Write) -> Result<(), ExportError> {
    for item in items {
        serde_json::to_writer(&mut to, item)?;
        to.write_all(b"\n")?;
    }
    Ok(())
}
