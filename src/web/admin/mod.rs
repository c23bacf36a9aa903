//! The administration, behind sign-in.
//!
//! A *room* is one page of it: a list, a form above it perhaps, and one thing that can be done to a line. All rooms share
//! one template, one handler that asks for the session, and one that takes forms and checks their token; a room is a file
//! that fills the list and does its one thing. Every change is noted in the log of the accounts before it is answered.

mod form;
mod page;
mod room;
mod rooms;
mod router;
mod sign_in;
mod visitor;
mod words;

pub(super) use router::router;
