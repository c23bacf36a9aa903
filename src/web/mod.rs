//! Pages and forms: server-rendered HTML in Chinese and English that needs no script.
//!
//! A page is one file in `pages/` with its handler and its template's context; the parts that pages share (result
//! lines, facets, evidence) are views in `views/`, made from the answers of the services and holding only what is shown.
//! Handlers do four things: take typed input, call a service, choose a view, return.
//!
//! - **Addresses** come from [`routes`]: a link is made from a route and a language, never from a string in a template.
//!   Every page lives under `/zh/` or `/en/`; an address without a language is answered with the reader's.
//! - **Words** come from [`words`]: one typed structure, filled once in each language, so that a missing sentence does
//!   not compile. Message files (Fluent) were turned down: two languages do not need negotiation, and a name that is
//!   wrong in a template would only be noticed by whoever opens the page.
//! - **Assets** are carried in the program and served under addresses that hold their hash.
//! - **Nothing is inline**: the content security policy allows no inline style or script.

mod address;
mod admin;
mod assets;
mod conditional;
mod error;
mod faults;
mod frame;
mod manual;
mod page;
mod pages;
mod reader;
mod router;
mod routes;
mod subscribe_form;
mod views;
mod words;

#[cfg(test)]
mod alert_samples;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use router::router;
