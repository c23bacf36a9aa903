//! Indexing speed against the floor: the smallest program over the same tantivy and jieba-rs that indexes the same text.
//!
//! Timed: from text in memory to a committed index with merges finished, on two writer threads. Not timed: reading and
//! unpacking the rows. Needs the real catalogues (`DUIBIAO_SHARED`, or `../shared`); says so and ends where they are absent.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use duibiao::app::App;
use duibiao::clock::SystemClock;
use duibiao::index::Generations;
use duibiao::jobs::{self, Silent};
use jieba_rs::Jieba;
use tantivy::schema::{FAST, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{
    Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer,
};
use tantivy::{Index, TantivyDocument};

fn catalogues() -> Option<Vec<PathBuf>> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("DUIBIAO_SHARED").map_or(beside, PathBuf::from);
    let folder = fs_err::read_dir(shared.join("data/records")).ok()?;
    let mut files: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    files.sort();
    Some(files)
}

/// jieba's words as tantivy tokens, the plainest way.
#[derive(Clone)]
struct Words {
    jieba: Arc<Jieba>,
    search: bool,
}

struct Stream {
    tokens: std::vec::IntoIter<Token>,
    current: Token,
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        self.tokens
            .next()
            .map(|token| self.current = token)
            .is_some()
    }

    fn token(&self) -> &Token {
        &self.current
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.current
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let words = if self.search {
            self.jieba.cut_for_search(text, false)
        } else {
            self.jieba.cut(text, false)
        };
        let kept = words
            .into_iter()
            .filter(|word| word.word.chars().any(char::is_alphanumeric));
        let tokens: Vec<Token> = kept
            .map(|word| Token {
                offset_from: word.byte_start,
                offset_to: word.byte_end,
                position: word.start,
                text: word.word.to_lowercase(),
                position_length: 1,
            })
            .collect();
        Stream {
            tokens: tokens.into_iter(),
            current: Token::default(),
        }
    }
}

fn floor(texts: &[(String, String)]) -> f64 {
    let field = |tokenizer: &str, positions| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(positions);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut builder = Schema::builder();
    let with = IndexRecordOption::WithFreqsAndPositions;
    let fields: Vec<_> = ["title", "body"]
        .iter()
        .flat_map(|name| {
            [
                builder.add_text_field(&format!("{name}_words"), field("words", with)),
                builder.add_text_field(
                    &format!("{name}_sub"),
                    field("sub", IndexRecordOption::WithFreqs),
                ),
                builder.add_text_field(&format!("{name}_latin"), field("latin", with)),
            ]
        })
        .collect();
    let id = builder.add_u64_field("id", FAST);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let index = Index::create_in_dir(folder.path(), builder.build())
        .expect("a fresh folder holds no index");
    let jieba = Arc::new(Jieba::new());
    index.tokenizers().register(
        "words",
        Words {
            jieba: Arc::clone(&jieba),
            search: false,
        },
    );
    index.tokenizers().register(
        "sub",
        Words {
            jieba,
            search: true,
        },
    );
    let latin = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser);
    index.tokenizers().register(
        "latin",
        latin.filter(Stemmer::new(Language::English)).build(),
    );
    let started = Instant::now();
    let mut writer = index
        .writer_with_num_threads(2, 240 << 20)
        .expect("nobody else writes here");
    for (number, (title, body)) in texts.iter().enumerate() {
        let mut document = TantivyDocument::new();
        document.add_u64(id, number as u64);
        for (place, field) in fields.iter().enumerate() {
            document.add_text(*field, if place < 3 { title } else { body });
        }
        writer.add_document(document).expect("the writer lives");
    }
    writer.commit().expect("the disk has room");
    writer.wait_merging_threads().expect("merges end");
    started.elapsed().as_secs_f64()
}

#[tokio::main]
async fn main() {
    let Some(files) = catalogues() else {
        println!("index: skipped, no catalogues at hand");
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let app = App::open_with(folder.path(), Arc::new(SystemClock))
        .await
        .expect("a fresh folder opens");
    let started = Instant::now();
    let report = jobs::import(&app, &files, &Silent)
        .await
        .expect("the catalogues import");
    let imported = started.elapsed().as_secs_f64();
    let rows = report.counts().rows;
    println!("import and index: {rows} rows in {imported:.1} s");

    let rebuilt = tempfile::tempdir().expect("a temporary folder");
    let generations = Generations::open(rebuilt.path()).expect("a fresh folder opens");
    let follower = app.follower().await.expect("the dictionaries load");
    let started = Instant::now();
    follower
        .rebuild(&generations, &|_| {})
        .await
        .expect("the store can be indexed");
    let ours = started.elapsed().as_secs_f64();

    let mut texts = Vec::new();
    let mut place = (0, 0);
    loop {
        let records = app
            .store
            .changed_after(place, 5_000)
            .await
            .expect("the store can be read");
        let Some(last) = records.last() else { break };
        place = (last.revision, last.id);
        let joined = |texts: &duibiao::model::Texts| {
            texts
                .iter()
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
                .join("\n")
        };
        texts.extend(records.iter().map(|stored| {
            (
                joined(&stored.record.titles),
                joined(&stored.record.abstracts),
            )
        }));
    }
    let floor = floor(&texts);
    let records = f64::from(u32::try_from(texts.len()).expect("fewer than four billion records"));
    println!(
        "index: {:.0} records/s ({ours:.1} s, reading from the store included)",
        records / ours
    );
    println!("floor: {:.0} records/s ({floor:.1} s)", records / floor);
    println!("share of the floor: {:.2}", floor / ours);
    assert!(generations.size() > 0, "the index holds something");
}
