//! From a plan to a tantivy query.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur,
    PhraseQuery, Query, RangeQuery, RegexQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::synonym::{SynonymField, SynonymQuery, SynonymWord};
use super::synonym_scratch::ScratchPaper;
use crate::index::analyzer::{Stems, is_stop_word, stem};
use crate::index::{Fields, TextFields};
use crate::search::plan::{Clause, DateKey, Key, Part, Plan, TextKind};
use crate::terms::StructuredQuery;
use crate::text::{Script, normalize, runs};

/// Compiles a plan.
pub(super) fn query(plan: &Plan, fields: Fields, paper: &ScratchPaper) -> Box<dyn Query> {
    let main = clause(&plan.clause, fields, paper);
    if plan.conditions.is_empty() {
        return main;
    }
    let conditions = plan
        .conditions
        .iter()
        .map(|condition| (Occur::Must, self::condition(condition, fields, paper)));
    Box::new(BooleanQuery::new(
        std::iter::once((Occur::Must, main))
            .chain(conditions)
            .collect(),
    ))
}

/// A condition filters and scores nothing.
fn condition(condition: &Clause, fields: Fields, paper: &ScratchPaper) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(clause(condition, fields, paper), 0.0))
}

fn days(key: DateKey, from: u64, to: u64, fields: Fields) -> Box<dyn Query> {
    let field = match key {
        DateKey::Published => fields.published,
        DateKey::Implemented => fields.implemented,
        DateKey::Deadline => fields.deadline,
    };
    let term = |day| Term::from_field_u64(field, day);
    Box::new(RangeQuery::new(
        Bound::Included(term(from)),
        Bound::Included(term(to)),
    ))
}

fn clause(of: &Clause, fields: Fields, paper: &ScratchPaper) -> Box<dyn Query> {
    let clause = |of: &Clause| clause(of, fields, paper);
    let each = |clauses: &[Clause]| clauses.iter().map(&clause).collect::<Vec<_>>();
    match of {
        Clause::Term(part, text) => {
            let term = Term::from_field_text(text_field(*part, fields), text);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        }
        Clause::Phrase(part, terms) => {
            let field = text_field(*part, fields);
            let terms = terms
                .iter()
                .map(|(at, text)| (*at, Term::from_field_text(field, text)));
            Box::new(PhraseQuery::new_with_offset(terms.collect()))
        }
        Clause::Prefix(part, text) => prefix(text_field(*part, fields), text),
        Clause::Key(key, value) => {
            let term = Term::from_field_text(key_field(*key, fields), value);
            let query = TermQuery::new(term, IndexRecordOption::Basic);
            Box::new(ConstScoreQuery::new(Box::new(query), 1.0))
        }
        Clause::KeyPrefix(key, text) => prefix(key_field(*key, fields), text),
        Clause::Days(key, from, to) => days(*key, *from, *to, fields),
        Clause::All(clauses) => Box::new(BooleanQuery::intersection(each(clauses))),
        Clause::AtLeast(least, clauses) => Box::new(
            BooleanQuery::union_with_minimum_required_clauses(each(clauses), *least),
        ),
        Clause::Best(clauses) => Box::new(DisjunctionMaxQuery::new(each(clauses))),
        Clause::With(main, extras) => {
            let main = (Occur::Must, clause(main));
            let extras = extras.iter().map(|extra| (Occur::Should, clause(extra)));
            Box::new(BooleanQuery::new(
                std::iter::once(main).chain(extras).collect(),
            ))
        }
        Clause::Without(wanted, unwanted) => Box::new(BooleanQuery::new(vec![
            (Occur::Must, clause(wanted)),
            (Occur::MustNot, clause(unwanted)),
        ])),
        Clause::Boost(inner, factor) => Box::new(BoostQuery::new(clause(inner), *factor)),
        Clause::Concepts(concepts) => Box::new(synonyms(concepts, fields, paper)),
        Clause::Every => Box::new(AllQuery),
        Clause::Nothing => Box::new(EmptyQuery),
    }
}

/// A rendering in the title says three times what one in the abstract says; measured, and flat between two and five.
fn synonyms(concepts: &StructuredQuery, fields: Fields, paper: &ScratchPaper) -> SynonymQuery {
    let searched = [
        SynonymField {
            field: fields.title.latin,
            boost: 3.0,
        },
        SynonymField {
            field: fields.body.latin,
            boost: 1.0,
        },
    ];
    SynonymQuery::new(concepts, &searched, paper.clone(), |rendering| {
        let normalized = normalize(rendering);
        let words = runs(normalized.as_str()).filter(|run| run.script == Script::Word);
        let words = words.map(|run| &normalized.as_str()[run.bytes]);
        words
            .map(|word| SynonymWord {
                text: stem(word, Stems::English),
                is_stop_word: is_stop_word(word),
            })
            .collect()
    })
}

/// The pattern is ours: what was typed is escaped, so no expression of a user is ever run.
fn prefix(field: Field, text: &str) -> Box<dyn Query> {
    let escaped: String = text
        .chars()
        .flat_map(|character| {
            let special = !character.is_alphanumeric() && character.is_ascii() && character != ' ';
            special
                .then_some('\\')
                .into_iter()
                .chain(std::iter::once(character))
        })
        .collect();
    match RegexQuery::from_pattern(&format!("{escaped}.*"), field) {
        Ok(query) => Box::new(query),
        Err(_) => Box::new(EmptyQuery),
    }
}

fn text_field(part: Part, fields: Fields) -> Field {
    let of = |kind: TextKind| -> TextFields {
        match kind {
            TextKind::Title => fields.title,
            TextKind::Body => fields.body,
        }
    };
    match part {
        Part::Words(kind) => of(kind).words,
        Part::Sub(kind) => of(kind).sub,
        Part::Bigrams(kind) => of(kind).bigrams,
        Part::Latin(kind) => of(kind).latin,
        Part::French(kind) => of(kind).french,
        Part::Context => fields.context,
    }
}

fn key_field(key: Key, fields: Fields) -> Field {
    match key {
        Key::Number => fields.number,
        Key::Family => fields.family_name,
        Key::Kin => fields.kin,
        Key::Digits => fields.digits,
        Key::Mentions => fields.mentions,
        Key::Kind => fields.kind,
        Key::Body => fields.body_code,
        Key::Market => fields.market,
        Key::Status => fields.status,
        Key::Ics => fields.ics,
        Key::Ccs => fields.ccs,
        Key::Hs => fields.hs,
        Key::Product => fields.product,
        Key::Language => fields.language,
        Key::Adopts => fields.adopts,
    }
}
