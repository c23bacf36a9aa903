//! The form for subscribing: what was typed, kept as it was typed.

use crate::alerts::address::EmailAddress;
use crate::alerts::subscription::{
    Hour, Interest, InterestError, QuietDays, Rate, Schedule, Topic, TopicError,
};
use crate::alerts::{AlertsError, Enrolment};

/// What the form holds. Reading never fails; whether it can be used is decided by [`SubscribeForm::enrolment`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SubscribeForm {
    pub(super) products: Vec<String>,
    pub(super) hs: String,
    pub(super) ics: String,
    pub(super) query: String,
    pub(super) documents: String,
    pub(super) markets: Vec<String>,
    pub(super) matters: Vec<String>,
    pub(super) rate: String,
    pub(super) hour: String,
    pub(super) not_on_weekends: bool,
    pub(super) name: String,
    pub(super) address: String,
    /// Which button was pressed.
    pub(super) action: String,
}

impl Default for SubscribeForm {
    fn default() -> Self {
        Self {
            products: Vec::new(),
            hs: String::new(),
            ics: String::new(),
            query: String::new(),
            documents: String::new(),
            markets: Vec::new(),
            matters: Vec::new(),
            rate: "weekly:mon".to_owned(),
            hour: "8".to_owned(),
            not_on_weekends: false,
            name: String::new(),
            address: String::new(),
            action: String::new(),
        }
    }
}

impl SubscribeForm {
    /// Reads names and values as a form or an address gives them; unknown names are passed over.
    pub(super) fn read(text: &str) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let value = value.trim().to_owned();
            match name.as_ref() {
                "product" => form.products.push(value),
                "market" => form.markets.extend(value.split(',').map(str::to_owned)),
                "matter" => form.matters.push(value),
                "hs" => form.hs = value,
                "ics" => form.ics = value,
                // The search page leads here with its own name for the query.
                "query" | "q" => form.query = value,
                "document" => form.documents = value,
                "rate" => form.rate = value,
                "hour" => form.hour = value,
                "not_on_weekends" => form.not_on_weekends = true,
                "name" => form.name = value,
                "address" => form.address = value,
                "action" => form.action = value,
                _ => {}
            }
        }
        form
    }

    /// Reads what is to be watched.
    ///
    /// # Errors
    ///
    /// [`InterestError`] for the first value that cannot be used, or when nothing narrows.
    pub(super) fn interest(&self) -> Result<Interest, InterestError> {
        let mut topics = Vec::new();
        let mut add = |way: &str, values: &mut dyn Iterator<Item = &str>| {
            for value in values.map(str::trim).filter(|value| !value.is_empty()) {
                topics.push(Topic::read(way, value)?);
            }
            Ok::<(), TopicError>(())
        };
        add("product", &mut self.products.iter().map(String::as_str))?;
        add("hs", &mut self.hs.split([',', '，', ';', '；', '、']))?;
        add("ics", &mut self.ics.split([',', '，', ';', '；', '、']))?;
        add("query", &mut std::iter::once(self.query.as_str()))?;
        add("document", &mut self.documents.split(['\n', ';', '；']))?;
        let given = |values: &[String]| -> Vec<String> {
            values
                .iter()
                .filter(|value| !value.is_empty())
                .cloned()
                .collect()
        };
        let narrowed = Interest::read(
            [],
            given(&self.markets).iter().map(String::as_str),
            given(&self.matters).iter().map(String::as_str),
        );
        match narrowed {
            Ok(narrowed) => Interest::new(
                topics,
                narrowed.markets().to_vec(),
                narrowed.matters().clone(),
            ),
            Err(InterestError::CatchAll) => {
                let matters: Result<Vec<_>, _> =
                    given(&self.matters).iter().map(|one| one.parse()).collect();
                Interest::new(topics, Vec::new(), matters?.into_iter().collect())
            }
            Err(error) => Err(error),
        }
    }

    /// Reads when letters come; what cannot be read is as if it were left out.
    pub(super) fn schedule(&self) -> Schedule {
        let rate: Result<Rate, _> = self.rate.parse();
        let hour = self
            .hour
            .parse::<i8>()
            .ok()
            .and_then(|hour| Hour::try_from(hour).ok());
        Schedule {
            rate: rate.unwrap_or_else(|_| Schedule::default().rate),
            hour: hour.unwrap_or_default(),
            quiet: if self.not_on_weekends {
                QuietDays::weekends()
            } else {
                QuietDays::default()
            },
        }
    }

    /// Reads the whole form.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] for the first value that cannot be used.
    pub(super) fn enrolment(&self) -> Result<(EmailAddress, Enrolment), AlertsError> {
        let interest = self.interest()?;
        let address = self.address.parse()?;
        let name = if self.name.is_empty() {
            interest.to_string()
        } else {
            self.name.clone()
        };
        Ok((
            address,
            Enrolment {
                name,
                interest,
                schedule: self.schedule(),
            },
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_what_is_watched_and_when() {
        let form = SubscribeForm::read(
            "product=toy&hs=9503%EF%BC%8C9501&market=EU&market=US&matter=new&rate=monthly%3A31&hour=20\
             &not_on_weekends=1&address=a%40b.cd&unknown=x",
        );
        let (address, enrolment) = form.enrolment().unwrap();
        assert_eq!(address.as_str(), "a@b.cd");
        assert_eq!(
            enrolment.interest,
            Interest::read(["product:toy", "hs:9503", "hs:9501"], ["EU", "US"], ["new"]).unwrap()
        );
        assert_eq!(enrolment.schedule.rate.to_string(), "monthly:31");
        assert_eq!(i8::from(enrolment.schedule.hour), 20);
    }

    #[test]
    fn an_empty_form_is_a_catch_all() {
        assert_eq!(
            SubscribeForm::read("matter=new").interest(),
            Err(InterestError::CatchAll)
        );
        assert!(SubscribeForm::read("hs=x").interest().is_err());
        assert!(
            SubscribeForm::read("q=%E7%AB%A5%E8%BD%A6")
                .interest()
                .is_ok()
        );
    }
}
