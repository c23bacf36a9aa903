//! 查新: a text or a file goes in, and of every standard it cites comes out whether it still holds.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

use crate::app::App;
use crate::export::{ReportFormat, write_validity};
use crate::extract::{ExtractError, Loss};
use crate::model::PartialDate;
use crate::texts::{self, TextsError};
use crate::upload::{Upload, UploadError};
use crate::validity::{Finding, ValidityError, ValidityReport};
use crate::web::error::{Problem, WebError};
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::{CheckRow, StatusMark, finding_mark};
use crate::web::words::{Words, word};

/// Rows a page lists; a file holds all.
const MOST_ROWS: usize = 500;

/// Bytes of a text that goes along with the buttons for files.
const LONGEST_KEPT: usize = 256 << 10;

/// What the form holds, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct CheckForm {
    pub(in crate::web) text: String,
    pub(in crate::web) as_of: String,
}

/// Why nothing was checked: the status of the answer, and the word of the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct Refusal(
    pub(in crate::web) StatusCode,
    pub(in crate::web) &'static str,
);

/// What was checked: the text, where it came from, and what came out.
#[derive(Debug, Clone)]
pub(in crate::web) struct Checked {
    pub(in crate::web) report: ValidityReport,
    /// The text that was read.
    pub(in crate::web) text: String,
    /// The name of the file, where it was one.
    pub(in crate::web) file: Option<String>,
    /// Places of the file that are not in the text.
    pub(in crate::web) losses: usize,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "check.html")]
pub(in crate::web) struct CheckPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) action: String,
    pub(in crate::web) form: CheckForm,
    pub(in crate::web) formats: Vec<(&'static str, &'static str)>,
    pub(in crate::web) mistake: Option<&'static str>,
    pub(in crate::web) view: Option<CheckView>,
}

/// A check as it is shown.
#[derive(Debug, Clone)]
pub(in crate::web) struct CheckView {
    /// Names and values of the head.
    pub(in crate::web) facts: Vec<(String, String)>,
    pub(in crate::web) counts: Vec<(StatusMark, usize)>,
    pub(in crate::web) source: Option<String>,
    pub(in crate::web) losses: Option<String>,
    pub(in crate::web) rows: Vec<CheckRow>,
    pub(in crate::web) more: Option<String>,
    /// The text for the buttons; none where it is too long to go along.
    pub(in crate::web) kept: Option<String>,
    pub(in crate::web) as_of: String,
}

/// Answers `/{language}/check` with the form.
pub(in crate::web) async fn show(reader: Reader) -> Response {
    page(
        StatusCode::OK,
        &CheckPage::of(&reader, CheckForm::default(), None),
    )
}

/// Takes the form: checks what was handed in, and shows it or gives it as a file.
pub(in crate::web) async fn submit(
    State(app): State<Arc<App>>,
    reader: Reader,
    request: Request,
) -> Result<Response, WebError> {
    let upload = match Upload::read(request).await {
        Ok(upload) => upload,
        Err(error) => {
            return Ok(refused(&reader, CheckForm::default(), of_upload(&error)));
        }
    };
    let form = CheckForm {
        text: upload.value("text").to_owned(),
        as_of: upload.value("as_of").trim().to_owned(),
    };
    let format = match upload.value("format") {
        "" | "page" => None,
        named => {
            let Ok(format) = named.parse::<ReportFormat>() else {
                let refusal = Refusal(StatusCode::BAD_REQUEST, "format");
                return Ok(refused(&reader, form, refusal));
            };
            Some(format)
        }
    };
    match checked(&app, upload, &form).await {
        Ok(checked) => match format {
            None => Ok(page(
                StatusCode::OK,
                &CheckPage::of(&reader, form, Some(&checked)),
            )),
            Some(format) => file(&reader, &checked.report, format),
        },
        Err(Fault::Theirs(refusal)) => Ok(refused(&reader, form, refusal)),
        Err(Fault::Ours(problem)) => Err(reader.fail(problem)),
    }
}

/// Whose fault it is that nothing was checked.
enum Fault {
    Theirs(Refusal),
    Ours(Problem),
}

async fn checked(app: &App, upload: Upload, form: &CheckForm) -> Result<Checked, Fault> {
    let refuse = |code| Fault::Theirs(Refusal(StatusCode::BAD_REQUEST, code));
    let today = app.clock.today();
    let day = day(&form.as_of, today).ok_or_else(|| refuse("day"))?;
    let (text, file, losses) = match upload.file {
        Some(file) => {
            let read = texts::document(&file.name, file.bytes)
                .await
                .map_err(of_document)?;
            let lost = read.losses.iter().filter_map(|loss| match loss {
                // Lines that number the pages are no loss to anybody.
                Loss::PageLines(_) => None,
                loss => Some(loss.count()),
            });
            let lost = lost.sum();
            (read.text, Some(file.name), lost)
        }
        None if form.text.trim().is_empty() => return Err(refuse("empty")),
        None => (form.text.clone(), None, 0),
    };
    let report = app
        .checker
        .check(&text, day, today)
        .await
        .map_err(|error| match error {
            ValidityError::TooMany(_) => {
                Fault::Theirs(Refusal(StatusCode::PAYLOAD_TOO_LARGE, "too_many"))
            }
            ValidityError::Store(error) => Fault::Ours(error.into()),
            error @ ValidityError::BrokenOff(_) => Fault::Ours(Problem::inside(&error)),
        })?;
    Ok(Checked {
        report,
        text,
        file,
        losses,
    })
}

/// Reads the day: a month or a year means its last day; nothing typed means today.
fn day(text: &str, today: Date) -> Option<Date> {
    if text.is_empty() {
        return Some(today);
    }
    text.parse::<PartialDate>().ok().map(PartialDate::latest)
}

fn of_upload(error: &UploadError) -> Refusal {
    match error {
        UploadError::TooLarge { .. } => Refusal(StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        UploadError::Broken(_) => Refusal(StatusCode::BAD_REQUEST, "broken"),
    }
}

fn of_document(error: TextsError) -> Fault {
    let error = match error {
        TextsError::Document(error) => error,
        other => return Fault::Ours(Problem::inside(&other)),
    };
    let code = match error {
        ExtractError::FileTooLarge { .. } => {
            return Fault::Theirs(Refusal(StatusCode::PAYLOAD_TOO_LARGE, "too_large"));
        }
        ExtractError::TooMuch { .. } => {
            return Fault::Theirs(Refusal(StatusCode::PAYLOAD_TOO_LARGE, "too_much"));
        }
        ExtractError::Unsupported(_) => "unsupported",
        ExtractError::Damaged { .. } => "damaged",
        ExtractError::Locked => "locked",
        ExtractError::NoProgram(_) => "no_program",
        ExtractError::ProgramFailed { .. } => "failed",
        ExtractError::Scan { .. } => "scan",
        ExtractError::Garbage { .. } => "garbage",
        ExtractError::Empty => "no_text",
    };
    Fault::Theirs(Refusal(StatusCode::UNPROCESSABLE_ENTITY, code))
}

fn refused(reader: &Reader, form: CheckForm, refusal: Refusal) -> Response {
    let Refusal(status, code) = refusal;
    let mut view = CheckPage::of(reader, form, None);
    view.mistake = Some(word(Words::of(reader.language).check.faults, code));
    page(status, &view)
}

fn file(
    reader: &Reader,
    report: &ValidityReport,
    format: ReportFormat,
) -> Result<Response, WebError> {
    let bytes = write_validity(report, reader.language, format)
        .map_err(|error| reader.fail(Problem::inside(&error)))?;
    let name = format!("check-{}.{}", report.as_of, format.extension());
    let head = [
        (CONTENT_TYPE, format.media_type().to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((head, bytes).into_response())
}

impl CheckPage {
    /// Makes the page of a form, with what was checked.
    pub(in crate::web) fn of(reader: &Reader, form: CheckForm, checked: Option<&Checked>) -> Self {
        let words = &Words::of(reader.language).check;
        let frame = Frame::new(reader, words.title).within(Section::Check);
        let formats = ReportFormat::ALL.map(|format| (format.extension(), format.name()));
        Self {
            action: frame.href(Route::Check),
            formats: formats.to_vec(),
            mistake: None,
            view: checked.map(|checked| CheckView::of(checked, &frame)),
            form,
            frame,
        }
    }
}

impl CheckView {
    fn of(checked: &Checked, frame: &Frame) -> Self {
        let (report, words) = (&checked.report, &frame.words.check);
        let counts = Finding::ALL
            .into_iter()
            .filter(|finding| report.count(*finding) > 0)
            .map(|finding| (finding_mark(finding, frame.language), report.count(finding)));
        let all = report.items.len();
        Self {
            facts: crate::export::validity_facts(report, frame.language),
            counts: counts.collect(),
            source: checked.file.as_deref().map(words.from_file),
            losses: (checked.losses > 0).then(|| (words.losses)(checked.losses as u64)),
            rows: report
                .items
                .iter()
                .take(MOST_ROWS)
                .map(|row| CheckRow::of(row, frame))
                .collect(),
            more: (all > MOST_ROWS).then(|| (words.more_rows)(MOST_ROWS as u64, all as u64)),
            kept: (checked.text.len() <= LONGEST_KEPT).then(|| checked.text.clone()),
            as_of: report.as_of.to_string(),
        }
    }
}
