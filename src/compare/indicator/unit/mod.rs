//! Units of measurement: recognising them in two languages and converting them exactly.
//!
//! A unit is read as an expression (`mg/(m²·h)`, `毫克每千克`, `inches per second`) over a table of
//! atoms and SI prefixes; its code follows UCUM (`mg/kg`, `[in_i]`, `Cel`). Dimension and factor are
//! computed from the atoms, so a compound nobody listed still converts, and one that would need a
//! density or an area does not.

mod atoms;
mod dimension;
mod parser;
mod ratio;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod unit;

pub use dimension::Dimension;
pub use parser::{UnitMatch, scan};
pub use ratio::Ratio;
pub use unit::{Conversion, ParseUnitError, Unit};
