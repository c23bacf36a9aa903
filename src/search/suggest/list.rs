//! The list that is searched at every keystroke.

use super::key::{folded, spoken};
use super::{Suggested, Suggestion};

/// Everything that can be suggested, sorted by key.
///
/// Texts lie in one piece of memory and are named by their place, because a million small strings would take more room
/// for their bookkeeping than for their letters.
#[derive(Debug, Default)]
pub struct List {
    letters: String,
    /// Texts in the order in which they were added.
    entries: Vec<Entry>,
    /// Keys in their order; a text may have several.
    keys: Vec<Key>,
}

/// A piece of `letters`.
#[derive(Debug, Clone, Copy)]
struct Place {
    from: u32,
    length: u8,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    text: Place,
    kind: Suggested,
    weight: u16,
}

#[derive(Debug, Clone, Copy)]
struct Key {
    text: Place,
    entry: u32,
    /// Taken off the weight: a sound or a part of a number says less than the name itself.
    less: u16,
}

/// Taken off for a match by pinyin, by initials, and by a further key of a number.
const LESS_FOR_PINYIN: u16 = 100;
const LESS_FOR_INITIALS: u16 = 200;
pub(super) const LESS_FOR_A_PART: u16 = 50;

impl List {
    /// Adds a text with the keys of its own spelling and, for Chinese, of its sound.
    pub(super) fn add(&mut self, text: &str, kind: Suggested, weight: u16) {
        let key = folded(text);
        let spoken = spoken(&key);
        let mut keys = vec![(key, 0)];
        if let Some((whole, initials)) = spoken {
            keys.push((whole, LESS_FOR_PINYIN));
            keys.push((initials, LESS_FOR_INITIALS));
        }
        self.add_keyed(text, kind, weight, keys);
    }

    /// Adds a text with keys, each with what it takes off the weight.
    pub(super) fn add_keyed(
        &mut self,
        text: &str,
        kind: Suggested,
        weight: u16,
        keys: impl IntoIterator<Item = (String, u16)>,
    ) {
        let (Some(text), Ok(entry)) = (self.place(text), u32::try_from(self.entries.len())) else {
            return;
        };
        self.entries.push(Entry { text, kind, weight });
        for (key, less) in keys {
            if key.is_empty() {
                continue;
            }
            if let Some(text) = self.place(&key) {
                self.keys.push(Key { text, entry, less });
            }
        }
    }

    /// Sorts the keys; nothing is found before.
    pub(super) fn finish(mut self) -> Self {
        let mut keys = std::mem::take(&mut self.keys);
        keys.sort_unstable_by(|one, other| {
            self.read(one.text)
                .cmp(self.read(other.text))
                .then(one.entry.cmp(&other.entry))
        });
        keys.shrink_to_fit();
        self.keys = keys;
        self.entries.shrink_to_fit();
        self.letters.shrink_to_fit();
        self
    }

    /// Returns how many texts can be suggested.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether nothing can be suggested.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns the memory it takes, in bytes.
    pub fn bytes(&self) -> usize {
        self.letters.capacity()
            + self.entries.capacity() * size_of::<Entry>()
            + self.keys.capacity() * size_of::<Key>()
    }

    /// Returns the best texts that begin with what was typed.
    ///
    /// With a digit in it numbers stand first; without one they take what products, terms and titles leave, and at least
    /// a third of the places. The shorter of two equals stands first: more of it was typed already.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let beginning = folded(typed);
        if beginning.is_empty() || limit == 0 {
            return Vec::new();
        }
        let from = self
            .keys
            .partition_point(|key| self.read(key.text) < beginning.as_str());
        let length = self.keys[from..]
            .partition_point(|key| self.read(key.text).starts_with(beginning.as_str()));
        let mut best: [Best; 4] = std::array::from_fn(|_| Best::new(limit));
        for key in &self.keys[from..from + length] {
            let entry = &self.entries[key.entry as usize];
            // What was typed in whole stands before what begins like it.
            let whole = u16::from(usize::from(key.text.length) == beginning.len()) * WHOLE;
            let weight = entry.weight.saturating_sub(key.less) + whole;
            best[entry.kind as usize].offer(weight, entry.text.length, key.entry);
        }
        let [products, terms, titles, numbers] = best.map(Best::sorted);
        let words: Vec<u32> = merged(&[products, terms, titles]);
        let digits = beginning.bytes().any(|byte| byte.is_ascii_digit());
        let (first, second) = if digits {
            (numbers, words)
        } else {
            (words, numbers)
        };
        let kept = limit - (limit / 3).min(second.len());
        let mut texts: Vec<Suggestion> = Vec::with_capacity(limit);
        let chosen = first
            .iter()
            .take(kept)
            .chain(&second)
            .chain(first.iter().skip(kept));
        for &entry in chosen {
            let Entry { text, kind, .. } = self.entries[entry as usize];
            let text = self.read(text);
            if texts.len() < limit && texts.iter().all(|one| one.text != text) {
                texts.push(Suggestion {
                    text: text.to_owned(),
                    kind,
                });
            }
        }
        texts
    }

    fn place(&mut self, text: &str) -> Option<Place> {
        let from = u32::try_from(self.letters.len()).ok()?;
        let length = u8::try_from(text.len()).ok()?;
        self.letters.push_str(text);
        Some(Place { from, length })
    }

    fn read(&self, place: Place) -> &str {
        let from = place.from as usize;
        self.letters
            .get(from..from + usize::from(place.length))
            .unwrap_or_default()
    }
}

/// Added to the weight where the whole key was typed.
const WHOLE: u16 = 400;

/// Products before terms before titles, but none of them alone: by turns while there are any.
fn merged(kinds: &[Vec<u32>; 3]) -> Vec<u32> {
    let longest = kinds.iter().map(Vec::len).max().unwrap_or(0);
    (0..longest)
        .flat_map(|at| kinds.iter().filter_map(move |kind| kind.get(at).copied()))
        .collect()
}

/// The best entries of one kind, each once.
struct Best {
    wanted: usize,
    /// Weight, length and number of an entry; unsorted until it is full.
    entries: Vec<(u16, u8, u32)>,
}

impl Best {
    fn new(wanted: usize) -> Self {
        Self {
            wanted,
            entries: Vec::with_capacity(wanted + 1),
        }
    }

    fn offer(&mut self, weight: u16, length: u8, entry: u32) {
        if self.entries.len() == self.wanted
            && self
                .entries
                .last()
                .is_some_and(|&last| order(last) <= order((weight, length, entry)))
        {
            return;
        }
        if let Some(known) = self.entries.iter_mut().find(|known| known.2 == entry) {
            known.0 = known.0.max(weight);
        } else {
            self.entries.push((weight, length, entry));
        }
        self.entries.sort_unstable_by_key(|&entry| order(entry));
        self.entries.truncate(self.wanted);
    }

    fn sorted(self) -> Vec<u32> {
        self.entries.into_iter().map(|(.., entry)| entry).collect()
    }
}

fn order((weight, length, entry): (u16, u8, u32)) -> (std::cmp::Reverse<u16>, u8, u32) {
    (std::cmp::Reverse(weight), length, entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> List {
        let mut list = List::default();
        list.add("轮胎", Suggested::Product, 900);
        list.add("轮椅车", Suggested::Term, 500);
        list.add("GB/T 19001-2016", Suggested::Number, 900);
        list.add("GB/T 19001-2008", Suggested::Number, 300);
        list.add("Tyre valves", Suggested::Title, 400);
        list.finish()
    }

    fn texts(typed: &str) -> Vec<String> {
        let found = list().search(typed, 10);
        found.into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn chinese_is_suggested_by_characters_by_pinyin_and_by_initials() {
        assert_eq!(texts("轮"), ["轮胎", "轮椅车"]);
        assert_eq!(texts("luntai"), ["轮胎"]);
        assert_eq!(texts("lt"), ["轮胎"]);
    }

    #[test]
    fn a_number_is_suggested_in_any_spelling_the_current_edition_first() {
        for typed in ["gb/t 190", "GBT190", "ｇｂ／ｔ１９０"] {
            assert_eq!(
                texts(typed),
                ["GB/T 19001-2016", "GB/T 19001-2008"],
                "{typed}"
            );
        }
    }

    #[test]
    fn nothing_typed_and_nothing_alike_suggest_nothing() {
        assert!(texts("").is_empty());
        assert!(texts(" /-").is_empty());
        assert!(texts("qqq").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn every_suggestion_has_a_key_that_begins_with_what_was_typed(typed in "[a-zA-Z0-9轮胎椅 /-]{0,6}") {
            let beginning = folded(&typed);
            for text in texts(&typed) {
                let key = folded(&text);
                let (whole, initials) = spoken(&key).unwrap_or_default();
                assert!([key, whole, initials].iter().any(|key| key.starts_with(&beginning)), "{text}");
            }
        }
    }
}
