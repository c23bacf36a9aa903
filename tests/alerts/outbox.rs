//! Letters against a server that refuses, stalls, drops and greylists, and workers that are killed.

use duibiao::alerts::outbox::{Dispatched, Step, bounce};
use duibiao::alerts::subscription::Schedule;
use duibiao::storage::SubscriberState;
use jiff::SignedDuration;

use super::town::{Town, notification};
use crate::support::smtp_server::Manner;

const WANG: &str = "wang@example.com";

/// A town where one digest waits.
async fn with_a_letter() -> Town {
    let town = Town::built().await;
    town.subscriber(WANG, "hs:7214", "at_once").await;
    town.import(&[notification("G/TBT/N/EU/1088", "Reinforcing bars", "7214")])
        .await;
    assert_eq!(town.gather().await, 1);
    town
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_killed_at_any_step_loses_no_letter_and_doubles_none() {
    for step in [Step::Taken, Step::Composed, Step::Posted] {
        let town = with_a_letter().await;
        town.dispatch_until(step).await;
        assert_eq!(
            town.dispatch().await.sent,
            0,
            "{step:?}: the killed worker still has it"
        );
        town.clock.forward(SignedDuration::from_mins(11));
        assert_eq!(town.dispatch().await.sent, 1, "{step:?}");
        town.clock.forward(SignedDuration::from_mins(11));
        assert_eq!(town.dispatch().await.sent, 0, "{step:?}");
        let letters = town.digests_to(WANG);
        let expected = if step == Step::Posted { 2 } else { 1 };
        assert_eq!(letters.len(), expected, "{step:?}");
        assert!(
            letters
                .iter()
                .all(|letter| letter.message == letters[0].message),
            "{step:?}: where SMTP cannot tell, the very same letter comes again"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_greylisted_letter_comes_later() {
    let town = Town::built().await;
    town.server.behave(Manner::Greylists);
    let alerts = town.app.alerts().unwrap();
    let enrolment = duibiao::alerts::Enrolment {
        name: "a".to_owned(),
        interest: duibiao::alerts::subscription::Interest::read(["hs:7214"], [], []).unwrap(),
        schedule: Schedule::default(),
    };
    alerts
        .enrol(
            &WANG.parse().unwrap(),
            duibiao::model::Language::En,
            &enrolment,
        )
        .await
        .unwrap();
    assert_eq!(town.dispatch().await.deferred, 1);
    assert_eq!(
        town.dispatch().await,
        Dispatched::default(),
        "not before its time"
    );
    town.clock.forward(SignedDuration::from_mins(10));
    assert_eq!(town.dispatch().await.sent, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_that_does_not_exist_gets_nothing_more() {
    let town = with_a_letter().await;
    town.server.behave(Manner::NoMailbox);
    assert_eq!(town.dispatch().await.bounced, 1);
    let store = town.app.alerts().unwrap().store();
    let subscriber = store.find_subscriber(WANG).await.unwrap().unwrap();
    assert_eq!(subscriber.state, SubscriberState::Bounced);
    let line = &store.outbox(1).await.unwrap()[0];
    assert_eq!(
        line.reply.as_deref(),
        Some("550 5.1.1 <w***@e***.com>: no such user"),
        "no address is kept in a reply"
    );
    town.server.behave(Manner::Kind);
    town.import(&[notification("G/TBT/N/EU/1090", "More bars", "7214")])
        .await;
    assert_eq!(town.gather().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_refused_for_good_is_given_up_and_its_reader_kept() {
    let town = with_a_letter().await;
    town.server.behave(Manner::Refuses);
    assert_eq!(town.dispatch().await.dead, 1);
    let subscriber = town
        .app
        .alerts()
        .unwrap()
        .store()
        .find_subscriber(WANG)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(subscriber.state, SubscriberState::Active);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_drops_or_stalls_gets_the_letter_later() {
    for manner in [Manner::Drops, Manner::Stalls, Manner::TakesAndDrops] {
        let town = with_a_letter().await;
        town.server.behave(manner);
        assert_eq!(town.dispatch().await.deferred, 1, "{manner:?}");
        town.server.behave(Manner::Kind);
        town.clock.forward(SignedDuration::from_mins(10));
        assert_eq!(town.dispatch().await.sent, 1, "{manner:?}");
        let letters = town.digests_to(WANG);
        let ids: std::collections::HashSet<_> = letters
            .iter()
            .map(|letter| letter.header("Message-ID"))
            .collect();
        assert_eq!(
            ids.len(),
            1,
            "{manner:?}: one letter, whoever counts by Message-ID"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_do_not_send_one_letter_twice() {
    let town = with_a_letter().await;
    let (one, other) = (town.dispatcher(), town.dispatcher());
    let (one, other) = tokio::join!(one.run(), other.run());
    assert_eq!(one.unwrap().sent + other.unwrap().sent, 1);
    assert_eq!(town.digests_to(WANG).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_that_comes_back_later_stops_letters() {
    let town = with_a_letter().await;
    town.dispatch().await;
    let id = town.digests_to(WANG)[0].header("Message-ID").unwrap();
    let report = format!(
        "From MAILER-DAEMON Wed Nov 25 10:00:00 2026\nContent-Type: message/delivery-status\n\n\
         Action: failed\nStatus: 5.1.1\n\nMessage-ID: {id}\n\n"
    );
    let stranger = report.replace(&id, "<guessed@duibiao.example>");
    let alerts = town.app.alerts().unwrap();
    assert_eq!(
        alerts
            .note_bounces(&bounce::in_mailbox(&stranger))
            .await
            .unwrap(),
        0
    );
    assert_eq!(
        alerts
            .note_bounces(&bounce::in_mailbox(&report))
            .await
            .unwrap(),
        1
    );
    let subscriber = alerts.store().find_subscriber(WANG).await.unwrap().unwrap();
    assert_eq!(subscriber.state, SubscriberState::Bounced);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_parser_reads_every_letter() {
    let town = with_a_letter().await;
    town.dispatch().await;
    let letters = town.letters_to(WANG);
    let script = r"
import sys, email, email.policy
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
assert not message.defects, message.defects
parts = [part for part in message.walk() if not part.is_multipart()]
assert [part.get_content_type() for part in parts] == ['text/plain', 'text/html'], parts
for part in parts:
    assert not part.defects, part.defects
    assert part.get_content().strip()
for name in ['From', 'To', 'Subject', 'Date', 'Message-ID']:
    assert message[name], name
    assert not message[name].defects, (name, message[name].defects)
print(message['Subject'])
";
    for letter in &letters {
        let python = std::process::Command::new("python3")
            .args(["-c", script])
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn();
        let Ok(mut python) = python else {
            eprintln!("skipped: no python3 to parse the letters with");
            return;
        };
        std::io::Write::write_all(&mut python.stdin.take().unwrap(), letter.message.as_bytes())
            .unwrap();
        let output = python.wait_with_output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(String::from_utf8_lossy(&output.stdout).starts_with("[对标]"));
    }
}
