//! Bytes as characters: UTF-8, UTF-16, and GB 18030 for what is neither.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded text.
pub(super) struct Decoded {
    /// The characters, without a byte order mark.
    pub(super) text: String,
    /// Bytes that stand for no character.
    pub(super) lost: usize,
}

/// Decodes bytes by their byte order mark, their form, or the declaration of an XML or HTML file.
///
/// GB 18030 is the guess for what is no UTF-8: the files come from China, and every GBK and GB 2312 file is one too.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let encoding = encoding_of(bytes);
    let (text, _, _) = encoding.decode(bytes);
    let lost = text.matches('\u{FFFD}').count();
    Decoded {
        text: text.into_owned(),
        lost,
    }
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = without_mark(bytes) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        // A character cut off at the end of a sample is no sign of another encoding.
        Ok(_) => UTF_8,
        Err(error) if error.error_len().is_none() => UTF_8,
        Err(_) => declared(bytes).unwrap_or(GB18030),
    }
}

/// UTF-16 without a mark: every other byte of Latin text is zero.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(512) & !1];
    let zeros = |parity: usize| {
        let each = sample.iter().skip(parity).step_by(2);
        each.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 5;
    match (even > many, odd > many) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that `<?xml encoding="…"?>` or `<meta charset=…>` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    ["encoding=", "charset="].iter().find_map(|word| {
        let at = head.find(word)? + word.len();
        let label = head[at..].trim_start_matches(['"', '\'', ' ']);
        let end = label
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
            .unwrap_or(label.len());
        let found = Encoding::for_label(&label.as_bytes()[..end])?;
        // The bytes are no UTF-8, whatever they say.
        (found != UTF_8).then_some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_the_encodings_that_files_come_in() {
        let (gbk, _, _) = GB18030.encode("材料要求");
        assert_eq!(decode(&gbk).text, "材料要求");
        assert_eq!(decode("\u{feff}材料".as_bytes()).text, "材料");
        let utf16: Vec<u8> = "GB 1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).text, "GB 1");
        let latin = b"<html><meta charset=\"windows-1252\">5 \xB5m";
        assert!(decode(latin).text.ends_with("5 µm"));
        assert_eq!(decode("料".as_bytes().split_last().unwrap().1).lost, 1);
    }
}
