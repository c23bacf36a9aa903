//! Sums over documents that cost as much as the documents they touch.

use tantivy::{DocId, Score, Searcher, SegmentReader};

/// Documents of one segment with a number each, in no order.
pub(super) type Sparse = Vec<(DocId, Score)>;

/// A number for every document of a segment, with a list of those that are not zero.
///
/// A query walks a hundred lists of postings; clearing and scanning an array of all documents for
/// each would cost more than the lists, and a hash map more than either.
#[derive(Debug, Clone)]
pub(super) struct Board {
    numbers: Vec<Score>,
    touched: Vec<DocId>,
}

impl Board {
    /// Makes one board for each segment of a searcher.
    pub(super) fn for_segments(searcher: &Searcher) -> Vec<Self> {
        let board = |reader: &SegmentReader| Self {
            numbers: vec![0.0; index_of(reader.max_doc())],
            touched: Vec::new(),
        };
        searcher.segment_readers().iter().map(board).collect()
    }

    /// Tells whether it has a place for each document of a segment of that size.
    pub(super) fn is_for(&self, documents: DocId) -> bool {
        self.numbers.len() == index_of(documents)
    }

    /// Sets a document's number to what the function makes of it.
    pub(super) fn update(&mut self, doc: DocId, function: impl Fn(Score) -> Score) {
        let number = &mut self.numbers[index_of(doc)];
        let before = *number;
        *number = function(before);
        if before == 0.0 && *number != 0.0 {
            self.touched.push(doc);
        }
    }

    /// Takes the numbers that are not zero and leaves the board empty.
    pub(super) fn take(&mut self) -> Sparse {
        let numbers = &mut self.numbers;
        let taken = |doc: DocId| (doc, std::mem::take(&mut numbers[index_of(doc)]));
        self.touched.drain(..).map(taken).collect()
    }
}

fn index_of(doc: DocId) -> usize {
    usize::try_from(doc).expect("a document number of 32 bits fits a machine that holds the index")
}
