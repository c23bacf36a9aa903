//! The layer before every route of the interface.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::HttpMethod;

use super::Gate;
use super::allowance::seconds;
use super::gate::Refusal;
use crate::api::openapi::OPERATIONS;
use crate::api::{ApiError, Code};
use crate::keys::Scope;

/// Lets in who may ask, and tells what is left.
pub async fn guard(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    let Some(scope) = needed(&request) else {
        return next.run(request).await;
    };
    let caller = gate.caller(&request);
    match gate.admit(caller, scope).await {
        Ok(counted) => {
            let mut response = next.run(request).await;
            if let Some(counted) = counted {
                counted.tell(response.headers_mut());
            }
            response
        }
        Err(refusal) => refused(refusal),
    }
}

/// The scope a request needs by the table of operations; an address that is none needs what reading needs.
fn needed(request: &Request) -> Option<Scope> {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("", MatchedPath::as_str);
    let method = method_of(request.method())?;
    let mut found = OPERATIONS
        .iter()
        .filter(|operation| operation.path == route && operation.method == method);
    match found.next() {
        Some(operation) => operation.scope,
        None => Some(Scope::Read),
    }
}

/// The method as the table names it; nothing for a preflight, which is answered without anybody being counted.
fn method_of(method: &Method) -> Option<HttpMethod> {
    match *method {
        Method::POST => Some(HttpMethod::Post),
        Method::PATCH => Some(HttpMethod::Patch),
        Method::DELETE => Some(HttpMethod::Delete),
        // HEAD is answered as GET.
        Method::GET | Method::HEAD => Some(HttpMethod::Get),
        // What else there is meets no route and costs nothing.
        _ => None,
    }
}

fn refused(refusal: Refusal) -> Response {
    match refusal {
        Refusal::Error(error) => {
            let mut response = error.into_response();
            if response.status() == axum::http::StatusCode::UNAUTHORIZED {
                let challenge = HeaderValue::from_static("Bearer realm=\"duibiao\"");
                response.headers_mut().insert(WWW_AUTHENTICATE, challenge);
            }
            response
        }
        Refusal::TooFast(counted) => {
            let message = format!("expected at most {} requests a minute", counted.most);
            let error = ApiError::new(Code::TooManyRequests, message);
            let mut response = error.into_response();
            counted.tell(response.headers_mut());
            response
        }
        Refusal::UsedUp(wait) => used_up(wait),
    }
}

fn used_up(wait: Duration) -> Response {
    let message = "the key's quota of the day is used up";
    let mut response = ApiError::new(Code::TooManyRequests, message).into_response();
    response
        .headers_mut()
        .insert(RETRY_AFTER, seconds(wait).into());
    response
}
