//! National and sector standards of China.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, year};
use super::super::number::{Adoption, Number};
use super::super::parser;
use super::super::supplement::{Binding, Supplement, SupplementKind};
use super::super::{BodyKind, Rule};
use super::{Context, Outcome, body_of};

/// The letters that mark the nature of a standard after the slash.
///
/// `T` recommended, `Z` guidance; `B`, `C`, `TR` and `J` are older marks of single sectors.
const NATURES: [&str; 6] = ["TR", "T", "Z", "B", "C", "J"];

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut head = row.head.to_owned();
    let glued = scope(cursor, &mut head);
    let nature = nature(cursor, glued);
    if let Some((letters, _)) = nature {
        head.push('/');
        head.push_str(letters);
    }
    let mut number = Number::new(body_of(row)?, head, "");
    let lettered = matches!(row.head, "JTG" | "JTS" | "JTJ" | "ZB");
    let year_form = digits(cursor, &mut number, context, lettered)?;
    if row.head == "CECS"
        && let Some(date) = &mut number.date
    {
        // The association prints a colon.
        date.text = format!(":{}", date.year);
    }
    ending(cursor, &mut number, context);
    let stated = matches!(nature, Some((_, Written::Slash)));
    let national = number.body.kind() == BodyKind::National;
    let mut outcome = Outcome::new(number, row);
    if stated || (national && outcome.number.date.is_some()) {
        outcome = outcome.adjust(0.1).marked();
    }
    outcome = match nature {
        Some((_, Written::Glued)) => outcome.rule(Rule::GluedNature).adjust(-0.02),
        Some((_, Written::Blank)) => outcome.rule(Rule::GluedNature).adjust(-0.01),
        _ => outcome,
    };
    if nature.is_none() && !national && outcome.number.date.is_none() {
        outcome = outcome.adjust(-0.3);
    }
    if year_form == YearForm::Colon && !national {
        outcome = outcome.adjust(-0.3);
    }
    if national && nature.is_none() && outcome.number.date.is_none() {
        // `GB 3.5` in prose is storage, `GB 2` a country: a bare number wants some length.
        let figures = outcome.number.base.len();
        outcome.marked = figures >= 4 || (figures == 3 && !outcome.number.part.is_empty());
    }
    Some(outcome)
}

/// Reads everyday names: `国标19001`, `国标T19001`.
pub(super) fn spoken(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut outcome = read(cursor, row, context)?
        .rule(Rule::SpokenPrefix)
        .adjust(-0.2);
    if !outcome.number.head.contains('/') {
        let mut recommended = outcome.number.clone();
        recommended.head.push_str("/T");
        outcome
            .alternatives
            .push((recommended, Rule::SpokenPrefix, outcome.confidence - 0.05));
    }
    Some(outcome)
}

/// How the nature was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Slash,
    Blank,
    Glued,
}

/// Passes a bracketed scope that belongs to the prefix: `JJG(交通)`, `DB13(J)`.
fn scope(cursor: &mut Cursor<'_>, head: &mut String) -> bool {
    let scope = cursor.attempt(|cursor| {
        cursor.blanks();
        let rest = cursor.rest();
        let inside = rest.strip_prefix('(')?;
        let length = inside
            .find(')')
            .filter(|&length| length > 0 && length <= 18)?;
        if inside[..length].bytes().any(|byte| byte.is_ascii()) {
            return None;
        }
        cursor.move_to(cursor.position() + length + 2);
        Some(&rest[..length + 2])
    });
    if let Some(scope) = scope {
        head.push_str(scope);
    }
    scope.is_some()
}

/// Reads the nature in whatever way it was written.
pub(super) fn nature(cursor: &mut Cursor<'_>, _scoped: bool) -> Option<(&'static str, Written)> {
    let start = cursor.position();
    let blank = cursor.blanks();
    let slash = cursor.skip(b"/\\_");
    let hyphen = !slash
        && cursor.peek() == Some(b'-')
        && cursor
            .peek_at(1)
            .is_some_and(|byte| byte.is_ascii_alphabetic())
        && cursor.eat(b'-');
    cursor.blanks();
    let written = if slash || hyphen {
        Written::Slash
    } else if blank {
        Written::Blank
    } else {
        Written::Glued
    };
    for letters in NATURES {
        let here = cursor.position();
        if cursor.word(letters) && !cursor.at_letter() {
            let ends = cursor.at_digit() || matches!(cursor.peek(), Some(b' ' | b'-' | b'/'));
            // Without the slash only T and Z are common enough to be meant.
            if ends && (written == Written::Slash || matches!(letters, "T" | "Z")) {
                return Some((letters, written));
            }
        }
        cursor.move_to(here);
    }
    if slash {
        // `DB13/ 2168-2020`: the slash of a nature that is not there.
        return None;
    }
    cursor.move_to(start);
    None
}

/// How the year was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearForm {
    Hyphen,
    Colon,
    Missing,
}

/// Reads number, part and year.
pub(super) fn digits(
    cursor: &mut Cursor<'_>,
    number: &mut Number,
    context: Context,
    lettered: bool,
) -> Option<YearForm> {
    cursor.skip(b" -_");
    if lettered && cursor.at_letter() {
        let letters = cursor.letters().to_ascii_uppercase();
        if letters.len() > 2 {
            return None;
        }
        number.base.push_str(&letters);
        cursor.skip(b" ");
    }
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    number.base.push_str(digits);
    version_letter(cursor, &mut number.base);
    loop {
        let part = cursor.attempt(|cursor| {
            if context.whole() {
                cursor.blanks();
            }
            if !cursor.eat(b'.') {
                return None;
            }
            if context.whole() {
                cursor.blanks();
            }
            let digits = cursor.digits();
            (!digits.is_empty()).then_some(digits)
        });
        let Some(digits) = part else { break };
        number.part.push('.');
        number.part.push_str(digits);
        version_letter(cursor, &mut number.part);
    }
    // `GSB 05-1426-2001`, `SH 3501.1-03-2011`: groups before the year belong to the number.
    let form = loop {
        let start = cursor.position();
        match year_or_group(cursor, context) {
            Some(Group::Year(date, form)) => {
                number.date = Some(date);
                break form;
            }
            Some(Group::Number(digits)) => {
                number.base.push_str(&std::mem::take(&mut number.part));
                number.base.push('-');
                number.base.push_str(digits);
            }
            None => {
                cursor.move_to(start);
                break YearForm::Missing;
            }
        }
    };
    if number.date.is_none() {
        dotted_year(number);
    }
    Some(form)
}

enum Group<'text> {
    Year(Date, YearForm),
    Number(&'text str),
}

fn year_or_group<'text>(cursor: &mut Cursor<'text>, context: Context) -> Option<Group<'text>> {
    let spaced = cursor.blanks();
    let colon = match cursor.peek()? {
        b'-' => false,
        b':' => true,
        // `GB/T 19001 2016`
        digit if spaced && context.whole() && digit.is_ascii_digit() => {
            let digits = cursor.digits();
            let value = full_year(digits)?;
            return Some(Group::Year(dash(digits, value), YearForm::Hyphen));
        }
        b'(' if context.whole() => {
            cursor.eat(b'(');
            let digits = cursor.digits();
            let value = full_year(digits)?;
            return cursor
                .eat(b')')
                .then(|| Group::Year(dash(digits, value), YearForm::Hyphen));
        }
        _ => return None,
    };
    // `——` in Chinese typesetting is two dashes.
    cursor.skip(b"-:");
    cursor.blanks();
    let digits = cursor.digits();
    let follows_number = !spaced
        && cursor.peek() == Some(b'-')
        && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit());
    if follows_number && !colon && (1..=6).contains(&digits.len()) {
        let mut ahead = *cursor;
        ahead.eat(b'-');
        let next = ahead.digits();
        // `-2020-01`: a year and then something else, not a group before a year.
        if full_year(next).is_some() || (next.len() == 2 && full_year(digits).is_none()) {
            return Some(Group::Number(digits));
        }
    }
    if cursor.at_letter() {
        return None;
    }
    let value = if colon {
        full_year(digits)?
    } else {
        year(digits)?
    };
    if digits.len() == 2 && spaced && !context.whole() {
        return None;
    }
    let form = if colon {
        YearForm::Colon
    } else {
        YearForm::Hyphen
    };
    Some(Group::Year(dash(digits, value), form))
}

/// A date as Chinese standards print it; two digits stay two digits.
pub(super) fn dash(digits: &str, year: u16) -> Date {
    Date {
        year,
        month: None,
        text: format!("-{digits}"),
    }
}

/// Turns `19001.2016` into number and year; no part has a number that high.
fn dotted_year(number: &mut Number) {
    let Some((before, last)) = number.part.rsplit_once('.') else {
        return;
    };
    if let Some(value) = full_year(last) {
        number.date = Some(dash(last, value));
        let length = before.len();
        number.part.truncate(length);
    }
}

/// Takes the capital that marks a new version of one number: `GJB 9001C`.
fn version_letter(cursor: &mut Cursor<'_>, text: &mut String) {
    let letter = cursor.attempt(|cursor| {
        let letter = cursor.peek().filter(u8::is_ascii_alphabetic)?;
        cursor.eat(letter);
        let ends = matches!(cursor.peek(), None | Some(b' ' | b'-' | b'.' | b')' | b'/'));
        // In small letters only before a year: `gjb 9001c-2017`.
        let meant = letter.is_ascii_uppercase() || cursor.peek() == Some(b'-');
        (ends && meant).then_some(letter)
    });
    if let Some(letter) = letter {
        text.push(char::from(letter.to_ascii_uppercase()));
    }
}

/// Reads amendment sheets and the foreign number of an identical adoption.
pub(super) fn ending(cursor: &mut Cursor<'_>, number: &mut Number, context: Context) {
    if let Some(year) = cursor.attempt(partial_revision) {
        number.version = format!("({year}年版)");
    }
    while let Some(supplement) = cursor.attempt(amendment) {
        number.supplements.push(supplement);
    }
    if context.depth > 2 {
        return;
    }
    if let Some(foreign) = cursor.attempt(|cursor| dual(cursor, context)) {
        number.adoption = Adoption::Dual(Box::new(foreign));
    }
}

/// Reads `(2018年版)`: engineering codes are revised in part under the old year.
fn partial_revision(cursor: &mut Cursor<'_>) -> Option<u16> {
    cursor.skip(b" ");
    let bracket = cursor.eat(b'(');
    let year = full_year(cursor.digits())?;
    cursor.skip(b" ");
    let rest = cursor.rest().strip_prefix("年版")?;
    cursor.move_to(cursor.position() + cursor.rest().len() - rest.len());
    (bracket && cursor.eat(b')')).then_some(year)
}

/// Reads `/XG1-2020`, `XG1`, `第1号修改单`.
fn amendment(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    cursor.skip(b" ");
    let bracket = cursor.eat(b'(');
    let quote = cursor
        .rest()
        .chars()
        .next()
        .filter(|letter| matches!(letter, '《' | '〈'));
    cursor.move_to(cursor.position() + quote.map_or(0, char::len_utf8));
    cursor.skip(b"/+ ");
    let digits = if cursor.word("XG") {
        cursor.skip(b" ");
        cursor.digits().to_owned()
    } else {
        sheet(cursor)?
    };
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let date = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        if !cursor.skip(b"-:") {
            return None;
        }
        cursor.skip(b" ");
        full_year(cursor.digits())
    });
    let closing = cursor
        .rest()
        .chars()
        .next()
        .filter(|letter| matches!(letter, '》' | '〉'));
    cursor.move_to(cursor.position() + closing.map_or(0, char::len_utf8));
    if bracket {
        cursor.eat(b')');
    }
    let mut text = format!("/XG{digits}");
    if let Some(year) = date {
        text.push_str(&format!("-{year}"));
    }
    Some(Supplement {
        kind: SupplementKind::Amendment,
        binding: Binding::Separate,
        number: digits,
        year: date,
        text,
    })
}

/// Reads `第1号修改单` and `第一号修改单`.
fn sheet(cursor: &mut Cursor<'_>) -> Option<String> {
    let rest = cursor.rest().strip_prefix('第')?;
    let rest = rest.trim_start_matches(' ');
    let figure = rest.chars().next()?;
    let (digits, rest) = match "一二三四五六七八九".chars().position(|name| name == figure)
    {
        Some(index) => ((index + 1).to_string(), &rest[figure.len_utf8()..]),
        None => {
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            (rest[..length].to_owned(), &rest[length..])
        }
    };
    let rest = rest.trim_start_matches(' ').strip_prefix('号')?;
    let rest = rest.trim_start_matches(' ').strip_prefix("修改单")?;
    cursor.move_to(cursor.position() + cursor.rest().len() - rest.len());
    Some(digits)
}

/// Reads `/ISO 9001:2015`, ` (ISO 9001:2015, IDT)`, ` idt ISO 9001:2015`.
fn dual(cursor: &mut Cursor<'_>, context: Context) -> Option<Number> {
    let blank = cursor.blanks();
    let bracket = cursor.eat(b'(');
    let slash = !bracket && cursor.eat(b'/');
    cursor.blanks();
    let idt = blank && cursor.whole_word("IDT");
    cursor.blanks();
    if !(slash || bracket || idt) || !cursor.at_letter() {
        return None;
    }
    let (foreign, end) = parser::inner(
        cursor,
        Context {
            depth: context.depth + 1,
            ..context
        },
    )?;
    if foreign.body.market() == "CN" {
        return None;
    }
    cursor.move_to(end);
    if bracket {
        cursor.skip(b" ,");
        // Only an identical adoption becomes part of the number; modified ones are relations.
        if !cursor.word("IDT") || !cursor.eat(b')') {
            return None;
        }
    }
    Some(foreign)
}
