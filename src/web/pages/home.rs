//! The first page: the search box, what an exporter asks, what is new, what is covered.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::app::App;
use crate::model::{Kind, Language, Status};
use crate::search::engine::FacetName;
use crate::search::{
    Extras, Filters, SearchError, SearchRequest, SearchResponse, Searcher, Sort, labels,
};
use crate::storage::{Occasion, WeekCounts};
use crate::web::address::SearchAddress;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::{CalendarForm, Route};
use crate::web::views::{CoverageView, HitLine, grouped, pick};

/// Lines of each short list.
const LINES: usize = 6;
/// Days within which a deadline is near.
const DAYS_AHEAD: i64 = 7;
/// Markets in the picker, the widest first; the rest is reached through the facets.
const MARKETS: [&str; 20] = [
    "EU", "US", "ASEAN", "JP", "KR", "GCC", "EAEU", "GB", "AU", "CA", "IN", "BR", "MX", "TR", "VN",
    "ID", "MY", "TH", "INT", "CN",
];

/// A short list with the search that shows all of it.
#[derive(Debug, Clone)]
pub(in crate::web) struct ShortList {
    /// What it lists.
    pub(in crate::web) title: &'static str,
    /// The lines.
    pub(in crate::web) lines: Vec<HitLine>,
    /// What is said when it is empty.
    pub(in crate::web) empty: &'static str,
    /// The search behind it.
    pub(in crate::web) all: String,
    /// How many there are.
    pub(in crate::web) count: String,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Choice {
    /// Value of the form.
    pub(in crate::web) code: String,
    /// Name.
    pub(in crate::web) name: String,
    /// Page.
    pub(in crate::web) href: String,
}

/// The first page.
#[derive(Debug, Template)]
#[template(path = "home.html")]
pub(in crate::web) struct HomePage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) examples: Vec<(String, &'static str)>,
    pub(in crate::web) products: Vec<Choice>,
    pub(in crate::web) markets: Vec<Choice>,
    /// Address and sentence of what changed this week.
    pub(in crate::web) week: Vec<(String, String)>,
    pub(in crate::web) lists: Vec<ShortList>,
    pub(in crate::web) held: String,
    pub(in crate::web) kinds: Vec<(String, String, String)>,
    pub(in crate::web) coverage: CoverageView,
    pub(in crate::web) applies: String,
}

/// What the page shows of the collection.
#[derive(Debug)]
pub(in crate::web) struct News {
    pub(in crate::web) week: WeekCounts,
    pub(in crate::web) notifications: SearchResponse,
    pub(in crate::web) closing: SearchResponse,
    pub(in crate::web) upcoming: SearchResponse,
    pub(in crate::web) recent: SearchResponse,
    pub(in crate::web) everything: SearchResponse,
}

/// Answers `/{language}/`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let searcher = reader.searcher(&app).await?;
    let today = app.clock.today();
    let (since, until) = (moved(today, -6), moved(today, DAYS_AHEAD));
    let week = app.store.week(since, today, until).await;
    let week = week.map_err(|error| reader.fail(error))?;
    let news = News::of(searcher, reader.language, week, today)
        .await
        .map_err(|error| reader.fail(error))?;
    Ok(page(StatusCode::OK, &HomePage::of(&reader, &news, today)))
}

impl News {
    async fn of(
        searcher: &Searcher,
        language: Language,
        week: WeekCounts,
        today: Date,
    ) -> Result<Self, SearchError> {
        let list = |filters: Filters| SearchRequest {
            filters,
            sort: Sort::Newest,
            limit: LINES,
            extras: Extras {
                facets: false,
                snippets: false,
            },
            language,
            ..SearchRequest::default()
        };
        let of = |kind, status: &[Status]| {
            list(Filters {
                kind: vec![kind],
                status: status.to_vec(),
                ..Filters::default()
            })
        };
        let notifications = of(Kind::Notification, &[]);
        let closing = SearchRequest {
            query: open_for_comments(today),
            sort: Sort::Deadline,
            ..of(Kind::Notification, &[])
        };
        let upcoming = of(Kind::Standard, &[Status::Upcoming]);
        let recent = of(Kind::Standard, &[Status::Current]);
        let everything = SearchRequest {
            limit: 1,
            extras: Extras {
                facets: true,
                snippets: false,
            },
            language,
            ..SearchRequest::default()
        };
        let (notifications, closing, upcoming, recent, everything) = tokio::try_join!(
            searcher.search(&notifications),
            searcher.search(&closing),
            searcher.search(&upcoming),
            searcher.search(&recent),
            searcher.search(&everything),
        )?;
        Ok(Self {
            week,
            notifications,
            closing,
            upcoming,
            recent,
            everything,
        })
    }
}

impl HomePage {
    /// Makes the page of what is new.
    pub(in crate::web) fn of(reader: &Reader, news: &News, today: Date) -> Self {
        let frame = Frame::new(reader, "");
        let words = &frame.words.home;
        let by = |kind: Kind, status: Option<Status>| {
            let address = SearchAddress::default().with(FacetName::Kind, kind.code());
            let address = status.iter().fold(address, |address, status| {
                address.with(FacetName::Status, status.code())
            });
            address.sorted(Sort::Newest)
        };
        let list = |title, empty, answer: &SearchResponse, address: SearchAddress| ShortList {
            title,
            empty,
            lines: answer
                .hits
                .iter()
                .map(|hit| HitLine::of(hit, &frame, today))
                .collect(),
            all: frame.href(Route::Search(&address)),
            count: grouped(answer.total),
        };
        let lists = vec![
            list(
                words.notifications,
                words.no_notifications,
                &news.notifications,
                by(Kind::Notification, None),
            ),
            list(
                words.closing,
                words.no_closing,
                &news.closing,
                SearchAddress::of(open_for_comments(today))
                    .with(FacetName::Kind, Kind::Notification.code())
                    .sorted(Sort::Deadline),
            ),
            list(
                words.upcoming,
                words.no_upcoming,
                &news.upcoming,
                by(Kind::Standard, Some(Status::Upcoming)),
            ),
            list(
                words.recent,
                words.no_recent,
                &news.recent,
                by(Kind::Standard, Some(Status::Current)),
            ),
        ];
        let examples = frame.words.about.examples.iter().map(|(query, _)| {
            (
                frame.href(Route::Search(&SearchAddress::of(*query))),
                *query,
            )
        });
        let kinds = news
            .everything
            .facets
            .get(FacetName::Kind.code())
            .map_or_else(Vec::new, |values| {
                let kind = |value: &crate::search::FacetValue| {
                    let address = SearchAddress::default().with(FacetName::Kind, &value.value);
                    (
                        frame.href(Route::Search(&address)),
                        pick(&value.label, frame.language).to_owned(),
                        grouped(value.count),
                    )
                };
                values.iter().map(kind).collect()
            });
        Self {
            examples: examples.collect(),
            products: product_choices(&frame),
            markets: market_choices(&frame),
            week: week_links(&news.week, &frame, today),
            lists,
            held: (words.held)(
                news.everything.records,
                news.everything.coverage.sources.len(),
            ),
            kinds,
            coverage: CoverageView::of(&news.everything.coverage, &frame),
            applies: frame.href(Route::Applies),
            frame: Frame {
                title: format!("{} {}", frame.words.frame.name, words.title),
                ..frame
            },
        }
    }
}

/// Returns the query of what is open for comments from a day on.
fn open_for_comments(today: Date) -> String {
    format!("deadline:{today}..")
}

/// Moves a day; stays where that leaves the calendar.
fn moved(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// Says what changed this week, each with the page that shows it; what did not happen is not said.
fn week_links(week: &WeekCounts, frame: &Frame, today: Date) -> Vec<(String, String)> {
    let words = &frame.words.home;
    let since = moved(today, -6).to_string();
    let notified = SearchAddress::default()
        .with(FacetName::Kind, Kind::Notification.code())
        .within(&since, "")
        .sorted(Sort::Newest);
    let calendar = |from: &str, occasion: Occasion| {
        frame.href(Route::Calendar(CalendarForm {
            from,
            occasion: occasion.code(),
            ..CalendarForm::default()
        }))
    };
    let month = since.get(..7).unwrap_or_default();
    let lines = [
        (
            week.notified,
            frame.href(Route::Search(&notified)),
            (words.week_notified)(week.notified, week.of_products),
        ),
        (
            week.closing,
            calendar("", Occasion::CommentsClose),
            (words.week_closing)(week.closing),
        ),
        (
            week.begun,
            calendar(month, Occasion::InForce),
            (words.week_begun)(week.begun),
        ),
        (
            week.ended,
            calendar(month, Occasion::Ends),
            (words.week_ended)(week.ended),
        ),
    ];
    let happened = lines.into_iter().filter(|(count, ..)| *count > 0);
    happened.map(|(_, href, text)| (href, text)).collect()
}

/// Returns the products to choose from.
pub(in crate::web) fn product_choices(frame: &Frame) -> Vec<Choice> {
    let choice = |product: &corpora::products::Product| Choice {
        code: product.id.clone(),
        name: frame
            .language
            .pick(&product.name_zh, &product.name_en)
            .to_owned(),
        href: frame.href(Route::Product(&product.id)),
    };
    corpora::products::products().iter().map(choice).collect()
}

fn market_choices(frame: &Frame) -> Vec<Choice> {
    let choice = |code: &str| Choice {
        code: code.to_owned(),
        name: pick(&labels::facet(FacetName::Market, code), frame.language).to_owned(),
        href: frame.href(Route::Search(
            &SearchAddress::default().with(FacetName::Market, code),
        )),
    };
    MARKETS.into_iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_market_of_the_picker_is_known() {
        for code in MARKETS {
            assert!(corpora::markets::market(code).is_some(), "{code}");
        }
    }
}
