//! Why a letter was not taken.

use crate::alerts::address::mask_within;

/// Characters of a reply that are kept.
const LONGEST_REPLY: usize = 300;

/// A refusal, by what is to be done about it; replies hold no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The mailbox does not exist: nothing more is to be sent to it.
    #[error("no such mailbox: {0}")]
    NoMailbox(String),
    /// The letter is refused for good, the mailbox may be well.
    #[error("refused for good: {0}")]
    Letter(String),
    /// The server asks to come again later.
    #[error("refused for now: {0}")]
    ForNow(String),
    /// The server cannot be reached, or went away in the middle.
    #[error("the server cannot be reached: {0}")]
    Unreachable(String),
}

impl Refusal {
    /// Judges a reply by its code (RFC 5321 §4.2) and, where there is one, its enhanced code (RFC 3463).
    ///
    /// 5.1.x speaks of the address and 5.2.1 of a mailbox that is closed; 5.7.x is policy and says nothing about the
    /// person. 550 without an enhanced code is what simple servers say of a mailbox they do not have; 552 and 5.2.2 are
    /// a full mailbox, which may be emptied.
    pub fn of_reply(code: u16, text: &str) -> Self {
        let reply = kept(&format!("{code} {text}"));
        let enhanced = enhanced(text);
        match (code, enhanced) {
            (552, _) | (_, Some((5, 2, 2))) => Self::ForNow(reply),
            (500.., Some((5, 1, _) | (5, 2, 1))) | (550 | 551 | 553, None) => {
                Self::NoMailbox(reply)
            }
            (500.., _) => Self::Letter(reply),
            _ => Self::ForNow(reply),
        }
    }

    /// Makes the refusal of a line that broke.
    pub fn unreachable(text: &str) -> Self {
        Self::Unreachable(kept(text))
    }

    /// Returns the reply, without addresses.
    pub fn reply(&self) -> &str {
        match self {
            Self::NoMailbox(reply)
            | Self::Letter(reply)
            | Self::ForNow(reply)
            | Self::Unreachable(reply) => reply,
        }
    }
}

/// Reads an enhanced status code anywhere among the first words of a text.
pub(super) fn enhanced(text: &str) -> Option<(u16, u16, u16)> {
    text.split_whitespace().take(4).find_map(|word| {
        let mut parts = word
            .trim_end_matches([':', ','])
            .split('.')
            .map(str::parse::<u16>);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Ok(class @ (2 | 4 | 5))), Some(Ok(subject)), Some(Ok(detail)), None) => {
                Some((class, subject, detail))
            }
            _ => None,
        }
    })
}

fn kept(text: &str) -> String {
    let line = text.replace(char::is_control, " ");
    mask_within(&line.chars().take(LONGEST_REPLY).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_says_what_is_to_be_done() {
        let of = |code, text| Refusal::of_reply(code, text);
        assert!(matches!(
            of(550, "5.1.1 <a@b.cd>: no such user"),
            Refusal::NoMailbox(_)
        ));
        assert!(matches!(
            of(550, "No such user here"),
            Refusal::NoMailbox(_)
        ));
        assert!(matches!(
            of(550, "5.7.1 message refused by policy"),
            Refusal::Letter(_)
        ));
        assert!(matches!(of(554, "5.6.0 bad message"), Refusal::Letter(_)));
        assert!(matches!(of(552, "5.2.2 mailbox full"), Refusal::ForNow(_)));
        assert!(matches!(of(450, "4.2.0 greylisted"), Refusal::ForNow(_)));
        assert!(matches!(of(421, "closing"), Refusal::ForNow(_)));
    }

    #[test]
    fn a_kept_reply_holds_no_address_and_no_line_break() {
        let refusal = Refusal::of_reply(550, "5.1.1 <zhang@example.com>\r\nX: y");
        assert_eq!(refusal.reply(), "550 5.1.1 <z***@e***.com>  X: y");
    }
}
