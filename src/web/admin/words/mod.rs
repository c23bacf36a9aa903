//! The words of the administration, in both languages.
//!
//! They are apart from the words of the pages: readers never meet them.

mod en;
mod zh;

use super::room::Room;
use crate::model::Language;

/// The words of the administration.
#[derive(Debug)]
pub(in crate::web::admin) struct AdminWords {
    /// Signing in.
    pub(in crate::web::admin) sign_in: &'static str,
    /// Signing out.
    pub(in crate::web::admin) sign_out: &'static str,
    /// The name.
    pub(in crate::web::admin) name: &'static str,
    /// The password.
    pub(in crate::web::admin) password: &'static str,
    /// How the first administrator is made.
    pub(in crate::web::admin) first_time: &'static str,
    /// Name or password is wrong.
    pub(in crate::web::admin) wrong: &'static str,
    /// The administration.
    pub(in crate::web::admin) administration: &'static str,
    /// Before the name of who signed in.
    pub(in crate::web::admin) signed_in_as: &'static str,
    /// A form of another session.
    pub(in crate::web::admin) stale_form: &'static str,
    /// What the form names is not there any more.
    pub(in crate::web::admin) no_such_line: &'static str,
    /// An empty list.
    pub(in crate::web::admin) nothing: &'static str,
    /// The next page.
    pub(in crate::web::admin) further: &'static str,
    /// Header of the column of buttons.
    pub(in crate::web::admin) doing: &'static str,
    /// Before what is shown once.
    pub(in crate::web::admin) shown_once: &'static str,
    /// A source without schedule.
    pub(in crate::web::admin) not_scheduled: &'static str,
    /// Crawl now.
    pub(in crate::web::admin) run_now: &'static str,
    /// A number that is not held.
    pub(in crate::web::admin) absent: &'static str,
    /// A number that cannot be read.
    pub(in crate::web::admin) unreadable: &'static str,
    /// Take off the ledger.
    pub(in crate::web::admin) forget: &'static str,
    /// Revoke a key.
    pub(in crate::web::admin) revoke: &'static str,
    /// A key was revoked.
    pub(in crate::web::admin) revoked: &'static str,
    /// Make a key.
    pub(in crate::web::admin) make_key: &'static str,
    /// A key was made.
    pub(in crate::web::admin) key_made: &'static str,
    /// Who uses a key.
    pub(in crate::web::admin) key_name: &'static str,
    /// What a key is for.
    pub(in crate::web::admin) key_scopes: &'static str,
    /// The quota of a key.
    pub(in crate::web::admin) key_quota: &'static str,
    /// A key cannot be made of this.
    pub(in crate::web::admin) bad_key: &'static str,
    /// A run that has not ended.
    pub(in crate::web::admin) unfinished: &'static str,
    /// Make a backup.
    pub(in crate::web::admin) back_up: &'static str,
    /// Headers of a list.
    pub(in crate::web::admin) source_headers: [&'static str; 8],
    /// Headers of a list.
    pub(in crate::web::admin) ledger_headers: [&'static str; 5],
    /// Headers of a list.
    pub(in crate::web::admin) conflict_headers: [&'static str; 4],
    /// Headers of a list.
    pub(in crate::web::admin) run_headers: [&'static str; 8],
    /// Headers of a list.
    pub(in crate::web::admin) row_headers: [&'static str; 3],
    /// Headers of a list.
    pub(in crate::web::admin) job_headers: [&'static str; 5],
    /// Headers of a list.
    pub(in crate::web::admin) letter_headers: [&'static str; 7],
    /// Headers of a list.
    pub(in crate::web::admin) review_headers: [&'static str; 6],
    /// Headers of a list.
    pub(in crate::web::admin) key_headers: [&'static str; 7],
    /// Headers of a list.
    pub(in crate::web::admin) backup_headers: [&'static str; 2],
    /// Headers of a list.
    pub(in crate::web::admin) audit_headers: [&'static str; 5],
    /// A name is locked for so many seconds.
    pub(in crate::web::admin) locked: fn(i64) -> String,
    /// A source will be crawled.
    pub(in crate::web::admin) will_run: fn(&str) -> String,
    /// A number was taken off.
    pub(in crate::web::admin) forgotten: fn(&str) -> String,
    /// A backup was written.
    pub(in crate::web::admin) backed_up: fn(&str) -> String,
    /// Name and lead of every room.
    pub(in crate::web::admin) rooms: [(Room, &'static str, &'static str); 10],
}

impl AdminWords {
    /// Returns the words of a language.
    pub(in crate::web::admin) fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &zh::WORDS,
            Language::En => &en::WORDS,
        }
    }

    /// Returns name and lead of a room.
    pub(in crate::web::admin) fn room(&self, room: Room) -> (&'static str, &'static str) {
        let found = self.rooms.iter().find(|row| row.0 == room);
        found.map_or(("", ""), |row| (row.1, row.2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_room_has_its_name_in_both_languages() {
        for language in [Language::Zh, Language::En] {
            for room in Room::ALL {
                let (name, lead) = AdminWords::of(language).room(room);
                assert!(!name.is_empty() && !lead.is_empty(), "{room:?}");
            }
        }
    }
}
