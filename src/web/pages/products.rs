//! The products of the province.

use axum::http::StatusCode;
use axum::response::Response;

use askama::Template;

use super::home::{Choice, product_choices};
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::words::Words;

/// A product in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ProductLine {
    /// Name and page.
    pub(in crate::web) choice: Choice,
    /// Other names.
    pub(in crate::web) aliases: String,
    /// Where it is made.
    pub(in crate::web) places: String,
    /// HS codes.
    pub(in crate::web) hs: String,
}

/// The list of products.
#[derive(Debug, Template)]
#[template(path = "products.html")]
pub(in crate::web) struct ProductsPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) products: Vec<ProductLine>,
}

/// Answers `/{language}/products`.
pub(in crate::web) async fn show(reader: Reader) -> Response {
    page(StatusCode::OK, &ProductsPage::of(&reader))
}

impl ProductsPage {
    /// Makes the page.
    pub(in crate::web) fn of(reader: &Reader) -> Self {
        let words = Words::of(reader.language);
        let frame = Frame::new(reader, words.product.title).within(Section::Products);
        let lines = corpora::products::products()
            .iter()
            .zip(product_choices(&frame))
            .map(|(product, choice)| {
                let aliases = match reader.language {
                    crate::model::Language::Zh => &product.aliases_zh,
                    crate::model::Language::En => &product.aliases_en,
                };
                ProductLine {
                    choice,
                    aliases: aliases.join(words.comma),
                    places: product.places.join("、"),
                    hs: product.hs.join(" "),
                }
            });
        Self {
            products: lines.collect(),
            frame,
        }
    }
}
