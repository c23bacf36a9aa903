//! From a plan to a tantivy query.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, PhraseQuery, Query,
    RangeQuery, RegexQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::index::{Fields, TextFields};
use crate::search::plan::{Clause, Condition, Key, Part, Plan, TextKind};

/// Compiles a plan.
pub(super) fn query(plan: &Plan, fields: Fields) -> Box<dyn Query> {
    let main = clause(&plan.clause, fields);
    if plan.conditions.is_empty() {
        return main;
    }
    let conditions = plan.conditions.iter().map(|condition| (Occur::Must, self::condition(condition, fields)));
    Box::new(BooleanQuery::new(std::iter::once((Occur::Must, main)).chain(conditions).collect()))
}

/// A condition filters and scores nothing.
fn condition(condition: &Condition, fields: Fields) -> Box<dyn Query> {
    let query = match condition {
        Condition::Clause(inner) => clause(inner, fields),
        Condition::Published(from, to) => {
            let term = |day: u64| Term::from_field_u64(fields.published, day);
            Box::new(RangeQuery::new(Bound::Included(term(*from)), Bound::Included(term(*to))))
        }
    };
    Box::new(ConstScoreQuery::new(query, 0.0))
}

fn clause(of: &Clause, fields: Fields) -> Box<dyn Query> {
    let each = |clauses: &[Clause]| clauses.iter().map(|inner| clause(inner, fields)).collect::<Vec<_>>();
    match of {
        Clause::Term(part, text) => {
            let term = Term::from_field_text(text_field(*part, fields), text);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        }
        Clause::Phrase(part, terms) => {
            let field = text_field(*part, fields);
            let terms = terms.iter().map(|(at, text)| (*at, Term::from_field_text(field, text)));
            Box::new(PhraseQuery::new_with_offset(terms.collect()))
        }
        Clause::Prefix(part, text) => prefix(text_field(*part, fields), text),
        Clause::Key(key, value) => {
            let term = Term::from_field_text(key_field(*key, fields), value);
            let query = TermQuery::new(term, IndexRecordOption::Basic);
            Box::new(ConstScoreQuery::new(Box::new(query), 1.0))
        }
        Clause::KeyPrefix(key, text) => prefix(key_field(*key, fields), text),
        Clause::All(clauses) => Box::new(BooleanQuery::intersection(each(clauses))),
        Clause::AtLeast(least, clauses) => {
            Box::new(BooleanQuery::union_with_minimum_required_clauses(each(clauses), *least))
        }
        Clause::Best(clauses) => Box::new(DisjunctionMaxQuery::new(each(clauses))),
        Clause::With(main, extras) => {
            let main = (Occur::Must, clause(main, fields));
            let extras = extras.iter().map(|extra| (Occur::Should, clause(extra, fields)));
            Box::new(BooleanQuery::new(std::iter::once(main).chain(extras).collect()))
        }
        Clause::Without(wanted, unwanted) => Box::new(BooleanQuery::new(vec![
            (Occur::Must, clause(wanted, fields)),
            (Occur::MustNot, clause(unwanted, fields)),
        ])),
        Clause::Boost(inner, factor) => Box::new(BoostQuery::new(clause(inner, fields), *factor)),
        Clause::Every => Box::new(AllQuery),
        Clause::Nothing => Box::new(EmptyQuery),
    }
}

/// The pattern is ours: what was typed is escaped, so no expression of a user is ever run.
fn prefix(field: Field, text: &str) -> Box<dyn Query> {
    let escaped: String = text
        .chars()
        .flat_map(|character| {
            let special = !character.is_alphanumeric() && character.is_ascii() && character != ' ';
            special.then_some('\\').into_iter().chain(std::iter::once(character))
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
    }
}
