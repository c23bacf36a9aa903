//! The query language: what a person types, read into a tree of conditions.
//!
//! `轮胎 -翻新 市场:欧盟 发布:2020..2024` is text that has to contain 轮胎, must not contain 翻新, and
//! two conditions on fields. The tree is symbolic and pure: a run of words stays one verbatim
//! [`Node::Words`] leaf, because numbers, segmentation and translation are the planner's business,
//! and a relative date stays relative, because a saved search is read again on another day.
//!
//! One grammar (BNF in `parser`) has two drivers:
//!
//! * [`parse`] is strict, for checking: the first fault is a [`QueryError`] that says what was
//!   expected, what was found, and draws a caret under it.
//! * [`parse_lenient`] is for people: it never fails, mends what is broken and lists every
//!   [`Repair`]. What the strict driver accepts, it reads alike and without repairs.
//!
//! Two parsers were turned down: they would drift apart. Here the drivers differ in one method,
//! what to do on meeting a [`Problem`].
//!
//! `Display` of a [`Node`] is canonical query text that both drivers read back as the same tree;
//! [`Node::describe`] says in a sentence how the query was understood; [`refuse_catch_all`] keeps
//! queries that match everything out of saved searches. All work is linear in the length of the
//! query up to the bounds in [`limits`], and bounded beyond.

mod ast;
mod characters;
mod check;
mod clause;
mod condition;
mod date;
mod date_text;
mod describe;
mod driver;
mod error;
mod field;
mod lenient;
mod lexer;
pub mod limits;
mod pairs;
mod parser;
mod print;
mod problem;
mod quote;
mod shape;
mod text;
mod token;
mod value;
mod word;

#[cfg(test)]
mod tests;

pub use ast::{Content, GRAMMAR_VERSION, Node, Span, Value};
pub use check::refuse_catch_all;
pub use date::{Comparison, Dates, Days, Direction, Moment, Period, Turn, Unit};
pub use error::QueryError;
pub use field::{Field, ValueType};
pub use lenient::{Lenient, Repair, parse_lenient};
pub use parser::parse;
pub use problem::Problem;
