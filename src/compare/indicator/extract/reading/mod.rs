//! Limits as the words around numbers state them, before it is known what they limit.
//!
//! ```text
//! reading  := compared [joint compared] | between | spread | tolerance | deviation | suffixed | bare
//! compared := [not] bound [copula] (quantity | ± quantity | base 的 multiple)
//! between  := 介于 | between   quantity (和 | and | ～) quantity
//! spread   := quantity ～ quantity
//! tolerance:= ["("] quantity ± quantity [")" unit]
//! deviation:= +quantity / −quantity
//! suffixed := quantity (以上 | or more | max.)
//! ```
//!
//! A second quantity in brackets (`36 ksi [250 MPa]`) belongs to the first and is passed over.

mod bound;
mod compared;
mod lone;
mod multiple;
mod parser;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod reading;
mod spread;
mod tolerance;

pub(super) use parser::readings;
pub(super) use reading::{Form, Reading};
