//! The binary: reads the command line, runs the command, turns its end into an exit code.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use duibiao::cli::{Arguments, Failure, run};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and version go to standard output and are no failure.
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // Nothing can be done when the terminal is gone.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    duibiao::telemetry::install();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            return complain(&Failure {
                error: error.into(),
                hint: None,
                code: 3,
            });
        }
    };
    match runtime.block_on(run(arguments)) {
        Ok(outcome) => outcome.into(),
        Err(failure) => complain(&failure),
    }
}

fn complain(failure: &Failure) -> ExitCode {
    let mut out = std::io::stderr().lock();
    // Nothing can be done when standard error is gone.
    let _ = writeln!(out, "error: {:#}", failure.error);
    if let Some(hint) = &failure.hint {
        let _ = writeln!(out, "hint: {hint}");
    }
    ExitCode::from(failure.code)
}
