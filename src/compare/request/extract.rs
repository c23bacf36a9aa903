//! Which indicators a text holds.

use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::{Request, RequestError};
use crate::compare::indicator::{Indicator, Language, extract};
use crate::compare::span::CodePoints;
use crate::compare::text_diff::Tokenizer;

/// A text whose indicators are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ExtractRequest {
    /// The language of the text; told sentence by sentence when left out.
    #[serde(default)]
    pub lang: Option<Language>,
    /// The text.
    pub text: String,
}

/// The indicators of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExtractResponse {
    /// The indicators in the order they stand; `span` counts code points.
    pub indicators: Vec<Indicator>,
}

impl Request for ExtractRequest {
    type Response = ExtractResponse;

    fn answer(
        self,
        _words: &Tokenizer<'_>,
        _deadline: Option<Instant>,
    ) -> Result<ExtractResponse, RequestError> {
        let mut indicators = extract(&self.text, self.lang);
        let points = CodePoints::of(&self.text);
        for indicator in &mut indicators {
            indicator.span = points.range(&self.text, &indicator.span);
        }
        Ok(ExtractResponse { indicators })
    }
}
