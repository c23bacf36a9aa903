//! A page that says something, and has at most one button.

use askama::Template;

use crate::alerts::Alerts;
use crate::alerts::links::paths;
use crate::alerts::tokens::Purpose;
use crate::storage::Subscriber;
use crate::web::frame::{Frame, Section};
use crate::web::reader::Reader;
use crate::web::words::Words;

/// A notice. Its button posts to the address it stands at: a page that is only opened changes nothing.
#[derive(Debug, Template)]
#[template(path = "notice.html")]
pub(in crate::web) struct NoticePage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) title: &'static str,
    pub(in crate::web) sentences: Vec<&'static str>,
    pub(in crate::web) button: Option<&'static str>,
    pub(in crate::web) link: Option<(String, &'static str)>,
}

impl NoticePage {
    /// Makes a notice.
    pub(in crate::web) fn saying(
        reader: &Reader,
        title: &'static str,
        sentences: &[&'static str],
    ) -> Self {
        Self {
            // The address holds a token: search engines are to keep neither.
            frame: Frame::new(reader, title)
                .within(Section::Subscribe)
                .unlisted(),
            title,
            sentences: sentences.to_vec(),
            button: None,
            link: None,
        }
    }

    /// Adds the button.
    #[must_use]
    pub(in crate::web) fn asking(mut self, button: &'static str) -> Self {
        self.button = Some(button);
        self
    }

    /// Adds the private link to the subscriber's own page.
    #[must_use]
    pub(in crate::web) fn leading_home(
        mut self,
        reader: &Reader,
        alerts: &Alerts,
        subscriber: &Subscriber,
    ) -> Self {
        let token = alerts.token(subscriber, Purpose::Manage, subscriber.id);
        let path = paths::MANAGE.replace("{token}", token.as_str());
        let href = format!("/{}{path}", reader.language.code());
        self.link = Some((href, Words::of(reader.language).alerts.manage));
        self
    }
}
