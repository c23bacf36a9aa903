//! `duibiao terms learn`.

use serde::Serialize;

use super::Session;
use crate::app::LEARNED_TERMS;
use crate::cli::arguments::LearnArguments;
use crate::cli::{Failure, Outcome, output};
use crate::model::Language;
use crate::terms::TermBase;
use crate::terms::learn::{LearnOptions, LearnReport, LearnedPair, learn, write};

/// What was learned.
#[derive(Debug, Serialize)]
struct Report {
    titles: usize,
    pairs: usize,
    new_pieces: usize,
    too_rare: usize,
    pieces_without_a_pair: usize,
    file: Option<String>,
}

/// Records read at once.
const AT_ONCE: u32 = 2_000;
/// Pairs that are shown of all.
const SHOWN: usize = 20;

pub(super) async fn learned(
    session: &Session,
    options: &LearnArguments,
) -> Result<Outcome, Failure> {
    let titles = titles(session).await?;
    let options_of_learning = LearnOptions {
        probability: options.probability,
        support: options.support,
        ..LearnOptions::default()
    };
    let base = TermBase::embedded();
    let pairs = titles
        .iter()
        .map(|(chinese, english)| (chinese.as_str(), english.as_str()));
    let report = learn(base, pairs, options_of_learning);
    let file = session.app.data_dir.join(LEARNED_TERMS);
    if options.adopt {
        fs_err::write(&file, write(&report.pairs))?;
    }
    show(&report.pairs, session.language);
    output::json(&summary(
        base,
        &report,
        options.adopt.then(|| file.display().to_string()),
    ))?;
    Ok(Outcome::found(!report.pairs.is_empty()))
}

fn summary(base: &TermBase, report: &LearnReport, file: Option<String>) -> Report {
    let known = |pair: &&LearnedPair| base.knows(&pair.chinese);
    Report {
        titles: report.titles,
        pairs: report.pairs.len(),
        new_pieces: report.pairs.len() - report.pairs.iter().filter(known).count(),
        too_rare: report.too_rare,
        pieces_without_a_pair: report.pieces_without_a_pair,
        file,
    }
}

fn show(pairs: &[LearnedPair], language: Language) {
    let mut best: Vec<&LearnedPair> = pairs.iter().collect();
    best.sort_by_key(|pair| std::cmp::Reverse(pair.support));
    for pair in best.into_iter().take(SHOWN) {
        let titles = language.pick("个名称", "titles");
        output::complaint(&format!(
            "{} → {} ({:.2}, {} {titles})",
            pair.chinese, pair.english, pair.probability, pair.support
        ));
    }
}

/// Titles of records that have one in both languages.
async fn titles(session: &Session) -> Result<Vec<(String, String)>, Failure> {
    let mut titles = Vec::new();
    let mut place = (0, 0);
    loop {
        let records = session.app.store.changed_after(place, AT_ONCE).await?;
        let Some(last) = records.last() else {
            return Ok(titles);
        };
        place = (last.revision, last.id);
        titles.extend(records.iter().filter_map(|stored| {
            let titles = &stored.record.titles;
            Some((titles.get("zh")?.to_owned(), titles.get("en")?.to_owned()))
        }));
    }
}
