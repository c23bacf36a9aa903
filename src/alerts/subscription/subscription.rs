//! A subscription as its owner has it.

use serde::{Deserialize, Serialize};

use super::{Interest, Schedule};
use crate::alerts::AlertsError;

/// Characters of a name.
const LONGEST_NAME: usize = 80;
/// The version of the stored shape.
const VERSION: u32 = 1;

/// A name, what it is about, and when letters come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    name: String,
    interest: Interest,
    schedule: Schedule,
}

/// The stored shape; the name stands beside it.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    version: u32,
    interest: Interest,
    #[serde(default)]
    schedule: Schedule,
}

impl Subscription {
    /// Makes a subscription.
    ///
    /// # Errors
    ///
    /// [`AlertsError::Name`] when the name is empty or too long.
    pub fn new(name: &str, interest: Interest, schedule: Schedule) -> Result<Self, AlertsError> {
        // Names stand in subjects and in the titles of feeds.
        let name = name.trim().replace(char::is_control, " ");
        let length = name.chars().count();
        if !(1..=LONGEST_NAME).contains(&length) {
            return Err(AlertsError::Name(LONGEST_NAME, length));
        }
        Ok(Self {
            name,
            interest,
            schedule,
        })
    }

    /// Reads a stored subscription.
    ///
    /// # Errors
    ///
    /// [`AlertsError::Unreadable`] for what this program cannot read.
    pub fn read(id: i64, name: &str, body: &str) -> Result<Self, AlertsError> {
        let stored: Stored =
            serde_json::from_str(body).map_err(|error| AlertsError::Unreadable {
                what: "subscription",
                id,
                reason: error.to_string(),
            })?;
        Ok(Self {
            name: name.to_owned(),
            interest: stored.interest,
            schedule: stored.schedule,
        })
    }

    /// Returns the stored shape.
    pub fn to_json(&self) -> String {
        serde_json::json!({"version": VERSION, "interest": self.interest, "schedule": self.schedule}).to_string()
    }

    /// Returns the name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns what it is about.
    pub fn interest(&self) -> &Interest {
        &self.interest
    }

    /// Returns when letters come.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stored_by_the_first_version_still_opens() {
        let body = r#"{"version":1,"interest":{"topics":[{"by":"hs","value":"721420"}],"markets":["EU"],"matters":["new"]},
            "schedule":{"rate":"weekly:mon","hour":8,"quiet":{"weekdays":["sat"]}}}"#;
        let subscription = Subscription::read(1, "钢筋", body).unwrap();
        assert_eq!(subscription.schedule().rate.to_string(), "weekly:mon");
        let again = Subscription::read(1, "钢筋", &subscription.to_json()).unwrap();
        assert_eq!(again, subscription);
        assert!(Subscription::read(1, "x", "{}").is_err());
    }

    #[test]
    fn a_name_is_one_line_and_not_empty() {
        let interest = Interest::read(["hs:72"], [], []).unwrap();
        let named = |name: &str| Subscription::new(name, interest.clone(), Schedule::default());
        assert_eq!(named(" a\r\nb ").unwrap().name(), "a  b");
        assert!(named("  ").is_err() && named(&"长".repeat(81)).is_err());
    }
}
