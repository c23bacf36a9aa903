//! The chain of adoptions by which two test methods are equivalent, and its weakest link.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use super::edge::strength;
use super::{Edge, EdgeKind, Graph};

/// One link of a chain; it holds in both directions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The adoption.
    pub edge: Edge,
    /// 3 identical, 2 modified, 1 the old "equivalent" or a degree that nobody states.
    pub strength: u8,
}

/// Two methods joined by adoptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Equivalence {
    /// The links from the first method to the second; empty when both are one family.
    pub chain: Vec<Link>,
    /// Index of the weakest link.
    pub weakest: Option<usize>,
}

impl Equivalence {
    /// Returns the weakest link: what a laboratory has to look at before it takes one method for the other.
    pub fn weakest_link(&self) -> Option<&Link> {
        self.weakest.and_then(|at| self.chain.get(at))
    }
}

/// Longer chains are not followed: each adoption may change the method, and five in a row prove nothing.
const LONGEST_CHAIN: usize = 5;

impl Graph {
    /// Finds the chain of adoptions whose weakest link is as strong as can be, the shortest of those.
    ///
    /// Adoption is followed both ways: GB/T 228.1 and EN ISO 6892-1 are equivalent over ISO 6892-1. Citations and
    /// correspondences (NEQ) join nothing. Nothing when no chain exists.
    pub fn equivalence(&self, one: &str, two: &str) -> Option<Equivalence> {
        let (start, goal) = (self.place(one)?, self.place(two)?);
        let mut done = vec![false; self.names.len()];
        let mut heap = BinaryHeap::from([(u8::MAX, Reverse(0_usize), Reverse(start), Vec::new())]);
        while let Some((width, Reverse(length), Reverse(node), path)) = heap.pop() {
            if node == goal {
                return Some(self.chain(&path));
            }
            if std::mem::replace(&mut done[node], true) || length == LONGEST_CHAIN {
                continue;
            }
            for &edge in self.outgoing[node].iter().chain(&self.incoming[node]) {
                let EdgeKind::Adopts(degree) = self.edges[edge].kind else {
                    continue;
                };
                let Some(link) = strength(degree) else {
                    continue;
                };
                let (from, to) = self.ends[edge];
                let next = if from == node { to } else { from };
                if !done[next] {
                    let mut longer: Vec<usize> = path.clone();
                    longer.push(edge);
                    heap.push((width.min(link), Reverse(length + 1), Reverse(next), longer));
                }
            }
        }
        None
    }

    fn chain(&self, path: &[usize]) -> Equivalence {
        let link = |&edge: &usize| {
            let EdgeKind::Adopts(degree) = self.edges[edge].kind else {
                return None;
            };
            Some(Link {
                edge: self.edges[edge].clone(),
                strength: strength(degree)?,
            })
        };
        let chain: Vec<Link> = path.iter().filter_map(link).collect();
        let weakest = (0..chain.len()).min_by_key(|&at| chain[at].strength);
        Equivalence { chain, weakest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Adoption;

    #[test]
    fn methods_are_equivalent_over_the_standard_both_adopt_and_the_weakest_link_is_named() {
        let graph = Graph::new([
            Edge::adopts("GB/T 228.1-2021", "ISO 6892-1:2019", Adoption::Mod),
            Edge::adopts("EN ISO 6892-1:2019", "ISO 6892-1:2019", Adoption::Idt),
            Edge::adopts(
                "DIN EN ISO 6892-1:2020",
                "EN ISO 6892-1:2019",
                Adoption::Idt,
            ),
        ]);
        let found = graph
            .equivalence("GB/T 228.1", "DIN EN ISO 6892-1:2020-06")
            .unwrap();
        assert!(found.chain.len() >= 2);
        let weakest = found.weakest_link().unwrap();
        assert_eq!(weakest.edge.from, "GB/T 228.1-2021");
        assert_eq!(weakest.strength, 2);
    }

    #[test]
    fn a_correspondence_and_a_citation_join_nothing() {
        let graph = Graph::new([
            Edge::adopts("GB/T 1-2020", "ISO 1:2016", Adoption::Neq),
            Edge::cites("ISO 2:2016", "ISO 1:2016"),
        ]);
        assert_eq!(graph.equivalence("GB/T 1", "ISO 1"), None);
        assert_eq!(graph.equivalence("ISO 2", "ISO 1"), None);
    }

    #[test]
    fn the_stronger_of_two_chains_is_taken_though_it_is_longer() {
        let graph = Graph::new([
            Edge::adopts("GB/T 7-2020", "ISO 7:2016", Adoption::Mod),
            Edge::adopts("GB/T 7-2020", "IEC 8:2016", Adoption::Idt),
            Edge::adopts("ISO 7:2016", "IEC 8:2016", Adoption::Idt),
        ]);
        let found = graph.equivalence("GB/T 7", "ISO 7").unwrap();
        assert_eq!(found.chain.len(), 2);
        assert_eq!(found.weakest_link().unwrap().strength, 3);
    }
}
