//! One request a line in, one answer a line out.

use std::future::Future;
use std::io::{BufRead, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Failure, Outcome};

/// Answers every line of standard input, in order; a line that fails gives an error object and does not stop the rest.
pub(super) async fn answer<Q, A, F>(respond: impl Fn(Q) -> F) -> Result<Outcome, Failure>
where
    Q: DeserializeOwned,
    A: Serialize,
    F: Future<Output = Result<A, (&'static str, String)>>,
{
    let mut input = std::io::stdin().lock();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&bytes);
        if text.trim().is_empty() {
            continue;
        }
        let answer = match serde_json::from_str::<Q>(&text) {
            Ok(request) => match respond(request).await {
                Ok(answer) => serde_json::to_value(answer).map_err(anyhow::Error::from)?,
                Err((code, message)) => error(code, &message, "correct the request of this line"),
            },
            Err(reason) => error(
                "bad_request",
                &format!("expected a request as JSON: {reason}"),
                "see the API's page",
            ),
        };
        let written = serde_json::to_writer(&mut output, &answer).map_err(std::io::Error::from);
        match written.and_then(|()| output.write_all(b"\n")) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => break,
            other => other?,
        }
    }
    output.flush()?;
    Ok(Outcome::Done)
}

fn error(code: &str, message: &str, hint: &str) -> Value {
    json!({"error": {"code": code, "message": message, "hint": hint}})
}
