//! What the rows and columns of a table are for.

mod headers;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod layout;
mod names;
mod roles;

pub(super) use headers::is_generic_header;
pub(super) use layout::{Column, Layout, Named, is_rule};
pub(super) use names::{caption_name, header_hint, split_header, trailing_unit, with_header_unit};
