//! Relaton: catalogues of standards bodies as open data sets, one repository a body (SOURCES 3.2).
//!
//! [`Catalogue`] reads rows of files made from a data set; `DataSet` reads the data set itself, its index and then one
//! document after another. Both give a document the same key, so that the one continues the other.

mod catalogue;
mod data_set;
mod document;

pub(crate) use catalogue::Catalogue;
pub(super) use catalogue::adoptions;
pub(crate) use data_set::DATA_SETS;
