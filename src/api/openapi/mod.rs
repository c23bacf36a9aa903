//! The interface described for programs: OpenAPI 3.1 (<https://spec.openapis.org/oas/v3.1.0>).
//!
//! The operations are one table ([`OPERATIONS`]) beside the router's, in both languages; shapes of bodies are types in
//! [`schemas`] from which utoipa derives, errors are the rows of [`CODES`](super::CODES). Attributes on the handlers were
//! turned down: they speak one language, and four questions of comparison share one handler. Three tests hold the table to
//! the truth: every route of the router is in it and the other way round, real answers fit the shapes, and the document
//! itself is a snapshot.

mod document;
mod operation;
mod operations;
mod parameters;
mod schemas;
mod serve;

pub use document::document;
pub use operation::{Answer, Body, Described, Operation, Parameter, Place, Shape};
pub use operations::{OPERATIONS, TAGS};
pub(super) use serve::openapi;
