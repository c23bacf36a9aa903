//! Judged search cases over the starter records: what is typed and what must be found.
//!
//! Search quality is a test like any other: the cases are data, a change of rank is a reviewed diff.
//! They ask only for records of this package, so that a fresh copy can run them.

mod case;

pub use case::{Case, CaseKind};

use std::sync::LazyLock;

use case::CaseFile;

const FILES: [(&str, &str); 5] = [
    ("number.toml", include_str!("../../queries/number.toml")),
    ("zh.toml", include_str!("../../queries/zh.toml")),
    ("en.toml", include_str!("../../queries/en.toml")),
    ("cross.toml", include_str!("../../queries/cross.toml")),
    ("product.toml", include_str!("../../queries/product.toml")),
];

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    FILES
        .iter()
        .flat_map(|(_, text)| {
            toml::from_str::<CaseFile>(text)
                .expect("embedded cases are valid: held by tests")
                .case
        })
        .collect()
});

/// Returns every case, file by file.
pub fn cases() -> &'static [Case] {
    &CASES
}

#[cfg(test)]
mod tests;
