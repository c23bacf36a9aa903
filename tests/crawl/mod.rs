//! Crawling, against servers of recorded pages.

mod every;
mod faults;
mod guard;
mod hostile;
mod iso;
mod kill;
mod large;
mod runs;
mod schedule;
mod token;
mod toy;
