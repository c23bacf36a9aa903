//! Feeds and calendars: of a search, of a product, of one's subscription.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::alerts::feeds::{Calendar, Feed, FeedEntry};
use crate::alerts::subscription::Interest;
use crate::alerts::{Alerts, AlertsError};
use crate::app::App;
use crate::model::Language;
use crate::web::error::{Problem, WebError};
use crate::web::reader::Reader;
use crate::web::subscribe_form::SubscribeForm;

/// What is asked for: which form, told by the ending of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Atom,
    Calendar,
}

/// What a feed is about, before it is written.
struct Subject {
    title: String,
    id: String,
    page: String,
    entries: Vec<FeedEntry>,
}

/// Answers `/feeds/products/{id}.atom` and `.ics`.
pub(in crate::web) async fn product(
    State(app): State<Arc<App>>,
    reader: Reader,
    headers: HeaderMap,
    Path(file): Path<String>,
) -> Result<Response, WebError> {
    let (id, form) = divided(&file).ok_or_else(|| reader.fail(Problem::NoPage))?;
    let Some(product) = corpora::products::product(id) else {
        return Err(reader.fail(Problem::NoProduct(id.to_owned())));
    };
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    answer(alerts, &reader, &headers, form, async {
        let topic = format!("product:{id}");
        let interest = Interest::read([topic.as_str()], [], [])?;
        Ok(Subject {
            title: reader
                .language
                .pick(&product.name_zh, &product.name_en)
                .to_owned(),
            id: topic,
            page: format!("/{}/products/{id}", reader.language.code()),
            entries: alerts.recent(&interest).await?,
        })
    })
    .await
}

/// Answers `/feeds/search.atom` and `.ics` with what is watched in the address, as the form for subscribing takes it.
pub(in crate::web) async fn search(
    State(app): State<Arc<App>>,
    reader: Reader,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let form = if reader.address.starts_with("/feeds/search.ics") {
        Form::Calendar
    } else {
        Form::Atom
    };
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    let query = query.unwrap_or_default();
    answer(alerts, &reader, &headers, form, async {
        let interest = SubscribeForm::read(&query).interest()?;
        Ok(Subject {
            title: interest.to_string(),
            id: format!("search:{query}"),
            page: format!("/{}/subscribe?{query}", reader.language.code()),
            entries: alerts.recent(&interest).await?,
        })
    })
    .await
}

/// Answers `/feeds/subscriptions/{token}.atom` and `.ics`.
pub(in crate::web) async fn subscription(
    State(app): State<Arc<App>>,
    reader: Reader,
    headers: HeaderMap,
    Path(file): Path<String>,
) -> Result<Response, WebError> {
    let (token, form) = divided(&file).ok_or_else(|| reader.fail(Problem::NoPage))?;
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    // A link that was revoked is worth nothing, whatever the reader's program remembers: it is checked first.
    let (subscription, entries) = alerts
        .found(token)
        .await
        .map_err(|error| reader.fail(error))?;
    answer(alerts, &reader, &headers, form, async {
        Ok(Subject {
            title: subscription.name,
            id: format!("subscription:{}", subscription.id),
            page: format!("/{}/subscribe", reader.language.code()),
            entries,
        })
    })
    .await
}

fn divided(file: &str) -> Option<(&str, Form)> {
    let (name, ending) = file.rsplit_once('.')?;
    match ending {
        "atom" => Some((name, Form::Atom)),
        "ics" => Some((name, Form::Calendar)),
        _ => None,
    }
}

/// Answers with a feed, or with 304 when nothing has happened since it was read; nothing is looked up then.
async fn answer(
    alerts: &Alerts,
    reader: &Reader,
    headers: &HeaderMap,
    form: Form,
    subject: impl Future<Output = Result<Subject, AlertsError>>,
) -> Result<Response, WebError> {
    let state = alerts
        .feed_state()
        .await
        .map_err(|error| reader.fail(error))?;
    let tag = format!("\"{state}-{}\"", reader.language.code());
    let known = headers
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let cache = [
        (ETAG, tag.clone()),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    if known
        .split(',')
        .any(|one| one.trim().trim_start_matches("W/") == tag)
    {
        return Ok((StatusCode::NOT_MODIFIED, cache).into_response());
    }
    let subject = subject.await.map_err(|error| reader.fail(error))?;
    let (media, text) = written(alerts, reader.language, &reader.address, form, subject);
    Ok((cache, [(CONTENT_TYPE, media)], text).into_response())
}

fn written(
    alerts: &Alerts,
    language: Language,
    address: &str,
    form: Form,
    subject: Subject,
) -> (&'static str, String) {
    let site = alerts.site();
    match form {
        Form::Atom => {
            let feed = Feed {
                title: subject.title,
                id: subject.id,
                address: format!("{site}{address}"),
                page: format!("{site}{}", subject.page),
                site,
                language,
                entries: subject.entries,
            };
            ("application/atom+xml; charset=utf-8", feed.to_xml())
        }
        Form::Calendar => {
            let mut items: Vec<_> = subject
                .entries
                .into_iter()
                .map(|entry| entry.item)
                .collect();
            items.reverse();
            let calendar = Calendar::of(subject.title, site, language, &items);
            ("text/calendar; charset=utf-8", calendar.to_ics())
        }
    }
}
