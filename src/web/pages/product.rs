//! One product: what applies to it, market by market.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use corpora::products::Product;
use jiff::civil::Date;

use super::home::ShortList;
use crate::app::App;
use crate::model::{Kind, Language};
use crate::search::engine::FacetName;
use crate::search::{
    Extras, Filters, SearchError, SearchRequest, SearchResponse, Searcher, Sort, labels,
};
use crate::web::address::SearchAddress;
use crate::web::error::{Problem, WebError};
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::{Route, record_for_programs};
use crate::web::views::{FactValue, Facts, HitLine, pick};

/// Lines of each list.
const LINES: usize = 12;
/// The market that is at home.
const HOME_MARKET: &str = "CN";
/// The kinds that are listed, what binds first.
const KINDS: [Kind; 3] = [Kind::Regulation, Kind::Standard, Kind::Notification];

/// A market in which documents about the product are held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ProductMarket {
    /// The search that shows them.
    pub(in crate::web) href: String,
    /// Name of the market.
    pub(in crate::web) name: String,
    /// How many there are.
    pub(in crate::web) count: u64,
    /// The dossier; nothing for the home market, which is no export.
    pub(in crate::web) dossier: Option<String>,
}

/// A product.
#[derive(Debug, Template)]
#[template(path = "product.html")]
pub(in crate::web) struct ProductPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) name: String,
    pub(in crate::web) other_name: String,
    pub(in crate::web) other_language: &'static str,
    pub(in crate::web) facts: Facts,
    pub(in crate::web) markets: Vec<ProductMarket>,
    pub(in crate::web) lists: Vec<ShortList>,
    pub(in crate::web) for_programs: String,
}

/// Answers `/{language}/products/{id}`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let Some(product) = corpora::products::product(&id) else {
        return Err(reader.fail(Problem::NoProduct(id)));
    };
    let searcher = reader.searcher(&app).await?;
    let answers = of_product(searcher, &id, reader.language)
        .await
        .map_err(|error| reader.fail(error))?;
    Ok(page(
        StatusCode::OK,
        &ProductPage::of(&reader, product, &answers, app.clock.today()),
    ))
}

/// Searches for each kind of document, and at last for all of them together to count the markets.
async fn of_product(
    searcher: &Searcher,
    id: &str,
    language: Language,
) -> Result<[SearchResponse; 4], SearchError> {
    let request = |kind: &[Kind], sort: Sort, extras: Extras| SearchRequest {
        filters: Filters {
            kind: kind.to_vec(),
            product: vec![id.to_owned()],
            ..Filters::default()
        },
        sort,
        limit: LINES,
        extras,
        language,
        ..SearchRequest::default()
    };
    let plain = Extras {
        facets: false,
        snippets: false,
    };
    let [regulations, standards, notifications] =
        KINDS.map(|kind| request(&[kind], Sort::Newest, plain));
    let all = request(
        &KINDS,
        Sort::Relevance,
        Extras {
            facets: true,
            snippets: false,
        },
    );
    let answers = tokio::try_join!(
        searcher.search(&regulations),
        searcher.search(&standards),
        searcher.search(&notifications),
        searcher.search(&all),
    )?;
    Ok(answers.into())
}

impl ProductPage {
    /// Makes the page of a product.
    pub(in crate::web) fn of(
        reader: &Reader,
        product: &Product,
        answers: &[SearchResponse; 4],
        today: Date,
    ) -> Self {
        let language = reader.language;
        let name = language.pick(&product.name_zh, &product.name_en);
        let frame = Frame::new(reader, name).within(Section::Products);
        let words = &frame.words.product;
        let address = SearchAddress::default().with(FacetName::Product, &product.id);
        let [regulations, standards, notifications, all] = answers;
        let lists = [
            (words.regulations, Kind::Regulation, regulations),
            (words.standards, Kind::Standard, standards),
            (words.notifications, Kind::Notification, notifications),
        ];
        let lists = lists.map(|(title, kind, answer)| ShortList {
            title,
            empty: words.none,
            lines: answer
                .hits
                .iter()
                .map(|hit| HitLine::of(hit, &frame, today))
                .collect(),
            all: frame.href(Route::Search(
                &address
                    .with(FacetName::Kind, kind.code())
                    .sorted(Sort::Newest),
            )),
            count: (words.all_of)(answer.total),
        });
        let markets = all
            .facets
            .get(FacetName::Market.code())
            .map_or_else(Vec::new, |values| {
                let market = |value: &crate::search::FacetValue| {
                    let narrowed = address.with(FacetName::Market, &value.value);
                    let dossier = Route::Dossier(&product.id, &value.value);
                    ProductMarket {
                        href: frame.href(Route::Search(&narrowed)),
                        name: pick(&value.label, language).to_owned(),
                        count: value.count,
                        dossier: (value.value != HOME_MARKET).then(|| frame.href(dossier)),
                    }
                };
                values.iter().map(market).collect()
            });
        Self {
            name: name.to_owned(),
            other_name: language.pick(&product.name_en, &product.name_zh).to_owned(),
            other_language: language.pick("en", "zh"),
            facts: facts(product, &frame),
            markets,
            lists: lists.into(),
            for_programs: record_for_programs(&product.id),
            frame,
        }
    }
}

fn facts(product: &Product, frame: &Frame) -> Facts {
    let words = &frame.words.product;
    let language = frame.language;
    let coded = |facet: FacetName, code: &str| {
        let label = labels::facet(facet, code);
        let name = pick(&label, language);
        let note = if name == code { "" } else { name };
        FactValue::linked(
            code,
            frame.href(Route::Search(&SearchAddress::default().with(facet, code))),
        )
        .noting(note)
    };
    let aliases = match language {
        Language::Zh => &product.aliases_zh,
        Language::En => &product.aliases_en,
    };
    let market = |code: &String| {
        let address = SearchAddress::default()
            .with(FacetName::Product, &product.id)
            .with(FacetName::Market, code);
        let name = pick(&labels::facet(FacetName::Market, code), language).to_owned();
        FactValue::linked(name, frame.href(Route::Search(&address)))
    };
    let mut facts = Facts::default();
    facts.all(words.aliases, aliases.iter().map(FactValue::plain));
    facts.all(words.places, product.places.iter().map(FactValue::plain));
    let guessed = product.main_markets_basis.starts_with("knowledge");
    let basis = if guessed {
        frame.words.record.knowledge
    } else {
        ""
    };
    facts.all(words.main_markets, product.main_markets.iter().map(market));
    if let Some(row) = facts
        .0
        .last_mut()
        .filter(|row| row.name == words.main_markets)
    {
        row.note = basis;
    }
    facts.all(
        words.hs,
        product.hs.iter().map(|code| coded(FacetName::Hs, code)),
    );
    facts.all(
        "ICS",
        product.ics.iter().map(|code| coded(FacetName::Ics, code)),
    );
    facts.all(
        "CCS",
        product.ccs.iter().map(|code| coded(FacetName::Ccs, code)),
    );
    facts
}
