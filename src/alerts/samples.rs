//! Records and happenings for tests; everything here is made up.

use std::sync::Arc;

use serde_json::{Value, json};

use super::occurrence::Occurrence;
use crate::model::{Change, EventKind, Record};

/// Makes a notification of the EU about steel bars, with some fields changed.
pub(crate) fn record(changes: &Value) -> Record {
    let mut record = json!({
        "id": "G~TBT~N~EU~1088", "kind": "notification", "number": "G/TBT/N/EU/1088",
        "family": "G/TBT/N/EU/1088", "titles": {"en": "Draft regulation on reinforcing bars", "zh": "钢筋技术法规草案"},
        "body": "", "markets": ["EU"], "hs": ["721420"], "ics": ["77.140.15"],
        "lifecycle": {"published": "2026-11-20", "comments_until": "2027-01-19"},
        "rights": "facts", "provenance": {}
    });
    if let (Some(record), Some(changes)) = (record.as_object_mut(), changes.as_object()) {
        record.extend(changes.clone());
    }
    serde_json::from_value(record).unwrap()
}

/// Makes a happening to a record: it is new.
pub(crate) fn occurrence(event: i64, record: Record) -> Occurrence {
    Occurrence {
        event,
        change: Change::new(EventKind::New),
        at: "2026-11-24T03:00:00Z".parse().unwrap(),
        record: Arc::new(record),
    }
}
