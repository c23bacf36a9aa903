//! The figures, and the table people read.

use std::fmt::Write;

use corpora::queries::CaseKind;
use serde::Serialize;

use super::{FLOORS, Floor};
use crate::model::Language;

/// Hits that count for the reciprocal rank.
const COUNTED: usize = 10;

/// The figures of one kind of cases.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct KindQuality {
    /// The kind.
    pub kind: CaseKind,
    /// Cases.
    pub cases: usize,
    /// Cases whose record stands first.
    pub first: usize,
    /// Cases whose record is among the first ten.
    pub in_ten: usize,
    /// Sum of the reciprocal ranks over the first ten.
    #[serde(skip)]
    reciprocals: f64,
}

/// A case whose record does not stand first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// Its kind.
    pub kind: CaseKind,
    /// What is typed.
    pub query: String,
    /// What should stand first.
    pub expected: Vec<String>,
    /// Where it stands, from one; nothing where it was not found.
    pub rank: Option<usize>,
}

/// The answers to a set of judged searches.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct QualityReport {
    /// Figures by kind, in the order in which the kinds came.
    pub kinds: Vec<KindQuality>,
    /// The cases that are not answered by their first hit.
    pub missed: Vec<Missed>,
}

impl KindQuality {
    fn share(&self, part: f64) -> f64 {
        part / as_f64(self.cases.max(1))
    }

    /// Returns the mean reciprocal rank over the first ten hits.
    pub fn mean_reciprocal(&self) -> f64 {
        self.share(self.reciprocals)
    }

    fn is_below(&self, floor: &Floor) -> bool {
        self.share(as_f64(self.first)) < floor.first
            || self.share(as_f64(self.in_ten)) < floor.in_ten
            || self.mean_reciprocal() < floor.reciprocal
    }
}

impl QualityReport {
    /// Counts a case.
    pub(super) fn add(&mut self, kind: CaseKind, rank: Option<usize>) {
        let place = self.kinds.iter().position(|one| one.kind == kind);
        let place = place.unwrap_or_else(|| {
            self.kinds.push(KindQuality {
                kind,
                cases: 0,
                first: 0,
                in_ten: 0,
                reciprocals: 0.0,
            });
            self.kinds.len() - 1
        });
        let row = &mut self.kinds[place];
        row.cases += 1;
        row.first += usize::from(rank == Some(1));
        if let Some(rank) = rank.filter(|rank| *rank <= COUNTED) {
            row.in_ten += 1;
            row.reciprocals += 1.0 / as_f64(rank);
        }
    }

    /// Returns the kinds that have fallen below their floor.
    pub fn fallen(&self) -> Vec<CaseKind> {
        let floor_of = |kind| FLOORS.iter().find(|floor| floor.kind == kind);
        self.kinds
            .iter()
            .filter(|row| floor_of(row.kind).is_some_and(|floor| row.is_below(floor)))
            .map(|row| row.kind)
            .collect()
    }

    /// Writes the table people read, with the floors beside the figures and what did not come first below.
    pub fn markdown(&self, language: Language) -> String {
        let mut text = String::new();
        let title = language.pick("检索质量", "Search quality");
        let lead = language.pick(
            "`corpora/queries` 中带标准答案的检索式，只对自带的资料库。由 `duibiao --lang en eval queries --format md` 生成；\
             任何一项低于下限，测试即失败。",
            "The judged searches of `corpora/queries`, over the carried corpus alone. Made by\n\
             `duibiao --lang en eval queries --format md`; a figure below its floor fails the tests.",
        );
        let head = language.pick(
            "| 类型 | 检索式 | 首位 | 前十 | MRR@10 | 下限：首位 | 前十 | MRR@10 |",
            "| kind | cases | first | in ten | MRR@10 | floor: first | in ten | MRR@10 |",
        );
        let _ = write!(
            text,
            "# {title}\n\n{lead}\n\n{head}\n| --- |{}\n",
            " ---: |".repeat(7)
        );
        for row in &self.kinds {
            let name = language.pick(name_zh(row.kind), name_en(row.kind));
            let percent = |share: f64| format!("{:.1} %", share * 100.0);
            let _ = write!(
                text,
                "| {name} | {} | {} | {} | {:.3} |",
                row.cases,
                percent(row.share(as_f64(row.first))),
                percent(row.share(as_f64(row.in_ten))),
                row.mean_reciprocal()
            );
            let floor = FLOORS.iter().find(|floor| floor.kind == row.kind);
            let floors = floor.map_or_else(
                || " | | |".to_owned(),
                |floor| {
                    format!(
                        " {} | {} | {:.3} |",
                        percent(floor.first),
                        percent(floor.in_ten),
                        floor.reciprocal
                    )
                },
            );
            text.push_str(&floors);
            text.push('\n');
        }
        let missed = language.pick("未排在首位的", "What does not come first");
        let head = language.pick(
            "| 类型 | 检索式 | 应为 | 位次 |",
            "| kind | query | expected | rank |",
        );
        let _ = write!(
            text,
            "\n## {missed}\n\n{head}\n| --- | --- | --- | ---: |\n"
        );
        for one in &self.missed {
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} |",
                language.pick(name_zh(one.kind), name_en(one.kind)),
                one.query.replace('|', "\\|"),
                one.expected.join(", "),
                one.rank
                    .map_or_else(|| "–".to_owned(), |rank| rank.to_string())
            );
        }
        text
    }
}

fn name_zh(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Number => "编号的各种写法",
        CaseKind::Zh => "中文词语",
        CaseKind::En => "英文词语",
        CaseKind::Cross => "跨语言",
        CaseKind::Product => "产品与市场",
    }
}

fn name_en(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Number => "numbers in any spelling",
        CaseKind::Zh => "Chinese words",
        CaseKind::En => "English words",
        CaseKind::Cross => "across languages",
        CaseKind::Product => "products and markets",
    }
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
