//! Properties of the table: 1 it reads; 2 ids are unique; 3 each row names a document and a product
//! that are here and a unit that is known; 4 each row has evidence.

use std::collections::HashSet;

use super::*;
use crate::{products, regulations, standards, units};

#[test]
fn the_table_reads() {
    table::read::<StarterIndicator>("indicators.jsonl", raw::INDICATORS).unwrap();
}

#[test]
fn ids_are_unique() {
    let ids: HashSet<&str> = indicators().iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), indicators().len());
}

#[test]
fn every_limit_is_set_by_a_document_of_this_package() {
    for row in indicators() {
        let known = match &row.standard_ref {
            Reference::Standard { number, .. } => standards::standard(number).is_some(),
            Reference::Regulation { id, .. } => regulations::regulation(id).is_some(),
        };
        assert!(known, "`{}` names {:?}", row.id, row.standard_ref);
        assert!(
            products::product(&row.product).is_some(),
            "product of `{}`",
            row.id
        );
    }
}

#[test]
fn every_unit_is_known() {
    for row in indicators() {
        assert!(
            units::unit_by_alias(&row.unit).is_some(),
            "`{}` of `{}`",
            row.unit,
            row.id
        );
    }
}

#[test]
fn every_row_has_evidence() {
    for row in indicators() {
        assert!(!row.evidence.is_empty(), "`{}` has no evidence", row.id);
    }
}
