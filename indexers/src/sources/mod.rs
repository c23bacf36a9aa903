//! One file a source: from a row, as the source writes it, to a raw record.

pub(crate) mod carried;
pub(crate) mod eping;
pub(crate) mod gb_seed;
pub(crate) mod jsa;
pub(crate) mod openstd;
pub(crate) mod relaton;
pub(crate) mod sacinfo;
pub(crate) mod samr;
pub(crate) mod starter;
pub(crate) mod table;
pub(crate) mod walk;

#[cfg(test)]
mod china_tests;
