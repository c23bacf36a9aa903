//! The grammars that need a dozen lines each.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, year};
use super::super::number::Number;
use super::super::supplement::{Binding, Supplement, SupplementKind};
use super::chinese::dash;
use super::tail::{self, PartMark};
use super::{Context, Mode, Outcome, body_of, international};

const PROSE: Context = Context {
    mode: Mode::Prose,
    depth: 0,
};

/// CCSDS: `CCSDS 120.0-G-4-S Cor. 1`: number, colour of the book, issue, silver for withdrawn.
pub(super) fn space(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" -");
    let base = cursor.alphanumerics().to_ascii_uppercase();
    if base.len() != 3 || !cursor.eat(b'.') {
        return None;
    }
    let mut number = Number::new(body_of(row)?, row.head, base);
    number.part = format!(".{}", cursor.digits());
    while cursor.peek() == Some(b'-')
        && cursor
            .peek_at(1)
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
    {
        cursor.eat(b'-');
        let item = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        number.version.push('-');
        number.version.push_str(&item.to_ascii_uppercase());
    }
    let corrigendum = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        cursor.word("COR").then_some(())?;
        cursor.skip(b". ");
        Some(cursor.digits()).filter(|digits| !digits.is_empty())
    });
    if let Some(digits) = corrigendum {
        number.supplements.push(Supplement {
            kind: SupplementKind::Corrigendum,
            binding: Binding::Separate,
            number: digits.to_owned(),
            year: None,
            text: format!(" Cor. {digits}"),
        });
    }
    let translation = cursor.attempt(|cursor| {
        cursor.skip(b" -");
        let language = cursor.letters();
        cursor.skip(b" ");
        (cursor.word("TRANSLATED") && !language.is_empty()).then_some(language)
    });
    if let Some(language) = translation {
        number.product = format!(" - {language} Translated");
    }
    Some(Outcome::new(number, row).marked())
}

/// PLATEAU: `PLATEAU Handbook #03-1 第1.0版`, `PLATEAU Technical Report #46-1`.
pub(super) fn plateau(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" ");
    let kind = ["Handbook", "Technical Report"]
        .into_iter()
        .find(|kind| cursor.word(kind))?;
    cursor.skip(b" #");
    let base = cursor.digits();
    if base.is_empty() {
        return None;
    }
    let mut number = Number::new(body_of(row)?, format!("PLATEAU {kind}"), base);
    number.gap = " #";
    if cursor.eat(b'-') {
        number.part = format!("-{}", cursor.digits());
    }
    let edition = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        let rest = cursor.rest().strip_prefix('第')?;
        let length = rest.find('版')?;
        let digits = rest.get(..length).filter(|digits| digits.len() <= 6)?;
        cursor.move_to(cursor.position() + '第'.len_utf8() + length + '版'.len_utf8());
        Some(format!(" 第{digits}版"))
    });
    number.version = edition.unwrap_or_default();
    Some(Outcome::new(number, row).marked())
}

/// Ecma: `ECMA-262`, `ECMA TR/107`, `ECMA MEM/1966`.
pub(super) fn ecma(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" -/");
    let kind = ["TR", "MEM", "ST"]
        .into_iter()
        .find(|kind| cursor.word(kind));
    cursor.skip(b" -/");
    let base = cursor.digits();
    if base.is_empty() || base.len() > 4 {
        return None;
    }
    let head = kind.map_or_else(
        || row.head.to_owned(),
        |kind| format!("{} {kind}", row.head),
    );
    let mut number = Number::new(body_of(row)?, head, base);
    number.gap = if kind.is_some() { "/" } else { "-" };
    if cursor.peek() == Some(b'-') && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit()) {
        cursor.eat(b'-');
        number.part = format!("-{}", cursor.digits());
    }
    if kind == Some("MEM") {
        number.date = full_year(&number.base).map(|year| Date {
            year,
            month: None,
            text: String::new(),
        });
    }
    international::finish(cursor, &mut number, super::supplements::Dialect::Iso, PROSE);
    Some(Outcome::new(number, row).marked())
}

/// OIML: `OIML R 60-1:2017`, `OIML Bulletin 1975-01-19`.
pub(super) fn metrology(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" -");
    if cursor.word("BULLETIN") {
        cursor.skip(b" ");
        let issue = cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'-');
        let year = full_year(issue.get(..4)?)?;
        let mut number = Number::new(body_of(row)?, "OIML Bulletin", issue);
        number.date = Some(Date {
            year,
            month: None,
            text: String::new(),
        });
        return Some(Outcome::new(number, row).marked());
    }
    let letter = cursor
        .peek()
        .filter(u8::is_ascii_alphabetic)?
        .to_ascii_uppercase();
    cursor.move_to(cursor.position() + 1);
    cursor.skip(b" -");
    let tail = tail::read(
        cursor,
        Context {
            mode: Mode::Whole,
            depth: 0,
        },
        PartMark::Hyphen,
    )?;
    let base = format!("{} {}", char::from(letter), tail.base);
    let mut number = Number::new(body_of(row)?, row.head, base);
    number.part = tail.part;
    number.date = tail.date;
    if let Some(mark) = cursor.attempt(annex) {
        number.product = mark;
        number.date = number.date.or_else(|| tail::colon_date(cursor, PROSE));
        international::languages(cursor);
        return Some(Outcome::new(number, row).marked());
    }
    international::finish(cursor, &mut number, super::supplements::Dialect::Iso, PROSE);
    Some(Outcome::new(number, row).marked())
}

/// Reads ` Annexes`, ` Annex D`, ` Brochure`, `-sup`, `-erratum`, with the year the last two carry.
fn annex(cursor: &mut Cursor<'_>) -> Option<String> {
    let hyphen = cursor.eat(b'-');
    let blank = !hyphen && cursor.blanks();
    let word = ["Annexes", "Annex", "Brochure", "sup", "erratum"]
        .into_iter()
        .find(|word| cursor.whole_word(word))?;
    if !hyphen && !blank {
        return None;
    }
    let sign = if hyphen { '-' } else { ' ' };
    let mut mark = format!("{sign}{word}");
    if word == "Annex" {
        cursor.skip(b" ");
        let letters = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        mark = format!("{mark} {letters}");
    }
    let year = cursor.attempt(|cursor| {
        cursor.eat(b':').then_some(())?;
        full_year(cursor.digits())
    });
    if let Some(year) = year {
        mark = format!("{mark}:{year}");
    }
    Some(mark)
}

/// Codex: `CXS 1-1985`, `CODEX STAN 1-1985`, `CAC/GL 2-1985`, `CAC/RCP 1-1969`.
pub(super) fn codex(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" /-");
    let kinds = [
        ("STAN", "CXS"),
        ("GL", "CXG"),
        ("RCP", "CXC"),
        ("MISC", "CXA"),
        ("MRL", "CXM"),
    ];
    let old = kinds.into_iter().find(|(word, _)| cursor.whole_word(word));
    if old.is_none() && matches!(row.head, "CAC" | "CODEX") {
        return None;
    }
    let head = old.map_or(row.head, |(_, head)| head);
    cursor.skip(b" -");
    let base = cursor.digits();
    if base.is_empty() || base.len() > 4 {
        return None;
    }
    let letter = cursor.attempt(|cursor| (cursor.word("R") && cursor.at_boundary()).then_some("R"));
    let base = format!("{base}{}", letter.unwrap_or_default());
    let mut number = Number::new(body_of(row)?, head, base);
    number.date = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        (cursor.eat(b'-') || cursor.eat(b':')).then_some(())?;
        cursor.skip(b" ");
        let digits = cursor.digits();
        year(digits).map(|value| dash(digits, value))
    });
    Some(Outcome::new(number, row).marked())
}

/// UNECE: `UNECE STANDARD FFV-18`, `UNECE R100`.
pub(super) fn unece(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" -/");
    let standard = cursor.whole_word("STANDARD");
    cursor.skip(b" ");
    if cursor.whole_word("REGULATION") {
        cursor.skip(b" ");
        cursor.whole_word("NO");
        cursor.skip(b". ");
        let digits = cursor.digits();
        let number = Number::new(body_of(row)?, row.head, format!("R{digits}"));
        return (!digits.is_empty()).then(|| Outcome::new(number, row).marked());
    }
    let series = cursor.letters().to_ascii_uppercase();
    if series.is_empty() || series.len() > 5 {
        return None;
    }
    let gap = cursor.skip(b"- ");
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let standard = standard || series != "R";
    let head = if standard { "UNECE STANDARD" } else { row.head };
    let sign = if standard || (gap && series != "R") {
        "-"
    } else {
        ""
    };
    let mut number = Number::new(body_of(row)?, head, format!("{series}{sign}{digits}"));
    number.date = tail::colon_date(cursor, PROSE);
    Some(Outcome::new(number, row).marked())
}

/// Technical regulations of the customs union: `TR TS 020/2011`, `TR CU 020/2011`.
pub(super) fn eaeu(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" ");
    let union = ["EAES", "EAEU", "EAC", "TS", "CU"]
        .into_iter()
        .find(|union| cursor.whole_word(union))?;
    cursor.skip(b" ");
    let base = cursor.digits();
    if base.len() != 3 || !cursor.eat(b'/') {
        return None;
    }
    let digits = cursor.digits();
    let value = full_year(digits)?;
    let head = if matches!(union, "TS" | "CU") {
        "TR TS"
    } else {
        "TR EAEU"
    };
    let mut number = Number::new(body_of(row)?, head, base);
    number.date = Some(Date {
        year: value,
        month: None,
        text: format!("/{digits}"),
    });
    Some(Outcome::new(number, row).adjust(0.4).marked())
}

/// Mexican norms: `NOM-001-SCFI-2018`, `NMX-CC-9001-IMNC-2015`.
pub(super) fn mexican(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    let mut groups: Vec<String> = Vec::new();
    while groups.len() < 6 {
        let group = cursor.attempt(|cursor| {
            cursor.skip(b" ");
            cursor.skip(b"-/").then_some(())?;
            cursor.skip(b" ");
            let group = cursor.alphanumerics();
            (!group.is_empty() && group.len() <= 8).then_some(group)
        });
        let Some(group) = group else { break };
        groups.push(group.to_ascii_uppercase());
    }
    let date = groups.last().and_then(|last| {
        full_year(last).map(|year| Date {
            year,
            month: None,
            text: format!("-{last}"),
        })
    });
    if date.is_some() {
        groups.pop();
    }
    let digits = groups
        .iter()
        .any(|group| group.bytes().any(|byte| byte.is_ascii_digit()));
    if groups.is_empty() || !digits {
        return None;
    }
    let mut number = Number::new(body_of(row)?, row.head, groups.join("-"));
    number.gap = "-";
    number.date = date;
    Some(Outcome::new(number, row).marked())
}
