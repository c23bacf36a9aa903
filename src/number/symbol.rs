//! The symbols of WTO notifications: `G/TBT/N/EU/1088/Rev.1/Add.2`.
//!
//! ```text
//! symbol = "G/" area "/N/" member "/" number { "/" suffix }
//! old    = "G/TBT/Notif." yy "/" number { "/" suffix }      ; before 2000
//! area   = "TBT" | "SPS"
//! suffix = ( "Rev." | "Add." | "Corr." | "Suppl." ) number  ; they stack
//! ```
//!
//! A revision starts a fresh comment period, addenda and corrigenda change fields of their parent,
//! a supplement announces a translation.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use super::cursor::Cursor;
use super::fold::Folded;

/// The agreement under which a measure is notified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// Technical barriers to trade.
    Tbt,
    /// Sanitary and phytosanitary measures.
    Sps,
}

/// What a document is to the notification it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SuffixKind {
    /// Replaces the notification before adoption.
    Revision,
    /// Adds information or a new date.
    Addendum,
    /// Corrects a clerical error.
    Corrigendum,
    /// Announces a translation.
    Supplement,
}

/// One suffix of a symbol, such as `Add.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Suffix {
    /// What the document is.
    pub kind: SuffixKind,
    /// Its number among those of its kind.
    pub number: u16,
}

/// The symbol of a WTO document about a notified measure.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol {
    area: Area,
    origin: Origin,
    number: u32,
    suffixes: Vec<Suffix>,
}

/// Who notified: a member, or before 2000 only the year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Origin {
    Member(String),
    Year(u8),
}

/// The reason why a text is not a document symbol.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected a document symbol such as `G/TBT/N/EU/1088/Add.1`, found `{text}`")]
pub struct SymbolError {
    text: String,
}

/// A place in a text where a document symbol stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SymbolMention {
    /// Where it stands, in bytes of the text as given.
    pub bytes: Range<usize>,
    /// Where it stands, in code points of the text as given.
    pub chars: Range<usize>,
    /// The symbol.
    pub symbol: Symbol,
}

/// The words of suffixes with the letters of file names: `A2` is `Add.2`.
const SUFFIXES: [(&str, SuffixKind); 8] = [
    ("SUPPL", SuffixKind::Supplement),
    ("CORR", SuffixKind::Corrigendum),
    ("REV", SuffixKind::Revision),
    ("ADD", SuffixKind::Addendum),
    ("S", SuffixKind::Supplement),
    ("C", SuffixKind::Corrigendum),
    ("R", SuffixKind::Revision),
    ("A", SuffixKind::Addendum),
];

impl Symbol {
    /// Reads a text as one symbol; case, width and blanks do not matter.
    pub fn parse(text: &str) -> Result<Self, SymbolError> {
        let folded = Folded::new(text);
        let mut cursor = Cursor::new(folded.as_str().trim(), 0);
        read(&mut cursor)
            .filter(|_| cursor.at_end())
            .ok_or_else(|| SymbolError {
                text: text.to_owned(),
            })
    }

    /// The agreement under which the measure is notified.
    pub fn area(&self) -> Area {
        self.area
    }

    /// The member that notified: an ISO 3166-1 alpha-3 code, `EU`, `EEC` or `TPKM`.
    ///
    /// The symbols before 2000 do not name it.
    pub fn member(&self) -> Option<&str> {
        match &self.origin {
            Origin::Member(member) => Some(member),
            Origin::Year(_) => None,
        }
    }

    /// The running number of the notification.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The suffixes, outermost last.
    pub fn suffixes(&self) -> &[Suffix] {
        &self.suffixes
    }

    /// The symbol of the document that this one belongs to: `…/Rev.1` for `…/Rev.1/Add.2`; none for the notification itself.
    pub fn parent(&self) -> Option<Self> {
        let (_, suffixes) = self.suffixes.split_last()?;
        Some(Self {
            suffixes: suffixes.to_vec(),
            ..self.clone()
        })
    }

    /// The symbol of the notification itself, which all its documents share.
    #[must_use]
    pub fn family(&self) -> Self {
        Self {
            suffixes: Vec::new(),
            ..self.clone()
        }
    }
}

fn read(cursor: &mut Cursor<'_>) -> Option<Symbol> {
    let separator = |cursor: &mut Cursor<'_>| {
        cursor.blanks();
        let found = cursor.eat(b'/');
        cursor.blanks();
        found.then_some(())
    };
    cursor.word("G").then_some(())?;
    separator(cursor)?;
    let area = if cursor.word("TBT") {
        Area::Tbt
    } else if cursor.word("SPS") {
        Area::Sps
    } else {
        return None;
    };
    separator(cursor)?;
    let origin = if cursor.word("NOTIF") {
        cursor.skip(b". ");
        Origin::Year(cursor.digits().parse().ok().filter(|year| *year < 100)?)
    } else {
        cursor.word("N").then_some(())?;
        separator(cursor)?;
        let member = cursor.letters();
        (2..=4).contains(&member.len()).then_some(())?;
        Origin::Member(member.to_ascii_uppercase())
    };
    separator(cursor)?;
    let number = number(cursor)?;
    let mut suffixes = Vec::new();
    while let Some(suffix) = cursor.attempt(|cursor| {
        separator(cursor)?;
        let (_, kind) = SUFFIXES.iter().find(|(word, _)| cursor.word(word))?;
        cursor.skip(b". ");
        let number = u16::try_from(self::number(cursor)?).ok()?;
        Some(Suffix {
            kind: *kind,
            number,
        })
    }) {
        suffixes.push(suffix);
    }
    Some(Symbol {
        area,
        origin,
        number,
        suffixes,
    })
}

fn number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let digits = cursor.digits();
    if digits.len() > 6 {
        None
    } else {
        digits.parse().ok()
    }
}

/// Finds document symbols in a running text, from left to right.
pub fn scan_symbols(text: &str) -> Vec<SymbolMention> {
    let folded = Folded::new(text);
    let plain = folded.as_str();
    let mut mentions = Vec::new();
    let (mut counted, mut chars) = (0, 0);
    let mut position = 0;
    while let Some(found) = plain[position..].find(['G', 'g']) {
        let start = position + found;
        position = start + 1;
        let before = start.checked_sub(1).map(|index| plain.as_bytes()[index]);
        if before.is_some_and(|byte| byte.is_ascii_alphanumeric()) {
            continue;
        }
        let mut cursor = Cursor::new(plain, start);
        let Some(symbol) = read(&mut cursor).filter(|_| cursor.at_boundary()) else {
            continue;
        };
        position = cursor.position();
        let bytes = folded.original(start)..folded.original(position);
        let first = chars + text[counted..bytes.start].chars().count();
        chars = first + text[bytes.clone()].chars().count();
        counted = bytes.end;
        mentions.push(SymbolMention {
            bytes,
            chars: first..chars,
            symbol,
        });
    }
    mentions
}

impl fmt::Display for Area {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Tbt => "TBT",
            Self::Sps => "SPS",
        })
    }
}

impl fmt::Display for Suffix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.kind {
            SuffixKind::Revision => "Rev",
            SuffixKind::Addendum => "Add",
            SuffixKind::Corrigendum => "Corr",
            SuffixKind::Supplement => "Suppl",
        };
        write!(formatter, "{word}.{}", self.number)
    }
}

impl fmt::Display for Symbol {
    /// Writes the symbol as the WTO prints it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Origin::Member(member) => {
                write!(formatter, "G/{}/N/{member}/{}", self.area, self.number)?;
            }
            // The old symbols print their number with leading zeros.
            Origin::Year(year) => {
                write!(
                    formatter,
                    "G/{}/Notif.{year:02}/{:03}",
                    self.area, self.number
                )?;
            }
        }
        self.suffixes
            .iter()
            .try_for_each(|suffix| write!(formatter, "/{suffix}"))
    }
}

impl FromStr for Symbol {
    type Err = SymbolError;

    fn from_str(text: &str) -> Result<Self, SymbolError> {
        Self::parse(text)
    }
}

impl Serialize for Symbol {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Symbol {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, SuffixKind, Symbol, scan_symbols};

    #[test]
    fn suffixes_stack_and_the_family_drops_them() {
        let symbol = Symbol::parse("g/tbt/n/bra/366/add.1/corr.1").expect("a real symbol");
        assert_eq!(symbol.to_string(), "G/TBT/N/BRA/366/Add.1/Corr.1");
        assert_eq!(symbol.member(), Some("BRA"));
        assert_eq!(symbol.suffixes()[0].kind, SuffixKind::Addendum);
        assert_eq!(symbol.family().to_string(), "G/TBT/N/BRA/366");
        let parent = symbol.parent().expect("a corrigendum of an addendum");
        assert_eq!(parent.to_string(), "G/TBT/N/BRA/366/Add.1");
        assert_eq!(symbol.family().parent(), None);
    }

    #[test]
    fn symbols_before_2000_carry_a_year_and_no_member() {
        let symbol = Symbol::parse("G/TBT/Notif.00/005").expect("a real symbol");
        assert_eq!(symbol.to_string(), "G/TBT/Notif.00/005");
        assert_eq!(symbol.member(), None);
    }

    #[test]
    fn symbols_are_found_in_text_with_code_point_offsets() {
        let text = "见通报 G/SPS/N/JPN/1345/Add.1 和Ｇ／ＴＢＴ／Ｎ／ＥＵ／１０８８。";
        let found = scan_symbols(text);
        let texts: Vec<String> = found
            .iter()
            .map(|mention| mention.symbol.to_string())
            .collect();
        assert_eq!(texts, ["G/SPS/N/JPN/1345/Add.1", "G/TBT/N/EU/1088"]);
        assert_eq!(found[0].symbol.area(), Area::Sps);
        assert_eq!(
            &text[found[1].bytes.clone()],
            "Ｇ／ＴＢＴ／Ｎ／ＥＵ／１０８８"
        );
        assert_eq!(found[0].chars.start, 4);
    }

    #[test]
    fn other_documents_are_no_notifications() {
        assert!(Symbol::parse("G/TBT/M/77").is_err());
        assert!(Symbol::parse("G/TBT/N/EU/1088 and more").is_err());
        assert!(Symbol::parse("").is_err());
    }
}
