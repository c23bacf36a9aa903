//! The fingerprint of an index: everything that decides how text becomes terms.

use super::{Fields, analyzer, document};

/// Returns the fingerprint of the indexes this program writes and reads.
///
/// It changes with the schema, with what documents are made of, the rules of the analyzer, the words of the field, and the versions of the libraries that
/// segment and stem.
pub fn fingerprint() -> String {
    let parts = [
        // The schema itself and not a number somebody must remember to raise: fields are found by their place.
        format!(
            "schema {}",
            serde_json::to_string(&Fields::build().0).unwrap_or_default()
        ),
        format!("document {}", document::VERSION),
        format!("analyzer {}", analyzer::VERSION),
        format!("words {}", analyzer::dictionary_version()),
        "tantivy 0.27, jieba-rs 0.11, frostem 1, unicode-normalization 0.1, ferrous-opencc 0.4"
            .to_owned(),
    ];
    blake3::hash(parts.join("\n").as_bytes()).to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_the_same_every_time() {
        // A form with hash maps in it once gave every process another one, and every start a rebuild.
        assert_eq!(fingerprint(), fingerprint());
        let schema = serde_json::to_string(&Fields::build().0).unwrap();
        assert!(schema.contains("title_words"), "{schema}");
    }
}
