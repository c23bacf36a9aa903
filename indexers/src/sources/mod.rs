//! One file a source: from a row, as the source writes it, to a raw record.

pub(crate) mod carried;
pub(crate) mod eping;
pub(crate) mod gb_seed;
pub(crate) mod relaton;
pub(crate) mod starter;
