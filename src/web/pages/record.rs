//! One record with everything around it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;

use crate::app::App;
use crate::model::{Kind, PartialDate, Reason, Record};
use crate::notice;
use crate::number::unslug;
use crate::search::engine::FacetName;
use crate::search::{Candidate, Hit, ParameterError, RecordView, labels};
use crate::web::address::SearchAddress;
use crate::web::error::{Problem, WebError};
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::{Asked, Reader};
use crate::web::routes::{Route, pairs, record_for_programs};
use crate::web::views::{
    CandidateLine, ClaimLine, ConflictLine, Deadline, EditionMark, EvidenceLine, FactValue, Facts,
    LimitRow, Line, RelationGroup, StatusMark, candidate_lines, citation, claims, conflicts,
    edition_marks, evidence_lines, in_reading_order, limit_rows, pick, relation_groups, safe_link,
    value_name,
};
use crate::web::words::word;

/// A record.
#[derive(Debug, Template)]
#[template(path = "record.html")]
pub(in crate::web) struct RecordPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) kind_name: &'static str,
    pub(in crate::web) heading: String,
    /// Where it is compared with another document; nothing where that says nothing.
    pub(in crate::web) compare: Option<String>,
    /// Where it is subscribed to.
    pub(in crate::web) watch: String,
    pub(in crate::web) status: Option<StatusMark>,
    pub(in crate::web) status_note: Option<String>,
    pub(in crate::web) deadline: Option<Deadline>,
    pub(in crate::web) titles: Vec<Line>,
    pub(in crate::web) notice: Option<String>,
    pub(in crate::web) facts: Facts,
    pub(in crate::web) abstracts: Vec<Line>,
    pub(in crate::web) editions: Vec<EditionMark>,
    pub(in crate::web) relations: Vec<RelationGroup>,
    pub(in crate::web) similar: Vec<CandidateLine>,
    pub(in crate::web) limits: Vec<LimitRow>,
    pub(in crate::web) evidence: Vec<EvidenceLine>,
    pub(in crate::web) claims: Vec<ClaimLine>,
    pub(in crate::web) conflicts: Vec<ConflictLine>,
    pub(in crate::web) citation: String,
    pub(in crate::web) for_programs: String,
    pub(in crate::web) as_of: Date,
    pub(in crate::web) another_day: Option<String>,
    pub(in crate::web) today: String,
}

/// Similar documents that are shown.
const MOST_SIMILAR: usize = 6;

/// Answers `/{language}/records/{id}`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(id): Path<String>,
    Asked(asked): Asked,
) -> Result<Response, WebError> {
    let today = app.clock.today();
    let day = day_of(&asked)
        .map_err(|error| reader.fail(error))?
        .unwrap_or(today);
    let view = RecordView::of(&app.store, &id, day)
        .await
        .map_err(|error| reader.fail(error))?;
    let Some(view) = view else {
        let number = unslug(&id);
        let near = app
            .resolver
            .alone(&number, day)
            .await
            .map_err(|error| reader.fail(error))?;
        return Err(reader.fail(Problem::NoRecord(number, near.candidates)));
    };
    let similar = reader
        .searcher(&app)
        .await?
        .similar(view.record.id.as_str(), MOST_SIMILAR, day)
        .await
        .map_err(|error| reader.fail(error))?;
    let shown = RecordPage::of(&reader, &view, today).beside(&similar.unwrap_or_default());
    Ok(page(StatusCode::OK, &shown))
}

fn day_of(asked: &SearchAddress) -> Result<Option<Date>, ParameterError> {
    let text = asked.as_of();
    if text.is_empty() {
        return Ok(None);
    }
    let read = text.parse::<PartialDate>();
    let read = read.map_err(|error| ParameterError {
        name: "as_of",
        reason: error.to_string(),
    })?;
    Ok(Some(read.latest()))
}

impl RecordPage {
    /// Adds the documents that are like it.
    #[must_use]
    pub(in crate::web) fn beside(mut self, hits: &[Hit]) -> Self {
        let candidate = |hit: &Hit| Candidate {
            id: hit.id.clone(),
            number: hit.number.clone(),
            standing: hit.status,
            title: hit
                .title
                .best(self.frame.language)
                .map_or_else(String::new, |(_, title)| title.to_owned()),
        };
        let candidates: Vec<Candidate> = hits.iter().map(candidate).collect();
        self.similar = candidate_lines(&candidates, &self.frame);
        self
    }

    /// Makes the page of a record.
    pub(in crate::web) fn of(reader: &Reader, view: &RecordView, today: Date) -> Self {
        let record = &view.record;
        let language = reader.language;
        let best = record.titles.best(language).map_or("", |(_, title)| title);
        let frame = Frame::new(reader, &format!("{} {best}", record.number));
        let words = &frame.words.record;
        let computed = StatusMark::of(view.standing.status, language);
        let conflict = view
            .standing
            .source_word
            .as_deref()
            .filter(|_| view.standing.conflict);
        let id = record.id.as_str();
        let deadline = record.lifecycle.comments_until.map(|date| date.to_string());
        Self {
            kind_name: language.pick(record.kind.name_zh(), record.kind.name_en()),
            heading: record.number.clone(),
            compare: matches!(record.kind, Kind::Standard | Kind::Regulation)
                .then(|| frame.href(Route::Compare(&record.number, ""))),
            watch: format!(
                "{}?{}",
                frame.subscribe(),
                pairs(&[("document", &record.number)])
            ),
            status_note: conflict.map(|word| (words.status_conflict)(word, computed.word)),
            status: StatusMark::of_record(record.kind, view.standing.status, language),
            deadline: deadline.and_then(|date| Deadline::of(&date, today, frame.words)),
            titles: in_reading_order(&record.titles, language),
            notice: view
                .notice
                .as_ref()
                .map(|notice| language.pick(&notice.zh, &notice.en).to_owned()),
            facts: facts(record, &frame),
            abstracts: in_reading_order(&record.abstracts, language),
            editions: edition_marks(view, &frame),
            relations: relation_groups(view, &frame),
            similar: Vec::new(),
            limits: limit_rows(&view.limits, &frame),
            evidence: evidence_lines(&record.evidence, frame.words),
            claims: claims(record, &frame),
            conflicts: conflicts(record, &frame),
            citation: citation(record, today),
            for_programs: record_for_programs(id),
            as_of: view.as_of,
            another_day: (view.as_of != today).then(|| (words.as_of_note)(&view.as_of.to_string())),
            today: frame.href(Route::Record(id)),
            frame,
        }
    }
}

fn facts(record: &Record, frame: &Frame) -> Facts {
    let words = &frame.words.record;
    let language = frame.language;
    let filter = |facet: FacetName, value: &str| {
        frame.href(Route::Search(&SearchAddress::default().with(facet, value)))
    };
    let named = |facet: FacetName, code: &str| {
        FactValue::linked(value_name(facet, code, language), filter(facet, code))
    };
    let coded = |facet: FacetName, code: &str| {
        let label = labels::facet(facet, code);
        let name = pick(&label, language);
        let note = if name == code { "" } else { name };
        FactValue::linked(code, filter(facet, code)).noting(note)
    };
    let life = &record.lifecycle;
    let mut facts = Facts::default();
    facts.all(words.also, record.also.iter().map(FactValue::plain));
    facts.one(
        words.citation,
        record
            .extra
            .get("citation")
            .and_then(|value| value.as_str()),
    );
    facts.all(
        words.market,
        record
            .markets
            .iter()
            .map(|code| named(FacetName::Market, code)),
    );
    let body =
        Some(record.body.as_str()).filter(|code| !code.is_empty() && record.kind == Kind::Standard);
    facts.all(
        words.body,
        body.map(|code| named(FacetName::Body, code).noting(code)),
    );
    facts.one(words.published, life.published);
    facts.one(words.implemented, life.implemented);
    facts.one(words.withdrawn, life.withdrawn);
    facts.one(words.confirmed, life.confirmed);
    facts.one(words.edition, record.edition.as_ref());
    facts.one(
        words.document_type,
        record
            .document_type
            .as_deref()
            .map(|code| word(words.document_types, code)),
    );
    facts.one(
        words.binding,
        record.mandatory.map(|binding| {
            if binding {
                words.mandatory
            } else {
                words.voluntary
            }
        }),
    );
    if let Some(notification) = &record.notification {
        facts.all(
            words.members,
            notification.members.iter().map(FactValue::plain),
        );
        facts.one(
            words.notification_type,
            Some(&notification.notification_type),
        );
        facts.one(words.products_covered, Some(&notification.products));
        facts.all(
            words.objectives,
            notification
                .objectives
                .iter()
                .map(|written| FactValue::plain(notice::objective(written, language))),
        );
        let reason = |reason: &Reason| {
            let value = FactValue::plain(notice::reason(reason.kind, language));
            value.noting(reason.day.map(|day| day.to_string()).unwrap_or_default())
        };
        facts.all(words.reasons, notification.reasons.iter().map(reason));
    }
    if let Some(parent) = &record.inherited {
        // Apart from the document's own codes, because the document itself does not state them.
        let ics = parent.ics.iter().map(|code| coded(FacetName::Ics, code));
        let hs = parent.hs.iter().map(|code| coded(FacetName::Hs, code));
        facts.all(words.inherited, ics.chain(hs));
    }
    facts.all(
        words.committees,
        record.committees.iter().map(FactValue::plain),
    );
    facts.all(
        "ICS",
        record.ics.iter().map(|code| coded(FacetName::Ics, code)),
    );
    facts.all(
        "CCS",
        record.ccs.iter().map(|code| coded(FacetName::Ccs, code)),
    );
    facts.all(
        "HS",
        record.hs.iter().map(|code| coded(FacetName::Hs, code)),
    );
    let product = |id: &String| {
        let name = pick(&labels::facet(FacetName::Product, id), language).to_owned();
        FactValue::linked(name, frame.href(Route::Product(id)))
    };
    facts.all(words.products, record.products.iter().map(product));
    facts.all(words.aliases, record.aliases.iter().map(FactValue::plain));
    facts.all(words.keywords, record.keywords.iter().map(FactValue::plain));
    let outside = |link: &str| FactValue::outside(link, link.to_owned());
    facts.all(
        words.publisher_page,
        record.url.as_deref().and_then(safe_link).map(outside),
    );
    let links = record
        .notification
        .iter()
        .flat_map(|notification| &notification.links);
    facts.all(
        words.links,
        links.filter_map(|link| safe_link(link)).map(outside),
    );
    facts
}
