//! A table of texts.

/// A list as rows and columns, ready for any format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What the list is, for the name of a sheet.
    pub name: String,
    /// Headers.
    pub headers: Vec<String>,
    /// Rows, each as long as the headers.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Makes an empty table.
    pub fn new(name: &str, headers: &[&str]) -> Self {
        let headers = headers.iter().map(|&header| header.to_owned()).collect();
        Self {
            name: name.to_owned(),
            headers,
            rows: Vec::new(),
        }
    }

    /// Adds a row, made as long as the headers.
    pub fn push(&mut self, mut row: Vec<String>) {
        row.resize(self.headers.len(), String::new());
        self.rows.push(row);
    }
}
