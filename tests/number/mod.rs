//! The numbers of standards, as other parts of the product use them.
//!
//! 1. Every spelling of a number reaches one value (`spellings`, `habits`).
//! 2. What each body means by its marks is kept apart (`conventions`).
//! 3. Real identifiers and real records are read, and read right (`real`).
//! 4. No text makes the reader panic, and every value prints and reads back (`properties`).
//! 5. Running text gives its numbers and nothing else (`mentions`).

mod conventions;
mod habits;
mod mentions;
mod properties;
mod real;
mod spellings;
