//! Letters that came back.
//!
//! A delivery status notification (RFC 3464) is a multipart message whose second part holds fields about the recipient
//! (`Action: failed`, `Status: 5.1.1`) and whose third is the letter or its headers, by whose Message-ID the outbox
//! knows it. The recipient's address in it is not believed and not read: anybody can write one, nobody can guess a
//! Message-ID.

use serde::{Deserialize, Serialize};

/// What came of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The mailbox does not exist: nothing more is sent to it.
    Hard,
    /// It could not be delivered this time.
    Soft,
}

/// A letter that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounce {
    /// Message-ID of the letter, without angle brackets.
    pub message_id: String,
    /// What came of it.
    pub verdict: Verdict,
    /// The status code (`5.1.1`).
    pub status: String,
}

/// The largest message that is looked at.
const LARGEST: usize = 1 << 20;

/// Reads the bounces of a mailbox file (`mbox`, RFC 4155); messages that are none are passed over.
pub fn in_mailbox(mailbox: &str) -> Vec<Bounce> {
    let mut bounces = Vec::new();
    let mut message = String::new();
    for line in mailbox.lines() {
        if line.starts_with("From ") {
            bounces.extend(in_message(&message));
            message.clear();
        } else if message.len() < LARGEST {
            message.push_str(line);
            message.push('\n');
        }
    }
    bounces.extend(in_message(&message));
    bounces
}

/// Reads the bounce that a message is; nothing where it is none.
///
/// Delays (`Action: delayed`) and successes are no bounces.
pub fn in_message(message: &str) -> Option<Bounce> {
    if !message
        .to_ascii_lowercase()
        .contains("message/delivery-status")
    {
        return None;
    }
    // The last Message-ID is the one of the letter: the report's own stands above it.
    let message_id = field(message, "message-id").last()?;
    let message_id = message_id.trim_matches(['<', '>']).to_owned();
    let failed = field(message, "action").any(|action| action.eq_ignore_ascii_case("failed"));
    let status = field(message, "status").find(|status| status.starts_with(['4', '5']))?;
    let status = status.split_whitespace().next()?.to_owned();
    let hard = status.starts_with("5.1.") || status == "5.2.1" || status == "5.0.0";
    failed.then_some(Bounce {
        message_id,
        verdict: if hard { Verdict::Hard } else { Verdict::Soft },
        status,
    })
}

fn field<'m>(message: &'m str, name: &'m str) -> impl Iterator<Item = &'m str> {
    message.lines().filter_map(move |line| {
        let (found, value) = line.split_once(':')?;
        found
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn report(action: &str, status: &str) -> String {
        format!(
            "From MAILER-DAEMON Wed Nov 25 08:00:00 2026\n\
             Message-ID: <report@mx.example.com>\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
             --b\nContent-Type: text/plain\n\nSorry.\n\n\
             --b\nContent-Type: message/delivery-status\n\n\
             Reporting-MTA: dns; mx.example.com\n\n\
             Final-Recipient: rfc822; wang@example.com\nAction: {action}\nStatus: {status}\n\n\
             --b\nContent-Type: message/rfc822-headers\n\n\
             From: alerts@duibiao.example\nMessage-ID: <digest.1@duibiao.example>\n\n--b--\n"
        )
    }

    #[test]
    fn a_report_names_the_letter_and_what_came_of_it() {
        let mailbox =
            report("failed", "5.1.1") + &report("failed", "5.2.2") + &report("delayed", "4.4.1");
        let bounces = in_mailbox(&mailbox);
        assert_eq!(bounces.len(), 2);
        assert_eq!(bounces[0].message_id, "digest.1@duibiao.example");
        assert_eq!(bounces[0].verdict, Verdict::Hard);
        assert_eq!(bounces[1].verdict, Verdict::Soft);
    }

    #[test]
    fn a_letter_that_talks_of_bounces_is_none() {
        assert_eq!(
            in_message("Subject: Status: 5.1.1\n\nAction: failed\nStatus: 5.1.1\n"),
            None
        );
    }

    proptest! {
        #[test]
        fn no_mailbox_panics(text in "(From |Status: |Action: failed|message/delivery-status|\\PC|\n){0,60}") {
            let _ = in_mailbox(&text);
        }
    }
}
