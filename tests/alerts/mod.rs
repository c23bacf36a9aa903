//! Alerts end to end: the form, the question, the letter, the way out; against a real SMTP server.
//!
//! 1. Nothing is sent before the owner of an address agrees; what then happens is told once, with the reason.
//! 2. A letter survives refusals, silence, dropped lines and a kill at every step: never lost, never doubled but under
//!    one Message-ID where SMTP itself cannot tell.
//! 3. Following every link of a letter changes nothing; forged, stale and used links are worth nothing.

mod journey;
mod links;
mod outbox;
mod searches;
mod town;
mod volume;
