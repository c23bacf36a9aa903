//! Files of judged rows.

use std::io::BufRead;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cli::{Failure, output};
use crate::compare::score::Counts;

/// Reads the rows of a file; a row that is none is named by its line.
pub(super) fn rows<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Failure> {
    const HINT: &str = "name a file of JSON lines as `duibiao eval --help` describes them";
    let file = fs_err::File::open(path).map_err(|error| Failure::input(error.to_string(), HINT))?;
    let mut rows = Vec::new();
    for (number, line) in (1_u64..).zip(std::io::BufReader::new(file).lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let row = serde_json::from_str(&line).map_err(|reason| {
            let message = format!(
                "{}:{number}: expected a judged row: {reason}",
                path.display()
            );
            Failure::input(message, HINT)
        })?;
        rows.push(row);
    }
    Ok(rows)
}

/// Prints what went wrong in a row.
pub(super) fn wrong<T: Serialize>(row: &T) -> Result<(), Failure> {
    output::line(&serde_json::to_string(row).map_err(anyhow::Error::from)?)
}

/// Counts with the shares they come to.
#[derive(Debug, Serialize)]
pub(super) struct Quality {
    matched: usize,
    extra: usize,
    missing: usize,
    precision: f64,
    recall: f64,
    f1: f64,
}

impl From<Counts> for Quality {
    fn from(counts: Counts) -> Self {
        Self {
            matched: counts.matched,
            extra: counts.extra,
            missing: counts.missing,
            precision: counts.precision(),
            recall: counts.recall(),
            f1: counts.f1(),
        }
    }
}
