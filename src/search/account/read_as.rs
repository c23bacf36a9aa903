//! How a query was read, for people.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::words::WordsOf;
use crate::model::{Language, PartialDate};
use crate::search::query::{Content, Dates, Field, Moment, Node, Value};
use crate::search::{FacetName, Filters, Label, SearchRequest, labels};
use crate::terms::{Origin, TermBase};

/// How a query was read, with what was found of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAs {
    /// One sentence in Chinese, filters included.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// Words that no record has in any language; looked up only where little was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmet: Vec<String>,
    /// Whether a part of the words was enough, because nothing has all of them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relaxed: bool,
    /// What the words were also looked for as in the other language; listed only where little was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renderings: Vec<Rendered>,
}

/// A word of the query and what it was looked for as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendered {
    /// The word.
    pub from: String,
    /// Its renderings, the most trusted first.
    pub to: Vec<String>,
}

/// Renderings of a word that are listed.
const MOST_RENDERINGS: usize = 4;
/// Words whose renderings are listed.
const MOST_RENDERED: usize = 8;

impl ReadAs {
    /// Returns the sentence in a language.
    pub fn sentence(&self, language: Language) -> &str {
        language.pick(&self.zh, &self.en)
    }

    /// Describes a query together with the filters beside it.
    pub(super) fn of(node: &Node, request: &SearchRequest) -> Self {
        let sentence = |language| {
            let read = with_filters(node, &request.filters, language).describe(language);
            match request.as_of {
                Some(day) => as_of_sentence(&read, day, language),
                None => read,
            }
        };
        Self {
            zh: sentence(Language::Zh),
            en: sentence(Language::En),
            ..Self::default()
        }
    }

    /// Adds what the words were looked for as in the other language.
    pub(super) fn add_renderings(&mut self, words: &WordsOf) {
        for run in &words.runs {
            for concept in TermBase::embedded().translate_query(run).concepts {
                let to: Vec<String> = concept
                    .translations
                    .iter()
                    .filter(|one| one.origin != Origin::Verbatim)
                    .map(|one| one.target.clone())
                    .take(MOST_RENDERINGS)
                    .collect();
                let from = run.get(concept.source).unwrap_or_default().to_owned();
                let known = self.renderings.iter().any(|one| one.from == from);
                if !to.is_empty() && !known && self.renderings.len() < MOST_RENDERED {
                    self.renderings.push(Rendered { from, to });
                }
            }
        }
    }
}

fn as_of_sentence(read: &str, day: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{read}（状态以 {day} 为准）"),
        Language::En => format!("{read} (status as of {day})"),
    }
}

/// The query and its filters as one tree, so that one sentence describes both.
fn with_filters(node: &Node, filters: &Filters, language: Language) -> Node {
    let codes = [
        (Field::Market, FacetName::Market, &filters.market),
        (Field::Body, FacetName::Body, &filters.body),
        (Field::Ics, FacetName::Ics, &filters.ics),
        (Field::Hs, FacetName::Hs, &filters.hs),
        (Field::Ccs, FacetName::Ccs, &filters.ccs),
        (Field::Product, FacetName::Product, &filters.product),
    ];
    let codes = codes.into_iter().map(|(field, facet, values)| {
        let named = |code: &String| {
            let Label { zh, en } = labels::facet(facet, code);
            let name = language.pick(&zh, &en).to_owned();
            Content::Text(match field {
                // These are read by their codes; a name alone would not say which.
                Field::Ics | Field::Hs if name != *code => format!("{code} {name}"),
                _ => name,
            })
        };
        (field, values.iter().map(named).collect())
    });
    let kinds: Vec<Content> = filters.kind.iter().copied().map(Content::Kind).collect();
    let statuses = filters.status.iter().copied().map(Content::Status);
    let period = period(filters.from, filters.to).map(Content::Dates);
    let fields: Vec<(Field, Vec<Content>)> = [
        (Field::Kind, kinds),
        (Field::Status, statuses.collect()),
        (Field::Published, period.into_iter().collect()),
    ]
    .into_iter()
    .chain(codes)
    .collect();
    let mut all = match node {
        Node::Any => Vec::new(),
        Node::And(children) => children.clone(),
        other => vec![other.clone()],
    };
    all.extend(
        fields
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(field, values)| condition(field, values)),
    );
    match all.len() {
        0 => Node::Any,
        1 => all.swap_remove(0),
        _ => Node::And(all),
    }
}

fn condition(field: Field, contents: Vec<Content>) -> Node {
    let value = |content| Value {
        content,
        span: 0..0,
    };
    Node::Field {
        field,
        values: contents.into_iter().map(value).collect(),
        span: 0..0,
    }
}

fn period(from: Option<PartialDate>, to: Option<PartialDate>) -> Option<Dates> {
    let moment = |date: PartialDate| Moment::Date(date);
    (from.is_some() || to.is_some()).then(|| Dates::Between {
        from: from.map(moment),
        to: to.map(moment),
    })
}
