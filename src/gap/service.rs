//! From a question to a report: the one function every door calls.

use jiff::civil::Date;

use super::{Facts, GapError, GapReport, ReviewedReport, Target};
use crate::storage::Store;

/// Gathers, compares and puts the reviews beside; the comparing happens off the threads that serve.
pub async fn report(
    store: &Store,
    target: Target,
    today: Date,
) -> Result<ReviewedReport, GapError> {
    let facts = Facts::gather(store, target.question(today)?).await?;
    let made = tokio::task::spawn_blocking(move || GapReport::of(&facts)).await;
    let report = made.map_err(|stopped| GapError::Stopped(stopped.to_string()))?;
    ReviewedReport::of(store, report).await
}
