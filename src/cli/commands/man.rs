//! `duibiao man`.

use clap::CommandFactory;

use crate::cli::arguments::Arguments;
use crate::cli::operator_arguments::ManArguments;
use crate::cli::{Failure, Outcome, output};
use crate::model::Language;

/// Writes a manual page for the program and one for each command, as `man` reads them.
pub(super) fn run(options: &ManArguments, language: Language) -> Result<Outcome, Failure> {
    fs_err::create_dir_all(&options.folder)?;
    clap_mangen::generate_to(Arguments::command(), &options.folder)?;
    let written = fs_err::read_dir(&options.folder)?.count();
    output::complaint(&match language {
        Language::Zh => format!(
            "写了 {written} 页：man -l {}/duibiao.1",
            options.folder.display()
        ),
        Language::En => format!(
            "{written} pages written: man -l {}/duibiao.1",
            options.folder.display()
        ),
    });
    Ok(Outcome::Done)
}
