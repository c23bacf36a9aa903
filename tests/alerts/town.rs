//! A house with a clock that can be set, a mail server, and subscribers.

use std::sync::{Arc, Mutex};

use duibiao::alerts::mailer::{Composer, MailSettings, Postman, Security};
use duibiao::alerts::outbox::{Dispatched, Dispatcher, Step};
use duibiao::alerts::subscription::{Interest, Schedule};
use duibiao::alerts::{AlertsSettings, Enrolment};
use duibiao::app::App;
use duibiao::clock::Clock;
use duibiao::config::Config;
use duibiao::jobs::{self, Silent};
use duibiao::model::Language;
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::support::smtp_server::{Accepted, Manner, SmtpServer};

/// A clock that a test moves.
#[derive(Debug)]
pub(super) struct HandClock(Mutex<Timestamp>);

impl HandClock {
    pub(super) fn forward(&self, time: SignedDuration) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(time).unwrap();
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

pub(super) struct Town {
    pub(super) app: Arc<App>,
    pub(super) clock: Arc<HandClock>,
    pub(super) server: SmtpServer,
    pub(super) folder: TempDir,
    mail: MailSettings,
}

impl Town {
    /// Wednesday 25 November 2026, ten in the morning in Beijing.
    pub(super) async fn built() -> Self {
        let server = SmtpServer::start(Manner::Kind);
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock(Mutex::new(
            "2026-11-25T02:00:00Z".parse().unwrap(),
        )));
        let mail = MailSettings {
            host: "127.0.0.1".to_owned(),
            port: Some(server.address.port()),
            security: Security::None,
            from: "alerts@duibiao.example".to_owned(),
            timeout_s: 2,
            ..MailSettings::default()
        };
        let settings = AlertsSettings {
            site: "https://duibiao.example".to_owned(),
            ..AlertsSettings::default()
        };
        let config = Config {
            alerts: settings,
            mail: mail.clone(),
            ..Config::default()
        };
        let clock_of_app = Arc::clone(&clock) as Arc<dyn Clock>;
        let app = App::open_configured(folder.path(), clock_of_app, config)
            .await
            .unwrap();
        let app = Arc::new(app);
        let town = Self {
            app,
            clock,
            server,
            folder,
            mail,
        };
        // A source is silent when it is read first.
        town.import(&[notification("G/TBT/N/JPN/1", "Something else", "0101")])
            .await;
        town.app.alerts().unwrap().watch().await.unwrap();
        town
    }

    pub(super) async fn import(&self, rows: &[String]) {
        let path = self.folder.path().join("rows.jsonl");
        fs_err::write(&path, rows.join("\n")).unwrap();
        jobs::import(&self.app, &[path], &Silent).await.unwrap();
    }

    /// Subscribes and confirms, which takes a second.
    pub(super) async fn subscriber(&self, address: &str, topic: &str, rate: &str) {
        let alerts = self.app.alerts().unwrap();
        let enrolment = Enrolment {
            name: format!("关注 {topic}"),
            interest: Interest::read([topic], [], []).unwrap(),
            schedule: Schedule {
                rate: rate.parse().unwrap(),
                ..Schedule::default()
            },
        };
        alerts
            .enrol(&address.parse().unwrap(), Language::Zh, &enrolment)
            .await
            .unwrap();
        self.dispatch().await;
        self.clock.forward(SignedDuration::from_secs(1));
        let question = self.letters_to(address).pop().unwrap();
        let link = links_of(&question)
            .into_iter()
            .find(|link| link.contains("/confirm/"))
            .unwrap();
        alerts
            .confirm(link.rsplit('/').next().unwrap())
            .await
            .unwrap();
    }

    pub(super) fn dispatcher(&self) -> Dispatcher {
        let postman = Arc::new(Postman::smtp(&self.mail).unwrap());
        let alerts = self.app.alerts().unwrap().clone();
        Dispatcher::new(alerts, Composer::new(&self.mail).unwrap(), postman).unwrap()
    }

    pub(super) async fn dispatch(&self) -> Dispatched {
        self.dispatcher().run().await.unwrap()
    }

    /// Runs a worker that is killed at a step.
    pub(super) async fn dispatch_until(&self, step: Step) {
        self.dispatcher().stopping_at(step).run().await.unwrap();
    }

    /// What happens, whom it concerns, what is due; nothing is sent.
    pub(super) async fn gather(&self) -> u64 {
        let alerts = self.app.alerts().unwrap();
        alerts.watch().await.unwrap();
        alerts.gather().await.unwrap().digests
    }

    pub(super) fn letters_to(&self, address: &str) -> Vec<Accepted> {
        self.server
            .accepted()
            .into_iter()
            .filter(|letter| letter.to == address)
            .collect()
    }

    pub(super) fn digests_to(&self, address: &str) -> Vec<Accepted> {
        let letters = self.letters_to(address).into_iter();
        letters
            .filter(|letter| letter.header("List-Id").is_some())
            .collect()
    }
}

/// A notification as ePing exports it.
pub(super) fn notification(symbol: &str, title: &str, hs: &str) -> String {
    format!(
        r#"{{"area":"TBT","symbols":["{symbol}"],"symbol_raw":"{symbol}","notifying_member":"European Union","distribution_date":"2026-11-24","final_date_for_comments":"2026-12-01","notification_type":"Regular notification","title":"{title}","description":"","products_covered":"","hs_codes":["{hs}"],"ics_codes":[],"objectives":[],"keywords":[],"notified_documents":[],"provenance":"synthetic"}}"#
    )
}

/// The links of a letter, from its text part whatever its encoding.
pub(super) fn links_of(letter: &Accepted) -> Vec<String> {
    let text = decoded(&letter.message);
    text.split_whitespace()
        .filter(|word| word.starts_with("https://duibiao.example/"))
        .map(|word| word.trim_end_matches(['"', '>', ',']).to_owned())
        .collect()
}

/// The first part of a multipart message, decoded by its transfer encoding (RFC 2045).
pub(super) fn decoded(message: &str) -> String {
    let (head, body) = message
        .split("\r\n--")
        .nth(1)
        .and_then(|part| part.split_once("\r\n\r\n"))
        .unwrap_or(("", message));
    let head = head.to_ascii_lowercase();
    if head.contains("base64") {
        return String::from_utf8(base64(body)).unwrap();
    }
    if head.contains("quoted-printable") {
        return String::from_utf8(quoted_printable(body)).unwrap();
    }
    body.to_owned()
}

fn base64(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = text.bytes().filter_map(digit).collect();
    let mut bytes = Vec::new();
    for group in digits.chunks(4) {
        let bits = group.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - group.len()));
        bytes.extend(
            bits.to_be_bytes()
                .into_iter()
                .skip(1)
                .take(group.len().saturating_sub(1)),
        );
    }
    bytes
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = (first == b'=')
            .then(|| {
                after
                    .get(..2)
                    .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok())
            })
            .flatten();
        let (byte, behind) = escaped.map_or((first, after), |byte| (byte, &after[2..]));
        bytes.push(byte);
        rest = behind;
    }
    bytes
}
