//! Counting sections, and the attributes in brackets above them.

/// Names of sections that bear no number, in the languages standards come in.
const UNNUMBERED: &[&str] = &[
    "foreword",
    "introduction",
    "bibliography",
    "abstract",
    "preface",
    "acknowledgements",
    "index",
    "avant-propos",
    "bibliographie",
    "前言",
    "引言",
    "参考文献",
    "摘要",
];

/// Tells whether a section of this name bears no number.
pub(super) fn is_unnumbered(title: &str) -> bool {
    let plain = title.trim().to_lowercase();
    UNNUMBERED.contains(&plain.as_str())
}

/// The level of a heading, 0 for the document's title, and its words.
pub(super) fn heading(line: &str) -> Option<(usize, &str)> {
    let marks = line.bytes().take_while(|byte| *byte == b'=').count();
    let title = line[marks..].strip_prefix(' ')?;
    (1..=7).contains(&marks).then(|| (marks - 1, title.trim()))
}

/// What stands in brackets above a block.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    text: String,
}

impl Attributes {
    /// Takes a line of brackets; any other line is not taken.
    pub(super) fn take_line(&mut self, line: &str) -> bool {
        let inner = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        match inner {
            Some(inner) => {
                self.text.push_str(inner);
                self.text.push(',');
                true
            }
            None => false,
        }
    }

    fn has(&self, word: &str) -> bool {
        let mut words = self.text.split([',', '%', '.', '[', ']']);
        words.any(|each| each.trim().eq_ignore_ascii_case(word))
    }

    /// Tells whether the block is a remark of a reviewer.
    pub(super) fn names_reviewer(&self) -> bool {
        self.text.contains("reviewer=")
    }

    /// The word that a note or example is marked with.
    pub(super) fn admonition(&self) -> Option<&'static str> {
        const WORDS: &[(&str, &str)] = &[
            ("note", "NOTE"),
            ("tip", "NOTE"),
            ("example", "EXAMPLE"),
            ("warning", "WARNING"),
            ("caution", "CAUTION"),
        ];
        let found = WORDS.iter().find(|(word, _)| self.has(word));
        found.map(|(_, word)| *word)
    }

    /// The number of columns that `cols` gives.
    pub(super) fn columns(&self) -> Option<usize> {
        let at = self.text.find("cols=")? + "cols=".len();
        let rest = &self.text[at..];
        let value = match rest.strip_prefix('"') {
            Some(quoted) => &quoted[..quoted.find('"')?],
            None => rest.split(',').next()?,
        };
        let columns = value.split([',', ';']).map(|column| {
            let times = column.trim().split_once('*').map(|(times, _)| times);
            times
                .and_then(|times| times.parse().ok())
                .unwrap_or(1_usize)
        });
        Some(columns.take(1000).sum::<usize>().min(1000))
    }
}

/// The numbers of the sections so far.
#[derive(Debug, Default)]
pub(super) struct Sections {
    counts: [u32; 8],
    annexes: u8,
    /// What stands before the numbers of subsections: nothing in chapters, the letter in annexes.
    annex: Option<char>,
    /// The level of the section without number that is open, whose subsections have none either.
    without: Option<usize>,
}

impl Sections {
    /// Counts a section and returns its label; empty for one without.
    pub(super) fn label(&mut self, level: usize, title: &str, attributes: &Attributes) -> String {
        if level == 0 {
            return String::new();
        }
        if self.without.is_some_and(|open| open < level) {
            return String::new();
        }
        self.without = None;
        let marked = [
            "unnumbered",
            "preface",
            "discrete",
            "float",
            "abstract",
            "colophon",
        ];
        if is_unnumbered(title) || marked.iter().any(|word| attributes.has(word)) {
            self.without = Some(level);
            return String::new();
        }
        for lower in self.counts.iter_mut().skip(level + 1) {
            *lower = 0;
        }
        if level == 1 && attributes.has("appendix") && self.annexes < 26 {
            let letter = char::from(b'A' + self.annexes);
            self.annexes += 1;
            self.annex = Some(letter);
            let kind = ["normative", "informative"]
                .into_iter()
                .find(|kind| attributes.text.contains(&format!("obligation={kind}")))
                .map(|kind| format!(" ({kind})"))
                .unwrap_or_default();
            return format!("Annex {letter}{kind}");
        }
        if level == 1 {
            self.annex = None;
        }
        self.counts[level] += 1;
        let first = if self.annex.is_some() { 2 } else { 1 };
        let numbers = self.counts[first..=level].iter().map(u32::to_string);
        let letter = self.annex.map(String::from);
        letter
            .into_iter()
            .chain(numbers)
            .collect::<Vec<_>>()
            .join(".")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_counted_as_the_toolchain_counts_them() {
        let mut sections = Sections::default();
        let mut label = |level, title, brackets: &str| {
            let mut attributes = Attributes::default();
            attributes.take_line(brackets);
            sections.label(level, title, &attributes)
        };
        for (level, title, brackets, expected) in [
            (0, "Rice", "", ""),
            (1, "Introduction", "", ""),
            (2, "General", "", ""),
            (1, "Scope", "", "1"),
            (1, "Normative references", "[bibliography]", "2"),
            (1, "Terms", "", "3"),
            (2, "paddy", "", "3.1"),
            (3, "x", "", "3.1.1"),
            (2, "rice", "", "3.2"),
            (
                1,
                "Sampling",
                "[appendix,obligation=normative]",
                "Annex A (normative)",
            ),
            (2, "Principle", "", "A.1"),
            (2, "Method", "[%inline-header]", "A.2"),
            (1, "Cooking", "[appendix]", "Annex B"),
            (2, "Principle", "", "B.1"),
            (1, "Bibliography", "[bibliography]", ""),
        ] {
            assert_eq!(label(level, title, brackets), expected, "{title}");
        }
    }

    #[test]
    fn the_number_of_columns_is_read_in_either_way() {
        let columns = |text: &str| {
            let mut attributes = Attributes::default();
            attributes.take_line(text);
            attributes.columns()
        };
        assert_eq!(columns("[cols=\"<,^,^\",options=header]"), Some(3));
        assert_eq!(columns("[cols=\"2*,1\"]"), Some(3));
        assert_eq!(columns("[cols=4*]"), Some(4));
        assert_eq!(columns("[options=header]"), None);
    }
}
