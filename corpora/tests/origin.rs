//! Every data file of the package has a row in `README.md`, and every row has its file.
//!
//! Rows are `| path | rows | …` with the path in backticks. A folder has one row that ends in `/`,
//! for a folder whose files share one origin; git keeps no empty folder, so a folder row may stand
//! before its first file does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Folders whose files need a row each, unless the folder below has one.
const FOLDERS: [&str; 4] = ["data", "queries", "fuzz", "pages"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads the paths of the table with what stands in the second column.
fn rows() -> BTreeMap<String, String> {
    let readme = fs_err::read_to_string(root().join("README.md")).expect("README.md is readable");
    readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .map(|line| {
            let (path, rest) = line.split_once('`').expect("a path ends with a backtick");
            let count = rest.split('|').nth(1).expect("a row has a second column");
            (path.to_owned(), count.trim().to_owned())
        })
        .collect()
}

/// Collects every file below a folder as a path relative to the package, with `/`.
fn collect(folder: &Path, files: &mut BTreeSet<String>) {
    let Ok(entries) = fs_err::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a folder entry is readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let relative = path.strip_prefix(root()).expect("a file below the package");
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(parts.join("/"));
        }
    }
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found == extension)
}

fn files() -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for folder in FOLDERS {
        collect(&root().join(folder), &mut files);
    }
    files
}

#[test]
fn every_file_has_a_row() {
    let rows = rows();
    for file in files() {
        let has_row = rows.contains_key(&file)
            || rows
                .keys()
                .any(|row| row.ends_with('/') && file.starts_with(row.as_str()));
        assert!(has_row, "`{file}` has no row in README.md");
    }
}

#[test]
fn every_row_has_a_file() {
    let files = files();
    for row in rows().keys().filter(|row| !row.ends_with('/')) {
        assert!(
            files.contains(row),
            "the row of `{row}` in README.md has no file"
        );
    }
}

#[test]
fn the_number_of_rows_is_the_one_stated() {
    for (row, stated) in rows() {
        // The lines of a report are no rows.
        if row.ends_with('/') || has_extension(&row, "md") {
            continue;
        }
        let text = fs_err::read_to_string(root().join(&row)).expect("a listed file is readable");
        let counted = if has_extension(&row, "toml") {
            text.lines().filter(|line| *line == "[[case]]").count()
        } else {
            text.lines().count()
        };
        assert_eq!(stated, counted.to_string(), "rows of `{row}`");
    }
}

#[test]
fn no_table_holds_personal_data() {
    for file in &files() {
        // A vocabulary holds the words for a contact person, and not the person; seeds may be noise; pages have the
        // labels of their sources.
        let is_table = has_extension(file, "jsonl") || has_extension(file, "toml");
        let other = ["data/terms/", "fuzz/", "pages/"];
        if !is_table || other.iter().any(|folder| file.starts_with(folder)) {
            continue;
        }
        let text = fs_err::read_to_string(root().join(file)).expect("a data file is readable");
        for mark in ["起草人", "联系人", "联系电话", "drafter", "@"] {
            assert!(!text.contains(mark), "`{mark}` in `{file}`");
        }
    }
}
