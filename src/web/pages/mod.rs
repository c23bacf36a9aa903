//! The pages, one file each: the handler and the context of its template.

pub(super) mod about;
pub(super) mod applies;
pub(super) mod calendar;
pub(super) mod check;
pub(super) mod compare;
pub(super) mod confirm;
pub(super) mod digest;
pub(super) mod dossier;
pub(super) mod feeds;
pub(super) mod gap;
pub(super) mod heatmap;
pub(super) mod help;
pub(super) mod home;
pub(super) mod interface;
pub(super) mod list;
pub(super) mod notice;
pub(super) mod number;
pub(super) mod product;
pub(super) mod products;
pub(super) mod record;
pub(super) mod search;
pub(super) mod sources;
pub(super) mod statistics;
pub(super) mod subscribe;
pub(super) mod subscriptions;
pub(super) mod unsubscribe;
