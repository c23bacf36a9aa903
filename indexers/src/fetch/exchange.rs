//! One exchange with a server: what its answer is, and what is wrong with it.

use std::time::Duration;

use reqwest::header::{HeaderMap, LOCATION};
use reqwest::{Response, StatusCode};
use url::Url;

use super::backoff::asked_wait;
use super::receive::{Bounds, broken, receive};
use super::{Answer, FetchError, guard};

/// Where one request led.
pub(super) enum Reached {
    Answer(Answer),
    Elsewhere { location: String, status: u16 },
}

/// What is wrong with one try.
pub(super) enum Trouble {
    /// Asking again will not help.
    Final(FetchError),
    /// The host forbids this page (403): not asked again, but three in a row mean that we are not welcome.
    Forbidden,
    /// The host may answer later.
    Refusal(Refused),
}

pub(super) struct Refused {
    pub(super) wait: Option<Duration>,
    pub(super) reason: String,
}

impl Trouble {
    pub(super) fn again(reason: String, wait: Option<Duration>) -> Self {
        Self::Refusal(Refused { wait, reason })
    }
}

impl From<FetchError> for Trouble {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Connection { reason } => Self::again(reason, None),
            other => Self::Final(other),
        }
    }
}

/// A name that resolves to an address that is not public is not asked again.
pub(super) fn unreachable_or_refused(address: &Url, error: &reqwest::Error) -> Trouble {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = std::error::Error::source(error);
    while let Some(inner) = cause {
        if let Some(refusal) = inner.downcast_ref::<guard::Refusal>() {
            return Trouble::Final(FetchError::Refused {
                address: address.to_string(),
                refusal: refusal.clone(),
            });
        }
        cause = inner.source();
    }
    if error.is_builder() {
        return Trouble::Final(FetchError::Unsendable {
            reason: error.to_string(),
        });
    }
    broken(error).into()
}

/// Decides by the status what an answer is, and takes the body of a page.
pub(super) async fn judge(response: Response, bounds: Bounds) -> Result<Reached, Trouble> {
    let status = response.status();
    let header = |headers: &HeaderMap, name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.map(str::to_owned)
    };
    if status == StatusCode::NOT_MODIFIED {
        return Ok(Reached::Answer(Answer::NotModified));
    }
    if status.is_redirection() {
        let Some(location) = header(response.headers(), LOCATION.as_str()) else {
            return Err(Trouble::Final(FetchError::Status {
                status: status.as_u16(),
            }));
        };
        let status = status.as_u16();
        return Ok(Reached::Elsewhere { location, status });
    }
    if status == StatusCode::FORBIDDEN {
        return Err(Trouble::Forbidden);
    }
    if matches!(status.as_u16(), 408 | 429) || status.is_server_error() {
        let headers = response.headers();
        let (asked, date) = (header(headers, "retry-after"), header(headers, "date"));
        let wait = asked_wait(asked.as_deref(), date.as_deref());
        return Err(Trouble::again(format!("status {}", status.as_u16()), wait));
    }
    if !status.is_success() {
        return Err(Trouble::Final(FetchError::Status {
            status: status.as_u16(),
        }));
    }
    let fetched = receive(response, bounds).await?;
    Ok(Reached::Answer(Answer::Fresh(fetched)))
}
