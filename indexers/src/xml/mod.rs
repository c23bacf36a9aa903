//! XML pages, read into a small tree within bounds.
//!
//! A document type with its own entities is refused, so no entity can grow; depth and number of elements are capped, so a
//! page of a million nested tags ends with a sentence. Names are local names: the feeds read here bind one prefix each and
//! change it without notice.

mod element;

pub(crate) use element::Element;
