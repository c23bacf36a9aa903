//! Which of two indicators asks for more.

use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::{Request, RequestError};
use crate::compare::indicator::Indicator;
use crate::compare::lexicon::Embedded;
use crate::compare::text_diff::Tokenizer;
use crate::compare::verdict::{Finding, judge_with};

/// Two indicators; a lacking one is `null` or left out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct VerdictRequest {
    /// The domestic side, the subject of the verdict.
    #[serde(default)]
    pub domestic: Option<Indicator>,
    /// The other side.
    #[serde(default)]
    pub foreign: Option<Indicator>,
}

/// A verdict with its reason, also in words, and its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerdictResponse {
    /// The verdict, the code of the reason, and the proof.
    #[serde(flatten)]
    pub finding: Finding,
    /// The verdict in words.
    pub label: Words,
    /// The reason in words.
    pub explanation: Words,
}

/// Words in the two languages of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Request for VerdictRequest {
    type Response = VerdictResponse;

    fn answer(
        self,
        _words: &Tokenizer<'_>,
        _deadline: Option<Instant>,
    ) -> Result<VerdictResponse, RequestError> {
        let finding = judge_with(&Embedded, self.domestic.as_ref(), self.foreign.as_ref());
        let (verdict, reason) = (finding.verdict, finding.reason);
        Ok(VerdictResponse {
            finding,
            label: Words {
                zh: verdict.zh(),
                en: verdict.en(),
            },
            explanation: Words {
                zh: reason.zh(),
                en: reason.en(),
            },
        })
    }
}
