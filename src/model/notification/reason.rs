//! Why an addendum was made.
//!
//! The Committee's form (G/TBT/35, June 2014) has nine boxes to tick. ePing does not carry the boxes, so the reason is read
//! from keywords, title and text, and only where they say it in so many words; a conditional or a draft is no reason.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::phrases::{KEYWORDS, NOT_YET, PHRASES};
use super::written_date;
use crate::model::{EventKind, PartialDate};

/// A box of the addendum form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddendumReason {
    /// The comment period was changed: 评议期变更.
    CommentPeriodChanged,
    /// The notified measure was adopted: 措施已批准.
    Adopted,
    /// The notified measure was published: 措施已发布.
    Published,
    /// The notified measure enters into force: 措施生效.
    EntersIntoForce,
    /// The text of the final measure is available: 最终文本可得.
    FinalTextAvailable,
    /// The notified measure was withdrawn or revoked: 措施撤回或废止.
    Withdrawn,
    /// Content or scope was changed: 内容或范围变更.
    ContentChanged,
    /// Interpretive guidance was issued: 发布解释性指南.
    GuidanceIssued,
    /// Anything else: 其他.
    Other,
}

impl AddendumReason {
    /// All reasons, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::CommentPeriodChanged,
        Self::Adopted,
        Self::Published,
        Self::EntersIntoForce,
        Self::FinalTextAvailable,
        Self::Withdrawn,
        Self::ContentChanged,
        Self::GuidanceIssued,
        Self::Other,
    ];

    /// Returns the word used in JSON, by which the vocabulary names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::CommentPeriodChanged => "comment_period_changed",
            Self::Adopted => "adopted",
            Self::Published => "published",
            Self::EntersIntoForce => "enters_into_force",
            Self::FinalTextAvailable => "final_text_available",
            Self::Withdrawn => "withdrawn",
            Self::ContentChanged => "content_changed",
            Self::GuidanceIssued => "guidance_issued",
            Self::Other => "other",
        }
    }

    /// Returns the kind of event it is.
    pub fn event(self) -> EventKind {
        match self {
            Self::CommentPeriodChanged => EventKind::DeadlineChanged,
            Self::Adopted => EventKind::Adopted,
            Self::Published => EventKind::Published,
            Self::EntersIntoForce => EventKind::EnteredIntoForce,
            Self::FinalTextAvailable => EventKind::FinalTextAvailable,
            Self::Withdrawn => EventKind::Withdrawn,
            Self::ContentChanged => EventKind::ScopeChanged,
            Self::GuidanceIssued => EventKind::GuidanceIssued,
            Self::Other => EventKind::Amended,
        }
    }
}

/// A reason with the day that the text gives for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Which box.
    pub kind: AddendumReason,
    /// The day, where one stands in the same sentence after the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<PartialDate>,
    /// The words that say so, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// Longest part of a text in which reasons are looked for; beyond it stand annexes.
const MOST_BYTES: usize = 20_000;

impl Reason {
    /// Reads the reasons from keywords and texts; [`AddendumReason::Other`] where neither names one.
    pub fn read(keywords: &[String], texts: &[&str]) -> Vec<Self> {
        let mut reasons: Vec<Self> = Vec::new();
        for text in texts {
            for sentence in sentences(text) {
                read_sentence(sentence, &mut reasons);
            }
        }
        for keyword in keywords {
            let lower = keyword.to_lowercase();
            let named = KEYWORDS.iter().find(|(word, _)| lower.starts_with(word));
            let Some((_, kinds)) = named else { continue };
            // One keyword stands for adoption, publication and entry into force; the text says which, if it does.
            if !reasons.iter().any(|reason| kinds.contains(&reason.kind)) {
                reasons.push(Self {
                    kind: kinds[0],
                    day: None,
                    words: keyword.clone(),
                });
            }
        }
        if reasons.is_empty() {
            reasons.push(Self {
                kind: AddendumReason::Other,
                day: None,
                words: String::new(),
            });
        }
        reasons.sort_by_key(|reason| reason.kind);
        reasons
    }

    /// Returns the day on which the reason comes true by itself.
    pub fn turns(&self) -> Option<Date> {
        let by_itself = self.kind == AddendumReason::EntersIntoForce;
        self.day.filter(|_| by_itself).map(PartialDate::earliest)
    }
}

fn read_sentence(sentence: &str, reasons: &mut Vec<Reason>) {
    // Lowering keeps byte places for the letters of these languages; where it does not, nothing is cut.
    let lower = sentence.to_lowercase();
    if NOT_YET.iter().any(|words| lower.contains(words)) {
        return;
    }
    for (words, kind) in PHRASES {
        let Some(at) = lower.find(words) else {
            continue;
        };
        let day = written_date(beside(&lower, at, words)).filter(|day| day.to_string().len() > 4);
        if let Some(known) = reasons.iter_mut().find(|reason| reason.kind == *kind) {
            known.day = known.day.or(day);
            continue;
        }
        let written = sentence.get(at..at + words.len());
        reasons.push(Reason {
            kind: *kind,
            day,
            words: written.unwrap_or(words).to_owned(),
        });
    }
}

/// The text in which the day of a phrase stands: right behind it, in Chinese right before it.
///
/// A date further away belongs to something else.
fn beside<'t>(text: &'t str, at: usize, words: &str) -> &'t str {
    if words
        .chars()
        .any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character))
    {
        let before = text.get(..at).unwrap_or_default();
        let start = before
            .char_indices()
            .rev()
            .nth(11)
            .map_or(0, |(start, _)| start);
        return &before[start..];
    }
    let behind = text.get(at + words.len()..).unwrap_or_default();
    let far = behind
        .char_indices()
        .nth(60)
        .map_or(behind.len(), |(end, _)| end);
    // `was published and became effective on 15 May`: the day belongs to the second.
    let next = PHRASES
        .iter()
        .filter_map(|(phrase, _)| behind.find(phrase))
        .min();
    let end = next.map_or(far, |next| next.min(far));
    &behind[..end]
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // A full stop ends a sentence only before a blank and after a small letter, a digit of a year or a bracket: `No. 5` goes on.
    let mut rest = &text[..end];
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let stop = rest
            .char_indices()
            .find(|&(at, character)| match character {
                '。' | '；' | '\n' => true,
                '.' => ends_here(rest, at),
                _ => false,
            });
        let cut = stop.map_or(rest.len(), |(at, character)| at + character.len_utf8());
        let (sentence, behind) = rest.split_at(cut);
        rest = behind;
        Some(sentence)
    })
}

fn ends_here(text: &str, stop: usize) -> bool {
    let short = text[..stop]
        .rsplit(|character: char| !character.is_alphabetic())
        .next();
    let abbreviated = short.is_some_and(|word| (1..=2).contains(&word.chars().count()));
    let next = text[stop + 1..].chars().next();
    !abbreviated && next.is_none_or(|next| next.is_whitespace() || next.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(AddendumReason, Option<String>)> {
        Reason::read(&[], &[text])
            .into_iter()
            .map(|reason| (reason.kind, reason.day.map(|day| day.to_string())))
            .collect()
    }

    #[test]
    fn reasons_are_read_from_the_words_of_real_addenda_with_their_days() {
        use AddendumReason::{
            Adopted, CommentPeriodChanged, ContentChanged, EntersIntoForce, FinalTextAvailable,
            GuidanceIssued, Other, Published, Withdrawn,
        };
        let day = |text: &str| Some(text.to_owned());
        for (text, expected) in [
            (
                "The standards, notified in G/TBT/N/JPN/865 (dated 20 May 2025), will come into force on 10 June 2025.",
                vec![(EntersIntoForce, day("2025-06-10"))],
            ),
            (
                "The regulation was published and became effective on 15 May 2025.",
                vec![(Published, None), (EntersIntoForce, day("2025-05-15"))],
            ),
            (
                "The deadline for submitting comments has been extended until 31 July 2025.",
                vec![(CommentPeriodChanged, day("2025-07-31"))],
            ),
            (
                "This action withdraws the notice of proposed rulemaking (NPRM).",
                vec![(Withdrawn, None)],
            ),
            (
                "Exempt Resolution No. 3.605 was published in the Official Journal on 28 May 2025, entering into force from that date.",
                vec![(Published, day("2025-05-28")), (EntersIntoForce, None)],
            ),
            (
                "The draft texts were adopted with the following changes.",
                vec![(Adopted, None)],
            ),
            (
                "El Ministerio informa la publicación del Decreto N°2 de 2017.",
                vec![(Published, None)],
            ),
            (
                "el reglamento entra en vigor el 1 de julio de 2025",
                vec![(EntersIntoForce, day("2025-07-01"))],
            ),
            (
                "Le règlement entre en vigueur le 1er août 2025.",
                vec![(EntersIntoForce, day("2025-08-01"))],
            ),
            (
                "该措施于2025年7月18日批准，2025年8月1日生效。",
                vec![
                    (Adopted, day("2025-07-18")),
                    (EntersIntoForce, day("2025-08-01")),
                ],
            ),
            (
                "The scope of the measure has been changed.",
                vec![(ContentChanged, None)],
            ),
            (
                "Interpretive guidance has been issued.",
                vec![(GuidanceIssued, None)],
            ),
            (
                "The text of the final measure can be obtained from the ministry.",
                vec![(FinalTextAvailable, None)],
            ),
            (
                "KWS 1897 specifies efficiency classes for motors.",
                vec![(Other, None)],
            ),
            (
                "The regulation, if adopted, would enter into force in 2027.",
                vec![(Other, None)],
            ),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn the_footnote_of_the_form_is_no_reason() {
        let footnote = "-__________1 This information can be provided by including a website address, a PDF attachment, \
            or other information on where the text of the final measure/change to the measure/interpretative guidance can be obtained.";
        assert_eq!(read(footnote), [(AddendumReason::Other, None)]);
    }

    #[test]
    fn a_keyword_counts_where_the_text_says_nothing() {
        let keywords = [
            "Withdrawal of the measure".to_owned(),
            "Human health".to_owned(),
        ];
        let reasons = Reason::read(&keywords, &["The suspension of 3 March was lifted."]);
        assert_eq!(reasons.len(), 1);
        assert_eq!(reasons[0].kind, AddendumReason::Withdrawn);
    }
}
