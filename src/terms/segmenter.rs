//! Cutting a Chinese text into pieces the term base can render.
//!
//! Dynamic programming over the atoms of the text (Han characters and Latin words) finds the cut of
//! highest worth. A piece is worth its length less a price for being a piece, and the price is
//! lower for curated terms than for dictionary words, so long terms win, domain terms win ties, and
//! what nobody knows is left over in as few characters as possible.

use std::ops::Range;

use super::dictionary::Dictionary;
use super::lexicon::Lexicon;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A term of the lexicon.
    Term,
    /// A word of the general dictionary.
    Word,
    /// A part number such as `第2-30部分`.
    Part,
    /// A Latin word or a number.
    Verbatim,
    /// A grammatical or questioning word that means nothing to a catalogue.
    Empty,
    /// A character nobody knows.
    Unknown,
}

/// A piece of the text with its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// Words that hold sentences together or ask, in Chinese.
const EMPTY_WORDS: [&str; 62] = [
    "的",
    "和",
    "及",
    "与",
    "或",
    "在",
    "用",
    "为",
    "对",
    "由",
    "从",
    "以",
    "其",
    "之",
    "者",
    "该",
    "各",
    "按",
    "将",
    "等",
    "中",
    "地",
    "得",
    "了",
    "是",
    "有",
    "所",
    "被",
    "把",
    "于",
    "及其",
    "以及",
    "其他",
    "其它",
    "或者",
    "并且",
    "和/或",
    "怎么",
    "怎样",
    "如何",
    "什么",
    "多少",
    "哪些",
    "哪个",
    "是否",
    "可以",
    "需要",
    "进行",
    "通过",
    "根据",
    "针对",
    "包括",
    "采用",
    "利用",
    "存在",
    "可能存在",
    "可能",
    "以便",
    "作为",
    "之间",
    "所用",
    "方面",
];

/// Atoms of the longest piece that is not a lexicon term: a part number, a dictionary word.
const LONGEST_OTHER_PIECE: usize = 12;

/// Endings of a part number and the English word for each.
const PART_ENDINGS: [(&str, &str); 4] = [
    ("部分", "part"),
    ("节", "section"),
    ("篇", "sheet"),
    ("号", "no"),
];

const NUMERALS: &str = "一二三四五六七八九";

/// Cuts with the help of a lexicon and a dictionary.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segmenter<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) dictionary: &'a Dictionary,
}

/// The best cut found of the text up to an atom.
#[derive(Clone, Copy)]
struct Step {
    worth: f32,
    from: usize,
    kind: Kind,
}

impl Segmenter<'_> {
    /// Cuts a text; white space and punctuation are left out.
    pub(super) fn cut(&self, text: &str) -> Vec<Piece> {
        self.best_cut(text, &atoms(text), usize::MAX)
    }

    /// Cuts a compound into its components: at least two, and none of them unknown.
    pub(super) fn components(&self, text: &str, compound: &Range<usize>) -> Vec<Piece> {
        let inside: Vec<Range<usize>> = atoms(&text[compound.clone()])
            .into_iter()
            .map(|atom| atom.start + compound.start..atom.end + compound.start)
            .collect();
        let pieces = self.best_cut(text, &inside, inside.len().saturating_sub(1));
        let single = |piece: &&Piece| text[piece.range.clone()].chars().count() == 1;
        let unknown = pieces.iter().any(|piece| piece.kind == Kind::Unknown);
        let too_small = pieces.len() < 2 || pieces.iter().filter(single).count() > 1;
        if unknown || too_small {
            Vec::new()
        } else {
            pieces
        }
    }

    fn best_cut(&self, text: &str, atoms: &[Range<usize>], longest: usize) -> Vec<Piece> {
        let start = Step {
            worth: 0.0,
            from: 0,
            kind: Kind::Unknown,
        };
        let mut steps = vec![start];
        for end in 1..=atoms.len() {
            let mut best = self.single(text, atoms, end - 1, steps[end - 1].worth);
            let window = self.lexicon.longest().max(LONGEST_OTHER_PIECE);
            let furthest = end.saturating_sub(window.min(longest).max(1));
            for from in furthest..end {
                let spelling = &text[atoms[from].start..atoms[end - 1].end];
                let Some((kind, gain)) = self.worth(spelling, end - from) else {
                    continue;
                };
                let worth = steps[from].worth + gain;
                if worth > best.worth {
                    best = Step { worth, from, kind };
                }
            }
            steps.push(best);
        }
        let mut pieces = Vec::new();
        let mut end = atoms.len();
        while end > 0 {
            let Step { from, kind, .. } = steps[end];
            pieces.push(Piece {
                range: atoms[from].start..atoms[end - 1].end,
                kind,
            });
            end = from;
        }
        pieces.reverse();
        pieces
    }

    /// Takes one atom as it stands.
    fn single(&self, text: &str, atoms: &[Range<usize>], at: usize, before: f32) -> Step {
        let spelling = &text[atoms[at].clone()];
        let (kind, gain) = match self.worth(spelling, 1) {
            Some(known) => known,
            None if is_han_text(spelling) => (Kind::Unknown, 0.0),
            None => (Kind::Verbatim, 0.5),
        };
        Step {
            worth: before + gain,
            from: at,
            kind,
        }
    }

    /// Says what a spelling is and what taking it is worth.
    fn worth(&self, spelling: &str, atoms: usize) -> Option<(Kind, f32)> {
        let length = f32::from(u16::try_from(atoms).unwrap_or(u16::MAX));
        if part_number(spelling).is_some() {
            return Some((Kind::Part, length));
        }
        if EMPTY_WORDS.contains(&spelling) {
            return Some((Kind::Empty, length - 0.6));
        }
        if self.lexicon.get(&spelling.to_lowercase()).is_some() {
            return Some((Kind::Term, length - if atoms == 1 { 0.65 } else { 0.5 }));
        }
        if self.dictionary.contains(spelling) {
            return Some((Kind::Word, length - if atoms == 1 { 0.85 } else { 0.7 }));
        }
        None
    }
}

/// Reads `第2-30部分` as the words `part 2 30`.
pub(super) fn part_number(text: &str) -> Option<String> {
    let inside = text.strip_prefix('第')?;
    let (number, word) = PART_ENDINGS
        .iter()
        .find_map(|(ending, word)| Some((inside.strip_suffix(ending)?, word)))?;
    let plain = number
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-');
    let numeral = NUMERALS.chars().position(|c| number.chars().eq([c]));
    match numeral {
        Some(at) => Some(format!("{word} {}", at + 1)),
        None if number.is_empty() || !plain => None,
        None => {
            let digits = number.to_lowercase().replace('-', " ");
            Some(format!("{word} {}", digits.trim()))
        }
    }
}

/// Tells whether a text holds a Han character.
pub(super) fn is_han_text(text: &str) -> bool {
    text.chars().any(is_han)
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Divides a text into single Han characters and whole words of other scripts.
fn atoms(text: &str) -> Vec<Range<usize>> {
    let mut atoms: Vec<Range<usize>> = Vec::new();
    let mut word: Option<Range<usize>> = None;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let in_a_word = character.is_alphanumeric() && !is_han(character);
        if in_a_word {
            word = Some(word.map_or(at, |open| open.start)..end);
            continue;
        }
        atoms.extend(word.take());
        if is_han(character) {
            atoms.push(at..end);
        }
    }
    atoms.extend(word);
    atoms
}

#[cfg(test)]
mod tests {
    use corpora::terms::Vocabulary;

    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let mut lexicon = Lexicon::default();
        let lines = "压力机\tpress\n压力\tpressure\n机械\tmachinery\n系泊\tmooring\n\
                     导缆孔\tchock\n3d打印\tadditive manufacturing\n";
        lexicon.add_vocabulary(Vocabulary {
            field: "test",
            text: lines,
        });
        let dictionary = Dictionary::new("打印\tprint\n机\tmachine\n");
        Segmenter {
            lexicon: &lexicon,
            dictionary: &dictionary,
        }
        .cut(text)
        .into_iter()
        .map(|piece| text[piece.range].to_owned())
        .collect()
    }

    #[test]
    fn the_longest_terms_win_unless_they_leave_a_remainder() {
        assert_eq!(cut("压力机"), ["压力机"]);
        assert_eq!(cut("压力机械"), ["压力", "机械"]);
        assert_eq!(cut("系泊导缆孔"), ["系泊", "导缆孔"]);
    }

    #[test]
    fn latin_words_stand_alone_or_in_a_term() {
        assert_eq!(cut("3D打印 XML机械"), ["3D打印", "XML", "机械"]);
        assert_eq!(cut("打印"), ["打印"]);
    }

    #[test]
    fn part_numbers_are_read_with_their_dashes() {
        assert_eq!(part_number("第2-116部分").as_deref(), Some("part 2 116"));
        assert_eq!(part_number("第F07部分").as_deref(), Some("part f07"));
        assert_eq!(part_number("第一部分").as_deref(), Some("part 1"));
        assert_eq!(part_number("第2篇").as_deref(), Some("sheet 2"));
        assert_eq!(part_number("第部分"), None);
        assert_eq!(cut("机械 第2-1部分"), ["机械", "第2-1部分"]);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(cut("").is_empty());
        assert!(cut("——，。 ").is_empty());
    }
}
