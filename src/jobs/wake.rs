//! What happens before the first page is served.

use super::import::{index, settle};
use super::{Progress, load_starter};
use crate::app::App;

/// Loads the carried corpus if it is new, reads again the saved searches an older grammar read, settles what a kill left unsettled, brings the index up to the store.
///
/// With an existing data directory this is a handful of look-ups; the dictionaries are loaded meanwhile.
pub async fn wake(app: &App, progress: &dyn Progress) -> anyhow::Result<()> {
    let dictionaries = app.searcher();
    let store = async {
        load_starter(app, progress).await?;
        if app.generations().current().is_none() && app.store.revision().await? > 0 {
            tracing::info!(
                "the index is missing or was built by other rules; it is rebuilt from the store"
            );
        }
        for changed in app.searches.read_again().await? {
            tracing::warn!(
                search.id = changed.id,
                "saved search {} means something else to this version; `duibiao searches show {}` says what",
                changed.id,
                changed.id
            );
        }
        settle(app, progress).await?;
        index(app, progress).await
    };
    let (searcher, indexed) = tokio::join!(dictionaries, store);
    searcher?;
    indexed?;
    Ok(())
}
