//! Committee documents of the IEC: `100/3767/CD`, `SyCSmartEnergy/159/INF`.

use super::super::cursor::Cursor;
use super::super::number::Number;
use super::super::{Body, Rule};

/// The kinds of committee document.
const KINDS: [&str; 39] = [
    "AC",
    "ACDV",
    "APUB",
    "CC",
    "CD",
    "CDM",
    "CDISH",
    "CDPAS",
    "CDV",
    "CDTR",
    "CDTS",
    "DA",
    "DC",
    "DECISIONS",
    "DISH",
    "DL",
    "DPAS",
    "DTR",
    "DTS",
    "FDIS",
    "INF",
    "MTG",
    "NP",
    "PPUB",
    "PW",
    "Q",
    "QP",
    "R",
    "RM",
    "RPM",
    "RQ",
    "RR",
    "SBP",
    "RV",
    "RVC",
    "RVD",
    "RVN",
    "STD",
    "NCC",
];

/// Further kinds: the result of the vote on each of the above.
const RESULTS: [&str; 12] = [
    "RVDISH", "RVDTR", "RVDTS", "RVDPAS", "RVCDV", "RVQ", "RVR", "RVFDIS", "RVPAS", "CDPAS",
    "RVDA", "CDVM",
];

/// Reads a whole text as a committee document.
pub(in super::super) fn read(text: &str) -> Option<(Number, Rule)> {
    let (rest, kind) = text.rsplit_once('/')?;
    let (committee, document) = rest.rsplit_once('/')?;
    let kind = kind.to_ascii_uppercase();
    if !KINDS.contains(&kind.as_str()) && !RESULTS.contains(&kind.as_str()) {
        return None;
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'/');
    if committee.is_empty() || committee.len() > 24 || !committee.bytes().all(allowed) {
        return None;
    }
    let mut cursor = Cursor::new(document, 0);
    let digits = cursor.digits();
    let letters = cursor.letters().to_ascii_uppercase();
    let language = cursor.attempt(|cursor| {
        let opened = cursor.eat(b'(');
        let letters = cursor.letters();
        (opened && letters.len() <= 2 && cursor.eat(b')')).then(|| letters.to_ascii_uppercase())
    });
    if digits.is_empty() || digits.len() > 5 || letters.len() > 2 || !cursor.at_end() {
        return None;
    }
    // The copy in one language is a document of its own here: it is voted on apart.
    let language = language
        .map(|language| format!("({language})"))
        .unwrap_or_default();
    let mut number = Number::new(
        Body::from_code("IEC")?,
        committee,
        format!("{digits}{letters}"),
    );
    number.gap = "/";
    number.mark = format!("{language}/{kind}");
    Some((number, Rule::CommitteeDocument))
}
