//! What somebody watches, and when they want to hear of it.
//!
//! An [`Interest`] is topics × markets × matters: any of the topics, in any of the markets, about any of the matters.
//! Its parts are checked when they are made, so that a stored interest can always be matched; one that would match
//! everything is refused. A [`Schedule`] turns "something happened" into the instant at which a digest is due.

mod document;
mod hs_code;
mod interest;
mod market_code;
mod matter;
mod quiet_days;
mod rate;
mod schedule;
mod standing_query;
#[expect(
    clippy::module_inception,
    reason = "the folder is named for the type it is about"
)]
mod subscription;
mod topic;

pub use document::WatchedDocument;
pub use hs_code::{HsCode, HsCodeError};
pub use interest::{Interest, InterestError, MOST_TOPICS};
pub use market_code::{MarketCode, UnknownMarket};
pub use matter::{Matter, Matters, UnknownMatter};
pub use quiet_days::QuietDays;
pub use rate::{DayOfMonth, DayOfMonthError, Rate, UnknownRate};
pub use schedule::{Hour, HourError, Schedule};
pub use standing_query::{StandingQuery, StandingQueryError};
pub use subscription::Subscription;
pub use topic::{ProductId, Topic, TopicError, UnknownProduct};
