//! What can go wrong with an answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A fault of a server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Fault {
    /// A status without a body.
    Status {
        /// The status.
        status: u16,
        /// `Retry-After`, seconds or a date.
        #[serde(default)]
        retry_after: Option<serde_json::Value>,
    },
    /// The answer to another request: page 1 for ever.
    Repeat {
        /// The parameters of that request.
        set: BTreeMap<String, String>,
    },
    /// A total that is larger.
    Grow {
        /// Where it stands.
        pointer: String,
        /// By how much.
        by: i64,
    },
    /// A list that lacks its end.
    Shorten {
        /// Where it stands.
        pointer: String,
        /// How many entries it lacks.
        by: usize,
    },
    /// An HTML page that says something went wrong, with status 200.
    Html,
    /// Half of the body.
    Truncate,
    /// No answer.
    Reset,
    /// A compressed body.
    Gzip,
    /// Zeros, compressed.
    Bomb {
        /// How many megabytes of them.
        megabytes: u32,
    },
    /// A body without end.
    Endless,
    /// A few bytes at a time.
    Drip {
        /// How many.
        bytes: usize,
        /// The pause between them.
        milliseconds: u64,
    },
    /// A redirect, to itself with a cookie or to somewhere else.
    Redirect {
        /// Where to.
        #[serde(default)]
        to: Option<String>,
    },
    /// Another content type.
    ContentType {
        /// Which.
        value: String,
    },
    /// A byte order mark.
    Bom,
    /// GB 18030 instead of UTF-8.
    Gbk,
    /// `ETag` and `Last-Modified`, and 304 for those who send them.
    Validators,
}
