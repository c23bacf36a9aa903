//! Publishers, stage and draft mark before the number of IEEE.

use super::designation::{base, groups};
use super::line::rest;
use super::supplement::supplement;
use crate::number::Rule;
use crate::number::bodies::PrefixRow;
use crate::number::cursor::Cursor;
use crate::number::grammar::{Context, Outcome, body_of};
use crate::number::number::Number;

/// Publishers that share numbers with IEEE.
const PUBLISHERS: [&str; 16] = [
    "IEEE", "ANSI", "ISO", "IEC", "EIA", "ASTM", "NEMA", "NESC", "CSA", "ASHRAE", "NSF", "NACE",
    "ASA", "IRE", "AIEE", "NEMI",
];

/// Words before the number that say nothing about it, the longer before their beginnings.
const FILLERS: [&str; 17] = [
    "UNAPPROVED DRAFT STD",
    "APPROVED DRAFT STD",
    "ACTIVE UNAPPROVED DRAFT STD",
    "UNAPPROVED STD",
    "APPROVED STD",
    "ACTIVE STD",
    "DRAFT STANDARD",
    "STANDARD",
    "STDS",
    "IEEE",
    "DRAFT STD",
    "DRAFT",
    "STAD",
    "STD.",
    "STD",
    "NO.",
    "NO",
];

/// The stages of joint drafts with ISO and IEC.
const STAGES: [&str; 11] = [
    "CD3", "FCD", "DIS3", "FDIS", "DIS2", "DIS", "CDV", "CD2", "CD1", "CD", "WD",
];

pub(in crate::number::grammar) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut publishers = vec![row.head];
    while let Some(publisher) = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        if !cursor.eat(b'/') {
            return None;
        }
        cursor.skip(b" ");
        PUBLISHERS.into_iter().find(|name| cursor.whole_word(name))
    }) {
        if publishers.len() > 5 {
            return None;
        }
        publishers.push(publisher);
    }
    let foreign = matches!(row.head, "ISO" | "IEC");
    if foreign && !publishers.contains(&"IEEE") {
        return None;
    }
    cursor.skip(b" -");
    let mut stage = "";
    let mut standard = false;
    for _ in 0..3 {
        if let Some(filler) = FILLERS
            .into_iter()
            .find(|word| cursor.whole_word(word) || (word.ends_with('.') && cursor.word(word)))
        {
            standard |= filler.starts_with("ST");
            cursor.skip(b" .-");
        } else if let Some(found) = STAGES
            .into_iter()
            .find(|word| cursor.word(word) && cursor.at_boundary())
        {
            stage = found;
            cursor.skip(b" ");
        }
    }
    let draft = cursor
        .attempt(|cursor| {
            if !cursor.word("P") {
                return None;
            }
            let next = (cursor.peek()?, cursor.peek_at(1));
            let fits = next.0.is_ascii_digit()
                || (next.0.is_ascii_alphabetic()
                    && next.1.is_some_and(|byte| byte.is_ascii_digit()));
            fits.then_some(())
        })
        .is_some();
    let mut number = Number::new(body_of(row)?, "", "");
    base(cursor, &mut number)?;
    let lettered = number
        .base
        .starts_with(|letter: char| letter.is_ascii_alphabetic());
    if !publishers.contains(&"IEEE") && !matches!(row.head, "AIEE" | "IRE" | "IEEE") && !lettered {
        return None;
    }
    let joined = publishers.join("/");
    number.head.clone_from(&joined);
    if !stage.is_empty() {
        number.head = format!("{joined} {stage}");
    }
    if draft {
        number.head.push_str(" P");
        number.gap = "";
    } else if publishers.contains(&"IEEE") && !foreign {
        number.head.push_str(" Std");
    } else if matches!(row.head, "AIEE") {
        number.head.push_str(" No");
    }
    if foreign && !draft {
        // Without the `P` of a draft it is a joint publication, which has a grammar of its own.
        return None;
    }
    let family = if publishers.contains(&"IEEE") && !foreign {
        format!("{joined} Std")
    } else {
        joined
    };
    groups(cursor, &mut number, draft);
    if context.whole() {
        rest(cursor, &mut number, draft)?;
    } else {
        while let Some(supplement) = cursor.attempt(supplement) {
            number.supplements.push(supplement);
        }
    }
    let outcome_family = family;
    if draft {
        // The gap of a draft is empty, so the family keeps its blank in the prefix.
        number.family_head = Some(format!("{outcome_family} "));
    } else if outcome_family != number.head {
        number.family_head = Some(outcome_family);
    }
    let mut outcome = Outcome::new(number, row);
    if standard || draft || publishers.len() > 1 {
        outcome = outcome.marked();
    }
    if row.head == "ANSI"
        && (publishers.contains(&"IEEE") || outcome.number.base.starts_with(['C', 'N', 'Y']))
    {
        // The committees C, N and Y of ANSI publish through IEEE.
        outcome = outcome.adjust(0.3);
    }
    Some(outcome)
}

/// Reads `P1662/D8.3, June 2016`, a draft whose line lost the name of the society.
pub(in crate::number::grammar) fn nameless(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut number = Number::new(body_of(row)?, "IEEE P", "");
    number.gap = "";
    number.family_head = Some("IEEE Std ".to_owned());
    base(cursor, &mut number)?;
    groups(cursor, &mut number, true);
    if !context.whole() {
        return None;
    }
    rest(cursor, &mut number, true)?;
    number
        .mark
        .starts_with("/D")
        .then(|| Outcome::new(number, row).rule(Rule::OmittedBody).marked())
}
