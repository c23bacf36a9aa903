//! One file a source: from a row, as the source writes it, to a raw record.

pub(crate) mod carried;
pub(crate) mod cellar;
pub(crate) mod cen;
pub(crate) mod codex;
pub(crate) mod cpsc;
pub(crate) mod ecfr;
pub(crate) mod eping;
pub(crate) mod etsi;
pub(crate) mod federal_register;
pub(crate) mod gb_seed;
pub(crate) mod iec;
pub(crate) mod iso;
pub(crate) mod itu;
pub(crate) mod jsa;
pub(crate) mod legislation_uk;
pub(crate) mod openstd;
mod parts;
pub(crate) mod relaton;
pub(crate) mod sacinfo;
pub(crate) mod safety_gate;
pub(crate) mod samr;
pub(crate) mod samr_notices;
mod shape;
pub(crate) mod starter;
pub(crate) mod table;
pub(crate) mod trains;
pub(crate) mod walk;

#[cfg(test)]
mod china_tests;
#[cfg(test)]
mod testing;
