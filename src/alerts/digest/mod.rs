//! One letter for everything somebody watches.
//!
//! [`Item`] is a happening as it stood when it was found; [`Digest`] groups what is due by family and names, for each
//! item, every alert it met; [`DigestView`] is what a reader sees, in their language, on the day they see it; the
//! templates write it as HTML and as text. What is stored is the digest and not its HTML: links hold tokens, which are
//! stored nowhere, and are made when the digest is shown.

#[expect(
    clippy::module_inception,
    reason = "the folder is named for the type it is about"
)]
mod digest;
mod item;
mod letter;
mod said;
mod subject;
mod view;

#[cfg(test)]
mod tests;

pub use digest::{AlertMet, Digest, DigestEntry, FamilyGroup};
pub use item::Item;
pub use letter::{DigestLinks, LARGEST_HTML, RenderError, Rendered, render};
pub use view::{DigestView, EntryView, GroupView};
