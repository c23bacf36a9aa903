//! Bodies that issue standards, and the prefixes that their numbers begin with.
//!
//! One row a prefix rather than one an organisation: a number shows its prefix first, and what a
//! reader wants to know is who stands behind it.

mod body;

pub use body::{Body, BodyKind};

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table;

static BODIES: LazyLock<Vec<Body>> =
    LazyLock::new(|| table::embedded("bodies.jsonl", include_str!("../../data/bodies.jsonl")));

static BY_CODE: LazyLock<HashMap<&str, &Body>> = LazyLock::new(|| {
    BODIES
        .iter()
        .map(|body| (body.code.as_str(), body))
        .collect()
});

/// Returns every body.
pub fn bodies() -> &'static [Body] {
    &BODIES
}

/// Returns the body of a code or prefix, such as `ISO`, `YB` or `DB13`.
pub fn body(code: &str) -> Option<&'static Body> {
    BY_CODE.get(code).copied()
}

#[cfg(test)]
mod tests;
