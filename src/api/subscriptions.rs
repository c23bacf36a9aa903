//! `/api/v1/subscriptions…`: asking for subscriptions, managing one's own, trying an interest.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::ApiError;
use super::extract::{Body, Path};
use crate::alerts::desk::Desk;
use crate::alerts::exchange::Watchlist;
use crate::alerts::outbox::bounce::Bounce;
use crate::alerts::subscription::{Interest, Schedule};
use crate::alerts::{AlertsError, Change, Enrolment, Exported, Replay};
use crate::app::App;
use crate::model::{Kind, Language};
use crate::search::{Extras, Filters, SearchRequest, Sort};

/// A request for subscriptions: one, or a list in CSV or OPML.
#[derive(Debug, Deserialize)]
pub(super) struct EnrolRequest {
    address: String,
    #[serde(default)]
    language: Language,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    interest: Option<Interest>,
    #[serde(default)]
    schedule: Schedule,
    #[serde(default)]
    list: Option<String>,
}

/// What came of it; the same whether the address was known or not.
#[derive(Debug, Serialize)]
pub(super) struct EnrolResponse {
    status: &'static str,
    subscriptions: usize,
    complaints: Vec<String>,
}

/// `POST /subscriptions`: notes subscriptions and mails the question.
pub(super) async fn enrol(
    State(app): State<Arc<App>>,
    Body(request): Body<EnrolRequest>,
) -> Result<(StatusCode, Json<EnrolResponse>), ApiError> {
    let address = request.address.parse().map_err(AlertsError::from)?;
    let mut enrolments = Vec::new();
    if let Some(interest) = request.interest {
        let name = request.name.unwrap_or_else(|| interest.to_string());
        enrolments.push(Enrolment {
            name,
            interest,
            schedule: request.schedule.clone(),
        });
    }
    let list = request
        .list
        .map(|text| Watchlist::read(&text))
        .unwrap_or_default();
    enrolments.extend(list.watches.into_iter().map(|watch| Enrolment {
        name: watch.name,
        interest: watch.interest,
        schedule: watch.schedule.unwrap_or_else(|| request.schedule.clone()),
    }));
    if enrolments.is_empty() {
        return Err(AlertsError::from(crate::alerts::subscription::InterestError::CatchAll).into());
    }
    app.alerts()?
        .enrol_all(&address, request.language, &enrolments)
        .await?;
    let response = EnrolResponse {
        status: "confirmation_sent",
        subscriptions: enrolments.len(),
        complaints: list.complaints.iter().map(ToString::to_string).collect(),
    };
    Ok((StatusCode::ACCEPTED, Json(response)))
}

/// An interest to be tried.
#[derive(Debug, Deserialize)]
pub(super) struct ReplayRequest {
    interest: Interest,
    #[serde(default)]
    language: Language,
}

/// `POST /subscriptions/replay`: what the last twelve months would have brought.
pub(super) async fn replay(
    State(app): State<Arc<App>>,
    Body(request): Body<ReplayRequest>,
) -> Result<Json<Replay>, ApiError> {
    let name = request.interest.to_string();
    Ok(Json(
        app.alerts()?
            .replay(&name, &request.interest, request.language)
            .await?,
    ))
}

/// `GET /subscriptions/{token}`: everything that is kept.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
) -> Result<Json<Exported>, ApiError> {
    Ok(Json(app.alerts()?.export(&token).await?))
}

/// `POST /subscriptions/{token}`: adds one; the link is the owner's agreement.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Body(enrolment): Body<Enrolment>,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    let id = app.alerts()?.add(&token, &enrolment).await?;
    Ok((StatusCode::CREATED, Json(json!({"id": id}))))
}

/// `DELETE /subscriptions/{token}`: erases everything.
pub(super) async fn erase(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
) -> Result<StatusCode, ApiError> {
    app.alerts()?.erase(&token).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `PATCH /subscriptions/{token}/{id}`: changes one; what is left out stays.
pub(super) async fn change(
    State(app): State<Arc<App>>,
    Path((token, id)): Path<(String, i64)>,
    Body(change): Body<Change>,
) -> Result<StatusCode, ApiError> {
    app.alerts()?.change(&token, id, &change).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /subscriptions/{token}/{id}`: removes one.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Path((token, id)): Path<(String, i64)>,
) -> Result<StatusCode, ApiError> {
    app.alerts()?.remove(&token, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /bounces`: letters that came back, as a mail service tells them.
///
/// Whoever knows the Message-ID of a letter may say so: it was made so that nobody else can guess it.
pub(super) async fn bounces(
    State(app): State<Arc<App>>,
    Body(bounces): Body<Vec<Bounce>>,
) -> Result<Json<Value>, ApiError> {
    let known = app.alerts()?.note_bounces(&bounces).await?;
    Ok(Json(json!({"known": known})))
}

/// `GET /desk`: notifications that can still be commented on, the nearest deadline first.
pub(super) async fn desk(State(app): State<Arc<App>>) -> Result<Json<Desk>, ApiError> {
    let request = SearchRequest {
        filters: Filters {
            kind: vec![Kind::Notification],
            ..Filters::default()
        },
        sort: Sort::Deadline,
        limit: SearchRequest::MOST_HITS,
        extras: Extras {
            facets: false,
            snippets: false,
        },
        ..SearchRequest::default()
    };
    let hits = app.searcher().await?.search(&request).await?.hits;
    let slugs: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
    let records = app.store.records_named(&slugs).await?;
    Ok(Json(
        app.alerts()?
            .desk(records.iter().map(|stored| &stored.record)),
    ))
}
