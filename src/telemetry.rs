//! Logs: one line an event, to standard error, with fields.

use tracing_subscriber::EnvFilter;

/// The environment variable that chooses what is logged, as in `duibiao=debug,tower_http=info`.
const VARIABLE: &str = "DUIBIAO_LOG";

/// Installs the log; `DUIBIAO_LOG_FORMAT=json` writes JSON lines.
///
/// Queries, addresses and bodies are never logged.
pub fn install() {
    let filter = EnvFilter::try_from_env(VARIABLE)
        .unwrap_or_else(|_| EnvFilter::new("duibiao=info,tantivy=warn,warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false);
    let json = std::env::var("DUIBIAO_LOG_FORMAT").is_ok_and(|format| format == "json");
    // A second installation (in tests) changes nothing.
    let _ = if json {
        log.json().try_init()
    } else {
        log.try_init()
    };
}
