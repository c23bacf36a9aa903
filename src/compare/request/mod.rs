//! What the doors ask, and the answers they give.
//!
//! A request is a body of the interface and a line of a batch alike: it is read by serde, answered by
//! one pure call, and the answer is written by serde. Interface and command line stay thin and equal
//! by construction. Positions are bytes inside and become code points here.
//!
//! | request | stage |
//! | --- | --- |
//! | [`ExtractRequest`] | [`indicator::extract`](crate::compare::indicator::extract()) |
//! | [`VerdictRequest`] | [`verdict`](crate::compare::verdict) |
//! | [`AlignRequest`] | [`align`](crate::compare::align) |
//! | [`TextRequest`] | [`text_diff`](crate::compare::text_diff) |

mod align;
mod extract;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod request;
mod text;
mod verdict;

pub use align::{AlignRequest, AlignResponse};
pub use extract::{ExtractRequest, ExtractResponse};
pub use request::{Request, RequestError};
pub use text::{ClauseChange, ClausePlace, TextOperation, TextRequest, TextResponse};
pub use verdict::{VerdictRequest, VerdictResponse, Words};
