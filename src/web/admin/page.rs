//! The page that all rooms share.

use askama::Template;

use super::room::Room;
use super::router::paths;
use super::words::AdminWords;
use crate::accounts::Session;
use crate::web::frame::Frame;
use crate::web::reader::Reader;

/// A link to a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RoomLink {
    pub(super) href: String,
    pub(super) text: &'static str,
    pub(super) here: bool,
}

/// A field of the form above the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    /// A line of text.
    Text {
        name: &'static str,
        label: &'static str,
        required: bool,
    },
    /// A number.
    Number {
        name: &'static str,
        label: &'static str,
    },
    /// Boxes to tick, each with its value.
    Boxes {
        name: &'static str,
        label: &'static str,
        values: Vec<&'static str>,
    },
}

/// One line of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The cells, the first being the heading of the line.
    pub(super) cells: Vec<String>,
    /// What the line is known by, where something can be done to it.
    pub(super) subject: Option<String>,
    /// Where more about it stands.
    pub(super) href: Option<String>,
}

/// What a room shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Listing {
    /// Headers of the columns.
    pub(super) headers: Vec<&'static str>,
    /// The lines.
    pub(super) lines: Vec<Line>,
    /// What can be done to a line that has a subject.
    pub(super) deed: Option<&'static str>,
    /// The form above the list: its fields and its button.
    pub(super) form: Option<(Vec<Field>, &'static str)>,
    /// Where the list goes on.
    pub(super) further: Option<String>,
}

/// The page of a room.
#[derive(Debug, Template)]
#[template(path = "admin.html")]
pub(super) struct AdminPage {
    frame: Frame,
    admin: &'static AdminWords,
    rooms: Vec<RoomLink>,
    title: &'static str,
    lead: &'static str,
    administrator: String,
    token: String,
    sign_out: String,
    notice: Option<String>,
    secret: Option<String>,
    listing: Listing,
}

impl AdminPage {
    /// Makes the page of a room.
    pub(super) fn of(reader: &Reader, session: &Session, room: Room, listing: Listing) -> Self {
        let admin = AdminWords::of(reader.language);
        let (title, lead) = admin.room(room);
        let code = reader.language.code();
        let links = Room::ALL.map(|other| RoomLink {
            href: format!("/{code}{}/{}", paths::ADMIN, other.path()),
            text: admin.room(other).0,
            here: other == room,
        });
        Self {
            frame: Frame::new(reader, title).unlisted(),
            admin,
            rooms: links.to_vec(),
            title,
            lead,
            administrator: session.administrator.clone(),
            token: session.id.csrf().as_str().to_owned(),
            sign_out: format!("/{code}{}", paths::SIGN_OUT),
            notice: None,
            secret: None,
            listing,
        }
    }

    /// Says what was done, or why it was not.
    #[must_use]
    pub(super) fn saying(mut self, notice: String) -> Self {
        self.notice = Some(notice);
        self
    }

    /// Shows something once.
    #[must_use]
    pub(super) fn showing(mut self, secret: Option<String>) -> Self {
        self.secret = secret;
        self
    }
}
