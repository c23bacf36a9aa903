//! How large a query may be, and what happens beyond.
//!
//! The strict driver refuses what is larger. The lenient driver reads the part within the bounds
//! and lists the cut as a repair, so that a page pasted into the search box is still answered.

/// The most bytes of a query that are read; a hand-written query of 10 kB fits.
pub const BYTES: usize = 16 * 1024;

/// The most leaves and field values of one query together.
pub const CLAUSES: usize = 256;

/// The deepest nesting of parentheses.
///
/// One level of parentheses can be three levels of tree and five of JSON; 16 keeps a stored query
/// within the 128 levels that JSON readers commonly accept.
pub const DEPTH: usize = 16;

/// The most repairs that are listed for one query; later ones are made but not listed.
pub const REPAIRS: usize = 32;

/// The most misspelt field names that are looked up for one query, as each is compared with every name.
pub(super) const HINTS: usize = 64;
