//! The term base and its questions.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use corpora::terms::{CURATED, DICTIONARY, STARTER};

use super::dictionary::Dictionary;
use super::english;
use super::learn::LearnedPair;
use super::lexicon::{Lexicon, Rendering};
use super::segmenter::{self, Kind, Piece, Segmenter};
use super::spelling;
use super::structured_query::{Concept, StructuredQuery};
use super::translation::{Origin, Translation};

/// Trust in the first sense of a dictionary word, and what is taken off for each further one.
const TRUST_IN_THE_DICTIONARY: f32 = 0.8;
const LESS_FOR_EACH_SENSE: f32 = 0.1;

/// Weights of concepts that say less about a subject than a term does.
const FORMULA: f32 = 0.55;
const PART_NUMBER: f32 = 0.6;
const NUMBER: f32 = 0.5;
const SINGLE_TERM: f32 = 0.7;
const SINGLE_WORD: f32 = 0.35;

/// Characters from which on a term is worth looking at as a compound.
const SHORTEST_COMPOUND: usize = 3;
/// Words of the longest English term looked for.
const LONGEST_ENGLISH: usize = 6;
/// Chinese renderings kept for an English term.
const MOST_CHINESE: usize = 8;

/// Pairs that a store's titles taught, set once at the start.
static LEARNED: OnceLock<Vec<LearnedPair>> = OnceLock::new();

/// The bilingual term base.
#[derive(Debug)]
pub struct TermBase {
    lexicon: Lexicon,
    dictionary: Dictionary,
    english: OnceLock<HashMap<String, Vec<Rendering>>>,
}

impl TermBase {
    /// Returns the term base of the embedded vocabularies and dictionary, loaded on first use.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<TermBase> = LazyLock::new(|| {
            let learned = LEARNED.get().map_or(&[][..], Vec::as_slice);
            TermBase::with_learned(learned)
        });
        &EMBEDDED
    }

    /// Gives the embedded term base pairs learned from a store's titles, before its first use.
    ///
    /// A process serves one store, so the first pairs stay; later ones, and pairs given after the first use, are not
    /// taken, and the answer says so.
    pub fn teach(pairs: Vec<LearnedPair>) -> bool {
        LEARNED.set(pairs).is_ok()
    }

    /// Makes a term base of the embedded data and pairs learned from a store's titles.
    pub fn with_learned(pairs: &[LearnedPair]) -> Self {
        let mut lexicon = Lexicon::default();
        for vocabulary in CURATED {
            lexicon.add_vocabulary(vocabulary);
        }
        lexicon.add_glossary(STARTER);
        for pair in pairs {
            lexicon.add_learned(&pair.chinese, &pair.english, pair.probability);
        }
        Self {
            lexicon,
            dictionary: Dictionary::new(DICTIONARY),
            english: OnceLock::new(),
        }
    }

    /// Tells whether the base has renderings for a Chinese piece, curated, learned or from the dictionary.
    pub fn knows(&self, chinese: &str) -> bool {
        let term = self.lexicon.get(&chinese.to_lowercase());
        term.is_some() || self.dictionary.senses(chinese).next().is_some()
    }

    /// Iterates over the curated Chinese terms, each with its most trusted English, in no order.
    pub fn curated(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lexicon.iter().filter_map(|(chinese, term)| {
            let first = term.renderings.first()?;
            (first.origin == Origin::Curated && !term.is_formula)
                .then_some((chinese, first.target.as_str()))
        })
    }

    /// Returns how many curated and learned Chinese terms the base holds.
    pub fn len(&self) -> usize {
        self.lexicon.len()
    }

    /// Tells whether the base holds no curated term.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns all renderings of the pieces of a text, in the order of the text.
    pub fn translations(&self, text: &str) -> Vec<Translation> {
        self.translate_query(text)
            .concepts
            .into_iter()
            .flat_map(|concept| concept.translations)
            .collect()
    }

    /// Cuts a text into concepts and renders each: Chinese into English, anything else into Chinese.
    pub fn translate_query(&self, text: &str) -> StructuredQuery {
        if segmenter::is_han_text(text) {
            self.render_chinese(text)
        } else {
            self.render_english(text)
        }
    }

    /// Cuts a Chinese text and returns the pieces that mean something, for alignment and learning.
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<&'t str> {
        self.segmenter()
            .cut(text)
            .into_iter()
            .filter(|piece| matches!(piece.kind, Kind::Term | Kind::Word | Kind::Unknown))
            .map(|piece| &text[piece.range])
            .collect()
    }

    /// Returns the share, 0 to 1, of a Chinese text's concepts that an English text names.
    ///
    /// Concepts count by their weight; one without renderings counts as not named. A concept is
    /// named when all words of one of its renderings occur, in whatever order.
    pub fn overlap(&self, chinese: &str, english: &str) -> f32 {
        let keys = english::keys(english);
        let query = self.render_chinese(chinese);
        let total: f32 = query.concepts.iter().map(|concept| concept.weight).sum();
        let found: f32 = query
            .concepts
            .iter()
            .filter(|c| c.named_in(&keys).is_some())
            .map(|c| c.weight)
            .sum();
        if total > 0.0 { found / total } else { 0.0 }
    }

    fn segmenter(&self) -> Segmenter<'_> {
        Segmenter {
            lexicon: &self.lexicon,
            dictionary: &self.dictionary,
        }
    }

    fn render_chinese(&self, text: &str) -> StructuredQuery {
        let pieces = self.segmenter().cut(text);
        let concepts = pieces.into_iter().filter_map(|piece| {
            let mut concept = self.concept(text, &piece)?;
            let length = text[piece.range.clone()].chars().count();
            if length >= SHORTEST_COMPOUND && matches!(piece.kind, Kind::Term | Kind::Word) {
                let components = self.segmenter().components(text, &piece.range);
                concept.parts = components
                    .iter()
                    .filter_map(|c| self.concept(text, c))
                    .collect();
            }
            Some(concept)
        });
        StructuredQuery {
            concepts: concepts.collect(),
        }
    }

    fn concept(&self, text: &str, piece: &Piece) -> Option<Concept> {
        let spelling = &text[piece.range.clone()];
        let single = spelling.chars().count() == 1;
        let term = self.lexicon.get(&spelling.to_lowercase());
        let (weight, renderings) = match piece.kind {
            Kind::Empty => return None,
            Kind::Unknown => (SINGLE_WORD, Vec::new()),
            Kind::Part => {
                let words = segmenter::part_number(spelling).unwrap_or_default();
                (PART_NUMBER, vec![verbatim(words)])
            }
            Kind::Verbatim => verbatim_concept(spelling),
            Kind::Word => (
                if single { SINGLE_WORD } else { 1.0 },
                self.dictionary_renderings(spelling),
            ),
            Kind::Term => {
                let formula = term.is_some_and(|term| term.is_formula);
                let weight = if formula { FORMULA } else { 1.0 };
                let weight = if single { SINGLE_TERM * weight } else { weight };
                (
                    weight,
                    term.map(|term| term.renderings.clone()).unwrap_or_default(),
                )
            }
        };
        let source = piece.range.clone();
        let translations = renderings
            .into_iter()
            .flat_map(|rendering| {
                let respelled = spelling::respelled(&rendering.target).map(|target| Rendering {
                    target,
                    ..rendering.clone()
                });
                std::iter::once(rendering).chain(respelled)
            })
            .map(
                |Rendering {
                     target,
                     weight,
                     origin,
                 }| Translation {
                    source: source.clone(),
                    target,
                    weight,
                    origin,
                },
            )
            .collect();
        Some(Concept {
            source,
            weight,
            translations,
            parts: Vec::new(),
        })
    }

    fn dictionary_renderings(&self, word: &str) -> Vec<Rendering> {
        let mut weight = TRUST_IN_THE_DICTIONARY;
        let mut renderings = Vec::new();
        for sense in self.dictionary.senses(word) {
            let target = sense.to_owned();
            renderings.push(Rendering {
                target,
                weight,
                origin: Origin::Dictionary,
            });
            weight -= LESS_FOR_EACH_SENSE;
        }
        renderings
    }

    fn render_english(&self, text: &str) -> StructuredQuery {
        let words = word_ranges(text);
        let keys: Vec<String> = words
            .iter()
            .map(|range| spelling::key(&text[range.clone()].to_lowercase()))
            .collect();
        let terms = self.english_terms();
        let mut concepts = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = LONGEST_ENGLISH.min(words.len() - at);
            let found = (1..=longest).rev().find_map(|length| {
                terms
                    .get(&keys[at..at + length].join(" "))
                    .map(|renderings| (length, renderings))
            });
            let (length, renderings) = match found {
                Some((length, renderings)) => (length, renderings.as_slice()),
                None => (1, &[][..]),
            };
            let source = words[at].start..words[at + length - 1].end;
            let translations = renderings
                .iter()
                .map(|rendering| Translation {
                    source: source.clone(),
                    target: rendering.target.clone(),
                    weight: rendering.weight,
                    origin: rendering.origin,
                })
                .collect();
            concepts.push(Concept {
                source,
                weight: 1.0,
                translations,
                parts: Vec::new(),
            });
            at += length;
        }
        StructuredQuery { concepts }
    }

    /// Returns the Chinese renderings by English key, gathered at the first English question.
    fn english_terms(&self) -> &HashMap<String, Vec<Rendering>> {
        self.english.get_or_init(|| {
            let mut terms: HashMap<String, Vec<Rendering>> = HashMap::new();
            for (spelling, term) in self.lexicon.iter() {
                for rendering in &term.renderings {
                    let key = english_key(&rendering.target);
                    let target = spelling.to_owned();
                    let Rendering { weight, origin, .. } = *rendering;
                    terms.entry(key).or_default().push(Rendering {
                        target,
                        weight,
                        origin,
                    });
                }
            }
            for (word, senses) in self.dictionary.entries() {
                for (at, sense) in senses.split(';').take(2).enumerate() {
                    let weight = if at == 0 { 0.5 } else { 0.4 };
                    let rendering = Rendering {
                        target: word.to_owned(),
                        weight,
                        origin: Origin::Dictionary,
                    };
                    terms.entry(english_key(sense)).or_default().push(rendering);
                }
            }
            for renderings in terms.values_mut() {
                // Lexicon order is a hash map's: sort by everything, so that runs agree.
                renderings.sort_by(|a, b| {
                    b.weight
                        .total_cmp(&a.weight)
                        .then_with(|| a.target.cmp(&b.target))
                });
                renderings.dedup_by(|a, b| a.target == b.target);
                renderings.truncate(MOST_CHINESE);
            }
            terms
        })
    }
}

fn english_key(phrase: &str) -> String {
    phrase
        .split(' ')
        .map(spelling::key)
        .collect::<Vec<_>>()
        .join(" ")
}

fn word_ranges(text: &str) -> Vec<std::ops::Range<usize>> {
    let start = text.as_ptr().addr();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.as_ptr().addr() - start)
        .zip(
            text.split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty()),
        )
        .map(|(at, word)| at..at + word.len())
        .collect()
}

fn verbatim(target: String) -> Rendering {
    Rendering {
        target,
        weight: 1.0,
        origin: Origin::Verbatim,
    }
}

/// Takes a Latin word as it stands, and a number with its unit also as two words.
fn verbatim_concept(word: &str) -> (f32, Vec<Rendering>) {
    let lower = word.to_lowercase();
    let digits = lower.chars().take_while(char::is_ascii_digit).count();
    let weight = if digits > 0 || lower.len() == 1 {
        NUMBER
    } else {
        1.0
    };
    let divided = (digits > 0 && digits < lower.len())
        .then(|| verbatim(format!("{} {}", &lower[..digits], &lower[digits..])));
    (
        weight,
        std::iter::once(verbatim(lower.clone()))
            .chain(divided)
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(text: &str) -> Vec<String> {
        TermBase::embedded()
            .translations(text)
            .into_iter()
            .map(|t| t.target)
            .collect()
    }

    #[test]
    fn a_domain_sense_comes_before_the_general_one() {
        let screws = &TermBase::embedded().translate_query("螺丝").concepts[0].translations;
        assert_eq!(screws[0].target, "fastener");
        assert_eq!(screws[0].origin, Origin::Curated);
    }

    #[test]
    fn trade_names_lead_to_the_words_of_standards() {
        assert!(targets("童车").iter().any(|t| t == "pushchair"));
        assert!(
            targets("光伏组件")
                .iter()
                .any(|t| t == "photovoltaic module")
        );
        assert!(targets("PV组件").iter().any(|t| t == "photovoltaic"));
    }

    #[test]
    fn every_source_range_is_the_text_it_names() {
        let text = "塑料管材 第3部分：PE100的测定";
        for concept in TermBase::embedded().translate_query(text).concepts {
            assert!(text.get(concept.source.clone()).is_some());
        }
    }

    #[test]
    fn title_formulae_weigh_less_than_the_subject() {
        let query = TermBase::embedded().translate_query("软木塞 试验方法");
        let weights: Vec<f32> = query
            .concepts
            .iter()
            .map(|concept| concept.weight)
            .collect();
        assert!(weights[0] > weights[weights.len() - 1]);
    }

    #[test]
    fn a_part_number_is_a_phrase() {
        assert!(targets("第2-116部分").contains(&"part 2 116".to_owned()));
    }

    #[test]
    fn english_leads_to_chinese_whatever_its_spelling() {
        for text in ["tyre", "tires", "Tire"] {
            assert!(targets(text).contains(&"轮胎".to_owned()), "{text}");
        }
        assert!(targets("colour fastness").contains(&"色牢度".to_owned()));
    }

    #[test]
    fn overlap_is_the_share_of_concepts_named() {
        let base = TermBase::embedded();
        let same = base.overlap("钢丝绳 抗拉强度", "Steel wire ropes - Tensile strength");
        let half = base.overlap("钢丝绳 抗拉强度", "Steel wire ropes - Packaging");
        assert!((same - 1.0).abs() < f32::EPSILON, "{same}");
        assert!(half < same && half > 0.0);
        assert!(base.overlap("", "anything").abs() < f32::EPSILON);
    }

    #[test]
    fn what_nobody_knows_is_kept_as_a_concept_without_translation() {
        let query = TermBase::embedded().translate_query("龘龘");
        assert!(query.is_empty());
        assert!(query.untranslated().count() > 0);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut_in_order_and_on_character_boundaries(text in "[\u{4e00}-\u{4e40}a-z0-9第部分 ,\\-]{0,60}|.{0,60}") {
            let mut end = 0;
            for concept in TermBase::embedded().translate_query(&text).concepts {
                assert!(concept.source.start >= end && text.get(concept.source.clone()).is_some());
                end = concept.source.end;
            }
        }
    }
}
