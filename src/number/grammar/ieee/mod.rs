//! IEEE and the societies before it, whose titles swallow the number.
//!
//! A catalogue line of IEEE mixes number, draft, date and history:
//! `IEEE P802.15.4f/D06, September 2011 (Amendment of IEEE P802.15.4-2011)`. The history in
//! brackets is about other numbers and is left out; what remains unknown stays as draft mark.

mod date;
mod designation;
mod line;
mod standard;
mod supplement;

pub(super) use standard::{nameless, read};
