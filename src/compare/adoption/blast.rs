//! Whom the revision of a document reaches.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::{Edge, Graph};

/// A document that a revision reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// The document.
    pub number: String,
    /// Steps from the revised document.
    pub distance: usize,
    /// The edge by which it is reached first.
    pub by: Edge,
}

/// Everything a revision reaches, the nearest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlastRadius {
    /// The documents reached.
    pub reached: Vec<Reached>,
    /// Whether the walk was cut short by one of its bounds.
    pub is_cut: bool,
}

impl Graph {
    /// Walks against the edges from a document: who adopts or cites it, who adopts or cites those, and so on.
    ///
    /// Each family is reached once, by a shortest way, so a cycle of citations ends. Nothing is walked beyond
    /// `most_steps`, and no more than `most_documents` are named.
    pub fn blast_radius(
        &self,
        number: &str,
        most_steps: usize,
        most_documents: usize,
    ) -> BlastRadius {
        let Some(start) = self.place(number) else {
            return BlastRadius::default();
        };
        let mut radius = BlastRadius::default();
        let mut seen = vec![false; self.names.len()];
        seen[start] = true;
        let mut waiting = VecDeque::from([(start, 0)]);
        while let Some((node, distance)) = waiting.pop_front() {
            for &edge in &self.incoming[node] {
                let (next, _) = self.ends[edge];
                if seen[next] {
                    continue;
                }
                if distance == most_steps || radius.reached.len() == most_documents {
                    radius.is_cut = true;
                    break;
                }
                seen[next] = true;
                radius.reached.push(Reached {
                    number: self.edges[edge].from.clone(),
                    distance: distance + 1,
                    by: self.edges[edge].clone(),
                });
                waiting.push_back((next, distance + 1));
            }
        }
        radius
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Adoption;

    #[test]
    fn a_revision_reaches_adopters_and_whoever_cites_them() {
        let graph = Graph::new([
            Edge::adopts("GB/T 228.1-2021", "ISO 6892-1:2019", Adoption::Mod),
            Edge::cites("GB/T 1499.2-2018", "GB/T 228.1"),
            Edge::cites("GB/T 1499.2-2018", "GB/T 2101"),
        ]);
        let radius = graph.blast_radius("ISO 6892-1:2026", 5, 100);
        let found: Vec<_> = radius
            .reached
            .iter()
            .map(|one| (one.number.as_str(), one.distance))
            .collect();
        assert_eq!(found, [("GB/T 228.1-2021", 1), ("GB/T 1499.2-2018", 2)]);
        assert!(!radius.is_cut);
        assert!(graph.blast_radius("ISO 6892-1:2026", 1, 100).is_cut);
    }

    #[test]
    fn standards_that_cite_one_another_do_not_walk_for_ever() {
        let graph = Graph::new([
            Edge::cites("ISO 1:2022", "ISO 2:2020"),
            Edge::cites("ISO 2:2020", "ISO 3:2020"),
            Edge::cites("ISO 3:2020", "ISO 1:2022"),
        ]);
        assert_eq!(graph.blast_radius("ISO 1:2022", 100, 100).reached.len(), 2);
    }

    proptest! {
        #[test]
        fn a_walk_keeps_to_its_bounds_on_any_graph(
            edges in proptest::collection::vec((1_u8..20, 1_u8..20), 0..120),
            most_steps in 0_usize..6,
            most_documents in 0_usize..8,
        ) {
            let graph = Graph::new(edges.iter().map(|(from, to)| {
                Edge::cites(format!("ISO {from}:2020"), format!("ISO {to}:2020"))
            }));
            let radius = graph.blast_radius("ISO 1:2020", most_steps, most_documents);
            prop_assert!(radius.reached.len() <= most_documents);
            prop_assert!(radius.reached.iter().all(|one| one.distance <= most_steps));
            let mut numbers: Vec<_> = radius.reached.iter().map(|one| &one.number).collect();
            numbers.sort();
            numbers.dedup();
            prop_assert_eq!(numbers.len(), radius.reached.len());
        }
    }
}
