//! The fingerprint of an index: everything that decides how text becomes terms.

use super::{Fields, analyzer, document};

/// Returns the fingerprint of the indexes this program writes and reads.
///
/// It changes with the schema, with what documents are made of, the rules of the analyzer, the words of the field, and the versions of the libraries that
/// segment and stem.
pub fn fingerprint() -> String {
    let parts = [
        // The schema itself and not a number somebody must remember to raise: fields are found by their place.
        format!("schema {:?}", Fields::build().0),
        format!("document {}", document::VERSION),
        format!("analyzer {}", analyzer::VERSION),
        format!("words {}", analyzer::dictionary_version()),
        "tantivy 0.27, jieba-rs 0.11, frostem 1, unicode-normalization 0.1, ferrous-opencc 0.4".to_owned(),
    ];
    blake3::hash(parts.join("\n").as_bytes()).to_hex()[..16].to_owned()
}
