//! `duibiao check`.

use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, open_workbook_auto_from_rs};

use super::Session;
use super::resolve::day_of;
use crate::cli::arguments::CheckArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::validity_table;
use crate::validity::check;

/// The largest file that is checked; a list of a million numbers is smaller.
const LARGEST: u64 = 64 << 20;

pub(super) async fn run(session: &Session, options: &CheckArguments) -> Result<Outcome, Failure> {
    let text = text_of(&options.file)?;
    let app = &session.app;
    let day = match &options.as_of {
        Some(text) => day_of(text)?,
        None => app.clock.today(),
    };
    let report = check(&app.store, &app.resolver, &text, day).await?;
    let table = validity_table(&report, session.language);
    output::list(options.format, &table, &report.rows, &report)?;
    Ok(Outcome::found(!report.rows.is_empty()))
}

fn text_of(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin()
            .lock()
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)?;
    } else {
        fs_err::File::open(file)
            .map_err(|error| Failure::input(error.to_string(), "name a file that can be read"))?
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > LARGEST {
        let message = format!("expected at most {} MB, found more", LARGEST >> 20);
        return Err(Failure::input(message, "divide the list"));
    }
    match bytes.as_slice() {
        [b'P', b'K', 3, 4, ..] => cells(bytes),
        [b'%', b'P', b'D', b'F', ..] => Err(Failure::input(
            "expected text, CSV or .xlsx, found a PDF",
            "copy its text, or run `pdftotext FILE - | duibiao check -`",
        )),
        _ => Ok(decoded(&bytes)),
    }
}

/// UTF-8 where it is, else GB 18030, which Chinese office programs write.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    }
}

/// The cells of every sheet, one a line.
fn cells(bytes: Vec<u8>) -> Result<String, Failure> {
    let unreadable = |reason: String| {
        Failure::input(
            format!(
                "expected a spreadsheet (.xlsx), found a file that cannot be read as one: {reason}"
            ),
            "save it as .xlsx or CSV again",
        )
    };
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|error| unreadable(error.to_string()))?;
    let mut text = String::new();
    for name in workbook.sheet_names() {
        let sheet = workbook
            .worksheet_range(&name)
            .map_err(|error| unreadable(error.to_string()))?;
        for cell in sheet.rows().flatten() {
            if let Data::String(words) = cell {
                text.push_str(words);
                text.push('\n');
            }
        }
    }
    Ok(text)
}
