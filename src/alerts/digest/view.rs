//! What a reader sees of a digest.

use jiff::Timestamp;

use super::digest::{Digest, DigestEntry, FamilyGroup};
use super::{said, subject};
use crate::alerts::links::Site;
use crate::model::Language;
use crate::search::FacetName;
use crate::search::labels;

/// Reasons shown for one alert; the rest are counted.
const MOST_REASONS: usize = 4;

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    /// Number or symbol.
    pub number: String,
    /// Address of the record.
    pub href: String,
    /// What kind of document.
    pub kind: &'static str,
    /// Names of the markets.
    pub markets: String,
    /// Title in the reader's language, or the best there is.
    pub title: String,
    /// Language of the title.
    pub title_language: String,
    /// Title in the original language, where it is another.
    pub original: Option<(String, String)>,
    /// What happened.
    pub change: String,
    /// Deadline with zone and days left.
    pub deadline: Option<String>,
    /// Other dates.
    pub dates: Vec<String>,
    /// Each alert it met with the reasons.
    pub why: Vec<(String, String)>,
}

/// The items of one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupView {
    /// The family.
    pub family: String,
    /// Its items.
    pub entries: Vec<EntryView>,
}

/// A digest as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestView {
    /// Language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// When it was made.
    pub made: String,
    /// Its families.
    pub groups: Vec<GroupView>,
    /// Items left out for want of room.
    pub omitted: usize,
}

impl DigestView {
    /// Makes the view of a digest in a language; days left are those of the day it was made.
    pub fn of(digest: &Digest, site: &Site, language: Language) -> Self {
        let now = digest.made;
        Self {
            language,
            subject: subject::subject(digest, language, now),
            made: said::instant(now, language),
            groups: digest
                .groups
                .iter()
                .map(|group| GroupView::of(group, site, language, now))
                .collect(),
            omitted: 0,
        }
    }

    /// Returns how many items are shown.
    pub fn shown(&self) -> usize {
        self.groups.iter().map(|group| group.entries.len()).sum()
    }

    /// Keeps the first items, counting the others as left out.
    pub(super) fn keep(&mut self, most: usize) {
        let mut left = most;
        for group in &mut self.groups {
            let kept = group.entries.len().min(left);
            self.omitted += group.entries.len() - kept;
            group.entries.truncate(kept);
            left -= kept;
        }
        self.groups.retain(|group| !group.entries.is_empty());
    }
}

impl GroupView {
    fn of(group: &FamilyGroup, site: &Site, language: Language, now: Timestamp) -> Self {
        Self {
            family: group.family.clone(),
            entries: group
                .entries
                .iter()
                .map(|entry| EntryView::of(entry, site, language, now))
                .collect(),
        }
    }
}

impl EntryView {
    fn of(entry: &DigestEntry, site: &Site, language: Language, now: Timestamp) -> Self {
        let item = &entry.item;
        let market = |code: &String| {
            let label = labels::facet(FacetName::Market, code);
            language.pick(&label.zh, &label.en).to_owned()
        };
        let markets: Vec<String> = item.markets.iter().map(market).collect();
        let best = item.titles.best(language);
        let original = item.titles.original(language);
        let in_force = item.in_force.map(|date| match language {
            Language::Zh => format!("生效 {date}"),
            Language::En => format!("in force {date}"),
        });
        let adopted = item.adopted.map(|date| match language {
            Language::Zh => format!("拟批准 {date}"),
            Language::En => format!("to be adopted {date}"),
        });
        let published = item.published.map(|date| match language {
            Language::Zh => format!("发布 {date}"),
            Language::En => format!("published {date}"),
        });
        let why = entry.alerts.iter().map(|alert| {
            let sentences: Vec<String> = alert
                .reasons
                .iter()
                .take(MOST_REASONS)
                .map(|reason| reason.sentence(language))
                .collect();
            let more = alert.reasons.len().saturating_sub(MOST_REASONS);
            let more = match (more, language) {
                (0, _) => String::new(),
                (more, Language::Zh) => format!("；另有 {more} 处"),
                (more, Language::En) => format!("; {more} more"),
            };
            (
                alert.name.clone(),
                sentences.join(language.pick("；", "; ")) + &more,
            )
        });
        Self {
            number: item.number.clone(),
            href: site.record(language, &item.record),
            kind: language.pick(item.kind.name_zh(), item.kind.name_en()),
            markets: markets.join(language.pick("、", ", ")),
            title: best.map_or_else(|| item.number.clone(), |(_, title)| title.to_owned()),
            title_language: best.map_or("zxx", |(code, _)| code).to_owned(),
            original: original.map(|(code, title)| (code.to_owned(), title.to_owned())),
            change: said::change(item, language),
            deadline: entry
                .deadline(now)
                .map(|deadline| said::deadline(&deadline, language)),
            dates: [published, adopted, in_force]
                .into_iter()
                .flatten()
                .collect(),
            why: why.collect(),
        }
    }
}
