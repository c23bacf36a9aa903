//! Taking a body in, with limits while it arrives.

use std::time::Duration;

use reqwest::Response;

use super::{BodyWriter, FetchError, Fetched};

/// How much and how long a body may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Bytes, decompressed.
    pub(super) size: u64,
    /// From the request to the last byte.
    pub(super) time: Duration,
    /// Between two pieces.
    pub(super) idle: Duration,
}

/// Takes the body of an answer.
///
/// What arrives is decompressed by the client piece by piece and packed at once, so a bomb is counted as it unfolds.
pub(super) async fn receive(mut response: Response, bounds: Bounds) -> Result<Fetched, FetchError> {
    let headers = response
        .headers()
        .iter()
        .filter(|(name, _)| *name != reqwest::header::SET_COOKIE)
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        })
        .collect();
    let status = response.status().as_u16();
    let packing = |reason: std::io::Error| FetchError::Unsendable {
        reason: reason.to_string(),
    };
    let mut body = BodyWriter::new().map_err(packing)?;
    loop {
        let piece = tokio::time::timeout(bounds.idle, response.chunk())
            .await
            .map_err(|_| FetchError::TooSlow {
                seconds: bounds.idle.as_secs(),
            })?;
        let Some(piece) = piece.map_err(|error| broken(&error))? else {
            break;
        };
        if body.take(&piece).map_err(packing)? > bounds.size {
            return Err(FetchError::TooLarge { limit: bounds.size });
        }
    }
    let body = body.finish().map_err(packing)?;
    Ok(Fetched {
        status,
        headers,
        body,
    })
}

/// Says what the client says, with its causes and without the address, which may carry a secret.
pub(super) fn broken(error: &reqwest::Error) -> FetchError {
    let mut words = Vec::new();
    let mut cause: Option<&(dyn std::error::Error + 'static)> = std::error::Error::source(error);
    while let Some(inner) = cause {
        words.push(inner.to_string());
        cause = inner.source();
    }
    if words.is_empty() {
        words.push("no answer".to_owned());
    }
    FetchError::Connection {
        reason: words.join(": "),
    }
}
