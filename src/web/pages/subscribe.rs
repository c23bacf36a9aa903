//! The form for subscribing, what the last year would have brought, and the question by mail.

use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::notice::NoticePage;
use crate::alerts::digest::{DigestView, GroupView};
use crate::alerts::subscription::Matter;
use crate::alerts::{AlertsError, Breadth, Replay};
use crate::app::App;
use crate::web::error::WebError;
use crate::web::faults::fault;
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::subscribe_form::SubscribeForm;
use crate::web::words::{Words, word};

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Choice {
    pub(in crate::web) value: String,
    pub(in crate::web) text: String,
    pub(in crate::web) chosen: bool,
}

/// What the last year would have brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ReplayView {
    pub(in crate::web) sentences: Vec<String>,
    pub(in crate::web) weeks: Vec<(String, u64)>,
    pub(in crate::web) groups: Vec<GroupView>,
}

/// The form.
#[derive(Debug, Template)]
#[template(path = "subscribe.html")]
pub(in crate::web) struct SubscribePage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) form: SubscribeForm,
    pub(in crate::web) products: Vec<Choice>,
    pub(in crate::web) markets: Vec<Choice>,
    pub(in crate::web) matters: Vec<Choice>,
    pub(in crate::web) rates: Vec<Choice>,
    pub(in crate::web) hours: Vec<Choice>,
    pub(in crate::web) mistake: Option<String>,
    pub(in crate::web) replay: Option<ReplayView>,
}

/// Answers `/{language}/subscribe`; the search page and others lead here with what is to be watched.
pub(in crate::web) async fn show(reader: Reader, RawQuery(query): RawQuery) -> Response {
    let form = SubscribeForm::read(query.as_deref().unwrap_or_default());
    page(
        StatusCode::OK,
        &SubscribePage::of(&reader, form, None, None),
    )
}

/// Takes the form: shows the last year, mails the question, or mails the link to one's page.
pub(in crate::web) async fn submit(
    State(app): State<Arc<App>>,
    reader: Reader,
    body: String,
) -> Result<Response, WebError> {
    let form = SubscribeForm::read(&body);
    let done = match form.action.as_str() {
        "link" => mail_link(&app, &form)
            .await
            .map(|()| Words::of(reader.language).alerts.link_mailed),
        "subscribe" => enrol(&app, &reader, &form)
            .await
            .map(|()| Words::of(reader.language).alerts.mailed),
        _ => {
            let shown = replay(&app, &reader, &form).await;
            let refusal = shown.as_ref().err().and_then(fault);
            return match (shown, refusal) {
                (Ok(replay), _) => Ok(page(
                    StatusCode::OK,
                    &SubscribePage::of(&reader, form, None, Some(&replay)),
                )),
                (Err(_), Some(code)) => Ok(refused(&reader, form, code)),
                (Err(error), None) => Err(reader.fail(error)),
            };
        }
    };
    match done {
        Ok(sentences) => {
            let title = Words::of(reader.language).alerts.mailed_title;
            Ok(page(
                StatusCode::OK,
                &NoticePage::saying(&reader, title, sentences),
            ))
        }
        Err(error) => match fault(&error) {
            Some(code) => Ok(refused(&reader, form, code)),
            None => Err(reader.fail(error)),
        },
    }
}

async fn enrol(app: &App, reader: &Reader, form: &SubscribeForm) -> Result<(), AlertsError> {
    let (address, enrolment) = form.enrolment()?;
    app.alerts()?
        .enrol(&address, reader.language, &enrolment)
        .await
}

async fn mail_link(app: &App, form: &SubscribeForm) -> Result<(), AlertsError> {
    app.alerts()?.mail_manage_link(&form.address.parse()?).await
}

async fn replay(
    app: &App,
    reader: &Reader,
    form: &SubscribeForm,
) -> Result<ReplayView, AlertsError> {
    let alerts = app.alerts()?;
    let interest = form.interest()?;
    let replay = alerts
        .replay(&interest.to_string(), &interest, reader.language)
        .await?;
    let view = DigestView::of(&replay.sample, alerts.site(), reader.language);
    Ok(ReplayView::of(
        &replay,
        view.groups,
        Words::of(reader.language),
    ))
}

fn refused(reader: &Reader, form: SubscribeForm, code: &'static str) -> Response {
    page(
        StatusCode::UNPROCESSABLE_ENTITY,
        &SubscribePage::of(reader, form, Some(code), None),
    )
}

impl ReplayView {
    /// Says what was found.
    pub(in crate::web) fn of(replay: &Replay, groups: Vec<GroupView>, words: &Words) -> Self {
        let words = &words.alerts;
        let mut sentences = Vec::new();
        if replay.events == 0 {
            sentences.push(words.no_history.to_owned());
        } else {
            sentences.push((words.replayed)(
                replay.items,
                replay.events,
                replay.per_week,
            ));
        }
        if replay.left_out_by_matter > 0 {
            sentences.push((words.left_out)(replay.left_out_by_matter));
        }
        if replay.breadth == Breadth::NearlyEverything {
            sentences.push(words.broad.to_owned());
        }
        Self {
            sentences,
            weeks: replay
                .weeks
                .iter()
                .map(|week| (week.monday.clone(), week.items))
                .collect(),
            groups,
        }
    }
}

impl SubscribePage {
    /// Makes the page of a form, with a mistake or with what the last year would have brought.
    pub(in crate::web) fn of(
        reader: &Reader,
        form: SubscribeForm,
        mistake: Option<&'static str>,
        replay: Option<&ReplayView>,
    ) -> Self {
        let language = reader.language;
        let words = Words::of(language);
        let frame = Frame::new(reader, words.alerts.title).within(Section::Subscribe);
        let choice = |value: &str, text: &str, chosen: bool| Choice {
            value: value.to_owned(),
            text: text.to_owned(),
            chosen,
        };
        let products = corpora::products::products().iter().map(|one| {
            choice(
                &one.id,
                language.pick(&one.name_zh, &one.name_en),
                form.products.contains(&one.id),
            )
        });
        let markets = corpora::markets::markets().iter().map(|one| {
            choice(
                &one.code,
                language.pick(&one.name_zh, &one.name_en),
                form.markets.contains(&one.code),
            )
        });
        let matters = Matter::all().map(|one| {
            let chosen = form.matters.iter().any(|code| code == one.code());
            choice(
                one.code(),
                language.pick(one.name_zh(), one.name_en()),
                chosen,
            )
        });
        let rates = words
            .alerts
            .rates
            .iter()
            .map(|(code, text)| choice(code, text, form.rate == *code));
        let hours = (0..24).map(|hour: u8| {
            let value = hour.to_string();
            choice(&value, &format!("{hour:02}:00"), form.hour == value)
        });
        Self {
            products: products.collect(),
            markets: markets.collect(),
            matters: matters.collect(),
            rates: rates.collect(),
            hours: hours.collect(),
            mistake: mistake.map(|code| word(words.alerts.faults, code).to_owned()),
            replay: replay.cloned(),
            form,
            frame,
        }
    }
}
