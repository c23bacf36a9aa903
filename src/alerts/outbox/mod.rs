//! Sending what waits, once, whatever happens in between.
//!
//! A letter is a row before it is sent. A worker takes rows for ten minutes, composes each anew from what is stored,
//! hands it over, and settles it. Killed before handing over, nothing was sent and the row is taken again when its time
//! is up; killed after handing over and before settling, the letter is sent again *with the same Message-ID and Date*,
//! which is what RFC 5321 asks for where the answer was lost. Bounces that come back later are read from a mailbox
//! ([`bounce`]) or told by a server.

mod backoff;
pub mod bounce;
mod dispatcher;

pub use backoff::{GIVE_UP_AFTER, next_attempt};
pub use dispatcher::{Dispatched, Dispatcher, Step};
