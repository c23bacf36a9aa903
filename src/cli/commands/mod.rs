//! The commands, one file each.

mod doctor;
mod eval;
mod import;
mod reindex;
mod resolve;
mod search;
mod serve;
mod show;
mod sources;

use clap::CommandFactory;

use super::arguments::{Arguments, Command};
use super::{Failure, Outcome};
use crate::app::App;
use crate::model::Language;

/// What every command is given.
pub(super) struct Session {
    app: App,
    language: Language,
}

/// Runs a command.
///
/// # Errors
///
/// [`Failure`] with what went wrong, what to do next, and the exit code.
pub async fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    let language = match arguments.lang.as_str() {
        "zh" => Language::Zh,
        "en" => Language::En,
        other => return Err(Failure::input(format!("expected zh or en, found `{other}`"), "use --lang zh or --lang en")),
    };
    if let Command::Completions { shell } = arguments.command {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Arguments::command(), "duibiao", &mut script);
        super::output::line(&String::from_utf8_lossy(&script))?;
        return Ok(Outcome::Done);
    }
    let session = Session { app: App::open(&arguments.data_dir).await?, language };
    let outcome = match arguments.command {
        Command::Serve(options) => serve::run(session, &options).await,
        Command::Import(options) => import::run(&session, &options).await,
        Command::Search(options) => search::run(&session, options).await,
        Command::Show(options) => show::run(&session, &options).await,
        Command::Resolve(options) => resolve::run(&session, &options).await,
        Command::Reindex => reindex::run(&session).await,
        Command::Sources(options) => sources::run(&session, &options).await,
        Command::Doctor(options) => doctor::run(&session, &options).await,
        Command::Eval(options) => eval::run(&session, &options).await,
        Command::Completions { .. } => Ok(Outcome::Done),
    };
    outcome
}
