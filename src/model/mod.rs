//! What the program knows: records of standards, regulations, notifications and products, and how they hang together.
//!
//! A [`Record`] is one edition of a standard, one act, one notification or one product, merged from everything the
//! sources say about it. Editions of one standard share a family. Relations are directed edges named by the target's
//! number, so that an edge may point at a document that is not in the store yet. Everything here is plain data and pure
//! functions; where a value came from is kept beside it ([`Provenance`]).

mod date;
mod event;
mod kind;
mod language;
mod lifecycle;
mod limit;
mod notification;
mod number_keys;
mod provenance;
mod record;
mod relation;
mod status;

pub use date::{DateError, PartialDate};
pub use event::{Change, EventKind};
pub use indexers::{Adoption, Evidence, RelationKind, Rights};
pub use kind::Kind;
pub use language::{Bilingual, Language, Texts};
pub use lifecycle::Lifecycle;
pub use limit::LimitValue;
pub use notification::{
    AddendumReason, DateRule, Inherited, Notification, NotificationKind, NotifiedDate, Reason,
    written_date,
};
pub use number_keys::NumberKeys;
pub use provenance::{Claim, Conflict, Provenance};
pub use record::{Record, RecordId};
pub use relation::Relation;
pub use status::{Status, StatusReading};
