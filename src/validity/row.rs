//! What is said of one number.

use serde::Serialize;

use crate::model::{Adoption, Status};
use crate::search::Candidate;

/// How what was written was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The edition that was written.
    Edition,
    /// No year was written: the edition in force on the day, with its amendments (GB/T 1.1-2020, 9.5.4).
    InForce,
    /// Several documents answer, and none of them was chosen.
    Several,
    /// A number, but no document of the store has it.
    NotHeld,
    /// It looks like a number and cannot be read as one.
    Unread,
}

impl Rule {
    /// Returns the rule in Chinese.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Edition => "按所写版本",
            Self::InForce => "未写年份，取当日有效版本",
            Self::Several => "有多个版本，未作选择",
            Self::NotHeld => "库中未收录",
            Self::Unread => "无法识别为标准号",
        }
    }

    /// Returns the rule in English.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Edition => "the edition as written",
            Self::InForce => "no year written: the edition in force on the day",
            Self::Several => "several editions, none chosen",
            Self::NotHeld => "not in the store",
            Self::Unread => "cannot be read as a number",
        }
    }
}

/// A standard that a document adopts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Adopted {
    /// Its number, with the year where the source gives one.
    pub number: String,
    /// How it is adopted, where the source says so.
    pub degree: Option<Adoption>,
}

/// One number of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValidityRow {
    /// As it was written.
    pub text: String,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The canonical forms it may be, the likeliest first.
    pub normalized: Vec<String>,
    /// 200 one document, 300 several, 404 not in the store, 400 no number.
    pub result: u16,
    /// How it was read.
    pub rule: Rule,
    /// The edition that is meant, with its status on the day.
    pub edition: Option<Candidate>,
    /// What else may be meant, or is near.
    pub candidates: Vec<Candidate>,
    /// What replaced the edition, step by step to the last.
    pub replaced_by: Vec<Candidate>,
    /// What the edition adopts.
    pub adopts: Vec<Adopted>,
    /// Amendments and corrigenda of the edition published by the day.
    pub amendments: Vec<Candidate>,
}

impl ValidityRow {
    /// Returns the status of the edition that is meant.
    pub fn status(&self) -> Option<Status> {
        self.edition.as_ref().map(|edition| edition.standing)
    }
}
