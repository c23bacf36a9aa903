//! Chinese sentences.
//!
//! A sentence is read comma by comma. A part with a limit at its end is a statement; a part whose
//! number is followed by 时, 的, 后, 下 qualifies the statements after it; a part with 应 or 不得 and
//! no limit is a requirement in words.

mod in_words;
mod naming;
mod push;
mod sentence;
mod stated;

pub(super) use sentence::sentence;
