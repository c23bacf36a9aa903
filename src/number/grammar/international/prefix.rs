//! The words of a prefix: publishers, kind of deliverable, stage of a draft.

use crate::number::bodies::PrefixRow;
use crate::number::cursor::Cursor;

/// What a word in a prefix says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Another publisher.
    Publisher,
    /// The kind of deliverable.
    Kind,
    /// The stage of a draft; the second name is the kind of deliverable it is a draft of.
    Stage(&'static str),
    /// The directives, whose numbers follow rules of their own.
    Directives,
}

/// The words of prefixes with their printed forms, longer ones before their beginnings.
const WORDS: [(&str, &str, Word); 50] = [
    ("DIRECTIVES", "DIR", Word::Directives),
    ("DIR", "DIR", Word::Directives),
    ("GUIDE", "Guide", Word::Kind),
    ("CISPR", "CISPR", Word::Publisher),
    ("IUPAC", "IUPAC", Word::Publisher),
    ("ASME", "ASME", Word::Publisher),
    ("NWIP", "NP", Word::Stage("")),
    ("DGUIDE", "DGuide", Word::Stage("Guide")),
    ("FPDISP", "FPDISP", Word::Stage("ISP")),
    ("PDISP", "PDISP", Word::Stage("ISP")),
    ("DISP", "DISP", Word::Stage("ISP")),
    ("FDIS", "FDIS", Word::Stage("")),
    ("FCD", "FCD", Word::Stage("")),
    ("FDTS", "FDTS", Word::Stage("TS")),
    ("FDTR", "FDTR", Word::Stage("TR")),
    ("PDTS", "PDTS", Word::Stage("TS")),
    ("PDTR", "PDTR", Word::Stage("TR")),
    ("DPAS", "DPAS", Word::Stage("PAS")),
    ("IEEE", "IEEE", Word::Publisher),
    ("ASTM", "ASTM", Word::Publisher),
    ("OECD", "OECD", Word::Publisher),
    ("DATA", "DATA", Word::Kind),
    ("IEC", "IEC", Word::Publisher),
    ("ISO", "ISO", Word::Publisher),
    ("CEI", "IEC", Word::Publisher),
    ("CIE", "CIE", Word::Publisher),
    ("HL7", "HL7", Word::Publisher),
    ("SAE", "SAE", Word::Publisher),
    ("IDF", "IDF", Word::Publisher),
    ("ITU", "ITU", Word::Publisher),
    ("IWA", "IWA", Word::Publisher),
    ("CDV", "CDV", Word::Stage("")),
    ("DIS", "DIS", Word::Stage("")),
    ("PRF", "PRF", Word::Stage("")),
    ("AWI", "AWI", Word::Stage("")),
    ("PWI", "PWI", Word::Stage("")),
    ("PNW", "PNW", Word::Stage("")),
    ("DTS", "DTS", Word::Stage("TS")),
    ("DTR", "DTR", Word::Stage("TR")),
    ("DIWA", "DIWA", Word::Stage("IWA")),
    ("PAS", "PAS", Word::Kind),
    ("ISP", "ISP", Word::Kind),
    ("TTA", "TTA", Word::Kind),
    ("SRD", "SRD", Word::Kind),
    ("TR", "TR", Word::Kind),
    ("TS", "TS", Word::Kind),
    ("CD", "CD", Word::Stage("")),
    ("WD", "WD", Word::Stage("")),
    ("NP", "NP", Word::Stage("")),
    ("R", "R", Word::Kind),
];

/// The words of one prefix, sorted by what they say.
#[derive(Debug, Default)]
pub(super) struct Prefix {
    pub(super) publishers: Vec<&'static str>,
    pub(super) stage: String,
    /// The kind of deliverable of which the stage is a draft.
    pub(super) stage_kind: &'static str,
    pub(super) kind: &'static str,
}

/// What stands behind the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    Number,
    Directives,
}

impl Prefix {
    /// Reads all words up to the number; the first one is the prefix of the row.
    pub(super) fn read(
        cursor: &mut Cursor<'_>,
        row: &'static PrefixRow,
    ) -> Option<(Self, Follows)> {
        let mut prefix = Self::default();
        match row.head {
            "FprISO" | "prISO" | "ISO" | "IEC" | "CISPR" | "IWA" => {
                prefix
                    .publishers
                    .push(if row.code == "ISO" { "ISO" } else { row.head });
            }
            "Guide" => prefix.kind = "Guide",
            stage => stage.clone_into(&mut prefix.stage),
        }
        loop {
            cursor.skip(b" /-_");
            if cursor.whole_word("STANDARD") {
                continue;
            }
            if cursor.at_digit() {
                break;
            }
            let (_, printed, word) = WORDS.iter().find(|(word, ..)| cursor.word(word))?;
            match word {
                Word::Publisher => {
                    if !prefix.publishers.contains(printed) {
                        prefix.publishers.push(printed);
                    }
                }
                Word::Kind => prefix.kind = printed,
                Word::Stage(kind) => {
                    (*printed).clone_into(&mut prefix.stage);
                    prefix.stage_kind = kind;
                    iteration(cursor, &mut prefix.stage);
                }
                Word::Directives => return Some((prefix, Follows::Directives)),
            }
            if prefix.publishers.len() > 6 {
                return None;
            }
        }
        // `IEC CISPR 11` and `ISO/IWA 1` are series under their own name.
        let series = prefix
            .publishers
            .iter()
            .find(|name| matches!(**name, "CISPR" | "IWA"));
        if let Some(series) = series {
            prefix.publishers = vec![series];
        }
        (!prefix.publishers.is_empty()).then_some((prefix, Follows::Number))
    }
}

/// Takes the digit of `CD2 14065`, which is glued to the stage and followed by a blank.
fn iteration(cursor: &mut Cursor<'_>, stage: &mut String) {
    let (digit, blank) = (cursor.peek(), cursor.peek_at(1));
    if let (Some(digit @ b'1'..=b'9'), Some(b' ')) = (digit, blank) {
        cursor.eat(digit);
        stage.push(char::from(digit));
    }
}

/// Prints the publishers with a stage and a kind, as in `ISO/IEC DTR` or `ISO/TS`.
pub(super) fn head(prefix: &Prefix, stage: &str, kind: &str) -> String {
    let mut head = prefix.publishers.join("/");
    let mut mark = if head == "ISO" && kind != "Guide" {
        '/'
    } else {
        ' '
    };
    for word in [stage, kind] {
        if !word.is_empty() {
            head.push(mark);
            head.push_str(word);
            mark = ' ';
        }
    }
    head
}
