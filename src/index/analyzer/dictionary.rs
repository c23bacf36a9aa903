//! Dictionaries of the segmenter: jieba's own, and the words of this field.

use jieba_rs::Jieba;

use crate::text::normalize;

/// Loads jieba with the words of the field added.
///
/// The field's words come from the products' names. A word is added only where jieba would cut it, and with the lowest
/// frequency that keeps it whole, so that ordinary text is cut as before.
pub(super) fn load() -> Jieba {
    let mut jieba = Jieba::new();
    for word in words() {
        let frequency = jieba.suggest_freq(&word);
        jieba.add_word(&word, Some(frequency), None);
    }
    jieba
}

fn words() -> Vec<String> {
    let products = corpora::products::products();
    let names = products.iter().flat_map(|product| {
        std::iter::once(product.name_zh.as_str())
            .chain(product.aliases_zh.iter().map(String::as_str))
    });
    let mut words: Vec<String> = names
        .flat_map(|name| name.split(['与', '和', '及', '、', '（', '）']))
        .map(|name| normalize(name).as_str().to_owned())
        .filter(|name| {
            (2..=6).contains(&name.chars().count()) && name.chars().all(crate::text::is_han)
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Returns a hash of the field's words; part of the index's fingerprint.
pub fn version() -> String {
    blake3::hash(words().join("\n").as_bytes())
        .to_hex()
        .to_string()
}
