//! Telling numbers from what only looks like them.

use super::Typed;
use crate::number::bodies::Prose;
use crate::number::parser::Candidate;

/// Whether a reading is more than a chance in running text.
pub(super) fn is_plausible(window: &str, candidate: &Candidate, typed: impl Typed) -> bool {
    let bytes = window.as_bytes();
    let Some(next) = bytes.get(candidate.end) else {
        return is_known(window, candidate);
    };
    // A number cut inside a word, a decimal or a range is none. A full-width comma is folded to a
    // plain one but never stands inside a figure.
    let splits = *next == b'.' || (*next == b',' && typed(candidate.end) == Some(b','));
    let glued = next.is_ascii_alphanumeric()
        || (splits && bytes.get(candidate.end + 1).is_some_and(u8::is_ascii_digit))
        || *next == b'%';
    !glued && is_known(window, candidate)
}

fn is_known(window: &str, candidate: &Candidate) -> bool {
    let row = candidate.row;
    let outcome = &candidate.outcome;
    let guarded = row.prose == Prose::Guarded;
    if guarded && !outcome.marked {
        return false;
    }
    // Short prefixes in small letters are words: `is 1786:2008` is not meant.
    let written = &window[..row.prefix.len().min(window.len())];
    let capitals = !written.bytes().any(|byte| byte.is_ascii_lowercase());
    let well_known = matches!(
        row.code,
        "GB" | "ISO" | "IEC" | "EN" | "ASTM" | "DIN" | "BS" | "JIS"
    );
    capitals
        || row.prefix.len() > 3
        || row.head.starts_with(written)
        || (well_known && outcome.confidence >= 0.8)
}
