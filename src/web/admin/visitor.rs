//! Who signed in, by the signed cookie of the session.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, Key, SameSite, SignedCookieJar};

use super::router::paths;
use crate::accounts::{AccountError, Session, SessionId};
use crate::app::App;
use crate::web::reader::Reader;

/// Name of the cookie.
const COOKIE: &str = "duibiao-session";

/// An administrator with a session. Whoever has none is led to where one signs in.
#[derive(Debug, Clone)]
pub(super) struct Visitor(pub(super) Session);

impl FromRequestParts<Arc<App>> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let Ok(reader) = Reader::from_request_parts(parts, app).await;
        let found = session_of(app, &parts.headers).await;
        match found {
            Ok(Some(session)) => Ok(Self(session)),
            Ok(None) => {
                let target = format!("/{}{}", reader.language.code(), paths::SIGN_IN);
                Err(Redirect::to(&target).into_response())
            }
            Err(error) => Err(reader.fail(error).into_response()),
        }
    }
}

/// Returns the session a cookie names, if it is one of ours and has not ended.
pub(super) async fn session_of(
    app: &App,
    headers: &HeaderMap,
) -> Result<Option<Session>, AccountError> {
    let jar = jar(app, headers)?;
    let Some(cookie) = jar.get(COOKIE) else {
        return Ok(None);
    };
    app.accounts.session(SessionId::read(cookie.value())).await
}

fn jar(app: &App, headers: &HeaderMap) -> Result<SignedCookieJar, AccountError> {
    Ok(SignedCookieJar::from_headers(
        headers,
        Key::from(app.cookie_key()?.bytes()),
    ))
}

/// The cookie: no script reads it, no other site's page sends it, and it goes over TLS alone where the site has it.
fn cookie(app: &App, value: String) -> Cookie<'static> {
    let is_secure = app.config.alerts.site.starts_with("https://");
    Cookie::build((COOKIE, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(is_secure)
        .build()
}

/// Gives a session to the browser.
pub(super) fn begin(
    app: &App,
    headers: &HeaderMap,
    session: &Session,
) -> Result<SignedCookieJar, AccountError> {
    Ok(jar(app, headers)?.add(cookie(app, session.id.reveal().to_owned())))
}

/// Takes the session from the browser.
pub(super) fn end(app: &App, headers: &HeaderMap) -> Result<SignedCookieJar, AccountError> {
    Ok(jar(app, headers)?.remove(cookie(app, String::new())))
}
