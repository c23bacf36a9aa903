//! The pages as a browser gets them, over the carried corpus.
//!
//! 1. Addresses lead to a page in the reader's language; every link on every page leads somewhere.
//! 2. A search says what it found and why, can be narrowed and widened again, paged and taken away as a file.
//! 3. What cannot be answered is answered with a page that says so and where to go next.
//! 4. A text or a file that cites standards is checked, and what cannot be checked is told.
//! 5. What lies ahead, what is counted and the manual are pages over the same records.
//! 6. Nothing that a visitor or a source wrote becomes markup; nothing is inline; pages are light and assets last.

mod ahead;
mod checking;
mod errors;
mod lists;
mod navigation;
mod safety;
mod searching;
mod site;
