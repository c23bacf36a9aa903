//! The forward calendar: what closes, begins and ends in the next twelve months.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;

use super::gap::{Choice, market_name};
use crate::alerts::feeds::{Calendar, CalendarEntry, DateKind};
use crate::app::App;
use crate::export::{Table, write_csv};
use crate::model::{Kind, Language};
use crate::storage::{AheadQuery, DayAhead, Occasion};
use crate::web::error::{Problem, WebError};
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::{CalendarForm, Route, pairs};
use crate::web::views::{Deadline, Line};
use crate::web::words::{CalendarWords, Words};

/// Months that are shown at once.
const MONTHS: i64 = 12;
/// Dates on the page.
const ON_PAGE: u32 = 300;
/// Dates in a file.
const IN_FILE: u32 = 10_000;

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct CalendarQuestion {
    /// The first day: today, or the first of a month.
    pub(in crate::web) from: Date,
    /// The month as it was chosen; empty for today.
    pub(in crate::web) month: String,
    /// Code of the market; empty for all.
    pub(in crate::web) market: String,
    /// Identifier of the product; empty for all.
    pub(in crate::web) product: String,
    /// What happens; nothing for anything.
    pub(in crate::web) occasion: Option<Occasion>,
}

/// A date as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct DateLine {
    pub(in crate::web) deadline: Option<Deadline>,
    pub(in crate::web) written: String,
    pub(in crate::web) class: &'static str,
    pub(in crate::web) occasion: &'static str,
    pub(in crate::web) number: String,
    pub(in crate::web) href: String,
    pub(in crate::web) title: Option<Line>,
    pub(in crate::web) markets: String,
}

/// The dates of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Month {
    pub(in crate::web) name: String,
    pub(in crate::web) lines: Vec<DateLine>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "calendar.html")]
pub(in crate::web) struct CalendarPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) action: String,
    pub(in crate::web) month: String,
    pub(in crate::web) products: Vec<Choice>,
    pub(in crate::web) markets: Vec<Choice>,
    pub(in crate::web) occasions: Vec<Choice>,
    pub(in crate::web) found: String,
    pub(in crate::web) cut: Option<String>,
    pub(in crate::web) nothing: String,
    pub(in crate::web) months: Vec<Month>,
    pub(in crate::web) earlier: String,
    pub(in crate::web) later: String,
    pub(in crate::web) csv: String,
    pub(in crate::web) ics: String,
    pub(in crate::web) subscribe: String,
    pub(in crate::web) is_filtered: bool,
    pub(in crate::web) whole: String,
}

/// Answers `/{language}/calendar`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let today = app.clock.today();
    let question = CalendarQuestion::read(&reader, today);
    // One more than is shown tells whether something was left out.
    let days = look_up(&app, &reader, &question, ON_PAGE + 1).await?;
    let view = CalendarPage::of(&reader, &question, &days, today);
    Ok(page(StatusCode::OK, &view))
}

/// Answers `/{language}/calendar.csv`.
pub(in crate::web) async fn csv(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let question = CalendarQuestion::read(&reader, app.clock.today());
    let days = look_up(&app, &reader, &question, IN_FILE).await?;
    let frame = Frame::new(&reader, "");
    let words = &frame.words.calendar;
    let headers = [
        words.day,
        words.occasion,
        words.document,
        words.name,
        words.markets,
    ];
    let mut table = Table::new(words.title, &headers);
    for day in &days {
        let record = &day.record.record;
        table.push(vec![
            day.written.clone(),
            occasion_name(words, day.occasion).to_owned(),
            record.number.clone(),
            best_title(day, reader.language).map_or_else(String::new, |line| line.text),
            markets_of(day, reader.language),
        ]);
    }
    let mut bytes = Vec::new();
    write_csv(&table, &mut bytes).map_err(|error| reader.fail(Problem::inside(&error)))?;
    let name = format!(
        "attachment; filename=\"duibiao-calendar-{}.csv\"",
        app.clock.today()
    );
    Ok((
        [
            (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (CONTENT_DISPOSITION, name),
        ],
        bytes,
    )
        .into_response())
}

/// Answers `/{language}/calendar.ics` (RFC 5545): the same days for the reader's own calendar.
pub(in crate::web) async fn ics(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let question = CalendarQuestion::read(&reader, app.clock.today());
    let days = look_up(&app, &reader, &question, IN_FILE).await?;
    let site = app.alerts().map_err(|error| reader.fail(error))?.site();
    let language = reader.language;
    let entries = days.iter().filter_map(|day| {
        let record = &day.record.record;
        // A month is no day, and a calendar cannot show it.
        (day.day == day.written).then_some(())?;
        Some(CalendarEntry {
            family: record.number.clone(),
            kind: match day.occasion {
                Occasion::CommentsClose => DateKind::Deadline,
                Occasion::Adoption => DateKind::Adoption,
                Occasion::Ends => DateKind::Ends,
                Occasion::InForce | Occasion::Published => DateKind::InForce,
            },
            day: day.day.parse().ok()?,
            sequence: u32::try_from(day.record.revision).unwrap_or(0),
            cancelled: false,
            title: best_title(day, language).map_or_else(String::new, |line| line.text),
            href: site.record(language, &record.id),
            changed: app.clock.now(),
        })
    });
    let calendar = Calendar {
        name: Frame::new(&reader, "").words.calendar.title.to_owned(),
        site,
        language,
        entries: entries.collect(),
    };
    let head = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((head, calendar.to_ics()).into_response())
}

async fn look_up(
    app: &App,
    reader: &Reader,
    question: &CalendarQuestion,
    most: u32,
) -> Result<Vec<DayAhead>, WebError> {
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let asked = AheadQuery {
        from: question.from,
        until: moved(question.from, MONTHS),
        market: some(&question.market),
        product: some(&question.product),
        occasion: question.occasion,
        most,
    };
    app.store
        .ahead(&asked)
        .await
        .map_err(|error| reader.fail(error))
}

/// Moves a day by months; stays where that leaves the calendar.
fn moved(day: Date, months: i64) -> Date {
    day.checked_add(months.months()).unwrap_or(day)
}

impl CalendarQuestion {
    /// Reads the address; what cannot be read is taken as not said, because the form offers what can be.
    pub(in crate::web) fn read(reader: &Reader, today: Date) -> Self {
        let month = reader.parameter("from");
        let first = format!("{month}-01").parse::<Date>().ok();
        let market = corpora::markets::market(&reader.parameter("market"));
        let product = corpora::products::product(&reader.parameter("product"));
        Self {
            from: first.unwrap_or(today),
            month: if first.is_some() {
                month
            } else {
                String::new()
            },
            market: market.map_or_else(String::new, |market| market.code.clone()),
            product: product.map_or_else(String::new, |product| product.id.clone()),
            occasion: Occasion::read(&reader.parameter("occasion")),
        }
    }

    fn form(&self) -> CalendarForm<'_> {
        CalendarForm {
            from: &self.month,
            market: &self.market,
            product: &self.product,
            occasion: self.occasion.map_or("", Occasion::code),
        }
    }
}

impl CalendarPage {
    /// Makes the page of some days, in their order.
    pub(in crate::web) fn of(
        reader: &Reader,
        question: &CalendarQuestion,
        days: &[DayAhead],
        today: Date,
    ) -> Self {
        let language = reader.language;
        let frame = Frame::new(reader, Words::of(language).calendar.title);
        let words = &frame.words.calendar;
        let most = usize::try_from(ON_PAGE).unwrap_or(usize::MAX);
        let shown = &days[..days.len().min(most)];
        let mut months: Vec<Month> = Vec::new();
        for day in shown {
            let name = day.day.get(..7).unwrap_or(&day.day);
            if months.last().is_none_or(|month| month.name != name) {
                months.push(Month {
                    name: name.to_owned(),
                    lines: Vec::new(),
                });
            }
            if let Some(month) = months.last_mut() {
                month.lines.push(date_line(day, &frame, today));
            }
        }
        let form = question.form();
        let month_of = |day: Date| day.strftime("%Y-%m").to_string();
        let earlier = month_of(moved(question.from, -MONTHS));
        let later = month_of(moved(question.from, MONTHS));
        let at = |from: &str| frame.href(Route::Calendar(CalendarForm { from, ..form }));
        let span = format!("{} — {}", question.from, moved(question.from, MONTHS));
        let choice = |code: &str, name: &str, chosen: &str| Choice {
            code: code.to_owned(),
            name: name.to_owned(),
            chosen: code == chosen,
        };
        let watched = pairs(&[("product", form.product), ("market", form.market)]);
        Self {
            action: frame.href(Route::Calendar(CalendarForm::default())),
            month: question.month.clone(),
            products: corpora::products::products()
                .iter()
                .map(|one| {
                    let name = language.pick(&one.name_zh, &one.name_en);
                    choice(&one.id, name, form.product)
                })
                .collect(),
            markets: corpora::markets::markets()
                .iter()
                .map(|one| {
                    let name = language.pick(&one.name_zh, &one.name_en);
                    choice(&one.code, name, form.market)
                })
                .collect(),
            occasions: Occasion::AHEAD
                .map(|one| choice(one.code(), occasion_name(words, one), form.occasion))
                .to_vec(),
            found: (words.found)(shown.len() as u64),
            cut: (days.len() > most).then(|| (words.cut)(shown.len() as u64)),
            nothing: (words.nothing)(&span),
            months,
            earlier: at(&earlier),
            later: at(&later),
            csv: frame.href(Route::CalendarFile(form, "csv")),
            ics: frame.href(Route::CalendarFile(form, "ics")),
            subscribe: if watched.is_empty() {
                frame.subscribe()
            } else {
                format!("{}?{watched}", frame.subscribe())
            },
            is_filtered: form != CalendarForm::default(),
            whole: frame.href(Route::Calendar(CalendarForm::default())),
            frame,
        }
    }
}

fn date_line(day: &DayAhead, frame: &Frame, today: Date) -> DateLine {
    let record = &day.record.record;
    let route = if record.kind == Kind::Product {
        Route::Product(record.id.as_str())
    } else {
        Route::Record(record.id.as_str())
    };
    DateLine {
        deadline: (day.occasion == Occasion::CommentsClose)
            .then(|| Deadline::of(&day.written, today, frame.words))
            .flatten(),
        written: day.written.clone(),
        class: day.occasion.code(),
        occasion: occasion_name(&frame.words.calendar, day.occasion),
        number: record.number.clone(),
        href: frame.href(route),
        title: best_title(day, frame.language),
        markets: markets_of(day, frame.language),
    }
}

fn best_title(day: &DayAhead, language: Language) -> Option<Line> {
    let (code, title) = day.record.record.titles.best(language)?;
    Some(Line::new(code, title, language))
}

fn markets_of(day: &DayAhead, language: Language) -> String {
    let names = day.record.record.all_markets();
    let names: Vec<&str> = names.map(|code| market_name(code, language)).collect();
    names.join(language.pick("、", ", "))
}

/// Returns what happens, in words.
fn occasion_name(words: &CalendarWords, occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::CommentsClose => words.comments_close,
        Occasion::Adoption => words.adoption,
        Occasion::InForce | Occasion::Published => words.in_force,
        Occasion::Ends => words.ends,
    }
}
