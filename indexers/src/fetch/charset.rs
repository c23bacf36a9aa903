//! From bytes to text.
//!
//! What a server says about its charset is often wrong, so the order is: byte order mark, what the header says, what the
//! document says of itself, and last a guess; a claim of UTF-8 that the bytes disprove counts for nothing. GB 2312 and GBK
//! are read as GB 18030, which holds both: pages that claim the smaller sets use characters of the larger one.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// So far a document may say what it is written in (the HTML standard looks at 1024 bytes; real pages need more).
const HEAD: usize = 4096;
/// So much of a body is enough for a guess.
const SAMPLE: usize = 1 << 16;

/// Decodes a body; empty for one that is no text.
pub fn decode<'bytes>(bytes: &'bytes [u8], content_type: Option<&str>) -> Cow<'bytes, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    if is_binary(bytes) {
        return Cow::Borrowed("");
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && declared(bytes, content_type).is_none_or(|encoding| encoding == UTF_8)
    {
        return Cow::Borrowed(text);
    }
    let encoding = declared(bytes, content_type)
        .filter(|encoding| *encoding != UTF_8)
        .unwrap_or_else(|| guess(bytes));
    encoding.decode_without_bom_handling(bytes).0
}

/// Archives, PDF and whatever has zero bytes near its beginning.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"%PDF-")
        || bytes.iter().take(HEAD).any(|&byte| byte == 0)
}

/// What the header says, else what the document says of itself.
fn declared(bytes: &[u8], content_type: Option<&str>) -> Option<&'static Encoding> {
    let of_header = content_type.and_then(|text| label_after(text.as_bytes(), b"charset="));
    let head = &bytes[..bytes.len().min(HEAD)];
    of_header
        .or_else(|| label_after(head, b"charset="))
        .or_else(|| {
            let xml = head.starts_with(b"<?xml");
            xml.then(|| label_after(head, b"encoding=")).flatten()
        })
}

fn label_after(text: &[u8], mark: &[u8]) -> Option<&'static Encoding> {
    let at = text
        .windows(mark.len())
        .position(|window| window.eq_ignore_ascii_case(mark))?;
    let rest = text.get(at + mark.len()..)?;
    let label: Vec<u8> = rest
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')
        })
        .collect();
    Encoding::for_label(&label).map(widened)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    widened(detector.guess(None, Utf8Detection::Allow))
}

fn widened(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "国家标准全文公开系统 强制性国家标准 现行 GB 9656-2021";

    fn gbk() -> Vec<u8> {
        GBK.encode(TEXT).0.into_owned()
    }

    #[test]
    fn a_byte_order_mark_is_believed_before_the_header() {
        let bytes = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        assert_eq!(decode(&bytes, Some("text/html; charset=gbk")), TEXT);
    }

    #[test]
    fn the_header_then_the_document_then_a_guess() {
        assert_eq!(decode(&gbk(), Some("text/html;charset=GB2312")), TEXT);
        let page = [b"<html><meta charset=\"gbk\">".to_vec(), gbk()].concat();
        assert!(decode(&page, Some("text/html")).ends_with(TEXT));
        assert_eq!(decode(&gbk(), None), TEXT);
        assert_eq!(decode(TEXT.as_bytes(), None), TEXT);
    }

    #[test]
    fn a_claim_of_utf_8_that_the_bytes_disprove_counts_for_nothing() {
        assert_eq!(decode(&gbk(), Some("application/json;charset=UTF-8")), TEXT);
    }

    #[test]
    fn characters_outside_gbk_are_read() {
        let bytes = GB18030.encode("㐂𠀀").0.into_owned();
        assert_eq!(decode(&bytes, Some("text/html; charset=gb2312")), "㐂𠀀");
    }

    #[test]
    fn a_workbook_is_no_text() {
        assert_eq!(decode(b"PK\x03\x04rest", Some("text/html")), "");
    }
}
