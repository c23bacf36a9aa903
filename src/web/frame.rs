//! What stands on every page: head, top, language switch, foot.

use super::address::SearchAddress;
use super::reader::Reader;
use super::routes::{ListFormat, Route};
use super::words::Words;
use super::{assets, routes};
use crate::model::{Kind, Language};
use crate::search::engine::FacetName;

/// Part of the site a page belongs to, marked in the top.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Section {
    /// None of those in the top.
    #[default]
    None,
    /// Products.
    Products,
    /// Notifications.
    Notifications,
    /// Comparisons, gap reports, dossiers.
    Compare,
    /// Which numbers of a document still hold.
    Check,
    /// Subscribing.
    Subscribe,
    /// The manual.
    Help,
}

/// Whether search engines may keep a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Indexing {
    /// They may.
    #[default]
    Allowed,
    /// They may not: lists of hits without end, and errors.
    Forbidden,
}

/// One hidden value that the search box keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    /// Name of the parameter.
    pub(super) name: &'static str,
    /// Its value.
    pub(super) value: String,
}

/// A link of the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TopLink {
    /// Where it leads.
    pub(super) href: String,
    /// What it says.
    pub(super) text: &'static str,
    /// Whether the page belongs to it.
    pub(super) here: bool,
}

/// Everything the layout needs.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// The reader's language.
    pub(super) language: Language,
    /// Its words.
    pub(super) words: &'static Words,
    /// Title of the window.
    pub(super) title: String,
    /// What stands in the search box.
    pub(super) query: String,
    /// What the search box keeps beside the query.
    pub(super) kept: Vec<Kept>,
    /// Part of the site.
    pub(super) section: Section,
    /// Whether search engines may keep the page.
    pub(super) indexing: Indexing,
    /// The same page in the other language.
    pub(super) other: String,
    /// Address of the style sheet.
    pub(super) style: String,
    /// Address of the script.
    pub(super) script: String,
}

impl Frame {
    /// Makes the frame of a page with a title.
    pub(super) fn new(reader: &Reader, title: &str) -> Self {
        let words = Words::of(reader.language);
        let title = format!("{title} · {}", words.frame.name);
        Self {
            language: reader.language,
            words,
            title,
            query: String::new(),
            kept: Vec::new(),
            section: Section::default(),
            indexing: Indexing::default(),
            other: reader.elsewhere(),
            style: assets::address("style.css"),
            script: assets::address("app.js"),
        }
    }

    /// Puts a search into the box, with what it keeps.
    #[must_use]
    pub(super) fn searching(mut self, address: &SearchAddress) -> Self {
        self.query.clone_from(&address.query);
        self.kept = address
            .kept()
            .into_iter()
            .map(|(name, value)| Kept {
                name,
                value: value.to_owned(),
            })
            .collect();
        self
    }

    /// Says which part of the site the page belongs to.
    #[must_use]
    pub(super) fn within(mut self, section: Section) -> Self {
        self.section = section;
        self
    }

    /// Keeps the page out of search engines.
    #[must_use]
    pub(super) fn unlisted(mut self) -> Self {
        self.indexing = Indexing::Forbidden;
        self
    }

    /// Returns the address of a route in the reader's language.
    pub(super) fn href(&self, route: Route<'_>) -> String {
        route.href(self.language)
    }

    /// Returns the address of the first page.
    pub(super) fn home(&self) -> String {
        self.href(Route::Home)
    }

    /// Returns the address that the search box asks.
    pub(super) fn search(&self) -> String {
        self.href(Route::Search(&SearchAddress::default()))
    }

    /// Returns the address of the list of products.
    pub(super) fn products(&self) -> String {
        self.href(Route::Products)
    }

    /// Returns the address of the form for subscribing.
    pub(super) fn subscribe(&self) -> String {
        self.href(Route::Subscribe)
    }

    /// Returns the address of 查新.
    pub(super) fn check(&self) -> String {
        self.href(Route::Check)
    }

    /// Returns the address of the calendar.
    pub(super) fn calendar(&self) -> String {
        self.href(Route::Calendar(routes::CalendarForm::default()))
    }

    /// Returns the address of the statistics.
    pub(super) fn statistics(&self) -> String {
        self.href(Route::Statistics)
    }

    /// Returns the address of the manual.
    pub(super) fn help(&self) -> String {
        self.href(Route::Help)
    }

    /// Returns the address of the sources.
    pub(super) fn sources(&self) -> String {
        self.href(Route::Sources)
    }

    /// Returns the address of what this is.
    pub(super) fn about(&self) -> String {
        self.href(Route::About)
    }

    /// Returns the address of the page about the interface for programs.
    pub(super) fn api(&self) -> String {
        self.href(Route::Api)
    }

    /// Returns the address that the form for numbers asks.
    pub(super) fn number(&self) -> String {
        format!("/{}{}", self.language.code(), routes::paths::NUMBER)
    }

    /// Returns the links of the top, only to pages that exist.
    pub(super) fn top(&self) -> [TopLink; 6] {
        let notifications =
            SearchAddress::default().with(FacetName::Kind, Kind::Notification.code());
        let notifications = notifications.sorted(crate::search::Sort::Newest);
        let words = &self.words.frame;
        [
            (self.products(), words.products, Section::Products),
            (
                self.href(Route::Search(&notifications)),
                words.notifications,
                Section::Notifications,
            ),
            (
                self.href(Route::Compare("", "")),
                words.compare,
                Section::Compare,
            ),
            (self.check(), self.words.check.title, Section::Check),
            (self.subscribe(), words.subscribe, Section::Subscribe),
            (self.help(), self.words.help.short, Section::Help),
        ]
        .map(|(href, text, section)| TopLink {
            href,
            text,
            here: self.section == section,
        })
    }

    /// Tells whether the page must stay out of search engines.
    pub(super) fn is_unlisted(&self) -> bool {
        self.indexing == Indexing::Forbidden
    }

    /// Returns the files a list can be taken away as: address and name.
    pub(super) fn lists(&self, address: &SearchAddress) -> Vec<(String, &'static str)> {
        ListFormat::ALL
            .map(|format| (self.href(Route::List(address, format)), format.name()))
            .to_vec()
    }
}
