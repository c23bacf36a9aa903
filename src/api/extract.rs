//! Input of requests, with errors in the interface's own form.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::{ApiError, Code};

/// The query of an address, with repeated names gathered into lists.
#[derive(Debug, Clone)]
pub(super) struct Query<T>(pub(super) T);

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        let text = parts.uri.query().unwrap_or_default();
        read(text)
            .map(Self)
            .map_err(|reason| ApiError::new(Code::BadRequest, reason))
    }
}

/// The values that stand in the path.
#[derive(Debug, Clone)]
pub(super) struct Path<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let read = axum::extract::Path::from_request_parts(parts, state).await;
        read.map(|axum::extract::Path(values)| Self(values))
            .map_err(|reason| ApiError::new(Code::BadRequest, reason.body_text()))
    }
}

/// A body of JSON.
#[derive(Debug, Clone)]
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let bytes = axum::body::Bytes::from_request(request, state)
            .await
            .map_err(|_| ApiError::plain(Code::TooLarge))?;
        let body = serde_json::from_slice(&bytes);
        body.map(Self).map_err(|reason| {
            ApiError::new(Code::BadRequest, format!("expected a JSON body: {reason}"))
        })
    }
}

/// Reads `a=1&b=2&b=3`; a name that comes twice becomes a list, digits a number where one is asked for.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let mut values = serde_json::Map::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        let value = serde_json::Value::String(value.into_owned());
        match values.get_mut(name.as_ref()) {
            None => {
                values.insert(name.into_owned(), value);
            }
            Some(serde_json::Value::Array(list)) => list.push(value),
            Some(first) => {
                let first_value = first.take();
                *first = serde_json::Value::Array(vec![first_value, value]);
            }
        }
    }
    serde_json::from_value(values.into()).map_err(|reason| reason.to_string())
}
