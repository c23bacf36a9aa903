//! WTO notifications as ePing gives them: items of its JSON interfaces, its spreadsheets, normalised rows, Chinese forms.
//!
//! Whatever the shape, the boxes of the form come together in one place ([`boxes`]) and make the same record under the
//! same key, so that a spreadsheet and a crawl of one day do not double anything.

mod boxes;
mod headers;
mod item;
mod listing;
mod normalised;
mod portal;
mod sheet;
mod site;
mod translations;
mod window;

pub(crate) use item::Items;
pub(crate) use normalised::Rows;
pub(crate) use portal::Portal;
pub(crate) use sheet::Sheet;
pub(crate) use site::Site;
pub(crate) use translations::Translations;
