//! The services of the alerts: what pages, commands and jobs call.
//!
//! [`Alerts`] holds the store, the clock, the key and the settings; each file here is one thing it does.

mod account;
mod alerts;
mod drafts;
mod enrol;
mod export;
mod feeding;
mod gather;
mod letters;
mod replay;
mod searches;
mod watch;

pub use account::{Account, Change};
pub use alerts::Alerts;
pub use enrol::{Enrolment, MOST_SUBSCRIPTIONS};
pub use export::Exported;
pub use gather::Gathered;
pub use replay::{Breadth, Replay, ReplayWeek};
pub use watch::Watched;
