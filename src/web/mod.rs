//! Pages and forms.

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// Returns the routes.
pub fn router() -> Router<Arc<App>> {
    Router::new()
}
