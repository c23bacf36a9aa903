//! One's own subscriptions, behind a private link.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};

use super::notice::NoticePage;
use super::subscribe::Choice;
use crate::alerts::exchange::{Watch, Watchlist};
use crate::alerts::links::paths;
use crate::alerts::subscription::Subscription;
use crate::alerts::tokens::Purpose;
use crate::alerts::{Account, Alerts, AlertsError, Change};
use crate::app::App;
use crate::model::Language;
use crate::search::{FacetName, labels};
use crate::storage::{StoredSubscription, SubscriberState, SubscriptionState};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::subscribe_form::SubscribeForm;
use crate::web::words::{Words, word};

/// One subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct SubscriptionView {
    pub(in crate::web) id: i64,
    pub(in crate::web) name: String,
    pub(in crate::web) state: String,
    pub(in crate::web) topics: Vec<String>,
    pub(in crate::web) markets: String,
    pub(in crate::web) matters: String,
    pub(in crate::web) rates: Vec<Choice>,
    pub(in crate::web) hours: Vec<Choice>,
    pub(in crate::web) not_on_weekends: bool,
    pub(in crate::web) is_paused: bool,
    pub(in crate::web) is_pending: bool,
    pub(in crate::web) feed: String,
    pub(in crate::web) calendar: String,
}

/// One's subscriptions.
#[derive(Debug, Template)]
#[template(path = "subscriptions.html")]
pub(in crate::web) struct SubscriptionsPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) state: Option<String>,
    pub(in crate::web) can_resume: bool,
    pub(in crate::web) subscriptions: Vec<SubscriptionView>,
    pub(in crate::web) exports: [(String, &'static str); 3],
    pub(in crate::web) subscribe: String,
}

/// Answers `/{language}/subscriptions/{token}`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    let account = alerts
        .account(&token)
        .await
        .map_err(|error| reader.fail(error))?;
    let feed = |id: i64| {
        alerts
            .token(&account.subscriber, Purpose::Feed, id)
            .as_str()
            .to_owned()
    };
    Ok(page(
        StatusCode::OK,
        &SubscriptionsPage::of(&reader, &token, &account, &feed),
    ))
}

/// Takes a change, then shows the page again.
pub(in crate::web) async fn submit(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(token): Path<String>,
    body: String,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    let words = &Words::of(reader.language).alerts;
    let wanted = Wanted::read(&body);
    match wanted
        .apply(alerts, &token)
        .await
        .map_err(|error| reader.fail(error))?
    {
        Applied::Changed => Ok(Redirect::to(&reader.address).into_response()),
        Applied::Erased => {
            let notice = NoticePage::saying(&reader, words.erased_title, &[words.erased]);
            Ok(page(StatusCode::OK, &notice))
        }
        Applied::Renewed => {
            let notice = NoticePage::saying(&reader, words.renew, &[words.renew_note]);
            Ok(page(StatusCode::OK, &notice))
        }
    }
}

/// Answers `/{language}/subscriptions/{token}/{file}`: everything as JSON, the watches as CSV or OPML.
pub(in crate::web) async fn export(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path((token, file)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    let account = alerts
        .account(&token)
        .await
        .map_err(|error| reader.fail(error))?;
    let watch = |(_, one): &(StoredSubscription, Subscription)| Watch {
        name: one.name().to_owned(),
        interest: one.interest().clone(),
        schedule: Some(one.schedule().clone()),
    };
    let list = Watchlist {
        watches: account.subscriptions.iter().map(watch).collect(),
        complaints: Vec::new(),
    };
    let (media, text) = match file.as_str() {
        "subscriptions.csv" => ("text/csv; charset=utf-8", list.to_csv()),
        "subscriptions.opml" => ("text/x-opml; charset=utf-8", list.to_opml()),
        "subscriptions.json" => {
            let everything = alerts
                .export(&token)
                .await
                .map_err(|error| reader.fail(error))?;
            (
                "application/json",
                serde_json::json!(everything).to_string(),
            )
        }
        _ => return Err(reader.fail(crate::web::error::Problem::NoPage)),
    };
    let name = format!("attachment; filename=\"duibiao-{file}\"");
    Ok((
        [
            (CONTENT_TYPE, media.to_owned()),
            (CONTENT_DISPOSITION, name),
        ],
        text,
    )
        .into_response())
}

/// What was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    action: String,
    id: i64,
    language: Language,
    form: SubscribeForm,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Applied {
    Changed,
    Renewed,
    Erased,
}

impl Wanted {
    fn read(body: &str) -> Self {
        let value = |wanted: &str| {
            let found = form_urlencoded::parse(body.as_bytes()).find(|(name, _)| name == wanted);
            found
                .map(|(_, value)| value.into_owned())
                .unwrap_or_default()
        };
        Self {
            action: value("action"),
            id: value("id").parse().unwrap_or(0),
            language: if value("language") == Language::En.code() {
                Language::En
            } else {
                Language::Zh
            },
            form: SubscribeForm::read(body),
        }
    }

    async fn apply(&self, alerts: &Alerts, token: &str) -> Result<Applied, AlertsError> {
        let rest = |paused| Change {
            paused: Some(paused),
            ..Change::default()
        };
        match self.action.as_str() {
            "pause" => alerts.change(token, self.id, &rest(true)).await?,
            "go_on" => alerts.change(token, self.id, &rest(false)).await?,
            "remove" => alerts.remove(token, self.id).await?,
            "resume" => alerts.resume(token).await?,
            "language" => alerts.speak(token, self.language).await?,
            "renew" => {
                alerts.renew_links(token).await?;
                return Ok(Applied::Renewed);
            }
            "erase" => {
                alerts.erase(token).await?;
                return Ok(Applied::Erased);
            }
            "save" => {
                let change = Change {
                    name: Some(self.form.name.clone()).filter(|name| !name.is_empty()),
                    schedule: Some(self.form.schedule()),
                    ..Change::default()
                };
                alerts.change(token, self.id, &change).await?;
            }
            _ => {}
        }
        Ok(Applied::Changed)
    }
}

impl SubscriptionsPage {
    /// Makes the page of an account; `feed` gives the token of a subscription's feed.
    pub(in crate::web) fn of(
        reader: &Reader,
        token: &str,
        account: &Account,
        feed: &dyn Fn(i64) -> String,
    ) -> Self {
        let words = &Words::of(reader.language).alerts;
        let frame = Frame::new(reader, words.manage_title)
            .within(Section::Subscribe)
            .unlisted();
        let here = format!(
            "/{}{}",
            reader.language.code(),
            paths::MANAGE.replace("{token}", token)
        );
        let view = |(stored, one): &(StoredSubscription, Subscription)| {
            SubscriptionView::of(stored, one, reader.language, &feed(stored.id))
        };
        let state = account.subscriber.state;
        let said = word(words.states, state.code()).to_owned();
        Self {
            state: (state != SubscriberState::Active).then_some(said),
            can_resume: account.subscriber.consent_at.is_some() && state != SubscriberState::Active,
            subscriptions: account.subscriptions.iter().map(view).collect(),
            exports: [("json", "JSON"), ("csv", "CSV"), ("opml", "OPML")]
                .map(|(ending, name)| (format!("{here}/subscriptions.{ending}"), name)),
            subscribe: frame.subscribe(),
            frame,
        }
    }
}

impl SubscriptionView {
    fn of(stored: &StoredSubscription, one: &Subscription, language: Language, feed: &str) -> Self {
        let words = &Words::of(language).alerts;
        let interest = one.interest();
        let comma = Words::of(language).comma;
        let market = |code: &str| {
            let label = labels::facet(FacetName::Market, code);
            language.pick(&label.zh, &label.en).to_owned()
        };
        let markets: Vec<String> = interest
            .markets()
            .iter()
            .map(|one| market(one.as_str()))
            .collect();
        let matters: Vec<&str> = interest
            .matters()
            .iter()
            .map(|one| language.pick(one.name_zh(), one.name_en()))
            .collect();
        let schedule = one.schedule();
        let rate = schedule.rate.to_string();
        let mut rates: Vec<Choice> = words
            .rates
            .iter()
            .map(|(code, text)| Choice {
                value: (*code).to_owned(),
                text: (*text).to_owned(),
                chosen: rate == *code,
            })
            .collect();
        if rates.iter().all(|one| !one.chosen) {
            // A day of the month that the form does not list, given by a program.
            rates.push(Choice {
                value: rate.clone(),
                text: rate,
                chosen: true,
            });
        }
        let hour = i8::from(schedule.hour);
        let hours = (0..24_i8).map(|one| Choice {
            value: one.to_string(),
            text: format!("{one:02}:00"),
            chosen: one == hour,
        });
        Self {
            id: stored.id,
            name: one.name().to_owned(),
            state: word(words.states, stored.state.code()).to_owned(),
            topics: interest.topics().iter().map(ToString::to_string).collect(),
            markets: if markets.is_empty() {
                words.anywhere.to_owned()
            } else {
                markets.join(comma)
            },
            matters: if matters.is_empty() {
                words.everything.to_owned()
            } else {
                matters.join(comma)
            },
            rates,
            hours: hours.collect(),
            not_on_weekends: !schedule.quiet.weekdays().is_empty(),
            is_paused: stored.state == SubscriptionState::Paused,
            is_pending: stored.state == SubscriptionState::Pending,
            feed: format!("/feeds/subscriptions/{feed}.atom"),
            calendar: format!("/feeds/subscriptions/{feed}.ics"),
        }
    }
}
