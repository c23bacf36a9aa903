//! Indicators: what a standard limits, how, and under which condition.
//!
//! An [`Indicator`] is one checkable statement: a parameter, a [`Limit`], a unit, and what qualifies
//! them (condition, method, modal verb). Values are exact decimals with their printed scale, units
//! come from [`unit`](mod@unit), and [`extract`](fn@extract) reads them out of running text, list items and tables in
//! Chinese and English by rules; nothing is learned, so every reading can be explained.

mod comparator;
pub mod extract;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod indicator;
mod limit;
mod modal;
pub mod number;
pub mod unit;
mod wire;

pub use comparator::{Comparator, ParseComparatorError};
pub use extract::extract;
pub use indicator::{Indicator, Language};
pub use limit::{Limit, OpenEnds};
pub use modal::Modal;
pub use wire::WireError;
