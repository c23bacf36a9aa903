//! Gap reports, comparisons and dossiers over the carried corpus, through the doors.

mod doors;
mod properties;
mod texts;
