//! National and sector standards of China.
//!
//! Local, group and enterprise standards have prefixes of their own and share the rest: figures,
//! year, amendment sheets and the foreign number of an identical adoption.

mod adoption;
mod figures;
mod nature;
mod sheet;
mod standard;

pub(super) use adoption::ending;
pub(super) use figures::{YearForm, dash, digits};
pub(super) use nature::{Written, nature};
pub(super) use standard::{read, spoken};
