//! Clauses that were divided or drawn together.

use std::collections::HashMap;

use super::assignment::Candidate;
use super::profile::Profile;
use super::similarity::Scale;

/// How much of a lone clause its neighbour's partner must cover.
const NEIGHBOUR_COVER: f64 = 0.25;

/// How much of a lone clause any clause must cover.
const LONE_COVER: f64 = 0.75;

/// What a neighbour's partner is worth before any other.
const NEIGHBOUR_BONUS: f64 = 0.25;

/// Which side the lone clauses are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lone {
    /// Of the first text: a merger.
    Left,
    /// Of the second text: a split.
    Right,
}

/// Finds the partner of clauses left alone among those that have one already.
pub(super) fn joined(
    lone: Lone,
    left: &[Profile],
    right: &[Profile],
    pairs: &[Candidate],
    scale: &Scale<'_>,
) -> Vec<Candidate> {
    let (own, other) = match lone {
        Lone::Left => (left, right),
        Lone::Right => (right, left),
    };
    let mut partner: HashMap<usize, usize> = HashMap::new();
    for pair in pairs {
        match lone {
            Lone::Left => partner.insert(pair.left, pair.right),
            Lone::Right => partner.insert(pair.right, pair.left),
        };
    }
    let mut found = Vec::new();
    for (at, profile) in own.iter().enumerate() {
        if partner.contains_key(&at) {
            continue;
        }
        let mut best: Option<(usize, f64)> = None;
        let neighbours: Vec<usize> = [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .filter(|near| {
                own.get(*near)
                    .is_some_and(|near| near.chapter == profile.chapter)
            })
            .filter_map(|near| partner.get(&near).copied())
            .collect();
        let candidates: Vec<usize> = if own.len() * other.len() > 40_000 {
            neighbours.clone()
        } else {
            (0..other.len()).collect()
        };
        for candidate in candidates {
            let cover = scale.cover(profile, &other[candidate]);
            let is_near = neighbours.contains(&candidate);
            let wanted = if is_near { NEIGHBOUR_COVER } else { LONE_COVER };
            let weighed = if is_near {
                cover + NEIGHBOUR_BONUS
            } else {
                cover
            };
            if cover >= wanted && best.is_none_or(|(_, known)| known < weighed) {
                best = Some((candidate, weighed));
            }
        }
        if let Some((candidate, cover)) = best {
            let (left, right) = match lone {
                Lone::Left => (at, candidate),
                Lone::Right => (candidate, at),
            };
            found.push(Candidate {
                left,
                right,
                score: cover.min(1.0) * 0.9,
            });
        }
    }
    found
}
