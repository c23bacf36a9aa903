//! One result: the line that every list of records shows.

use jiff::civil::Date;

use super::{Deadline, Fact, Line, StatusMark, pick};
use crate::model::{Kind, Language, Status};
use crate::search::FacetName;
use crate::search::{Hit, labels};
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// Most codes that the line of facts shows.
const MOST_CODES: usize = 3;
/// Languages in which international bodies publish beside English; they say nothing that English does not.
const PARALLEL: [&str; 2] = ["fr", "es"];

/// A result as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct HitLine {
    /// Class of the kind in the style sheet.
    pub(in crate::web) kind: &'static str,
    /// The kind in words.
    pub(in crate::web) kind_name: &'static str,
    /// The page of the record.
    pub(in crate::web) href: String,
    /// The number; nothing for products, whose identifier says nothing to people.
    pub(in crate::web) number: Option<String>,
    /// The status, where records of the kind have one.
    pub(in crate::web) status: Option<StatusMark>,
    /// The title in the reader's language where there is one; HTML.
    pub(in crate::web) title: Option<Line>,
    /// The title in the language of the document, or the one that matched; HTML.
    pub(in crate::web) original: Option<Line>,
    /// The excerpt; HTML.
    pub(in crate::web) snippet: Option<Line>,
    /// Body, market, dates, classes.
    pub(in crate::web) facts: Vec<Fact>,
    /// Final day for comments.
    pub(in crate::web) deadline: Option<Deadline>,
    /// Why it was found, where nothing that is shown says so.
    pub(in crate::web) why: Option<String>,
    /// Words of the query that were met in another language.
    pub(in crate::web) translated: Option<String>,
    /// Whether the facts must be checked with the official source.
    pub(in crate::web) check_official: bool,
}

impl HitLine {
    /// Makes the line of a hit as it looks on a day.
    pub(in crate::web) fn of(hit: &Hit, frame: &Frame, today: Date) -> Self {
        let language = frame.language;
        let (title, original) = titles(hit, language);
        let snippet = hit.snippet.as_ref().filter(|text| !text.trim().is_empty());
        let excerpt_language = hit
            .matched
            .iter()
            .find_map(|field| field.strip_prefix("abstract."));
        let route = if hit.kind == Kind::Product {
            Route::Product(&hit.id)
        } else {
            Route::Record(&hit.id)
        };
        let deadline = hit.comments_until.as_deref();
        Self {
            kind: hit.kind.code(),
            kind_name: language.pick(hit.kind.name_zh(), hit.kind.name_en()),
            href: frame.href(route),
            number: (hit.kind != Kind::Product).then(|| hit.number.clone()),
            status: StatusMark::of_record(hit.kind, hit.status, language),
            why: why(hit, frame, [title.as_ref(), original.as_ref()]),
            translated: translated(hit, frame),
            title,
            original,
            snippet: snippet.map(|html| {
                Line::new(excerpt_language.unwrap_or_default(), html.clone(), language)
            }),
            facts: facts(hit, frame),
            deadline: deadline.and_then(|date| Deadline::of(date, today, frame.words)),
            check_official: hit.check_official,
        }
    }
}

/// Returns the title for the reader and the one below it, marked where something matched.
fn titles(hit: &Hit, language: Language) -> (Option<Line>, Option<Line>) {
    let html = |code: &str, text: &str| {
        let marked = hit.title_marked.get(code).cloned();
        Line::new(
            code,
            marked.unwrap_or_else(|| html_escape::encode_text(text).into_owned()),
            language,
        )
    };
    let Some((shown, text)) = hit.title.best(language) else {
        return (None, None);
    };
    let others = || {
        hit.title
            .iter()
            .filter(|&(code, other)| code != shown && other != text)
    };
    let matched = others().find(|(code, _)| hit.title_marked.contains_key(*code));
    let matched = matched.filter(|_| !hit.title_marked.contains_key(shown));
    let original =
        others().find(|(code, _)| !(PARALLEL.contains(code) && hit.title.get("en").is_some()));
    let below = matched.or(original).map(|(code, other)| html(code, other));
    (Some(html(shown, text)), below)
}

fn facts(hit: &Hit, frame: &Frame) -> Vec<Fact> {
    let language = frame.language;
    let words = &frame.words.search;
    let name = |facet, value: &str| pick(&labels::facet(facet, value), language).to_owned();
    let mut facts = Vec::new();
    let markets: Vec<String> = hit
        .markets
        .iter()
        .take(MOST_CODES)
        .map(|code| name(FacetName::Market, code))
        .collect();
    if !hit.body.is_empty() && hit.kind == Kind::Standard {
        facts.push(Fact::short(words.body, name(FacetName::Body, &hit.body)));
    }
    if !markets.is_empty() && hit.kind != Kind::Product {
        let more = if hit.markets.len() > MOST_CODES {
            " …"
        } else {
            ""
        };
        facts.push(Fact::short(
            words.market,
            format!("{}{more}", markets.join(frame.words.comma)),
        ));
    }
    if let Some(date) = &hit.published {
        facts.push(Fact::named(words.published, date.clone()));
    }
    if let Some(date) = &hit.implemented {
        let term = if hit.status == Status::Upcoming {
            words.implements
        } else {
            words.implemented
        };
        facts.push(Fact::named(term, date.clone()));
    }
    if !hit.ics.is_empty() {
        let codes: Vec<&str> = hit
            .ics
            .iter()
            .take(MOST_CODES)
            .map(String::as_str)
            .collect();
        facts.push(Fact::named("ICS", codes.join(" ")));
    }
    if hit.editions > 1 {
        facts.push(Fact::short("", (words.editions)(hit.editions)));
    }
    facts
}

/// Says which words of the query were met in translation: `轮胎 → tyre`.
fn translated(hit: &Hit, frame: &Frame) -> Option<String> {
    let met = hit
        .translated
        .iter()
        .map(|met| format!("{} → {}", met.from, met.to));
    let met: Vec<String> = met.collect();
    (!met.is_empty()).then(|| met.join(frame.words.comma))
}

/// Says why a hit was found where neither its number nor a shown text is marked.
fn why(hit: &Hit, frame: &Frame, shown: [Option<&Line>; 2]) -> Option<String> {
    let words = &frame.words.search;
    let marked = |line: &Line| line.text.contains("<mark>");
    let visible = shown.into_iter().flatten().any(marked)
        || hit.matched.iter().any(|field| field == "number")
        || hit
            .snippet
            .as_ref()
            .is_some_and(|html| html.contains("<mark>"));
    if visible {
        return None;
    }
    let reasons = hit.matched.iter().map(|field| {
        let language = |code: &str| Line::new(code, "", frame.language).language;
        match field.split_once('.') {
            Some(("title", code)) => (words.matched_title)(&language(code)),
            Some(("abstract", code)) => (words.matched_abstract)(&language(code)),
            _ if field == "aliases" => words.matched_aliases.to_owned(),
            _ => words.matched_classification.to_owned(),
        }
    });
    let reasons: Vec<String> = reasons.collect();
    (!reasons.is_empty()).then(|| reasons.join(frame.words.comma))
}
