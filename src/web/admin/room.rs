//! Rooms: which there are, and the two handlers they share.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};

use super::form::Form;
use super::page::AdminPage;
use super::rooms;
use super::visitor::Visitor;
use super::words::AdminWords;
use crate::accounts::{Action, Actor, Session};
use crate::app::App;
use crate::web::error::{Problem, WebError};
use crate::web::page::page;
use crate::web::reader::Reader;

/// A page of the administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Room {
    /// The sources: health, schedule, drift.
    Sources,
    /// Numbers that were asked for in vain.
    Ledger,
    /// Records about which sources disagree.
    Conflicts,
    /// What was read, with the rows that could not be.
    Imports,
    /// What is due when.
    Jobs,
    /// Letters on their way.
    Outbox,
    /// Reviews of verdicts.
    Reviews,
    /// The keys of programs.
    Keys,
    /// Backups.
    Backup,
    /// The log of changes.
    Audit,
}

impl Room {
    /// Every room, in the order of the menu.
    pub(super) const ALL: [Self; 10] = [
        Self::Sources,
        Self::Ledger,
        Self::Conflicts,
        Self::Imports,
        Self::Jobs,
        Self::Outbox,
        Self::Reviews,
        Self::Keys,
        Self::Backup,
        Self::Audit,
    ];

    /// Returns its segment of the path.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Ledger => "ledger",
            Self::Conflicts => "conflicts",
            Self::Imports => "imports",
            Self::Jobs => "jobs",
            Self::Outbox => "outbox",
            Self::Reviews => "reviews",
            Self::Keys => "keys",
            Self::Backup => "backup",
            Self::Audit => "audit",
        }
    }

    fn read(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|room| room.path() == path)
    }
}

/// What a deed is done with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand<'a> {
    /// The program.
    pub(super) app: &'a App,
    /// Who reads.
    pub(super) reader: &'a Reader,
    /// Who does it.
    pub(super) actor: Actor<'a>,
}

impl Hand<'_> {
    /// Notes a change in the log.
    pub(super) async fn note(
        &self,
        action: Action,
        subject: &str,
        detail: &str,
    ) -> Result<(), WebError> {
        let noted = self
            .app
            .accounts
            .note(self.actor, action, subject, detail)
            .await;
        noted.map_err(|error| self.reader.fail(error))
    }
}

/// What came of a deed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Done {
    /// What is said of it.
    pub(super) notice: String,
    /// What is shown once.
    pub(super) secret: Option<String>,
}

impl Done {
    /// Says what was done.
    pub(super) fn saying(notice: impl Into<String>) -> Self {
        Self {
            notice: notice.into(),
            secret: None,
        }
    }
}

/// Answers `/{language}/admin` with the first room.
pub(super) async fn first(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    reader: Reader,
) -> Result<Response, WebError> {
    let view = view(&app, &reader, &visitor.0, Room::Sources).await?;
    Ok(answered(StatusCode::OK, &view))
}

/// Answers `/{language}/admin/{room}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    reader: Reader,
    Path(path): Path<String>,
) -> Result<Response, WebError> {
    let room = Room::read(&path).ok_or_else(|| reader.fail(Problem::NoPage))?;
    let view = view(&app, &reader, &visitor.0, room).await?;
    Ok(answered(StatusCode::OK, &view))
}

/// Takes a form of a room.
pub(super) async fn submit(
    State(app): State<Arc<App>>,
    Visitor(session): Visitor,
    reader: Reader,
    Path(path): Path<String>,
    body: String,
) -> Result<Response, WebError> {
    let room = Room::read(&path).ok_or_else(|| reader.fail(Problem::NoPage))?;
    let form = Form::read(&body);
    if !session.id.csrf().is(form.get("token")) {
        let words = AdminWords::of(reader.language);
        let view = view(&app, &reader, &session, room).await?;
        let view = view.saying(words.stale_form.to_owned());
        return Ok(answered(StatusCode::FORBIDDEN, &view));
    }
    let hand = Hand {
        app: &app,
        reader: &reader,
        actor: Actor::Administrator(&session.administrator),
    };
    let done = rooms::act(room, hand, &form).await?;
    let view = view(&app, &reader, &session, room).await?;
    let view = view.saying(done.notice).showing(done.secret);
    Ok(answered(StatusCode::OK, &view))
}

async fn view(
    app: &App,
    reader: &Reader,
    session: &Session,
    room: Room,
) -> Result<AdminPage, WebError> {
    let listing = rooms::listing(room, app, reader).await?;
    Ok(AdminPage::of(reader, session, room, listing))
}

/// A page of the administration is kept by nobody, not even by the browser.
fn answered(status: StatusCode, view: &AdminPage) -> Response {
    let mut response = page(status, view);
    response.headers_mut().insert(
        CACHE_CONTROL,
        axum::http::HeaderValue::from_static("no-store"),
    );
    response.into_response()
}
