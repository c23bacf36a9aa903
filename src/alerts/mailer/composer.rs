//! From a draft to the bytes of a message.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::Message;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm,
    DkimSigningKey,
};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, MultiPartKind, SinglePart};

use super::{DkimSettings, Draft, MailSettings};
use crate::model::Language;

/// Headers the signature covers; RFC 8058 §4 asks for the two of the list, the rest is what readers see or reply to.
const SIGNED: [&str; 14] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "Auto-Submitted",
    "List-Id",
    "List-Help",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Precedence",
];

/// Composes letters.
#[derive(Debug)]
pub struct Composer {
    from: Mailbox,
    list_id: String,
    signature: Option<DkimConfig>,
}

/// A letter that cannot be composed.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// The sender in the settings is no address.
    #[error("expected an address as the sender of letters (`mail.from`), found `{0}`")]
    Sender(String),
    /// The key for signing cannot be read.
    #[error("cannot read the key for signing letters: {0}")]
    KeyFile(#[from] std::io::Error),
    /// The key for signing is none.
    #[error(
        "expected an RSA key as PEM (PKCS #1) or an Ed25519 key in base64 in `{file}`: {reason}"
    )]
    Key {
        /// The file.
        file: String,
        /// What the reader of keys says.
        reason: String,
    },
    /// The message cannot be put together.
    #[error("cannot compose a letter: {0}")]
    Message(String),
}

impl Composer {
    /// Makes a composer; the key is read once.
    ///
    /// # Errors
    ///
    /// [`ComposeError`] when the sender or the key cannot be used.
    pub fn new(settings: &MailSettings) -> Result<Self, ComposeError> {
        let wrong = || ComposeError::Sender(settings.from.clone());
        let address = settings.from.parse().map_err(|_| wrong())?;
        let name = settings
            .from_name
            .chars()
            .filter(|character| !character.is_control())
            .collect();
        Ok(Self {
            from: Mailbox::new(Some(name), address),
            list_id: format!("<alerts.{}>", settings.domain()),
            signature: settings.dkim.as_ref().map(signature).transpose()?,
        })
    }

    /// Composes a letter; the same draft gives the same headers at every attempt.
    ///
    /// # Errors
    ///
    /// [`ComposeError::Message`] when a part cannot be put together.
    pub fn compose(&self, draft: &Draft) -> Result<Vec<u8>, ComposeError> {
        let wrong = |reason: &dyn std::fmt::Display| ComposeError::Message(reason.to_string());
        let to = draft.to.as_str().parse().map_err(|error| wrong(&error))?;
        let language = match draft.language {
            Language::Zh => "zh-CN",
            Language::En => "en",
        };
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .date(written(draft.date))
            .message_id(Some(format!("<{}>", draft.message_id)))
            .subject(draft.subject.as_str())
            .raw_header(header("Content-Language", language))
            // RFC 3834 §5: nobody's holiday notice is to answer.
            .raw_header(header("Auto-Submitted", "auto-generated"));
        if let Some(list) = &draft.list {
            builder = builder
                .raw_header(header("Precedence", "bulk"))
                .raw_header(header("List-Id", &self.list_id))
                .raw_header(header("List-Help", &format!("<{}>", list.manage)))
                .raw_header(header("List-Unsubscribe", &format!("<{}>", list.one_click)))
                .raw_header(header(
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click",
                ));
        }
        let body = MultiPart::builder()
            .kind(MultiPartKind::Alternative)
            .boundary(boundary(&draft.message_id))
            .singlepart(SinglePart::plain(draft.text.clone()))
            .singlepart(SinglePart::html(draft.html.clone()));
        let mut message = builder.multipart(body).map_err(|error| wrong(&error))?;
        if let Some(signature) = &self.signature {
            message.sign(signature);
        }
        Ok(message.formatted())
    }
}

/// Returns the line between the parts: of the letter's name, so that every attempt writes the very same bytes.
///
/// The library would draw one by lot; two letters of one Message-ID that differ look like two letters to an archive.
fn boundary(message_id: &str) -> String {
    let name = message_id.split('@').next().unwrap_or_default();
    let plain = name.chars().filter(char::is_ascii_alphanumeric).take(48);
    format!("part-{}", plain.collect::<String>())
}

/// The second at which a letter was written, as the standard library counts; nothing was written before 1970.
fn written(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(at.as_second()).unwrap_or(0))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn signature(settings: &DkimSettings) -> Result<DkimConfig, ComposeError> {
    let key = fs_err::read_to_string(&settings.key_file)?;
    let algorithm = if key.contains("-----BEGIN") {
        DkimSigningAlgorithm::Rsa
    } else {
        DkimSigningAlgorithm::Ed25519
    };
    let key = DkimSigningKey::new(key.trim(), algorithm).map_err(|error| ComposeError::Key {
        file: settings.key_file.display().to_string(),
        reason: error.to_string(),
    })?;
    Ok(DkimConfig::new(
        settings.selector.clone(),
        settings.domain.clone(),
        key,
        SIGNED
            .iter()
            .map(|&name| HeaderName::new_from_ascii_str(name))
            .collect(),
        // Relays fold and trim; the strict form would not survive them.
        DkimCanonicalization {
            header: DkimCanonicalizationType::Relaxed,
            body: DkimCanonicalizationType::Relaxed,
        },
    ))
}
