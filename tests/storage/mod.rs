//! The store as its users see it.
//!
//! 1. What was committed survives a kill at any moment of an import, and the import goes on where it was.
//! 2. Days that lie ahead follow what sources say of them.
//! 3. A store that cannot be used says so in a sentence with advice.

mod almanac;
mod kill;
mod trouble;
