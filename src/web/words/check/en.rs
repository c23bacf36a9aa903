//! The words of validity checks in English.

use super::CheckWords;

/// Every text in English.
pub(in crate::web::words) const EN: CheckWords = CheckWords {
    title: "Check standards",
    lead: "Paste a text or hand in a file: every standard it cites is looked up — in force or not, what replaced it, what it adopts, which amendments hold.",
    text: "Text",
    text_note: "A contract, a standard, a list; numbers in any spelling.",
    file: "or a file",
    file_note: "docx, pdf, xlsx, csv, html, xml or txt, at most 8 MB. It is read for the check and not kept.",
    day: "Status as of",
    day_note: "Today where nothing is given.",
    result_as: "Result as",
    as_page: "Page",
    submit: "Check",
    results: "What was found",
    nothing: "No standard number was found",
    nothing_lead: "Numbers look like GB/T 19001-2016, ISO 9001:2015, EN 71-1 or ASTM A615/A615M-22. Text in pictures is not read; have it recognised first.",
    number: "Number",
    times: |times| match times {
        1 => "named once".to_owned(),
        times => format!("named {times} times"),
    },
    read_as: "read as",
    finding: "Result",
    edition: "Edition that applies",
    replaced_by: "Replaced by",
    adopts: "Adopts",
    amendments: "Amendments",
    rule: "Read by",
    confidence: |value| format!("certainty {value}"),
    others: "also",
    near: "nearby",
    more_rows: |shown, all| {
        format!("The page lists the first {shown} of {all}; the files hold them all.")
    },
    export: "Take away as",
    export_again: "The text is too long to be exported from this page: choose the form of the result above and hand in the file again.",
    from_file: |name| format!("File: {name}"),
    mistake: "Nothing was checked:",
    faults: &[
        (
            "empty",
            "There is neither a text nor a file. Paste a text, or choose a file.",
        ),
        ("day", "The day is written 2026-11-25."),
        (
            "format",
            "There is no such form of result; choose one of the list.",
        ),
        ("broken", "The form did not arrive whole. Send it again."),
        (
            "too_large",
            "The file or text is larger than 8 MB. Hand in the chapters that cite standards, or divide it.",
        ),
        (
            "too_much",
            "The file unpacks to too much, or has too many cells or levels. Divide it, or save it as txt or docx.",
        ),
        (
            "too_many",
            "There are more than 5,000 different numbers. Divide the document.",
        ),
        (
            "unsupported",
            "This kind of file is not read. Save it as docx, xlsx, pdf or txt; an old .doc or .xls can be opened and saved as such.",
        ),
        (
            "damaged",
            "The file is damaged and cannot be opened. Open it in the program it comes from, save it again, and hand that in.",
        ),
        (
            "locked",
            "The file has a password or forbids copying. Save a copy without.",
        ),
        (
            "no_program",
            "The program that reads PDF is not installed here. Save the document as docx or txt.",
        ),
        (
            "failed",
            "The file was too complicated to be read in time. Save it as docx or txt.",
        ),
        (
            "scan",
            "The PDF holds pictures of text. Run it through a program that recognises characters (OCR) first.",
        ),
        (
            "garbage",
            "The fonts of the PDF do not say which characters they draw. Print it to a new PDF from the program it comes from.",
        ),
        (
            "no_text",
            "There is no text in the file. Look whether it is the one that was meant.",
        ),
    ],
    losses: |count| match count {
        1 => "One place of the file was not read as text (a picture, a deletion).".to_owned(),
        count => format!("{count} places of the file were not read as text (pictures, deletions)."),
    },
};
