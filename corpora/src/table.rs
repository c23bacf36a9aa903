//! Reading of the embedded tables: one JSON object a line.
//!
//! Plain lines instead of a packed form: a change of one fact is a diff of one line, and the program
//! imports the same bytes through its ordinary importer.

use serde::de::DeserializeOwned;

/// A line of a table that does not hold what its type expects.
#[derive(Debug, thiserror::Error)]
#[error("expected {expected} in line {line} of `{table}`, found something else: {source}")]
pub struct TableError {
    /// Name of the table as it is called under `data/`.
    pub table: &'static str,
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Name of the Rust type that the line should hold.
    pub expected: &'static str,
    /// What serde says is wrong, with the column.
    pub source: serde_json::Error,
}

/// Reads every line of a table into its type.
pub(crate) fn read<T: DeserializeOwned>(
    table: &'static str,
    text: &str,
) -> Result<Vec<T>, TableError> {
    text.lines()
        .enumerate()
        .map(|(index, line)| {
            serde_json::from_str(line).map_err(|source| TableError {
                table,
                line: index + 1,
                expected: std::any::type_name::<T>(),
                source,
            })
        })
        .collect()
}

/// Reads an embedded table, whose validity the tests of its module hold.
pub(crate) fn embedded<T: DeserializeOwned>(table: &'static str, text: &str) -> Vec<T> {
    read(table, text).expect("embedded table is valid: held by tests")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_named_with_its_table_and_number() {
        let error = read::<u8>("bytes.jsonl", "1\n2\n\"three\"\n").unwrap_err();
        assert_eq!(error.line, 3);
        let message = error.to_string();
        assert!(message.contains("bytes.jsonl"), "{message}");
        assert!(message.contains("u8"), "{message}");
    }

    #[test]
    fn lines_keep_their_order() {
        assert_eq!(read::<u8>("bytes.jsonl", "3\n1\n2\n").unwrap(), [3, 1, 2]);
    }
}
