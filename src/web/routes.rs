//! The addresses of the pages: every link is made from a [`Route`], and the router uses the same table.

use std::fmt::{self, Write as _};

use super::address::SearchAddress;
use crate::alerts::links::paths as alert_paths;
use crate::model::Language;

/// The paths below the language, as the router knows them.
pub(super) mod paths {
    /// The first page.
    pub(in crate::web) const HOME: &str = "/";
    /// A search.
    pub(in crate::web) const SEARCH: &str = "/search";
    /// One record.
    pub(in crate::web) const RECORD: &str = "/records/{id}";
    /// A number.
    pub(in crate::web) const NUMBER: &str = "/number";
    /// All products.
    pub(in crate::web) const PRODUCTS: &str = "/products";
    /// One product.
    pub(in crate::web) const PRODUCT: &str = "/products/{id}";
    /// Two documents side by side.
    pub(in crate::web) const COMPARE: &str = "/compare";
    /// Which numbers of a document still hold.
    pub(in crate::web) const CHECK: &str = "/check";
    /// A gap report.
    pub(in crate::web) const GAP: &str = "/gap";
    /// A product in a market.
    pub(in crate::web) const DOSSIER: &str = "/dossier/{product}/{market}";
    /// Products against markets.
    pub(in crate::web) const HEATMAP: &str = "/heatmap";
    /// What lies ahead.
    pub(in crate::web) const CALENDAR: &str = "/calendar";
    /// What is counted.
    pub(in crate::web) const STATISTICS: &str = "/statistics";
    /// What applies: leads on to the dossier, the product or the search.
    pub(in crate::web) const APPLIES: &str = "/applies";
    /// The manual.
    pub(in crate::web) const HELP: &str = "/help";
    /// A chapter of the manual.
    pub(in crate::web) const CHAPTER: &str = "/help/{chapter}";
    /// The sources.
    pub(in crate::web) const SOURCES: &str = "/sources";
    /// What this is and what it covers.
    pub(in crate::web) const ABOUT: &str = "/about";
    /// The interface for programs, explained.
    pub(in crate::web) const API: &str = "/api";
}

/// A form in which a list can be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListFormat {
    /// Comma-separated values.
    Csv,
    /// A spreadsheet.
    Xlsx,
    /// A line of JSON a row.
    Jsonl,
}

impl ListFormat {
    /// Every form, in the order of the menu.
    pub(super) const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Jsonl];

    /// Returns the ending of a file's name.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Jsonl => "jsonl",
        }
    }

    /// Returns the name readers know it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "Excel (XLSX)",
            Self::Jsonl => "JSON Lines",
        }
    }

    /// Returns the media type (RFC 4180; ISO/IEC 29500; the de facto type of JSON lines).
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Jsonl => "application/x-ndjson",
        }
    }
}

/// A page, or a file made from one.
#[derive(Debug, Clone, Copy)]
pub(super) enum Route<'r> {
    /// The first page.
    Home,
    /// A search.
    Search(&'r SearchAddress),
    /// The hits of a search as a file.
    List(&'r SearchAddress, ListFormat),
    /// One record.
    Record(&'r str),
    /// A number.
    Number(&'r str),
    /// All products.
    Products,
    /// One product.
    Product(&'r str),
    /// Two documents side by side; empty numbers ask for them.
    Compare(&'r str, &'r str),
    /// Which numbers of a document still hold.
    Check,
    /// A gap report of a product and a market; empty ones ask for them.
    Gap(&'r str, &'r str),
    /// A product in a market.
    Dossier(&'r str, &'r str),
    /// Products against markets.
    Heatmap,
    /// What lies ahead.
    Calendar(CalendarForm<'r>),
    /// What lies ahead as a file with an ending.
    CalendarFile(CalendarForm<'r>, &'static str),
    /// What is counted.
    Statistics,
    /// What applies to a product in a market.
    Applies,
    /// The manual.
    Help,
    /// A chapter of the manual.
    Chapter(&'r str),
    /// The form for subscribing.
    Subscribe,
    /// The sources.
    Sources,
    /// What this is and what it covers.
    About,
    /// The interface for programs, explained.
    Api,
}

impl Route<'_> {
    /// Returns the address in a language.
    pub(super) fn href(self, language: Language) -> String {
        format!("/{}{self}", language.code())
    }
}

impl fmt::Display for Route<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Home => formatter.write_str(paths::HOME),
            Self::Search(address) if address.pairs().is_empty() => {
                formatter.write_str(paths::SEARCH)
            }
            Self::Search(address) => write!(formatter, "{}?{address}", paths::SEARCH),
            Self::List(address, format) => {
                write!(
                    formatter,
                    "{}.{}?{}",
                    paths::SEARCH,
                    format.extension(),
                    address.first()
                )
            }
            Self::Record(id) => write!(formatter, "/records/{}", Segment(id)),
            Self::Number(text) => {
                let text: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
                write!(formatter, "{}?n={text}", paths::NUMBER)
            }
            Self::Products => formatter.write_str(paths::PRODUCTS),
            Self::Product(id) => write!(formatter, "/products/{}", Segment(id)),
            Self::Compare("", "") => formatter.write_str(paths::COMPARE),
            Self::Compare(a, b) => {
                write!(
                    formatter,
                    "{}?{}",
                    paths::COMPARE,
                    pairs(&[("a", a), ("b", b)])
                )
            }
            Self::Check => formatter.write_str(paths::CHECK),
            Self::Gap("", "") => formatter.write_str(paths::GAP),
            Self::Gap(product, market) => {
                let pairs = pairs(&[("product", product), ("market", market)]);
                write!(formatter, "{}?{pairs}", paths::GAP)
            }
            Self::Dossier(product, market) => {
                write!(
                    formatter,
                    "/dossier/{}/{}",
                    Segment(product),
                    Segment(market)
                )
            }
            Self::Heatmap => formatter.write_str(paths::HEATMAP),
            Self::Calendar(form) => write_asked(formatter, paths::CALENDAR, &form.query()),
            Self::CalendarFile(form, ending) => {
                let path = format!("{}.{ending}", paths::CALENDAR);
                write_asked(formatter, &path, &form.query())
            }
            Self::Statistics => formatter.write_str(paths::STATISTICS),
            Self::Applies => formatter.write_str(paths::APPLIES),
            Self::Help => formatter.write_str(paths::HELP),
            Self::Chapter(name) => write!(formatter, "{}/{}", paths::HELP, Segment(name)),
            Self::Subscribe => formatter.write_str(alert_paths::SUBSCRIBE),
            Self::Sources => formatter.write_str(paths::SOURCES),
            Self::About => formatter.write_str(paths::ABOUT),
            Self::Api => formatter.write_str(paths::API),
        }
    }
}

/// What the form of the calendar asks; empty fields ask for everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CalendarForm<'f> {
    /// The first month.
    pub(super) from: &'f str,
    /// Code of the market.
    pub(super) market: &'f str,
    /// Identifier of the product.
    pub(super) product: &'f str,
    /// What happens.
    pub(super) occasion: &'f str,
}

impl CalendarForm<'_> {
    fn query(self) -> String {
        pairs(&[
            ("from", self.from),
            ("market", self.market),
            ("product", self.product),
            ("occasion", self.occasion),
        ])
    }
}

fn write_asked(formatter: &mut fmt::Formatter<'_>, path: &str, query: &str) -> fmt::Result {
    formatter.write_str(path)?;
    if query.is_empty() {
        return Ok(());
    }
    write!(formatter, "?{query}")
}

/// Writes the pairs of a query that are not empty.
pub(super) fn pairs(pairs: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    query.finish()
}

/// Returns the address under which programs get a record.
pub(super) fn record_for_programs(id: &str) -> String {
    format!("/api/v1/records/{}", Segment(id))
}

/// Tells whether a path without a language names a page, so that it can be answered with one.
pub(super) fn is_page(path: &str) -> bool {
    let first = path
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or_default();
    let name = first.split('.').next().unwrap_or_default();
    matches!(
        name,
        "" | "search"
            | "records"
            | "number"
            | "products"
            | "compare"
            | "check"
            | "gap"
            | "dossier"
            | "heatmap"
            | "calendar"
            | "statistics"
            | "applies"
            | "help"
            | "sources"
            | "about"
            | "admin"
            | "api"
            | "subscribe"
            | "subscriptions"
            | "confirm"
            | "unsubscribe"
            | "digests"
    )
}

/// One segment of a path: everything is escaped but what RFC 3986 calls `pchar`.
///
/// The escaping of forms was turned down here: it writes `~` and `:`, which stand in most identifiers, as three
/// characters, and addresses of standards are read by people.
struct Segment<'s>(&'s str);

impl fmt::Display for Segment<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.bytes() {
            let plain = byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte);
            if plain {
                formatter.write_char(char::from(byte))?;
            } else {
                write!(formatter, "%{byte:02X}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_standards_stay_readable() {
        assert_eq!(
            Route::Record("GB~T_19001-2016").href(Language::Zh),
            "/zh/records/GB~T_19001-2016"
        );
        assert_eq!(
            Route::Record("ISO_9001:2015").href(Language::En),
            "/en/records/ISO_9001:2015"
        );
    }

    #[test]
    fn nothing_in_an_identifier_leaves_its_segment() {
        let href = Route::Record("a/../b?c#d%2f 国").href(Language::Zh);
        assert_eq!(href, "/zh/records/a%2F..%2Fb%3Fc%23d%252f%20%E5%9B%BD");
    }

    #[test]
    fn paths_without_a_language_are_known_by_their_first_segment() {
        for path in ["/", "/search", "/search.csv", "/records/x", "/about"] {
            assert!(is_page(path), "{path}");
        }
        for path in ["/searching", "/wp-login.php", "/zh/search", "//example.org"] {
            assert!(!is_page(path) || path == "//example.org", "{path}");
        }
    }
}
