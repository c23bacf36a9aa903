//! The edges of some documents, ready to be walked.

use std::collections::HashMap;

use super::{Edge, EdgeKind};
use crate::model::{Adoption, NumberKeys};

/// Documents by family and the edges between them.
///
/// Nodes are families: a citation without a year means every edition, and a revision reaches whoever took over an older
/// one. The dated number stays on the edge.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    pub(super) names: Vec<String>,
    places: HashMap<String, usize>,
    pub(super) edges: Vec<Edge>,
    /// Per node: edges that point at it.
    pub(super) incoming: Vec<Vec<usize>>,
    /// Per node: edges that leave it.
    pub(super) outgoing: Vec<Vec<usize>>,
    /// Per edge: its two nodes.
    pub(super) ends: Vec<(usize, usize)>,
}

impl Graph {
    /// Builds the graph of some edges; an edge of a document to its own family says nothing and is left out.
    pub fn new(edges: impl IntoIterator<Item = Edge>) -> Self {
        let mut graph = Self::default();
        for edge in edges {
            let (from, to) = (graph.node(&edge.from), graph.node(&edge.to));
            let is_known = graph.outgoing[from]
                .iter()
                .any(|&known| graph.edges[known] == edge);
            if from == to || is_known {
                continue;
            }
            graph.incoming[to].push(graph.edges.len());
            graph.outgoing[from].push(graph.edges.len());
            graph.ends.push((from, to));
            graph.edges.push(edge);
        }
        graph
    }

    fn node(&mut self, number: &str) -> usize {
        let family = NumberKeys::of(number).family;
        if let Some(&place) = self.places.get(&family) {
            return place;
        }
        let place = self.names.len();
        self.names.push(family.clone());
        self.places.insert(family, place);
        self.incoming.push(Vec::new());
        self.outgoing.push(Vec::new());
        place
    }

    pub(super) fn place(&self, number: &str) -> Option<usize> {
        self.places.get(&NumberKeys::of(number).family).copied()
    }

    /// Returns who adopts any edition of a document, with the dated edition and the degree; correspondences (NEQ) are
    /// among them and say so.
    pub fn adopters(&self, number: &str) -> Vec<(&Edge, Option<Adoption>)> {
        let Some(place) = self.place(number) else {
            return Vec::new();
        };
        let adoption = |&edge: &usize| match self.edges[edge].kind {
            EdgeKind::Adopts(degree) => Some((&self.edges[edge], degree)),
            EdgeKind::Cites => None,
        };
        self.incoming[place].iter().filter_map(adoption).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adopters_are_found_from_any_edition_of_the_adopted_standard() {
        let graph = Graph::new([
            Edge::adopts("GB/T 19001-2016", "ISO 9001:2015", Adoption::Idt),
            Edge::adopts("GB/T 19001-2008", "ISO 9001:2008", Adoption::Idt),
            Edge::cites("GB/T 27025-2019", "ISO 9001"),
        ]);
        let found = graph.adopters("ISO 9001:2015");
        let numbers: Vec<_> = found.iter().map(|(edge, _)| edge.from.as_str()).collect();
        assert_eq!(numbers, ["GB/T 19001-2016", "GB/T 19001-2008"]);
        assert!(graph.adopters("ISO 1:2022").is_empty());
    }
}
