//! A feed of happenings (Atom, RFC 4287).
//!
//! An entry is an event and not a record: a notification that is extended and then withdrawn is three entries. Its `id`
//! is a tag URI (RFC 4151) of the event, so that the feed may move to another host.

use std::fmt::Write as _;

use jiff::Timestamp;

use super::xml::Escaped;
use crate::alerts::digest::{AlertMet, Digest, DigestView, Item};
use crate::alerts::links::Site;
use crate::model::Language;

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// What happened.
    pub item: Item,
    /// The alert it met, where the feed is a subscription's.
    pub alert: Option<AlertMet>,
}

/// A feed.
#[derive(Debug, Clone)]
pub struct Feed<'s> {
    /// Its name.
    pub title: String,
    /// What tells it from other feeds of the site; no token.
    pub id: String,
    /// Its own address.
    pub address: String,
    /// The page that shows the same.
    pub page: String,
    /// The site.
    pub site: &'s Site,
    /// The language.
    pub language: Language,
    /// Its entries, the newest first.
    pub entries: Vec<FeedEntry>,
}

/// The year from which on the site names its tags (RFC 4151 asks for a date at which the name was ours).
const TAGGED: &str = "2026";

impl Feed<'_> {
    /// Returns when the newest entry became known; 1970 for a feed without any.
    pub fn updated(&self) -> Timestamp {
        self.entries
            .iter()
            .map(|entry| entry.item.at)
            .max()
            .unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Writes the feed.
    pub fn to_xml(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        let host = self.site.host();
        let name = self.language.pick("对标", "Duibiao");
        let language = self.language.pick("zh-Hans", "en");
        // Writing into memory cannot fail.
        let _ = write!(
            xml,
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
             <id>tag:{host},{TAGGED}:{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <author><name>{name}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
            Escaped(&self.id),
            Escaped(&self.title),
            seconds(self.updated()),
            Escaped(&self.address),
            Escaped(&self.page),
        );
        for entry in &self.entries {
            self.write_entry(&mut xml, entry);
        }
        xml + "</feed>\n"
    }

    fn write_entry(&self, xml: &mut String, entry: &FeedEntry) {
        let item = &entry.item;
        let nobody = AlertMet {
            subscription: 0,
            name: String::new(),
            reasons: Vec::new(),
        };
        let alert = entry.alert.clone().unwrap_or(nobody);
        // Days left grow old in a feed: they are those of the day the event became known.
        let digest = Digest::of([(item.clone(), alert)], self.language, item.at, item.at);
        let view = DigestView::of(&digest, self.site, self.language);
        let Some(shown) = view.groups.first().and_then(|group| group.entries.first()) else {
            return;
        };
        let mut sentences = vec![shown.change.clone()];
        sentences.extend(shown.deadline.clone());
        sentences.extend(shown.dates.iter().cloned());
        if entry.alert.is_some() {
            sentences.extend(
                shown
                    .why
                    .iter()
                    .map(|(name, reasons)| format!("{name}: {reasons}")),
            );
        }
        let _ = write!(
            xml,
            "<entry>\n<id>tag:{},{TAGGED}:event:{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<summary>{}</summary>\n",
            self.site.host(),
            item.event,
            Escaped(&format!(
                "{} {} · {}",
                shown.number, shown.title, shown.change
            )),
            seconds(item.at),
            Escaped(&shown.href),
            Escaped(&sentences.join(self.language.pick("；", "; "))),
        );
        let categories = [
            ("member", &item.markets),
            ("hs", &item.hs),
            ("ics", &item.ics),
            ("product", &item.products),
        ];
        for (scheme, terms) in categories {
            for term in terms {
                let _ = writeln!(
                    xml,
                    "<category scheme=\"urn:duibiao:{scheme}\" term=\"{}\"/>",
                    Escaped(term)
                );
            }
        }
        let _ = writeln!(
            xml,
            "<category scheme=\"urn:duibiao:matter\" term=\"{}\"/>\n</entry>",
            item.matter
        );
    }
}

/// Writes an instant without fractions of a second.
fn seconds(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second())
        .unwrap_or(at)
        .to_string()
}
