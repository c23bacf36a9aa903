//! Dossiers: everything an exporter must know about a product in a market, and the map of all products and markets.
//!
//! A [`Dossier`] joins what the gap report knows (documents, lines, adoptions) with what is in flight (notifications with
//! their deadlines) and what is coming (the calendar), and ends in a checklist whose every item says what it rests on. The
//! [`Heatmap`] counts the same facts for each product and market. Both are gathered from the store and the search; the
//! arranging is pure.

mod calendar;
mod checklist;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod dossier;
mod heatmap;
mod notifications;
mod scheme;

pub use calendar::{CalendarEntry, Occasion, calendar};
pub use checklist::{CheckItem, checklist};
pub use dossier::Dossier;
pub use heatmap::{Heatmap, HeatmapCell, HeatmapRow};
pub use notifications::{InFlight, in_flight};
pub use scheme::{Scheme, schemes};
