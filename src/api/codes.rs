//! The error codes of the interface: one table.

use axum::http::StatusCode;

/// An error code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A parameter or body cannot be read.
    BadRequest,
    /// A cursor belongs to another query.
    BadCursor,
    /// The address names nothing.
    NoSuchAddress,
    /// There is no such record.
    NoSuchRecord,
    /// The number was read but is not in the store.
    NoSuchNumber,
    /// The text is no number.
    NotANumber,
    /// The text holds too many numbers.
    TooManyNumbers,
    /// The body is larger than is accepted.
    TooLarge,
    /// A document cannot be read as text.
    BadDocument,
    /// The method is not one of this address.
    BadMethod,
    /// A link of a letter is worth nothing.
    BadLink,
    /// What is to be subscribed to cannot be used.
    BadSubscription,
    /// An address has asked too often.
    TooManyQuestions,
    /// No key was sent where one is needed, or one that does not work.
    NoKey,
    /// The key is not for this.
    Forbidden,
    /// Requests came too fast, or the quota of the day is used up.
    TooManyRequests,
    /// Something failed that is not the caller's fault.
    Internal,
    /// The index is not ready yet.
    NotReady,
}

/// A row of the table: code, its word, its status, what it means, what to do.
pub type Row = (Code, &'static str, StatusCode, &'static str, &'static str);

/// Every code with its word, status, meaning and advice.
pub const CODES: [Row; 18] = [
    (
        Code::BadRequest,
        "bad_request",
        StatusCode::BAD_REQUEST,
        "a parameter or the body cannot be read",
        "correct the parameter that the message names",
    ),
    (
        Code::BadCursor,
        "bad_cursor",
        StatusCode::BAD_REQUEST,
        "the cursor belongs to another query",
        "repeat the first page without `cursor` and go on from its `next`",
    ),
    (
        Code::NoSuchAddress,
        "no_such_address",
        StatusCode::NOT_FOUND,
        "the address names nothing",
        "`/api/v1/openapi.json` names every address",
    ),
    (
        Code::NoSuchRecord,
        "no_such_record",
        StatusCode::NOT_FOUND,
        "there is no such record",
        "resolve the number with `GET /api/v1/numbers/{number}` or search for it",
    ),
    (
        Code::NoSuchNumber,
        "no_such_number",
        StatusCode::NOT_FOUND,
        "the number was read but is not in the store",
        "look at `candidates` for near misses, and at `/api/v1/sources` for what is covered",
    ),
    (
        Code::NotANumber,
        "not_a_number",
        StatusCode::BAD_REQUEST,
        "the text is no standard number",
        "write it as `ISO 9001:2015` or `GB/T 19001-2016`",
    ),
    (
        Code::TooManyNumbers,
        "too_many_numbers",
        StatusCode::PAYLOAD_TOO_LARGE,
        "the text holds too many numbers",
        "divide the text into several calls",
    ),
    (
        Code::TooLarge,
        "too_large",
        StatusCode::PAYLOAD_TOO_LARGE,
        "the body is larger than is accepted",
        "send less at once",
    ),
    (
        Code::BadMethod,
        "bad_method",
        StatusCode::METHOD_NOT_ALLOWED,
        "the method is not one of this address",
        "the `Allow` header names the methods",
    ),
    (
        Code::Internal,
        "internal",
        StatusCode::INTERNAL_SERVER_ERROR,
        "something failed that is not your fault",
        "try again; the operator's log has the details",
    ),
    (
        Code::NotReady,
        "not_ready",
        StatusCode::SERVICE_UNAVAILABLE,
        "the index is not ready yet",
        "try again in a few seconds",
    ),
    (
        Code::BadLink,
        "bad_link",
        StatusCode::NOT_FOUND,
        "the link was not made here, has expired, was used, or names nothing any more",
        "ask for a new link with `POST /api/v1/subscriptions` or on the page for subscribing",
    ),
    (
        Code::BadSubscription,
        "bad_subscription",
        StatusCode::UNPROCESSABLE_ENTITY,
        "the subscription cannot be kept",
        "correct what the message names",
    ),
    (
        Code::TooManyQuestions,
        "too_many_questions",
        StatusCode::TOO_MANY_REQUESTS,
        "this address was asked as often as it may be within a day",
        "look into the mailbox, or come back tomorrow",
    ),
    (
        Code::BadDocument,
        "bad_document",
        StatusCode::UNPROCESSABLE_ENTITY,
        "the document cannot be read as text",
        "the message says what was found; docx, xlsx, html, STS XML, md and txt are read, pdf where poppler is installed",
    ),
    (
        Code::NoKey,
        "no_key",
        StatusCode::UNAUTHORIZED,
        "a key is needed here, and none that works was sent",
        "send a key as `Authorization: Bearer …`; operators make them with `duibiao keys create`",
    ),
    (
        Code::Forbidden,
        "forbidden",
        StatusCode::FORBIDDEN,
        "the key is not for this",
        "use a key with the scope that the message names",
    ),
    (
        Code::TooManyRequests,
        "too_many_requests",
        StatusCode::TOO_MANY_REQUESTS,
        "requests came faster than is allowed",
        "wait as long as `Retry-After` says",
    ),
];

impl Code {
    /// Returns the code's row.
    pub fn row(self) -> &'static Row {
        CODES.iter().find(|row| row.0 == self).unwrap_or(&CODES[9])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_row_with_its_own_word() {
        let mut words: Vec<_> = CODES.iter().map(|row| row.1).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), CODES.len());
        for row in &CODES {
            assert_eq!(row.0.row(), row);
        }
        assert_eq!(CODES[9].0, Code::Internal);
    }
}
