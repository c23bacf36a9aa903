//! What alerts refuse, by the word under which the pages explain it.

use crate::alerts::AlertsError;
use crate::alerts::subscription::{InterestError, TopicError};
use crate::alerts::tokens::TokenError;

/// Returns the word of a refusal; nothing for what failed inside.
pub(super) fn fault(error: &AlertsError) -> Option<&'static str> {
    Some(match error {
        AlertsError::Token(TokenError::Forged) => "forged",
        AlertsError::Token(TokenError::Expired) => "expired",
        AlertsError::Spent => "spent",
        AlertsError::Gone => "gone",
        AlertsError::TooManyQuestions(_) => "questions",
        AlertsError::TooManySubscriptions(_) => "subscriptions",
        AlertsError::Name(..) => "name",
        AlertsError::Address(_) => "address",
        AlertsError::Interest(error) => match error {
            InterestError::CatchAll => "catch_all",
            InterestError::Market(_) => "market",
            InterestError::Topic(topic) => match topic {
                TopicError::Product(_) => "product",
                TopicError::Hs(_) => "hs",
                TopicError::Ics(_) => "ics",
                TopicError::Query(_) => "query",
                TopicError::Document(_) => "document",
                TopicError::Way(_) => "other",
            },
            _ => "other",
        },
        _ => return None,
    })
}
