//! Searching the carried corpus.
//!
//! 1. Every Chinese sub-word of two or more characters in a title finds its record.
//! 2. Whatever is typed is answered.
//! 3. An answer that found little says how the query was read and what was meant perhaps.
//! 4. Help while typing meets every spelling and is never late.
//! 5. On another day what was in force then is found.
//! 6. Around a record stands what is like it and what refers to it.
//! 7. The judged cases of `corpora/queries` are found, and their quality does not fall.

mod account;
mod around;
mod as_of;
mod deep;
mod editions_of_ics;
mod hostile;
mod language;
mod quality;
mod subwords;
mod suggest;
