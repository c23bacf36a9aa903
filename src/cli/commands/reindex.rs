//! `duibiao reindex`.

use super::Session;
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output};
use crate::index::Followed;
use crate::jobs::{Progress, Step};

pub(super) async fn run(session: &Session) -> Result<Outcome, Failure> {
    let bars = Bars::new(session.language);
    bars.begin(&Step::Indexing, None);
    let follower = session.app.follower().await?;
    let done = follower
        .rebuild(session.app.generations(), &|seen| {
            bars.at(seen.done, Some(seen.total));
        })
        .await?;
    bars.end();
    let records = match done {
        Followed::UpToDate => 0,
        Followed::CaughtUp(records) | Followed::Rebuilt(records) => records,
    };
    let words = session.language.pick("条记录已重建索引", "records indexed");
    output::line(&format!("{records} {words}"))?;
    Ok(Outcome::Done)
}
