//! Two documents side by side.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

use super::gather::{adoption_notes, document, key_of};
use super::requirements::requirement;
use super::shown::Shown;
use super::{AttachedText, GapError, ReportDocument, Role, TextComparison};
use crate::compare::adoption::{Edge, Equivalence, Graph};
use crate::compare::gap::{Document, GapLine, Requirement, VerdictCounts, fold, pair};
use crate::compare::lexicon::Embedded;
use crate::compare::text_diff::Tokenizer;
use crate::model::{Bilingual, NumberKeys, Record, RelationKind};
use crate::search::{Edge as Relation, RecordView};
use crate::storage::Store;

/// One of the two documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparisonSide {
    /// The document; the first stands on the domestic side of every verdict.
    #[serde(flatten)]
    pub document: ReportDocument,
    /// ICS codes.
    pub ics: Vec<String>,
    /// The issuing body.
    pub body: String,
    /// Numbers of the other editions.
    pub editions: Vec<String>,
}

/// The whole comparison of two documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The first document, the subject of the verdicts.
    pub a: ComparisonSide,
    /// The second document.
    pub b: ComparisonSide,
    /// Edges between the two, as seen from the first.
    pub relations: Vec<Relation>,
    /// The chain of adoptions between the two, with its weakest link.
    pub adoption: Option<Equivalence>,
    /// How much could be compared.
    pub coverage: Bilingual,
    /// The verdicts.
    pub counts: VerdictCounts,
    /// The indicators of both.
    pub lines: Vec<GapLine>,
    /// The texts of both, clause by clause, where both are held and may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub texts: Option<TextComparison>,
    /// Why clauses and texts are not compared, where they are not.
    pub not_covered: Vec<Bilingual>,
}

impl Comparison {
    /// Compares two records on a day, texts by what `words` finds in them; the comparing happens off the threads that serve.
    ///
    /// # Errors
    ///
    /// [`GapError`] when there is no such record, or the store refuses.
    pub async fn of(
        store: &Store,
        a: &str,
        b: &str,
        day: Date,
        words: impl Fn(&str) -> Vec<Range<usize>> + Send + 'static,
    ) -> Result<Self, GapError> {
        let view = async |id: &str| {
            let found = RecordView::of(store, id, day).await?;
            found.ok_or_else(|| GapError::NoDocument(id.to_owned()))
        };
        let views = [view(a).await?, view(b).await?];
        let sides = [
            side(store, &views[0], Role::Domestic, day).await?,
            side(store, &views[1], Role::Foreign, day).await?,
        ];
        let documents = sides.each_ref().map(|side| side.document.clone());
        let gathered = Gathered {
            limits: AttachedText::of(store, &documents).await?,
            shown: Shown::of(store, &documents).await?,
            views,
            sides,
        };
        let made = tokio::task::spawn_blocking(move || gathered.compare(day, &words)).await;
        made.map_err(|stopped| GapError::Stopped(stopped.to_string()))
    }
}

/// Everything a comparison is made from, as it was found in the store.
struct Gathered {
    views: [RecordView; 2],
    sides: [ComparisonSide; 2],
    /// The texts whose limits may be read.
    limits: Vec<AttachedText>,
    /// The texts whose sentences may be shown.
    shown: Shown,
}

impl Gathered {
    /// Compares: no store any more, and as long as the texts are.
    fn compare(self, day: Date, words: &Tokenizer<'_>) -> Comparison {
        let [one, two] = &self.views;
        let of_side = |at: usize| self.limits.iter().filter(move |text| text.document == at);
        let own = requirements(one, of_side(0), day);
        let other = requirements(two, of_side(1), day);
        let pairing = pair(&Embedded, &own, &other);
        let market = two.record.markets.first().cloned().unwrap_or_default();
        let lines: Vec<GapLine> = pairing
            .lines
            .iter()
            .map(|&(left, right)| {
                let (left, right) = (left.map(|at| &own[at]), right.map(|at| &other[at]));
                GapLine::of(&Embedded, &market, left, right)
            })
            .collect();
        let counts = VerdictCounts::of(&lines);
        let edges = self.views.iter().flat_map(adoptions);
        let graph = Graph::new(edges.collect::<Vec<_>>());
        let [a, b] = self.sides;
        Comparison {
            relations: between(one, two),
            adoption: graph.equivalence(&one.record.number, &two.record.number),
            a,
            b,
            coverage: counts.coverage(),
            counts,
            lines,
            not_covered: self.shown.why_not().into_iter().collect(),
            texts: self.shown.compare(words),
        }
    }
}

async fn side(
    store: &Store,
    view: &RecordView,
    role: Role,
    day: Date,
) -> Result<ComparisonSide, GapError> {
    let record = &view.record;
    let mut shown = document(record, role, day, view.limits.len());
    shown.adopts = adoption_notes(store, &mut HashMap::new(), record, day).await?;
    let others = view.editions.iter().map(|edition| edition.number.clone());
    Ok(ComparisonSide {
        document: shown,
        ics: record.ics.clone(),
        body: record.body.clone(),
        editions: others.filter(|number| *number != record.number).collect(),
    })
}

fn requirements<'t>(
    view: &RecordView,
    texts: impl Iterator<Item = &'t AttachedText>,
    day: Date,
) -> Vec<Requirement> {
    let record = &view.record;
    let name = Document {
        id: record.id.to_string(),
        number: record.number.clone(),
        market: record.markets.first().cloned().unwrap_or_default(),
        status: record.lifecycle.status_on(day).status,
    };
    let limits = view.limits.iter();
    let held = limits.filter_map(|value| requirement(&name, value));
    let read = texts.flat_map(|text| text.requirements(&name));
    fold(held.chain(read).collect())
}

/// The edges from the first document to the family of the second, and those from the second to the first.
fn between(one: &RecordView, two: &RecordView) -> Vec<Relation> {
    let key = key_of(&two.record);
    let family = &two.record.family;
    let leads_there = |edge: &&Relation| {
        let keys = NumberKeys::of(&edge.number);
        keys.exact == key || keys.family == *family
    };
    let edges = one.outgoing.iter().chain(&one.incoming);
    edges.filter(leads_there).cloned().collect()
}

fn adoptions(view: &RecordView) -> Vec<Edge> {
    let record: &Record = &view.record;
    let adopts = |edge: &&Relation| edge.kind == RelationKind::Adopts;
    let out = view.outgoing.iter().filter(adopts);
    let out = out.map(|edge| Edge::adopts(&record.number, &edge.number, edge.degree));
    let inward = view.incoming.iter().filter(adopts);
    let inward = inward.map(|edge| Edge::adopts(&edge.number, &record.number, edge.degree));
    out.chain(inward).collect()
}
