//! The routes of the administration.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::{room, sign_in};
use crate::app::App;
use crate::model::Language;

/// The paths below the language.
pub(super) mod paths {
    /// The first room, and below it all others.
    pub(in crate::web::admin) const ADMIN: &str = "/admin";
    /// Where one signs in.
    pub(in crate::web::admin) const SIGN_IN: &str = "/admin/sign-in";
    /// Where one signs out.
    pub(in crate::web::admin) const SIGN_OUT: &str = "/admin/sign-out";
}

/// Bytes of a form; no room needs more.
const LARGEST_FORM: usize = 64 << 10;

/// Returns the routes in both languages.
pub(in crate::web) fn router() -> Router<Arc<App>> {
    let mut router = Router::new();
    for language in [Language::Zh, Language::En] {
        let path = |path: &str| format!("/{}{path}", language.code());
        router = router
            .route(&path(paths::ADMIN), get(room::first))
            .route(
                &path(paths::SIGN_IN),
                get(sign_in::show).post(sign_in::submit),
            )
            .route(&path(paths::SIGN_OUT), post(sign_in::sign_out))
            .route(&path("/admin/{room}"), get(room::show).post(room::submit));
    }
    router.layer(DefaultBodyLimit::max(LARGEST_FORM))
}
