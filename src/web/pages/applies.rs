//! What applies to a product in a market: leads on to the page that answers.
//!
//! The form of the first page has two choices and no script may be needed to follow them, so it asks here.

use axum::response::{IntoResponse, Redirect, Response};

use crate::search::engine::FacetName;
use crate::web::address::SearchAddress;
use crate::web::frame::Frame;
use crate::web::reader::Reader;
use crate::web::routes::Route;

/// Answers `/{language}/applies`.
pub(in crate::web) async fn show(reader: Reader) -> Response {
    Redirect::to(&target(&reader)).into_response()
}

fn target(reader: &Reader) -> String {
    let (product, market) = (reader.parameter("product"), reader.parameter("market"));
    let frame = Frame::new(reader, "");
    let known = corpora::products::product(&product).is_some();
    let route = |route: Route<'_>| frame.href(route);
    match (known, market.is_empty()) {
        (true, false) => route(Route::Dossier(&product, &market)),
        (true, true) => route(Route::Product(&product)),
        (false, false) => {
            let address = SearchAddress::default().with(FacetName::Market, &market);
            route(Route::Search(&address))
        }
        (false, true) => route(Route::Products),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn every_choice_leads_to_the_page_that_answers_it() {
        for (asked, found) in [
            ("product=stroller&market=EU", "/zh/dossier/stroller/EU"),
            ("product=stroller&market=", "/zh/products/stroller"),
            ("product=&market=EU", "/zh/search?market=EU"),
            ("product=nothing&market=", "/zh/products"),
            ("", "/zh/products"),
        ] {
            let reader = Reader {
                language: Language::Zh,
                address: format!("/zh/applies?{asked}"),
            };
            assert_eq!(target(&reader), found, "{asked}");
        }
    }
}
