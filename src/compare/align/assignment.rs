//! One-to-one pairs at the greatest total.

use std::collections::HashSet;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::ClauseLink;

/// A candidate pair with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) score: f64,
}

/// The side length up to which the exact assignment is computed; it grows with the cube.
const EXACT: usize = 250;

/// The heaviest chain of candidates that rises on both sides: clauses that kept their order.
///
/// Dynamic programming over the second side with a Fenwick tree of maxima, k log m for k candidates.
pub(super) fn rising_chain(mut candidates: Vec<Candidate>, width: usize) -> Vec<Candidate> {
    candidates.sort_by(|a, b| a.left.cmp(&b.left).then(b.right.cmp(&a.right)));
    let mut tree: Vec<(f64, Option<usize>)> = vec![(0.0, None); width + 1];
    let mut previous: Vec<Option<usize>> = vec![None; candidates.len()];
    let mut best: (f64, Option<usize>) = (0.0, None);
    for (index, candidate) in candidates.iter().enumerate() {
        let mut at = candidate.right;
        let mut before = (0.0, None);
        while at > 0 {
            if tree[at].0 > before.0 {
                before = tree[at];
            }
            at &= at - 1;
        }
        previous[index] = before.1;
        let total = before.0 + candidate.score;
        let mut at = candidate.right + 1;
        while at <= width {
            if tree[at].0 < total {
                tree[at] = (total, Some(index));
            }
            at += at & at.wrapping_neg();
        }
        if total > best.0 {
            best = (total, Some(index));
        }
    }
    let mut chain = Vec::new();
    let mut at = best.1;
    while let Some(index) = at {
        chain.push(candidates[index]);
        at = previous[index];
    }
    chain.reverse();
    chain
}

/// The links that hold the order of both texts, as places; of what changed places the heavier stays.
pub fn kept_order(
    links: &[ClauseLink],
    weight: impl Fn(&ClauseLink) -> f64,
) -> HashSet<(usize, usize)> {
    let candidates: Vec<Candidate> = links
        .iter()
        .filter_map(|link| {
            Some(Candidate {
                left: link.left?,
                right: link.right?,
                score: weight(link),
            })
        })
        .collect();
    let width = candidates.iter().map(|each| each.right + 1).max();
    let chain = rising_chain(candidates, width.unwrap_or_default());
    chain.iter().map(|each| (each.left, each.right)).collect()
}

/// Assigns the rest: exactly when it is small, else the best pair first.
pub(super) fn assign(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut lefts: Vec<usize> = candidates.iter().map(|each| each.left).collect();
    let mut rights: Vec<usize> = candidates.iter().map(|each| each.right).collect();
    for side in [&mut lefts, &mut rights] {
        side.sort_unstable();
        side.dedup();
    }
    if lefts.is_empty() || lefts.len().max(rights.len()) > EXACT {
        return greedy(&mut candidates);
    }
    let is_turned = lefts.len() > rights.len();
    let (rows, columns) = if is_turned {
        (&rights, &lefts)
    } else {
        (&lefts, &rights)
    };
    let mut matrix = Matrix::new(rows.len(), columns.len(), 0_i64);
    for each in &candidates {
        let (row, column) = if is_turned {
            (each.right, each.left)
        } else {
            (each.left, each.right)
        };
        if let (Ok(row), Ok(column)) = (rows.binary_search(&row), columns.binary_search(&column)) {
            matrix[(row, column)] = scaled(each.score);
        }
    }
    let (_, chosen) = kuhn_munkres(&matrix);
    chosen
        .into_iter()
        .enumerate()
        .filter_map(|(row, column)| {
            let (left, right) = if is_turned {
                (columns[column], rows[row])
            } else {
                (rows[row], columns[column])
            };
            candidates
                .iter()
                .find(|each| each.left == left && each.right == right)
                .copied()
        })
        .collect()
}

/// A score in millionths, squared so that one sure pair beats two doubtful ones.
fn scaled(score: f64) -> i64 {
    let millionths = (score * score * 1e6).round().clamp(0.0, 1e6);
    format!("{millionths:.0}").parse().unwrap_or(0)
}

fn greedy(candidates: &mut [Candidate]) -> Vec<Candidate> {
    candidates.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(a.left.cmp(&b.left))
            .then(a.right.cmp(&b.right))
    });
    let mut left_used = HashSet::new();
    let mut right_used = HashSet::new();
    let mut chosen = Vec::new();
    for each in candidates.iter() {
        if !left_used.contains(&each.left) && !right_used.contains(&each.right) {
            left_used.insert(each.left);
            right_used.insert(each.right);
            chosen.push(*each);
        }
    }
    chosen
}
