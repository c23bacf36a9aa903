//! Data of the standards field with typed access, embedded in the binary.
//!
//! Codes (ICS, HS), markets, issuing bodies, units, the export products, starter standards,
//! regulations and limits, and judged search cases. A package of its own, so that tests, benches and
//! the program reach data by name and an edit of the program never rebuilds the tables.
//!
//! Every table is a plain text file under `data/`, one fact a line, parsed at its first use. The
//! origin, licence and changes of every file stand in `README.md`, and a test holds that list.
//! Embedded data cannot be wrong at run time without being wrong in the repository: the tests read
//! every table, and the program therefore does not answer errors for them.

pub mod bodies;
pub mod coverage;
pub mod evidence;
pub mod hs;
pub mod ics;
pub mod indicators;
pub mod manual;
pub mod markets;
pub mod notifications;
pub mod products;
pub mod queries;
pub mod raw;
pub mod regulations;
pub mod standards;
pub mod terms;
pub mod units;

#[cfg(test)]
mod han;
mod table;

pub use table::TableError;
