//! `duibiao replay`.

use tokio::net::TcpListener;

use crate::cli::crawl_arguments::ReplayArguments;
use crate::cli::{Failure, Outcome, output};
use crate::replay::{Journal, ReplayServer};

pub(super) async fn run(options: &ReplayArguments) -> Result<Outcome, Failure> {
    let unreadable = |error: crate::replay::ReplayError| {
        Failure::input(
            error.to_string(),
            "the format is told in corpora/pages/README.md",
        )
    };
    let journal = Journal::default().writing(Box::new(std::io::stdout()));
    let server = ReplayServer::open(&options.folder, journal).map_err(unreadable)?;
    if let Some(scenario) = &options.scenario {
        server.follow(scenario).map_err(unreadable)?;
    }
    let listener = TcpListener::bind(options.listen).await?;
    output::complaint(&format!(
        "duibiao crawl {} --base http://{}",
        server.manifest().source,
        listener.local_addr()?
    ));
    tokio::select! {
        ended = server.serve(listener) => ended?,
        _ = tokio::signal::ctrl_c() => {}
    }
    Ok(Outcome::Done)
}
