//! One operation of the interface, as data.

use utoipa::openapi::{HttpMethod, RefOr, Schema};

use crate::api::Code;
use crate::keys::Scope;

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path; always required.
    Path,
    /// In the query, and may be left out.
    Query,
    /// In the query, and required.
    Required,
}

/// What the value of a parameter looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Any text.
    Text,
    /// A whole number within bounds.
    Number(u32, u32),
    /// A day, month or year (`2020`, `2020-05`, `2020-05-31`).
    Day,
    /// A whole day (`2020-05-31`).
    Date,
    /// One of some words.
    Word(&'static [&'static str]),
    /// Several texts, repeated or with commas.
    List,
    /// Several of some words, repeated or with commas.
    Words(&'static [&'static str]),
}

/// A parameter.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What its value looks like.
    pub shape: Shape,
    /// What it does, in Chinese.
    pub zh: &'static str,
    /// What it does, in English.
    pub en: &'static str,
    /// A value that works with the carried corpus; empty where there is none.
    pub example: &'static str,
}

/// A schema with its name.
#[derive(Debug, Clone)]
pub struct Described {
    /// Its name among the components.
    pub name: String,
    /// The schema.
    pub schema: RefOr<Schema>,
    /// The schemas it speaks of, by name.
    pub inner: Vec<(String, RefOr<Schema>)>,
}

/// A body that is sent.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// Its media type.
    pub media: &'static str,
    /// Its schema.
    pub schema: fn() -> Described,
    /// An example, in JSON; empty where there is none.
    pub example: &'static str,
}

/// An answer that is no error.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// What it says.
    pub en: &'static str,
    /// Its media types; none for an answer without a body.
    pub media: &'static [&'static str],
    /// Its schema, where it is JSON.
    pub schema: Option<fn() -> Described>,
}

/// An operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The method.
    pub method: HttpMethod,
    /// The path as the router knows it.
    pub path: &'static str,
    /// Its name, one of a kind.
    pub id: &'static str,
    /// Name of its group in [`TAGS`](super::TAGS).
    pub tag: &'static str,
    /// What it does, in Chinese.
    pub zh: &'static str,
    /// What it does, in English.
    pub en: &'static str,
    /// The scope a key needs; nothing where anybody may ask.
    pub scope: Option<Scope>,
    /// Parameters.
    pub parameters: Vec<Parameter>,
    /// The body that is sent.
    pub body: Option<Body>,
    /// The answers that are no errors.
    pub answers: Vec<Answer>,
    /// The errors of its own, beside those every operation may answer with.
    pub codes: &'static [Code],
}

impl Operation {
    /// Returns the name of its method.
    pub fn method_name(&self) -> &'static str {
        match self.method {
            HttpMethod::Post => "POST",
            HttpMethod::Patch => "PATCH",
            HttpMethod::Delete => "DELETE",
            _ => "GET",
        }
    }
}
