//! What the synonym query promises, on a small index:
//!
//! 1. renderings count as one word: a document is as good whichever rendering it uses;
//! 2. a phrase beats scattered words, and scattered words beat part of them;
//! 3. a document that names more concepts passes one that names one of them often;
//! 4. deleted documents are not found; counting and scoring agree.

use tantivy::collector::{Count, TopDocs};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::{
    DocAddress, Index, IndexWriter, ReloadPolicy, Score, Searcher, TantivyDocument, doc,
};

use super::synonym::{SynonymConcept, SynonymField, SynonymMember, SynonymQuery, SynonymWord};
use super::synonym_scratch::ScratchPaper;

const TITLES: [&str; 6] = [
    "steel wire ropes test methods",
    "methods and ropes for the test of wire",
    "steel cables",
    "test methods test methods test methods",
    "rope made of fibre",
    "plastics vocabulary",
];

fn index() -> (Searcher, Field) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("default")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing) | STORED;
    let title = schema.add_text_field("title", options);
    let index = Index::create_in_ram(schema.build());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, 20_000_000).unwrap();
    for (at, text) in TITLES.iter().enumerate() {
        writer.add_document(doc!(title => *text)).unwrap();
        if at == 2 {
            writer.commit().unwrap(); // two segments: union frequencies span them
        }
    }
    writer.commit().unwrap();
    let reader = index
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .try_into()
        .unwrap();
    (reader.searcher(), title)
}

fn concept(members: &[&str]) -> SynonymConcept {
    let words = |text: &str| {
        let word = |text: &str| SynonymWord {
            text: text.to_owned(),
            is_stop_word: text == "of",
        };
        text.split(' ').map(word).collect()
    };
    let member = |text: &&str| SynonymMember {
        words: words(text),
        weight: 1.0,
    };
    SynonymConcept {
        weight: 1.0,
        members: members.iter().map(member).collect(),
        parts: Vec::new(),
    }
}

fn search(searcher: &Searcher, title: Field, concepts: &[SynonymConcept]) -> Vec<(String, Score)> {
    let fields = vec![SynonymField {
        field: title,
        boost: 1.0,
    }];
    let query = SynonymQuery {
        concepts: concepts.to_vec(),
        fields,
        paper: ScratchPaper::default(),
    };
    let top = TopDocs::with_limit(10).order_by_score();
    let (hits, count) = searcher.search(&query, &(top, Count)).unwrap();
    assert_eq!(hits.len(), count);
    let text = |address: DocAddress| {
        let document: TantivyDocument = searcher.doc(address).unwrap();
        let value = document.get_first(title).unwrap();
        tantivy::schema::Value::as_str(&value).unwrap().to_owned()
    };
    hits.into_iter()
        .map(|(score, address)| (text(address), score))
        .collect()
}

#[test]
fn renderings_of_one_concept_count_as_one_word() {
    let (searcher, title) = index();
    let both = search(&searcher, title, &[concept(&["vocabulary", "cables"])]);
    let scores: Vec<Score> = both.iter().map(|(_, score)| *score).collect();
    assert_eq!(both.len(), 2);
    assert!((scores[0] - scores[1]).abs() < 1e-6, "{both:?}");
}

#[test]
fn a_phrase_beats_scattered_words_and_they_beat_one_of_them() {
    let (searcher, title) = index();
    let hits = search(&searcher, title, &[concept(&["wire ropes"])]);
    let titles: Vec<&str> = hits.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles[..2], [TITLES[0], TITLES[1]]);
    assert!(hits[0].1 > hits[1].1);
}

#[test]
fn naming_more_concepts_passes_naming_one_often() {
    let (searcher, title) = index();
    let concepts = [concept(&["wire ropes"]), concept(&["test methods"])];
    let hits = search(&searcher, title, &concepts);
    assert_eq!(hits[0].0, TITLES[0]);
    assert!(hits.iter().any(|(title, _)| title == TITLES[3]));
}

#[test]
fn a_stop_word_counts_in_a_phrase_only() {
    let (searcher, title) = index();
    let hits = search(&searcher, title, &[concept(&["made of fibre"])]);
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].0, TITLES[4]);
}

#[test]
fn a_word_that_no_document_has_finds_nothing() {
    let (searcher, title) = index();
    assert!(search(&searcher, title, &[concept(&["zirconium"])]).is_empty());
    assert!(search(&searcher, title, &[]).is_empty());
}
