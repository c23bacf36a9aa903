//! Handing letters to a server.

use std::error::Error as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{ComposeError, MailSettings, Refusal, Security};
use crate::alerts::address::EmailAddress;
use crate::config::Secret;

/// A letter that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// To whom.
    pub to: EmailAddress,
    /// The message.
    pub message: Vec<u8>,
}

/// Who takes letters.
#[derive(Debug)]
pub enum Postman {
    /// An SMTP server, over a pool of connections.
    Smtp {
        /// The connections.
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        /// The sender in the envelope, where bounces go.
        from: Address,
        /// How long one letter may take; the library's own limit ends with the greeting.
        timeout: Duration,
    },
    /// The memory, for tests and dry runs.
    Memory(Mutex<Vec<Posted>>),
}

impl Postman {
    /// Makes a postman that goes to the server of the settings; connections are made when letters are sent.
    ///
    /// # Errors
    ///
    /// [`ComposeError`] when the sender is no address or the server cannot be named.
    pub fn smtp(settings: &MailSettings) -> Result<Self, ComposeError> {
        let wrong =
            |error: lettre::transport::smtp::Error| ComposeError::Message(error.to_string());
        let host = &settings.host;
        let builder = match settings.security {
            Security::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host).map_err(wrong)?,
            Security::StartTls => {
                AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host).map_err(wrong)?
            }
            Security::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host),
        };
        let mut builder = builder
            .port(settings.port())
            .timeout(Some(settings.timeout()))
            .pool_config(PoolConfig::new().max_size(settings.connections.clamp(1, 64)));
        if !settings.username.is_empty() {
            builder = builder.credentials(Credentials::new(
                settings.username.clone(),
                settings
                    .password
                    .as_ref()
                    .map_or("", Secret::reveal)
                    .to_owned(),
            ));
        }
        let from = settings
            .from
            .parse()
            .map_err(|_| ComposeError::Sender(settings.from.clone()))?;
        Ok(Self::Smtp {
            transport: Box::new(builder.build()),
            from,
            timeout: settings.timeout(),
        })
    }

    /// Makes a postman that keeps letters.
    pub fn memory() -> Self {
        Self::Memory(Mutex::default())
    }

    /// Hands a message over; returns once the server has taken it.
    ///
    /// # Errors
    ///
    /// [`Refusal`], by what is to be done about it.
    pub async fn post(&self, to: &EmailAddress, message: &[u8]) -> Result<(), Refusal> {
        match self {
            Self::Memory(letters) => {
                letters
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(Posted {
                        to: to.clone(),
                        message: message.to_vec(),
                    });
                Ok(())
            }
            Self::Smtp {
                transport,
                from,
                timeout,
            } => {
                let mailbox = to
                    .as_str()
                    .parse()
                    .map_err(|_| Refusal::NoMailbox("no address".to_owned()))?;
                let envelope = Envelope::new(Some(from.clone()), vec![mailbox])
                    .map_err(|error| Refusal::Letter(error.to_string()))?;
                match tokio::time::timeout(*timeout, transport.send_raw(&envelope, message)).await {
                    Ok(answer) => answer.map(drop).map_err(|error| judged(&error)),
                    Err(_) => Err(Refusal::unreachable("the server said nothing in time")),
                }
            }
        }
    }

    /// Returns the letters that were kept; none where they went to a server.
    pub fn posted(&self) -> Vec<Posted> {
        match self {
            Self::Memory(letters) => letters
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clone(),
            Self::Smtp { .. } => Vec::new(),
        }
    }
}

fn judged(error: &lettre::transport::smtp::Error) -> Refusal {
    let said = error
        .source()
        .map_or_else(|| error.to_string(), ToString::to_string);
    match error.status() {
        Some(code) => Refusal::of_reply(code.into(), &said),
        None => Refusal::unreachable(&format!("{error}: {said}")),
    }
}
