//! The store: the truth everything else is rebuilt from, and the only place that names sqlx.
//!
//! SQLite in WAL mode, one writer and several readers. Writing goes through one connection that begins with
//! `BEGIN IMMEDIATE`: a transaction that starts by reading and upgrades later fails at once with "busy" instead of
//! waiting. What differs between databases (migrations, pragmas, error codes) is in `dialect`; the statements
//! themselves use `$1`, `ON CONFLICT` and `RETURNING`, which PostgreSQL understands too.
//!
//! A batch of rows, the records made from them and the bytes they came from are written in one transaction, so a kill at
//! any moment leaves whole batches. Every such transaction has a revision number, and the index remembers the last one
//! it has seen.

mod administrators;
mod alerts;
mod almanac;
mod audit;
mod batch;
mod crawling;
mod dialect;
mod error;
mod events;
mod inserting;
mod keys;
mod kinship;
mod ledger;
mod looking_up_many;
mod lookup;
mod overview;
mod pack;
mod records;
mod reviews;
mod runs;
mod saved_searches;
mod store;
mod telling;
mod texts;
mod writing;

pub use administrators::{StoredAdministrator, StoredSession};
pub use alerts::{
    DueMatch, FoundItem, FoundMatch, Letter, LetterKind, LetterLine, LetterState, NewLetter,
    Settling, StoredDigest, StoredItem, StoredSubscription, Subscriber, SubscriberState,
    SubscriptionState,
};
pub use almanac::{
    AdoptionField, AheadQuery, DayAhead, MonthCount, Occasion, Statistics, TraitCount, WeekCounts,
};
pub use audit::{AuditEntry, NewAudit};
pub use batch::{Batch, NewHarvest, NewLimit, NewRow, RecordChange};
pub use crawling::{
    Crawl, CrawlEnd, CrawlHealth, Job, NewCrawl, NewPage, PageDone, SeenDrift, Unseen,
};
pub use error::StoreError;
pub use events::{EventOrder, EventQuery, StoredEvent};
pub use keys::{NewStoredKey, StoredKey};
pub use ledger::{UnresolvedKind, UnresolvedNumber};
pub use looking_up_many::SoughtNumber;
pub use lookup::{Incoming, Match, MatchKind};
pub use overview::StoredRun;
pub use records::{Replaced, StoredRecord};
pub use reviews::{NewReview, StoredReview};
pub use runs::{BadRow, Run, RunCounts, SourceFreshness};
pub use saved_searches::{NewSavedSearch, SavedSearchRow, owner_of};
pub use store::Store;
pub use telling::NewEvent;
pub use texts::{NewText, TextChange, TextEntry};
pub use writing::{HarvestedRow, Incumbent, KnownRow, RowHash, Writing};
