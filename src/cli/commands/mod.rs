//! The commands, one file each.

mod admin;
mod align;
mod attach;
mod audit;
mod backup;
mod check;
mod compare;
mod crawl;
mod digest;
mod doctor;
mod documents;
mod dossier;
mod eval;
mod export;
mod extract;
mod gap;
mod import;
mod ingest;
mod keys;
mod man;
mod outbox;
mod questions;
mod reindex;
mod replay;
mod resolve;
mod search;
mod searches;
mod serve;
mod show;
mod sources;
mod subscribe;
mod suggest;
mod terms;
mod text_file;
mod verdict;

use std::path::Path;
use std::sync::Arc;

use clap::CommandFactory;

use super::arguments::{Arguments, Command, TermsCommand};
use super::eval_arguments::EvalCommand;
use super::gap_arguments::GapAction;
use super::{Failure, Outcome};
use crate::app::{App, AppError};
use crate::clock::SystemClock;
use crate::config::Config;
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
        other => {
            return Err(Failure::input(
                format!("expected zh or en, found `{other}`"),
                "use --lang zh or --lang en",
            ));
        }
    };
    // Comparison, replay and completions need no data directory, and must not make one.
    let open = async || {
        Ok::<_, Failure>(Session {
            app: open_app(arguments.config.as_deref(), &arguments.data_dir).await?,
            language,
        })
    };
    match arguments.command {
        Command::Serve(options) => serve::run(open().await?, &options).await,
        Command::Import(options) if options.as_text_of.is_some() => {
            attach::run(&open().await?, &options).await
        }
        Command::Import(options) => import::run(&open().await?, &options).await,
        Command::Crawl(options) => crawl::run(&open().await?, &options).await,
        Command::Ingest(options) => ingest::run(&open().await?, &options).await,
        Command::Replay(options) => replay::run(&options).await,
        Command::Search(options) => search::run(&open().await?, *options).await,
        Command::Searches(options) => searches::run(&open().await?, &options).await,
        Command::Suggest(options) => suggest::run(&open().await?, &options).await,
        Command::Show(options) => show::run(&open().await?, &options).await,
        Command::Check(options) => check::run(&open().await?, &options).await,
        Command::Resolve(options) => resolve::run(&open().await?, &options).await,
        Command::Extract(options) => extract::run(&options, &open, language).await,
        Command::Verdict(options) => verdict::run(&options, language).await,
        Command::Align(options) => align::run(&options, &open, language).await,
        Command::Compare(options) if documents::are_named(&options) => {
            documents::run(&open().await?, &options).await
        }
        Command::Compare(options) => compare::run(&options, &open, language).await,
        Command::Terms(TermsCommand::Learn(options)) => {
            terms::learned(&open().await?, &options).await
        }
        Command::Backup { file } => backup::make(&open().await?, &file).await,
        Command::Restore { file, replace } => {
            backup::restore(&file, &arguments.data_dir, replace, language).await
        }
        Command::Gap(options) => match options.action {
            Some(GapAction::Diff { old, new, format }) => gap::diff(&old, &new, format, language),
            Some(GapAction::Review(review)) => gap::review(&open().await?, &review).await,
            None => gap::run(&open().await?, *options).await,
        },
        Command::Dossier(options) => dossier::run(&open().await?, options).await,
        Command::Export(options) => export::run(&open().await?, &options).await,
        Command::Subscribe(options) => subscribe::run(&open().await?, &options).await,
        Command::Digest(options) => digest::run(&open().await?, &options).await,
        Command::Outbox(options) => outbox::run(&open().await?, &options).await,
        Command::Keys(command) => keys::run(&open().await?, &command).await,
        Command::Admin(command) => admin::run(&open().await?, &command).await,
        Command::Audit(options) => audit::run(&open().await?, &options).await,
        Command::Man(options) => man::run(&options, language),
        Command::Reindex => reindex::run(&open().await?).await,
        Command::Sources(options) => sources::run(&open().await?, &options).await,
        Command::Doctor(options) => doctor::run(&open().await?, &options).await,
        Command::Eval(EvalCommand::Search(options)) => eval::search(&open().await?, &options).await,
        Command::Eval(EvalCommand::Queries(options)) => {
            eval::queries(&open().await?, &options).await
        }
        Command::Eval(EvalCommand::Extract(options)) => eval::extract(&options),
        Command::Eval(EvalCommand::Verdict(options)) => eval::verdict(&options),
        Command::Eval(EvalCommand::Align(options)) => eval::align(&options),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "duibiao", &mut script);
            super::output::line(&String::from_utf8_lossy(&script))?;
            Ok(Outcome::Done)
        }
    }
}

/// Opens a data directory with the configuration that was named, or its own.
async fn open_app(config: Option<&Path>, data_dir: &Path) -> Result<App, AppError> {
    let config = Config::load(config, data_dir)?;
    App::open_configured(data_dir, Arc::new(SystemClock), config).await
}
