//! Lists that name the prefix once: `ISO 9001, 14001 和 45001`, `EN 71-1, -2 and -3`.
//!
//! ```text
//! list      = number { separator item }
//! separator = "、" | "," | ";" | "和" | "及" | "与" | "&" | "~" | "至" | "and" | …
//! item      = number without its prefix                ; "14001:2015", "4806.11", "D790"
//!           | "-" part [ ":" year ]                    ; behind a number with such a part
//! ```
//!
//! Figures in running text are mostly quantities, years and clauses, so an item must be like the
//! first number (as long, or of the same base, or dated too), must be no year, and must end where
//! no unit or counting word can follow.

use std::ops::Range;

use super::Typed;
use crate::number::cursor::Cursor;
use crate::number::date::full_year;
use crate::number::{Number, Reading, Rule, parser};

/// What a separator says about the figure behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    /// A conjunction: another number follows, or another figure of the sentence.
    Word,
    /// A comma or semicolon: anything may follow.
    Comma,
    /// A hyphen, which leads to the last number of a range where both have the same base.
    Hyphen,
}

/// The separators, the longer before their beginnings.
const SEPARATORS: [(&str, Separator); 15] = [
    ("以及", Separator::Word),
    ("、", Separator::Word),
    ("和", Separator::Word),
    ("及", Separator::Word),
    ("与", Separator::Word),
    ("或", Separator::Word),
    ("至", Separator::Word),
    ("~", Separator::Word),
    ("&", Separator::Word),
    ("AND", Separator::Word),
    ("OR", Separator::Word),
    (",", Separator::Comma),
    (";", Separator::Comma),
    ("-", Separator::Hyphen),
    ("TO", Separator::Hyphen),
];

/// What may follow an item besides signs and the end: counting words and units are too many to
/// list (`14001 家`, `14001 mm`), so the harmless words are.
const CHINESE_FOLLOWERS: [&str; 29] = [
    "和", "及", "与", "或", "以及", "等", "的", "标准", "系列", "中", "要求", "规定", "规范", "至",
    "为", "是", "均", "都", "已", "之", "对", "体系", "认证", "进行", "执行", "测试", "试验",
    "检验", "所",
];

/// The same in English; `in` is missing because it is a unit.
const ENGLISH_FOLLOWERS: [&str; 24] = [
    "and",
    "or",
    "to",
    "are",
    "is",
    "were",
    "was",
    "have",
    "has",
    "shall",
    "should",
    "must",
    "apply",
    "applies",
    "standard",
    "standards",
    "series",
    "for",
    "as",
    "by",
    "which",
    "respectively",
    "certified",
    "certification",
];

/// The number that begins a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listing<'list> {
    first: &'list Number,
}

impl<'list> Listing<'list> {
    /// Takes a number as the first of a list, if numbers of its kind are listed.
    fn of(reading: &'list Reading) -> Option<Self> {
        let first = &reading.number;
        let listed = first.supplements.is_empty()
            && first.product.is_empty()
            && first.version.is_empty()
            && !matches!(first.body.code(), "Q" | "NIST" | "IEEE" | "PLATEAU");
        listed.then_some(Self { first })
    }

    /// Reads the items behind the first number; gives where they stand and their readings.
    pub(super) fn items(
        reading: &'list Reading,
        text: &str,
        typed: impl Typed,
    ) -> Vec<(Range<usize>, Vec<Reading>)> {
        let mut items = Vec::new();
        // Most numbers stand alone; a digit close by is the cheapest sign of a list.
        let Some(listing) = Self::of(reading).filter(|_| digit_near(text)) else {
            return items;
        };
        let mut cursor = Cursor::new(text, 0);
        while let Some(item) = cursor.attempt(|cursor| listing.item(cursor, typed)) {
            items.push(item);
        }
        items
    }

    fn item(
        self,
        cursor: &mut Cursor<'_>,
        typed: impl Typed,
    ) -> Option<(Range<usize>, Vec<Reading>)> {
        let separator = separator(cursor, typed)?;
        let start = cursor.position();
        let item = figures(cursor, self.first.base.starts_with(char::is_alphabetic))?;
        let place = start..cursor.position();
        if !ends(cursor, typed) {
            return None;
        }
        let part = item.starts_with('-');
        if part && separator == Separator::Hyphen && self.first.part.is_empty() {
            return None;
        }
        let before = if part { self.first.base.as_str() } else { "" };
        let text = [&self.first.head, self.first.gap, before, item].concat();
        let mut readings = parser::readings(&text);
        let best = &readings.first()?.number;
        let fits = if part {
            self.first.part.starts_with('-') && best.part.len() <= 4
        } else {
            self.resembles(best, separator)
        };
        if !fits || best.body != self.first.body || best.head != self.first.head {
            return None;
        }
        for reading in &mut readings {
            reading.rule = Rule::Continued;
        }
        Some((place, readings))
    }

    /// Whether a number is so much like the first one that it is no quantity.
    fn resembles(self, number: &Number, separator: Separator) -> bool {
        let kin = number.base == self.first.base && !number.part.is_empty();
        if kin && !self.first.part.is_empty() {
            return true;
        }
        if separator == Separator::Hyphen {
            return false;
        }
        let dated = number.date.is_some();
        let figures = number.base.bytes().filter(u8::is_ascii_digit).count();
        let length = self.first.base.bytes().filter(u8::is_ascii_digit).count();
        match (self.first.date.is_some(), dated) {
            (true, true) => figures >= 2,
            (true, false) if separator == Separator::Comma => false,
            _ => {
                let year = !dated && number.part.is_empty() && full_year(&number.base).is_some();
                // A letter before the figures tells them from quantities.
                let fewest = if number.base.starts_with(char::is_alphabetic) {
                    2
                } else {
                    4
                };
                figures >= fewest && figures.abs_diff(length) <= 1 && !year
            }
        }
    }
}

fn digit_near(text: &str) -> bool {
    let near = text.bytes().take(12);
    near.skip(1).any(|byte| byte.is_ascii_digit())
}

/// Passes one separator, or a comma with a conjunction behind it.
fn separator(cursor: &mut Cursor<'_>, typed: impl Typed) -> Option<Separator> {
    let mut found = None;
    for _ in 0..2 {
        let start = cursor.position();
        let blank = cursor.blanks() || cursor.before() == Some(b' ');
        let fits = |kind| found.is_none() || kind == Separator::Word;
        let Some((sign, kind)) = SEPARATORS
            .into_iter()
            .find(|(sign, kind)| fits(*kind) && cursor.word(sign))
        else {
            // The blank behind a comma belongs to it.
            cursor.move_to(start);
            break;
        };
        let plain = typed(cursor.position() - sign.len()) == Some(sign.as_bytes()[0]);
        let follows = cursor.blanks();
        let word = sign.as_bytes()[0].is_ascii_alphabetic();
        let glued = match kind {
            // `ISO 9001,14001` is a row of a table: the next cell may be anything.
            Separator::Comma => plain && !follows,
            Separator::Hyphen | Separator::Word => word && !(blank && follows),
        };
        if glued {
            return None;
        }
        found = Some(kind);
        if kind != Separator::Comma {
            break;
        }
    }
    found
}

/// Takes `14001:2015`, `4806.11`, `-2`; with a letter before the figures where the body has one.
fn figures<'text>(cursor: &mut Cursor<'text>, lettered: bool) -> Option<&'text str> {
    let start = cursor.position();
    let part = cursor.eat(b'-');
    if lettered && !part {
        let letter = cursor.peek().filter(u8::is_ascii_uppercase)?;
        cursor.eat(letter);
        cursor.eat(b' ');
    }
    if cursor.digits().is_empty() {
        return None;
    }
    while matches!(cursor.peek(), Some(b'.' | b'-' | b':'))
        && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit())
    {
        cursor.move_to(cursor.position() + 1);
        cursor.digits();
    }
    cursor.whole().get(start..cursor.position())
}

/// Whether an item may end here.
fn ends(cursor: &Cursor<'_>, typed: impl Typed) -> bool {
    let mut ahead = *cursor;
    let new_line = |at: usize| matches!(typed(at), Some(b'\n' | b'\r'));
    let start = ahead.position();
    let blank = ahead.blanks();
    let Some(next) = ahead.rest().chars().next() else {
        return true;
    };
    if (start..ahead.position()).any(new_line) {
        return true;
    }
    match next {
        '.' | ',' => {
            !ahead.peek_at(1).is_some_and(|byte| byte.is_ascii_digit())
                || typed(ahead.position()) != Some(next as u8)
        }
        ';' | ':' | ')' | ']' | '!' | '?' | '"' | '(' | '&' | '~' | '。' | '、' | '；' | '：'
        | '）' | '】' | '》' | '」' | '”' | '’' | '！' | '？' | '《' | '「' | '【' => {
            true
        }
        letter if letter.is_ascii_alphabetic() => {
            let word = ahead.letters();
            let whole = ahead.peek() != Some(b'/') && !ahead.at_digit();
            blank && whole && ENGLISH_FOLLOWERS.contains(&word)
        }
        _ => {
            let rest = ahead.rest();
            CHINESE_FOLLOWERS.iter().any(|word| rest.starts_with(word))
        }
    }
}
