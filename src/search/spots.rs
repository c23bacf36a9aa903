//! Where numbers stand in a text.

use crate::model::NumberKeys;
use crate::number::{self, Number, Reading, scan_symbols};

/// A place in a text where a number stands.
#[derive(Debug)]
pub(super) struct Spot {
    /// As it is written.
    pub(super) text: String,
    /// First code point.
    pub(super) start: usize,
    /// Code point behind the last.
    pub(super) end: usize,
    /// Canonical forms it may be.
    pub(super) normalized: Vec<String>,
    /// Keys under which the store may have it; none where it cannot be read.
    pub(super) keys: Vec<NumberKeys>,
}

/// Returns the places of a text where a number or a symbol stands, in order.
pub(super) fn spots(text: &str) -> Vec<Spot> {
    let mut spots: Vec<Spot> = scan_symbols(text)
        .into_iter()
        .map(|mention| {
            let (exact, family) = (
                mention.symbol.to_string(),
                mention.symbol.family().to_string(),
            );
            let keys = NumberKeys {
                exact: exact.clone(),
                kin: family.clone(),
                family,
                number: None,
            };
            let (start, end) = (mention.chars.start, mention.chars.end);
            Spot {
                text: text[mention.bytes].to_owned(),
                start,
                end,
                normalized: vec![exact],
                keys: vec![keys],
            }
        })
        .collect();
    let symbols: Vec<_> = spots.iter().map(|spot| spot.start..spot.end).collect();
    for mention in number::scan(text) {
        if symbols
            .iter()
            .any(|span| span.start < mention.chars.end && mention.chars.start < span.end)
        {
            continue;
        }
        let written = text[mention.bytes].to_owned();
        let readings: Vec<Number> = mention
            .readings
            .unwrap_or_default()
            .into_iter()
            .map(|Reading { number, .. }| number)
            .collect();
        let normalized = readings.iter().map(ToString::to_string).collect();
        let keys = readings.into_iter().map(NumberKeys::from).collect();
        spots.push(Spot {
            text: written,
            start: mention.chars.start,
            end: mention.chars.end,
            normalized,
            keys,
        });
    }
    spots.sort_by_key(|spot| spot.start);
    spots
}
