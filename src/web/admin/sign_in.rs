//! Signing in and out.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::form::Form;
use super::router::paths;
use super::visitor::{self, Visitor, session_of};
use super::words::AdminWords;
use crate::accounts::{Password, SignIn};
use crate::app::App;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;

/// The form for signing in.
#[derive(Debug, Template)]
#[template(path = "admin_sign_in.html")]
struct SignInPage {
    frame: Frame,
    admin: &'static AdminWords,
    name: String,
    mistake: Option<String>,
}

impl SignInPage {
    fn of(reader: &Reader, name: &str, mistake: Option<String>) -> Self {
        let admin = AdminWords::of(reader.language);
        Self {
            frame: Frame::new(reader, admin.sign_in).unlisted(),
            admin,
            name: name.to_owned(),
            mistake,
        }
    }
}

/// Answers `/{language}/admin/sign-in`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let session = session_of(&app, &headers).await;
    if session.map_err(|error| reader.fail(error))?.is_some() {
        return Ok(to(&reader, paths::ADMIN).into_response());
    }
    Ok(page(StatusCode::OK, &SignInPage::of(&reader, "", None)))
}

/// Takes name and password.
///
/// The form needs no token: it changes nothing for who has no session, and a strict cookie keeps other sites from using
/// one that is there.
pub(super) async fn submit(
    State(app): State<Arc<App>>,
    reader: Reader,
    headers: HeaderMap,
    body: String,
) -> Result<Response, WebError> {
    let form = Form::read(&body);
    let name = form.get("name").trim();
    let password = Password::offered(form.get("password"));
    let signed = app.accounts.sign_in(name, password).await;
    let admin = AdminWords::of(reader.language);
    let (status, mistake) = match signed.map_err(|error| reader.fail(error))? {
        SignIn::Begun(session) => {
            let jar =
                visitor::begin(&app, &headers, &session).map_err(|error| reader.fail(error))?;
            return Ok((jar, to(&reader, paths::ADMIN)).into_response());
        }
        SignIn::Wrong => (StatusCode::UNAUTHORIZED, admin.wrong.to_owned()),
        SignIn::Locked(seconds) => (StatusCode::TOO_MANY_REQUESTS, (admin.locked)(seconds)),
    };
    Ok(page(status, &SignInPage::of(&reader, name, Some(mistake))))
}

/// Ends the session.
pub(super) async fn sign_out(
    State(app): State<Arc<App>>,
    Visitor(session): Visitor,
    reader: Reader,
    headers: HeaderMap,
    body: String,
) -> Result<Response, WebError> {
    if !session.id.csrf().is(Form::read(&body).get("token")) {
        return Ok(StatusCode::FORBIDDEN.into_response());
    }
    let ended = app.accounts.sign_out(&session).await;
    ended.map_err(|error| reader.fail(error))?;
    let jar = visitor::end(&app, &headers).map_err(|error| reader.fail(error))?;
    Ok((jar, to(&reader, paths::SIGN_IN)).into_response())
}

fn to(reader: &Reader, path: &str) -> Redirect {
    Redirect::to(&format!("/{}{path}", reader.language.code()))
}
