//! The routes of the pages.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::VARY;
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get};

use super::assets;
use super::conditional::conditional;
use super::error::Problem;
use super::pages::{
    about, applies, calendar, check, compare, confirm, digest, dossier, feeds, gap, heatmap, help,
    home, interface, list, number, product, products, record, search, sources, statistics,
    subscribe, subscriptions, unsubscribe,
};
use super::reader::Reader;
use super::routes::{is_page, paths};
use crate::alerts::links::paths as alert_paths;
use crate::app::App;
use crate::model::Language;
use crate::upload::LARGEST;

/// Returns the routes of every page in both languages, of the assets, and the answer to every other address.
pub fn router() -> Router<Arc<App>> {
    let mut router = Router::new()
        .route("/assets/{name}", get(assets::asset))
        .route("/favicon.svg", get(assets::icon))
        .route("/robots.txt", get(assets::robots))
        .route("/feeds/search.atom", get(feeds::search))
        .route("/feeds/search.ics", get(feeds::search))
        .route("/feeds/products/{file}", get(feeds::product))
        .route("/feeds/subscriptions/{file}", get(feeds::subscription))
        .route(
            alert_paths::ONE_CLICK,
            get(unsubscribe::show).post(unsubscribe::one_click),
        );
    for language in [Language::Zh, Language::En] {
        for (path, handler) in pages() {
            router = router.route(&format!("/{}{path}", language.code()), handler);
        }
    }
    router
        .merge(super::admin::router())
        .fallback(elsewhere)
        .layer(middleware::from_fn(conditional))
}

/// Returns the pages: path below the language, and who answers.
fn pages() -> Vec<(&'static str, MethodRouter<Arc<App>>)> {
    vec![
        (paths::HOME, get(home::show)),
        (paths::SEARCH, get(search::show)),
        ("/search.csv", get(list::csv)),
        ("/search.xlsx", get(list::xlsx)),
        ("/search.jsonl", get(list::jsonl)),
        (paths::RECORD, get(record::show)),
        (paths::NUMBER, get(number::show)),
        (paths::PRODUCTS, get(products::show)),
        (paths::PRODUCT, get(product::show)),
        (paths::COMPARE, get(compare::show)),
        (
            paths::CHECK,
            get(check::show)
                .post(check::submit)
                .layer(DefaultBodyLimit::max(LARGEST)),
        ),
        (paths::GAP, get(gap::show)),
        (paths::DOSSIER, get(dossier::show)),
        (paths::HEATMAP, get(heatmap::show)),
        (paths::CALENDAR, get(calendar::show)),
        ("/calendar.csv", get(calendar::csv)),
        ("/calendar.ics", get(calendar::ics)),
        (paths::STATISTICS, get(statistics::show)),
        (paths::APPLIES, get(applies::show)),
        (paths::HELP, get(help::show)),
        (paths::CHAPTER, get(help::chapter)),
        (
            alert_paths::SUBSCRIBE,
            get(subscribe::show).post(subscribe::submit),
        ),
        (
            alert_paths::CONFIRM,
            get(confirm::show).post(confirm::submit),
        ),
        (
            alert_paths::UNSUBSCRIBE,
            get(unsubscribe::show).post(unsubscribe::submit),
        ),
        (
            alert_paths::MANAGE,
            get(subscriptions::show).post(subscriptions::submit),
        ),
        ("/subscriptions/{token}/{file}", get(subscriptions::export)),
        (alert_paths::DIGEST, get(digest::show)),
        (paths::SOURCES, get(sources::show)),
        (paths::ABOUT, get(about::show)),
        (paths::API, get(interface::show)),
    ]
}

/// Answers addresses that are no route: adds the language, takes away a slash too many, or says that there is no page.
async fn elsewhere(reader: Reader) -> Response {
    let (path, query) = match reader.address.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (reader.address.as_str(), String::new()),
    };
    let languages = [Language::Zh, Language::En].map(Language::code);
    if languages
        .iter()
        .any(|code| path.strip_prefix('/') == Some(code))
    {
        return Redirect::permanent(&format!("{path}/{query}")).into_response();
    }
    if is_page(path) {
        let target = format!("/{}{path}{query}", reader.language.code());
        return ([(VARY, "accept-language")], Redirect::temporary(&target)).into_response();
    }
    let below = languages
        .iter()
        .any(|code| path.starts_with(&format!("/{code}/")));
    match path.strip_suffix('/') {
        Some(shorter) if below && !shorter.ends_with('/') => {
            Redirect::permanent(&format!("{shorter}{query}")).into_response()
        }
        _ => reader.fail(Problem::NoPage).into_response(),
    }
}
