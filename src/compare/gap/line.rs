//! One line of a report: both limits as printed, the verdict, why, and who says so.

use serde::{Deserialize, Serialize};

use super::grade::{Correspondence, correspondence};
use super::{Document, Requirement};
use crate::compare::indicator::Indicator;
use crate::compare::lexicon::Lexicon;
use crate::compare::verdict::{Finding, Reason, Rule, Step, Verdict, judge_with};
use crate::model::{Bilingual, Evidence, Status};

/// What a reader must know beside a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// The limit stands in an edition that is no longer in force.
    NotInForce,
    /// Whether the edition is in force is not known.
    StatusUnknown,
    /// "Missing" means that the store holds no such limit, not that the document sets none.
    NotHeld,
    /// The grades have different names and were matched by their number.
    GradeByNumber,
    /// The conditions are alike, not the same.
    ConditionAlike,
    /// A side rests on general knowledge that was not checked against a source.
    Knowledge,
}

impl Caution {
    /// Returns the caution in words.
    pub fn words(self) -> Bilingual {
        let (zh, en) = match self {
            Self::NotInForce => (
                "所引版本已不是现行版本，现行版本的限值库中未收录",
                "the edition cited is no longer in force; the limits of the one in force are not held",
            ),
            Self::StatusUnknown => (
                "该版本是否现行未核实",
                "whether the edition is in force was not verified",
            ),
            Self::NotHeld => (
                "库中未收录对应限值，不等于该方未作规定",
                "no such limit is held; that does not mean that none is set",
            ),
            Self::GradeByNumber => (
                "牌号名称不同，按级别数值对应",
                "the grades have different names and were matched by their number",
            ),
            Self::ConditionAlike => (
                "适用条件相近而不完全相同",
                "the conditions are alike, not the same",
            ),
            Self::Knowledge => (
                "限值来自一般知识，未经官方来源核对",
                "a limit rests on general knowledge, not checked against an official source",
            ),
        };
        Bilingual::new(zh, en)
    }
}

/// One side of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineSide {
    /// The document that sets the limit.
    pub document: Document,
    /// The limit with its unit, as printed.
    pub printed: String,
    /// The limit for programs.
    pub indicator: Indicator,
    /// The clause that sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The sentence itself, where the rights of the text allow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

impl From<&Requirement> for LineSide {
    fn from(requirement: &Requirement) -> Self {
        Self {
            document: requirement.document.clone(),
            printed: requirement.printed.clone(),
            indicator: requirement.indicator.clone(),
            clause: requirement.clause.clone(),
            evidence: requirement.evidence.clone(),
            quote: requirement.quote.clone(),
        }
    }
}

/// A line of a gap report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapLine {
    /// What the line is about, the same from report to report: documents, parameter, conditions; never the values.
    pub id: String,
    /// The foreign market.
    pub market: String,
    /// The parameter.
    pub parameter: Bilingual,
    /// The domestic side.
    pub domestic: Option<LineSide>,
    /// The foreign side.
    pub foreign: Option<LineSide>,
    /// Verdict, code of the reason, proof; the subject is the domestic side.
    #[serde(flatten)]
    pub finding: Finding,
    /// The verdict in words.
    pub label: Bilingual,
    /// The reason in words.
    pub explanation: Bilingual,
    /// What must be known beside the verdict.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Caution>,
}

impl GapLine {
    /// Judges a pair; at least one side is there.
    pub fn of(
        lexicon: &dyn Lexicon,
        market: &str,
        domestic: Option<&Requirement>,
        foreign: Option<&Requirement>,
    ) -> Self {
        let mut cautions = cautions(domestic, foreign);
        let indicator = |side: Option<&Requirement>| side.map(|each| each.indicator.clone());
        let mut finding = judge_with(
            lexicon,
            indicator(domestic).as_ref(),
            indicator(foreign).as_ref(),
        );
        if let (Some(own), Some(other)) = (domestic, foreign)
            && finding.verdict != Verdict::NotComparable
        {
            match correspondence(own.condition(), other.condition()) {
                Correspondence::Apart => refuse(&mut finding, own.condition(), other.condition()),
                Correspondence::SameGrade => cautions.push(Caution::GradeByNumber),
                Correspondence::Alike => cautions.push(Caution::ConditionAlike),
                Correspondence::Open | Correspondence::Same => {}
            }
        }
        cautions.sort_unstable();
        cautions.dedup();
        let parameter = [foreign, domestic].into_iter().flatten().fold(
            Bilingual::default(),
            |mut name, each| {
                if name.zh.is_empty() {
                    name.zh.clone_from(&each.parameter.zh);
                }
                if name.en.is_empty() {
                    name.en.clone_from(&each.parameter.en);
                }
                name
            },
        );
        Self {
            id: identity(market, &parameter, domestic, foreign),
            market: market.to_owned(),
            parameter,
            domestic: domestic.map(LineSide::from),
            foreign: foreign.map(LineSide::from),
            label: Bilingual::new(finding.verdict.zh(), finding.verdict.en()),
            explanation: Bilingual::new(finding.reason.zh(), finding.reason.en()),
            finding,
            cautions,
        }
    }
}

/// Takes a verdict back: its numbers are of different grades or objects.
fn refuse(finding: &mut Finding, own: &str, other: &str) {
    finding.verdict = Verdict::NotComparable;
    finding.reason = Reason::DifferentCondition;
    finding.proof.retain(|step| step.rule == Rule::AsPrinted);
    finding.proof.push(Step {
        rule: Rule::Condition,
        side: None,
        statement: format!("{own} ≠ {other}"),
    });
}

fn cautions(domestic: Option<&Requirement>, foreign: Option<&Requirement>) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if domestic.is_none() || foreign.is_none() {
        cautions.push(Caution::NotHeld);
    }
    for side in [domestic, foreign].into_iter().flatten() {
        match side.document.status {
            Status::Superseded | Status::Withdrawn => cautions.push(Caution::NotInForce),
            Status::Unknown => cautions.push(Caution::StatusUnknown),
            Status::Current | Status::Upcoming => {}
        }
        let known_only = |one: &Evidence| one.kind == "knowledge";
        if !side.evidence.is_empty() && side.evidence.iter().all(known_only) {
            cautions.push(Caution::Knowledge);
        }
    }
    cautions
}

/// Sixteen hexadecimal digits that name what a line is about.
fn identity(
    market: &str,
    parameter: &Bilingual,
    domestic: Option<&Requirement>,
    foreign: Option<&Requirement>,
) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| {
        hasher.update(text.as_bytes());
        hasher.update(b"\0");
    };
    part(market);
    part(&parameter.zh);
    part(&parameter.en);
    for side in [domestic, foreign] {
        part(side.map_or("", |each| &each.document.id));
        part(side.map_or("", Requirement::condition));
        part(side.map_or("", |each| each.clause.as_deref().unwrap_or_default()));
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::pairing::tests::requirement;
    use super::*;
    use crate::compare::lexicon::FieldVocabulary;

    #[test]
    fn a_verdict_over_different_grades_is_taken_back_with_its_reason() {
        let own = requirement("GB 1499.2-2024", "屈服强度", "≥400", "MPa", "HRB400");
        let other = requirement("ASTM A615", "屈服强度", "≥420", "MPa", "Grade 60 [420]");
        let line = GapLine::of(&FieldVocabulary, "US", Some(&own), Some(&other));
        assert_eq!(line.finding.verdict, Verdict::NotComparable);
        assert_eq!(line.finding.reason, Reason::DifferentCondition);
        let last = line.finding.proof.last().unwrap();
        assert_eq!(last.statement, "HRB400 ≠ Grade 60 [420]");
    }

    #[test]
    fn a_lacking_side_is_called_not_held_rather_than_unregulated() {
        let other = requirement("EN 71-3", "锡迁移量", "≤15000", "mg/kg", "");
        let line = GapLine::of(&FieldVocabulary, "EU", None, Some(&other));
        assert_eq!(line.finding.verdict, Verdict::DomesticMissing);
        assert_eq!(line.cautions, [Caution::NotHeld]);
    }

    #[test]
    fn a_line_keeps_its_name_when_only_its_value_changes() {
        let line = |limit: &str| {
            let own = requirement("GB 1", "铅", limit, "mg/kg", "");
            GapLine::of(&FieldVocabulary, "EU", Some(&own), None).id
        };
        assert_eq!(line("≤90"), line("≤75"));
    }
}
