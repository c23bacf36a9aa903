//! Searching the carried corpus.
//!
//! 1. Every Chinese sub-word of two or more characters in a title finds its record.
//! 2. Whatever is typed is answered.
//! 3. The judged cases of `corpora/queries` are found, and their quality does not fall.

mod hostile;
mod language;
mod quality;
mod subwords;
