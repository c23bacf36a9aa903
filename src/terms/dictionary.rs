//! The general dictionary: a sorted text searched where it lies.

/// A dictionary of `word<tab>sense;sense` lines sorted by the bytes of the word.
///
/// A hash map of the hundred thousand words would cost more time to fill than a process spends
/// asking it, so only the beginnings of the lines are noted.
#[derive(Debug, Clone)]
pub(super) struct Dictionary {
    text: &'static str,
    lines: Vec<u32>,
}

impl Dictionary {
    /// Notes where the lines of a sorted text begin.
    pub(super) fn new(text: &'static str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0)
            .chain(after_breaks)
            .filter(|start| *start < text.len())
            .filter_map(|start| u32::try_from(start).ok())
            .collect();
        Self { text, lines }
    }

    /// Looks a word up and gives its senses, the most usual first.
    pub(super) fn senses(&self, word: &str) -> impl Iterator<Item = &'static str> + use<> {
        self.lines
            .binary_search_by(|start| self.entry(*start).0.cmp(word))
            .ok()
            .map(|at| self.entry(self.lines[at]).1)
            .into_iter()
            .flat_map(|senses| senses.split(';'))
    }

    /// Tells whether the word has an entry.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.lines
            .binary_search_by(|start| self.entry(*start).0.cmp(word))
            .is_ok()
    }

    /// Iterates over all entries.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        self.lines.iter().map(|start| self.entry(*start))
    }

    fn entry(&self, start: u32) -> (&'static str, &'static str) {
        let rest = usize::try_from(start)
            .ok()
            .and_then(|start| self.text.get(start..));
        let line = rest
            .and_then(|rest| rest.split('\n').next())
            .unwrap_or_default();
        line.split_once('\t').unwrap_or((line, ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_sorted_text_is_found_and_no_other() {
        let dictionary = Dictionary::new("手表\twristwatch\n焊接\tweld;welding\n螺丝\tscrew\n");
        assert_eq!(
            dictionary.senses("焊接").collect::<Vec<_>>(),
            ["weld", "welding"]
        );
        assert_eq!(dictionary.senses("螺丝").collect::<Vec<_>>(), ["screw"]);
        assert!(dictionary.contains("手表"));
        assert!(!dictionary.contains("手"));
        assert_eq!(dictionary.senses("表").count(), 0);
        assert_eq!(dictionary.entries().count(), 3);
    }

    #[test]
    fn an_empty_text_knows_no_word() {
        assert!(!Dictionary::new("").contains("手表"));
    }
}
