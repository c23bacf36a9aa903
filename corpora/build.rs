//! Makes a compact Chinese-English table out of CC-CEDICT at build time.
//!
//! The crate `chinese_dictionary` carries CC-CEDICT (CC BY-SA 4.0) as 49 MB of data behind five
//! look-up maps and offers no way to walk its entries. The table needs the entries only, so this
//! script finds where the crate lies, reads its `data/data.dictionary` (bincode: a map of
//! `u32` to word entry) and writes `cedict.tsv`: one line a word, sorted by bytes, the word, a
//! tab, its senses divided by `;`. Linking the crate instead would put all 49 MB into the binary.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use fs_err as fs;

const PACKAGE: &str = "chinese_dictionary";
const VERSION: &str = "3.0.0";
const DATA: &str = "data/data.dictionary";
const MOST_SENSES: usize = 6;
const MOST_WORDS_IN_A_SENSE: usize = 4;
const LONGEST_WORD: usize = 8;

/// Beginnings of glosses that describe the word instead of translating it.
const NOT_A_TRANSLATION: [&str; 26] = [
    "surname ",
    "variant of",
    "old variant",
    "archaic variant",
    "japanese variant",
    "also written",
    "erhua variant",
    "see ",
    "see also",
    "cl:",
    "used in",
    "used to",
    "used as",
    "used before",
    "used after",
    "same as",
    "(bound form)",
    "classifier",
    "abbr. for",
    "also pr.",
    "taiwan pr.",
    "kangxi radical",
    "interjection",
    "particle",
    "lit. ",
    "fig. ",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let source = dictionary_folder()?.join(DATA);
    println!("cargo::rerun-if-changed={}", source.display());
    let bytes = fs::read(&source)?;
    let table = compact(&mut Reader {
        bytes: &bytes,
        at: 0,
    })
    .ok_or("`data.dictionary` ends before its last entry")?;
    let target = PathBuf::from(env::var("OUT_DIR")?).join("cedict.tsv");
    fs::write(target, table)?;
    Ok(())
}

/// Finds the folder of the dictionary crate: in cargo's own registry, else where cargo says.
///
/// Cargo is asked second because `cargo metadata --offline` wants every package of the lock file at
/// hand, those of other platforms too; it is the way that knows vendored and patched sources.
fn dictionary_folder() -> Result<PathBuf, Box<dyn Error>> {
    match in_the_registry() {
        Some(folder) => Ok(folder),
        None => as_cargo_says(),
    }
}

fn in_the_registry() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))?;
    fs::read_dir(home.join("registry").join("src"))
        .ok()?
        .filter_map(Result::ok)
        .map(|index| index.path().join(format!("{PACKAGE}-{VERSION}")))
        .find(|folder| folder.join(DATA).is_file())
}

fn as_cargo_says() -> Result<PathBuf, Box<dyn Error>> {
    let output = Command::new(env::var("CARGO")?)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--offline",
            "--manifest-path",
        ])
        .arg(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("Cargo.toml"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let manifest = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == PACKAGE)
        .and_then(|package| package["manifest_path"].as_str())
        .ok_or("`chinese_dictionary` is not among the packages cargo knows")?;
    Ok(Path::new(manifest)
        .parent()
        .ok_or("a manifest without a folder")?
        .to_owned())
}

/// Reads every entry and writes the words that keep a translation.
fn compact(reader: &mut Reader<'_>) -> Option<String> {
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for _ in 0..reader.number()? {
        let entry = reader.entry()?;
        if !is_wanted(&entry.simplified) {
            continue;
        }
        let senses = words.entry(entry.simplified).or_default();
        for sense in entry.glosses.iter().flat_map(|gloss| senses_of(gloss)) {
            if senses.len() < MOST_SENSES && !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }
    let mut table = String::new();
    for (word, senses) in words.iter().filter(|(_, senses)| !senses.is_empty()) {
        table.push_str(word);
        table.push('\t');
        table.push_str(&senses.join(";"));
        table.push('\n');
    }
    Some(table)
}

fn is_wanted(word: &str) -> bool {
    let length = word.chars().count();
    length <= LONGEST_WORD && word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Divides a gloss into short translations and drops what explains, addresses or classifies.
fn senses_of(gloss: &str) -> Vec<String> {
    let plain = without_brackets(&gloss.to_lowercase());
    let described = NOT_A_TRANSLATION
        .iter()
        .any(|start| plain.starts_with(start));
    if described || gloss.contains("idiom") || gloss.contains("Classical Chinese") {
        return Vec::new();
    }
    plain.split([';', ',', '/']).filter_map(cleaned).collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    plain
}

/// Lowers a sense to its words, without a leading article or `to`.
fn cleaned(sense: &str) -> Option<String> {
    let words: Vec<&str> = sense
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .skip_while(|word| matches!(*word, "to" | "a" | "an" | "the" | "be"))
        .collect();
    let foreign = sense
        .chars()
        .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let fits = (1..=MOST_WORDS_IN_A_SENSE).contains(&words.len());
    (fits && !foreign).then(|| words.join(" "))
}

struct Entry {
    simplified: String,
    glosses: Vec<String>,
}

/// Walks bincode's fixed-width little-endian layout of the crate's `WordEntry`.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn entry(&mut self) -> Option<Entry> {
        self.skip(4)?; // the key
        self.skip_text()?; // traditional
        let simplified = self.text()?;
        self.skip_text()?; // pinyin with marks
        self.skip_text()?; // pinyin with numbers
        let glosses = (0..self.number()?)
            .map(|_| self.text())
            .collect::<Option<_>>()?;
        let tones = self.number()?;
        self.skip(tones)?;
        self.skip(8)?; // hash
        for _ in 0..self.number()? {
            for _ in 0..4 {
                self.skip_text()?; // measure words, four spellings each
            }
        }
        for _ in 0..3 {
            let levels = self.number()?;
            self.skip(4 * levels)?; // three editions of the HSK word lists
        }
        self.skip(4)?; // the identifier again
        Some(Entry {
            simplified,
            glosses,
        })
    }

    fn skip(&mut self, length: usize) -> Option<&[u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        let taken = self.skip(8)?.try_into().ok()?;
        usize::try_from(u64::from_le_bytes(taken)).ok()
    }

    fn skip_text(&mut self) -> Option<()> {
        let length = self.number()?;
        self.skip(length).map(|_| ())
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        self.skip(length)
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }
}
