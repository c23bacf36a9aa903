//! The command line: as complete as the pages.
//!
//! Results go to standard output, progress to standard error and only when that is a terminal. Exit codes: 0 done, 1
//! nothing found, 2 bad usage or input, 3 the operation failed.

mod alert_arguments;
mod arguments;
mod batch;
mod check_arguments;
mod commands;
mod crawl_arguments;
mod eval_arguments;
mod format;
mod gap_arguments;
mod operator_arguments;
mod outcome;
mod output;
mod progress;
mod searches_arguments;
mod words;

pub use arguments::Arguments;
pub use commands::run;
pub use outcome::{Failure, Outcome};
