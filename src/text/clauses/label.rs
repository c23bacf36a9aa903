//! Labels of clauses.

/// The numbering scheme of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// `5.1.2`, of GB/T 1.1, ISO, EN, ASTM, JIS, GOST.
    Decimal,
    /// `附录 A`, `Annex A`, `A.1`.
    Annex,
    /// `第三条`, `第二章`.
    Statute,
    /// `Article 5`, `CHAPTER II`.
    Article,
    /// `§ 1303.4`, `(a)(1)(i)`.
    Paragraph,
}

/// The label of a clause in one spelling: `附录A`, `A.1.2`, `第三条`, `(a)(1)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    text: String,
    scheme: Scheme,
    level: usize,
}

impl Label {
    pub(super) fn new(text: String, scheme: Scheme, level: usize) -> Self {
        Self {
            text,
            scheme,
            level,
        }
    }

    /// The label as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its scheme.
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// How deep it stands by itself; 1 is a chapter.
    pub fn level(&self) -> usize {
        self.level
    }
}

/// A label at the start of a line and the bytes it takes.
pub(super) struct Found {
    pub(super) label: Label,
    pub(super) length: usize,
}

/// Reads the label at the start of a line.
pub(super) fn at_start(line: &str) -> Option<Found> {
    statute(line)
        .or_else(|| annex(line))
        .or_else(|| article(line))
        .or_else(|| section(line))
        .or_else(|| decimal(line))
}

fn found(text: String, scheme: Scheme, level: usize, length: usize) -> Found {
    Found {
        label: Label::new(text, scheme, level),
        length,
    }
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace()
}

/// `5`, `5.1.2`, `A.1.2`, then a space or the end.
fn decimal(line: &str) -> Option<Found> {
    let length = line
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'.')
        .count();
    let token = line[..length].trim_end_matches('.');
    let mut pieces = token.split('.');
    let first = pieces.next()?;
    let rest: Vec<&str> = pieces.collect();
    let numeric = |piece: &&str| {
        !piece.is_empty() && piece.len() <= 3 && piece.bytes().all(|b| b.is_ascii_digit())
    };
    let lettered = first.len() == 1 && first.bytes().all(|b| b.is_ascii_uppercase());
    if !(numeric(&first) || (lettered && !rest.is_empty()))
        || !rest.iter().all(numeric)
        || rest.len() > 6
    {
        return None;
    }
    let after = &line[length..];
    let wide =
        after.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)) && !rest.is_empty();
    if !(after.is_empty() || after.starts_with(is_space) || wide) {
        return None;
    }
    let scheme = if lettered {
        Scheme::Annex
    } else {
        Scheme::Decimal
    };
    Some(found(token.to_owned(), scheme, rest.len() + 1, length))
}

/// `附录 A（规范性）`, `Annex B (informative)`, `APPENDIX X1`.
fn annex(line: &str) -> Option<Found> {
    let words = [
        "附录",
        "附 录",
        "附件",
        "Annex",
        "ANNEX",
        "Appendix",
        "APPENDIX",
        "附属書",
        "Приложение",
    ];
    let word = words.iter().find(|word| line.starts_with(**word))?;
    let rest = &line[word.len()..];
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '　']);
    let length = trimmed
        .bytes()
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let name = &trimmed[..length];
    let latin = word.is_ascii();
    let fits = (1..=4).contains(&length)
        && name
            .bytes()
            .next()
            .is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let ends = !trimmed[length..].starts_with('.');
    if !fits || !ends || (latin && trimmed.len() == rest.len()) {
        return None;
    }
    let word = if *word == "附 录" { "附录" } else { word };
    let text = if latin {
        format!("{word} {name}")
    } else {
        format!("{word}{name}")
    };
    Some(found(
        text,
        Scheme::Annex,
        1,
        line.len() - trimmed.len() + length,
    ))
}

/// `第三条`, `第二章`; levels of the rules on drafting laws: 编, 章, 节, 条, 款, 项.
fn statute(line: &str) -> Option<Found> {
    const LEVELS: &[(&str, usize)] = &[
        ("编", 1),
        ("部分", 1),
        ("章", 2),
        ("节", 3),
        ("条", 4),
        ("款", 5),
        ("项", 6),
        ("目", 7),
    ];
    let rest = line.strip_prefix('第')?;
    let numeral: usize = rest
        .chars()
        .take_while(|c| "一二三四五六七八九十百千零〇两 ".contains(*c) || c.is_ascii_digit())
        .map(char::len_utf8)
        .sum();
    let (unit, level) = LEVELS
        .iter()
        .find(|(unit, _)| rest[numeral..].starts_with(unit))?;
    let after = &rest[numeral + unit.len()..];
    let opens = after.is_empty()
        || after.starts_with(is_space)
        || after.starts_with(['：', ':', '之', '【', '（']);
    if numeral == 0 || !opens {
        return None;
    }
    let text: String = line[..'第'.len_utf8() + numeral + unit.len()]
        .split_whitespace()
        .collect();
    Some(found(
        text,
        Scheme::Statute,
        *level,
        '第'.len_utf8() + numeral + unit.len(),
    ))
}

/// `Article 5`, `CHAPTER II`, `Section 3`.
fn article(line: &str) -> Option<Found> {
    const LEVELS: &[(&str, usize)] = &[
        ("Title", 1),
        ("TITLE", 1),
        ("Chapter", 2),
        ("CHAPTER", 2),
        ("Section", 3),
        ("SECTION", 3),
        ("Article", 4),
        ("ARTICLE", 4),
    ];
    let (word, level) = LEVELS.iter().find(|(word, _)| {
        line.starts_with(word) && line[word.len()..].starts_with([' ', '\u{a0}'])
    })?;
    let rest = line[word.len()..].trim_start();
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = &rest[..length];
    let roman = name.bytes().all(|b| b"IVXLC".contains(&b));
    let numeric = name.bytes().next().is_some_and(|b| b.is_ascii_digit());
    let after = &rest[length..];
    let opens = after.is_empty() || after.starts_with([':', '.', '—', '–', '-', '\u{a0}', ' ']);
    let heading = after
        .trim_start_matches([':', '.', '—', '–', '-', ' ', '\u{a0}'])
        .starts_with(|c: char| c.is_uppercase())
        || after.trim().is_empty();
    if length == 0 || !(roman || numeric) || !opens || !heading {
        return None;
    }
    Some(found(
        format!("{word} {name}"),
        Scheme::Article,
        *level,
        line.len() - rest.len() + length,
    ))
}

/// `§ 1303.4`
fn section(line: &str) -> Option<Found> {
    let rest = line.strip_prefix('§')?.trim_start();
    let length = rest
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    let name = rest[..length].trim_end_matches('.');
    (!name.is_empty()).then_some(())?;
    Some(found(
        format!("§ {name}"),
        Scheme::Paragraph,
        1,
        line.len() - rest.len() + name.len(),
    ))
}

/// The bracketed labels at the start of a line: `(a)(1)` gives `a`, `1`.
pub(super) fn brackets(line: &str) -> (Vec<&str>, usize) {
    let mut labels = Vec::new();
    let mut at = 0;
    while let Some(rest) = line[at..].strip_prefix('(') {
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if length == 0 || length > 5 || !rest[length..].starts_with(')') {
            break;
        }
        labels.push(&rest[..length]);
        at += length + 2;
        let spaced = line[at..].len() - line[at..].trim_start().len();
        if line[at + spaced..].starts_with('(') && spaced <= 1 {
            at += spaced;
        }
    }
    (labels, at)
}
