//! The rooms: what each lists, and what can be done in it.

mod backup;
mod imports;
mod keys;
mod ledger;
mod lists;
mod sources;

use super::form::Form;
use super::page::Listing;
use super::room::{Done, Hand, Room};
use crate::app::App;
use crate::web::error::{Problem, WebError};
use crate::web::reader::Reader;

/// Lines of a list.
const LINES: u32 = 100;

/// Returns what a room shows.
pub(super) async fn listing(room: Room, app: &App, reader: &Reader) -> Result<Listing, WebError> {
    match room {
        Room::Sources => sources::listing(app, reader).await,
        Room::Ledger => ledger::listing(app, reader).await,
        Room::Conflicts => lists::conflicts(app, reader).await,
        Room::Imports => imports::listing(app, reader).await,
        Room::Jobs => lists::jobs(app, reader).await,
        Room::Outbox => lists::outbox(app, reader).await,
        Room::Reviews => lists::reviews(app, reader).await,
        Room::Keys => keys::listing(app, reader).await,
        Room::Backup => backup::listing(app, reader),
        Room::Audit => lists::audit(app, reader).await,
    }
}

/// Does what a form of a room asks for.
pub(super) async fn act(room: Room, hand: Hand<'_>, form: &Form) -> Result<Done, WebError> {
    match room {
        Room::Sources => sources::act(hand, form).await,
        Room::Ledger => ledger::act(hand, form).await,
        Room::Keys => keys::act(hand, form).await,
        Room::Backup => backup::act(hand).await,
        Room::Conflicts
        | Room::Imports
        | Room::Jobs
        | Room::Outbox
        | Room::Reviews
        | Room::Audit => Err(hand.reader.fail(Problem::NoPage)),
    }
}

/// The place a list goes on after, as the address has it.
fn place(reader: &Reader) -> Option<i64> {
    reader.parameter("before").parse().ok()
}

/// The address of the next page, where this one is full.
fn further(reader: &Reader, length: usize, last: Option<i64>) -> Option<String> {
    let is_full = u32::try_from(length).is_ok_and(|length| length >= LINES);
    let path = reader.address.split('?').next().unwrap_or_default();
    last.filter(|_| is_full)
        .map(|last| format!("{path}?before={last}"))
}
