//! English sentences.
//!
//! Order decides: what stands before the verb of a clause is its subject and qualifies, what stands
//! behind it is required. A number behind `when`, `if`, `for`, `with` qualifies again.

mod wording;

use std::ops::Range;

use super::super::{Indicator, Limit};
use super::context::{Carry, Hint, Sentence, invert, same_relation, with_modal};
use super::lexer::{Kind, Token};
use super::phrases::Role;
use super::reading::{Form, Reading};
use super::{exclusion, subject, words};
use wording::{
    Relation, is_case, is_generic, is_subordinate, relation, split_each, split_subject,
    strip_limit_words, subject_name,
};

/// Reads one sentence.
pub(super) fn sentence(sentence: &Sentence<'_>, carry: &mut Carry) -> Vec<Indicator> {
    if exclusion::is_no_requirement(sentence.text) {
        return Vec::new();
    }
    let verbs = verbs(sentence);
    if verbs.is_empty() && sentence.readings.is_empty() {
        carry.heading = Some(subject::english(sentence.text).to_owned());
        return Vec::new();
    }
    carry.method = method(sentence);
    let reader = Reader {
        sentence,
        verbs,
        forbidden: exclusion::forbids(sentence.text),
    };
    let mut found = reader.read(carry);
    if found.is_empty() {
        found.extend(reader.in_words(carry));
    }
    if let Some(method) = &carry.method {
        for indicator in &mut found {
            indicator.method.get_or_insert_with(|| method.clone());
        }
    }
    found
}

/// `in accordance with ISO 148-1`: the first external standard the sentence tests by.
fn method(sentence: &Sentence<'_>) -> Option<String> {
    const CUES: &[&str] = &[
        "accordance with",
        "according to",
        "per",
        "by",
        "using",
        "following",
        "method of",
        "specified in",
        "tested to",
        "to",
        "described in",
        "method",
        "conditions of",
        "(see",
        "(",
    ];
    sentence
        .tokens
        .iter()
        .filter(|token| token.kind == Kind::Reference)
        .find_map(|token| {
            let before = sentence.text[..token.start].trim_end();
            let cued = CUES.iter().any(|cue| before.ends_with(cue));
            let conforms = before.ends_with("comply with")
                || before.ends_with("conform to")
                || before.ends_with("requirements of");
            (cued && !conforms).then(|| sentence.text[token.start..token.end].to_owned())
        })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Modal,
    Link,
}

fn verbs(sentence: &Sentence<'_>) -> Vec<(Verb, Range<usize>)> {
    let mut verbs: Vec<(Verb, Range<usize>)> = Vec::new();
    let negative_start = sentence.text.trim_start().starts_with("No ")
        || subject::without_label(sentence.text).starts_with("No ");
    for token in &sentence.tokens {
        let verb = match token.role() {
            Some(Role::Shall | Role::Should) => Verb::Modal,
            Some(Role::May) if negative_start || followed_by_not(sentence, token) => Verb::Modal,
            Some(Role::Copula) => Verb::Link,
            _ => continue,
        };
        let joined = verbs.last().is_some_and(|(last, range)| {
            *last == Verb::Modal
                && sentence.text[range.end..token.start]
                    .trim()
                    .trim_start_matches("not")
                    .trim()
                    .is_empty()
        });
        if !joined {
            verbs.push((verb, token.start..token.end));
        }
    }
    verbs
}

fn followed_by_not(sentence: &Sentence<'_>, token: &Token) -> bool {
    sentence.text[token.end..].trim_start().starts_with("not ")
}

struct Reader<'s, 'a> {
    sentence: &'s Sentence<'a>,
    verbs: Vec<(Verb, Range<usize>)>,
    forbidden: bool,
}

/// What the words around one reading say about it.
#[derive(Debug, Default)]
struct Found {
    parameter: String,
    conditions: Vec<String>,
    limit: Option<Limit>,
}

impl Reader<'_, '_> {
    fn text(&self) -> &str {
        self.sentence.text
    }

    fn read(&self, carry: &mut Carry) -> Vec<Indicator> {
        let mut found: Vec<Indicator> = Vec::new();
        let mut from = 0;
        let mut last: Option<&Reading> = None;
        for (place, reading) in self.sentence.readings.iter().enumerate() {
            let statement = self.forbidden(from, reading);
            let statement = statement.or_else(|| match last {
                Some(previous) => self
                    .continued(previous, reading, carry, &found)
                    .or_else(|| self.stated(from, reading, carry)),
                None => self.stated(from, reading, carry),
            });
            let Some(mut statement) = statement else {
                continue;
            };
            let limit = statement
                .limit
                .take()
                .unwrap_or_else(|| reading.limit.clone());
            let limit = self.with_negative_subject(from, reading, limit);
            let next = self
                .sentence
                .readings
                .get(place + 1)
                .map_or(self.text().len(), |r| r.span.start);
            let (tail_condition, tail_object) = self.tail(reading.span.end, next);
            if let Some(object) = tail_object
                && (statement.parameter.is_empty() || self.contains_verb(from, reading))
            {
                if !statement.parameter.is_empty() {
                    statement
                        .conditions
                        .insert(0, std::mem::take(&mut statement.parameter));
                }
                statement.parameter = object;
            }
            statement.conditions.extend(tail_condition);
            if statement.parameter.is_empty() {
                statement.parameter = carry
                    .parameter
                    .clone()
                    .or_else(|| carry.heading.clone())
                    .unwrap_or_default();
            }
            let enumerated = words::listed_numbers(self.sentence, reading, self.text().len());
            let is_list = enumerated.is_some();
            let limit = enumerated.map_or(limit, Limit::Enumeration);
            let recommended = self
                .sentence
                .tokens_in(&(from..reading.span.start))
                .any(|token| matches!(token.role(), Some(Role::Should | Role::ShouldNot)));
            let condition =
                (!statement.conditions.is_empty()).then(|| statement.conditions.join(", "));
            for name in split_each(&statement.parameter, &self.text()[from..reading.span.start]) {
                let modal = with_modal(recommended);
                found.push(self.sentence.indicator(
                    name,
                    limit.clone(),
                    reading,
                    condition.clone(),
                    modal,
                ));
            }
            carry.parameter = Some(statement.parameter);
            from = reading.span.end;
            last = Some(reading);
            if is_list {
                break;
            }
        }
        found
    }

    /// `No individual value shall be less than 32 MPa`.
    fn with_negative_subject(&self, from: usize, reading: &Reading, limit: Limit) -> Limit {
        let clause = subject::without_label(&self.text()[from..reading.span.start]);
        let negative = clause.starts_with("No ")
            || clause.starts_with("None ")
            || clause.starts_with("Neither ");
        let own_not = self.text()[reading.span.clone()].starts_with("not ");
        if negative && !own_not && reading.form == Form::Compared {
            invert(&limit)
        } else {
            limit
        }
    }

    fn contains_verb(&self, from: usize, reading: &Reading) -> bool {
        let before = self.text()[from..reading.span.start].trim_end();
        let inside = &self.text()[reading.span.clone()];
        [
            " contain",
            " contains",
            " containing",
            " contain not",
            " release",
            " emit",
            " have",
            " leach",
            " includes",
        ]
        .iter()
        .any(|verb| before.ends_with(verb))
            || inside.contains("contain ")
            || inside.contains("release ")
    }

    /// A reading with a verb of its own, or in a text without verbs.
    fn stated(&self, from: usize, reading: &Reading, carry: &Carry) -> Option<Found> {
        let start = reading.span.start;
        let in_clause = |range: &Range<usize>| range.start >= from && range.end <= start;
        let verb = self.verbs.iter().rev().find(|(_, range)| in_clause(range));
        let Some((_, verb)) = verb else {
            if self
                .verbs
                .iter()
                .any(|(verb, range)| *verb == Verb::Modal && range.start > start)
            {
                return None;
            }
            return self.verbless(from, reading, carry);
        };
        let between = self.text()[verb.end..start].trim();
        if let Some(found) = instrumental(between, reading) {
            return Some(found);
        }
        if is_subordinate(between) && !Self::is_duration(between, reading) {
            return None;
        }
        if Self::is_duration(between, reading) {
            return (reading.form != Form::Bare).then(|| Found {
                parameter: "duration".to_owned(),
                ..Found::default()
            });
        }
        let relation = relation(between);
        let subject_text = &self.text()[self.clause_start(from, verb.start)..verb.start];
        let subject_text = Self::without_relative(subject_text);
        let (conditions, name) = split_subject(subject_text);
        let compared = matches!(reading.form, Form::Compared | Form::Suffixed);
        let (parameter, mut conditions, limit) = match relation {
            Relation::Direct => (name, conditions, Self::limit_of(reading, subject_text)),
            Relation::Object(object) => {
                let mut conditions = conditions;
                if !name.is_empty() && !is_generic(&name) {
                    conditions.push(name);
                }
                (object, conditions, Self::limit_of(reading, between))
            }
            Relation::Endures(object) => {
                let parameter = if object.is_empty() { name } else { object };
                let Limit::Equal(value) = reading.limit else {
                    let limit = Some(reading.limit.clone());
                    return Some(Found {
                        parameter,
                        conditions,
                        limit,
                    });
                };
                (parameter, conditions, Some(Limit::AtLeast(value)))
            }
            Relation::Other if compared => (name, conditions, Some(reading.limit.clone())),
            Relation::Other => return None,
        };
        let mut parameter = strip_limit_words(&parameter);
        if is_generic(&parameter) {
            parameter = carry
                .parameter
                .clone()
                .or_else(|| carry.heading.clone())
                .unwrap_or(parameter);
        }
        conditions.retain(|condition| !condition.is_empty());
        Some(Found {
            parameter,
            conditions,
            limit,
        })
    }

    /// `Average ≤ 0,5 %`, `Volume removed max. 175 mm³.`
    fn verbless(&self, from: usize, reading: &Reading, carry: &Carry) -> Option<Found> {
        let before = &self.text()[from..reading.span.start];
        let trimmed = before.trim_end();
        let labelled = trimmed.ends_with([':', '='])
            || words::hint(trimmed).is_some()
            || carry.bound.is_some();
        if is_subordinate(trimmed) && !trimmed.ends_with(':') {
            return None;
        }
        let pure = matches!(reading.limit, Limit::Tolerance { nominal, .. } if nominal.is_zero());
        let stands = match reading.form {
            Form::Compared | Form::Suffixed => true,
            Form::Tolerance => pure || labelled,
            Form::Spread => labelled,
            Form::Bare => labelled && trimmed.len() < 80,
        };
        if !stands || before.contains(" page ") || before.contains("(continued)") {
            return None;
        }
        let (conditions, name) = split_subject(before);
        let limit = match (&reading.limit, reading.form) {
            (Limit::Equal(value), Form::Bare) => Some(
                words::hint(trimmed)
                    .or(carry.bound)
                    .unwrap_or(Hint::Exact)
                    .limit(*value),
            ),
            _ => None,
        };
        let parameter = strip_limit_words(&name);
        let anonymous =
            parameter.is_empty() && carry.parameter.is_none() && carry.heading.is_none();
        (!anonymous).then_some(Found {
            parameter,
            conditions,
            limit,
        })
    }

    /// `… and 2.5 mg/kg for other foods`: a second value of the same statement.
    fn continued(
        &self,
        previous: &Reading,
        reading: &Reading,
        carry: &Carry,
        found: &[Indicator],
    ) -> Option<Found> {
        let between = &self.text()[previous.span.end..reading.span.start];
        if self
            .verbs
            .iter()
            .any(|(_, range)| range.start >= previous.span.end && range.end <= reading.span.start)
        {
            return None;
        }
        let trimmed = between.trim();
        let last_word = trimmed.rsplit([' ', ',']).next().unwrap_or_default();
        let joint = trimmed.is_empty()
            || matches!(last_word, "and" | "or" | "but" | "")
            || trimmed.ends_with([',', ':']);
        if reading.form != Form::Bare {
            if Self::is_duration(trimmed, reading) {
                return Some(Found {
                    parameter: "duration".to_owned(),
                    ..Found::default()
                });
            }
            let passed_over = trimmed.contains(|c: char| c.is_ascii_digit());
            if is_subordinate(trimmed) && (!joint || passed_over) {
                return None;
            }
            if joint {
                let parameter = carry.parameter.clone().unwrap_or_default();
                return Some(Found {
                    parameter,
                    ..Found::default()
                });
            }
            let name = subject::english(trimmed.trim_start_matches([',', ' ']));
            let parts: Vec<&str> = name.rsplitn(2, " and ").collect();
            let name = subject::english(parts.first().copied().unwrap_or(name));
            if is_case(name) || name.starts_with("for ") {
                let parameter = carry.parameter.clone().unwrap_or_default();
                return Some(Found {
                    parameter,
                    conditions: vec![name.to_owned()],
                    limit: None,
                });
            }
            return Some(Found {
                parameter: strip_limit_words(name),
                ..Found::default()
            });
        }
        let same_unit = previous.unit == reading.unit;
        let Limit::Equal(value) = reading.limit else {
            return None;
        };
        let model = &found.last()?.limit;
        let new_case =
            trimmed.contains("for ") || trimmed.contains("in ") || trimmed.contains("on ");
        (joint && same_unit && new_case).then(|| Found {
            parameter: carry.parameter.clone().unwrap_or_default(),
            conditions: Vec::new(),
            limit: Some(same_relation(model, value)),
        })
    }

    /// `shall not be placed on the market if the lead content exceeds 90 mg/kg`.
    fn forbidden(&self, from: usize, reading: &Reading) -> Option<Found> {
        if !self.forbidden || !matches!(reading.form, Form::Compared | Form::Suffixed) {
            return None;
        }
        let before = &self.text()[from..reading.span.start];
        let own_words = self.text()[reading.span.clone()].to_ascii_lowercase();
        if own_words.starts_with("not ")
            || own_words.starts_with("no ")
            || before.trim_end().ends_with(" shall be")
        {
            return None;
        }
        let start = [
            " if ",
            " where ",
            " when ",
            " whose ",
            " in which ",
            " with ",
            " containing",
            " for which ",
            " having ",
            " unless ",
        ]
        .iter()
        .filter_map(|word| before.rfind(word).map(|at| at + word.len()))
        .max();
        let name = match start {
            Some(start) => subject::english(&before[start..]),
            None => subject::english(before),
        };
        let case = start
            .map(|start| subject::english(&before[..start]))
            .unwrap_or_default();
        let name = name
            .trim_start_matches("that ")
            .trim_start_matches("contain ")
            .trim_start_matches("containing ");
        let name = subject::english(name);
        let conditions = if name.is_empty() && !case.is_empty() {
            vec![case.to_owned()]
        } else {
            Vec::new()
        };
        Some(Found {
            parameter: name.to_owned(),
            conditions,
            limit: Some(invert(&reading.limit)),
        })
    }

    fn limit_of(reading: &Reading, words: &str) -> Option<Limit> {
        let Limit::Equal(value) = reading.limit else {
            return None;
        };
        if reading.form != Form::Bare {
            return None;
        }
        let hint = words::hint(words).unwrap_or(Hint::Exact);
        Some(hint.limit(value))
    }

    fn is_duration(between: &str, reading: &Reading) -> bool {
        let time = reading.unit.as_ref().is_some_and(|unit| {
            unit.dimension().exponents == [0, 0, 1, 0, 0, 0, 0] && unit.dimension().scale.is_empty()
        });
        let for_time = between == "for" || between.ends_with(" for");
        time && for_time && matches!(reading.form, Form::Compared | Form::Suffixed)
    }

    /// The start of the clause that the verb at `verb` belongs to.
    fn clause_start(&self, from: usize, verb: usize) -> usize {
        let before = &self.text()[from..verb];
        let mut start = 0;
        let has_verb = |end: usize| {
            self.verbs
                .iter()
                .any(|(_, range)| range.start >= from && range.end <= from + end)
        };
        for joint in [
            ", and ",
            ", but ",
            ", while ",
            ", whereas ",
            "; ",
            " and the ",
            " while the ",
            ", or ",
            ". ",
        ] {
            for (at, _) in before.match_indices(joint) {
                if (from > 0 || has_verb(at)) && at + joint.len() > start {
                    start = at + joint.len();
                }
            }
        }
        from + start
    }

    /// `a lead content that is not in excess of …`: the noun before `that`.
    fn without_relative(text: &str) -> &str {
        let trimmed = text.trim_end();
        let Some(head) = trimmed
            .strip_suffix(" that")
            .or_else(|| trimmed.strip_suffix(" which"))
        else {
            return text;
        };
        let starts = [
            " have ",
            " has ",
            " contain ",
            " having ",
            " with ",
            " exhibit ",
        ];
        let start = starts
            .iter()
            .filter_map(|verb| head.rfind(verb).map(|at| at + verb.len()))
            .max();
        start.map_or(head, |start| &head[start..])
    }

    /// The words behind a limit: a condition (`for toys`), or the thing contained (`of any PAH`).
    fn tail(&self, from: usize, next: usize) -> (Option<String>, Option<String>) {
        const CASES: &[&str] = &[
            "for ", "when ", "if ", "at ", "on ", "in ", "under ", "after ", "during ", "where ",
            "from ", "over ", "with ", "between ",
        ];
        let tail = &self.text()[from..next];
        let end = tail
            .find([';', '\n'])
            .into_iter()
            .chain(
                [", and ", ", but ", " and the ", " and ", ", while "]
                    .iter()
                    .filter_map(|w| {
                        tail.find(w)
                            .filter(|at| next < self.text().len() || *w != " and " || *at == 0)
                    }),
            )
            .min()
            .unwrap_or(tail.len());
        let tail = tail[..end].trim().trim_end_matches(['.', ',']).trim();
        let tail = tail
            .strip_prefix("by weight")
            .or_else(|| tail.strip_prefix("by mass"))
            .unwrap_or(tail)
            .trim_start();
        if let Some(object) = tail.strip_prefix("of ") {
            let cut = [" for ", " in ", " when ", ", "]
                .iter()
                .filter_map(|w| object.find(w))
                .min();
            let name = cut.map_or(object, |at| &object[..at]);
            return (
                cut.map(|at| object[at..].trim_matches([',', ' ']).to_owned()),
                Some(subject_name(name)),
            );
        }
        let case = CASES.iter().any(|word| tail.starts_with(word));
        let condition = case.then(|| tail.trim_start_matches("for ").to_owned());
        (condition.filter(|text| text.len() < 160), None)
    }

    /// A sentence with a modal verb and no numeric limit.
    fn in_words(&self, carry: &Carry) -> Option<Indicator> {
        let text = self.text();
        let (_, verb) = self.verbs.iter().find(|(verb, _)| *verb == Verb::Modal)?;
        let predicate = text[verb.end..].trim().trim_end_matches('.').trim();
        let (conditions, name) = split_subject(&text[..verb.start]);
        let negative = subject::without_label(text).starts_with("No ");
        let modal_word = text[verb.start..verb.end].to_ascii_lowercase();
        let span = self.sentence.offset + verb.start..self.sentence.offset + text.trim_end().len();
        let modal = words::recommends(self.sentence, &(0..text.len()));
        if let Some(values) = words::alternatives(predicate) {
            let parameter = if predicate.contains("be of") || predicate.contains("made") {
                format!("{name} material")
            } else {
                name
            };
            let condition = (!conditions.is_empty()).then(|| conditions.join(", "));
            return Some(Indicator {
                parameter,
                limit: Limit::Enumeration(values),
                unit: None,
                condition,
                method: None,
                modal,
                span,
            });
        }
        let positive = predicate.strip_prefix("not ").unwrap_or(predicate);
        if words::is_procedure(positive) || predicate.is_empty() || predicate.ends_with(':') {
            return None;
        }
        let cut = [" when ", " after ", " if ", " during "]
            .iter()
            .filter_map(|word| predicate.find(word))
            .min();
        let core = cut.map_or(predicate, |at| predicate[..at].trim_end_matches(','));
        let words = if negative {
            let word = if modal_word == "may" {
                "must"
            } else {
                modal_word.as_str()
            };
            format!("{word} not {core}")
        } else {
            format!("{modal_word} {core}")
        };
        let mut conditions = conditions;
        conditions.extend(cut.map(|at| predicate[at..].trim().to_owned()));
        let parameter = carry
            .heading
            .clone()
            .filter(|heading| heading.len() < 60)
            .unwrap_or(name);
        let condition = (!conditions.is_empty()).then(|| conditions.join(", "));
        (!parameter.is_empty()).then_some(Indicator {
            parameter,
            limit: Limit::Qualitative(words),
            unit: None,
            condition,
            method: None,
            modal,
            span,
        })
    }
}

/// `open with a force of not more than 67 N` limits the force.
fn instrumental(between: &str, reading: &Reading) -> Option<Found> {
    if !matches!(reading.form, Form::Compared) {
        return None;
    }
    let start = [
        " with a ",
        " with an ",
        " at a ",
        " under a ",
        " by a ",
        " at an ",
    ]
    .iter()
    .filter_map(|word| between.rfind(word).map(|at| at + word.len()))
    .max()?;
    let name = subject_name(&between[start..]);
    let verb = &between[..start];
    let plain = name.split(' ').count() <= 4
        && !name.is_empty()
        && !words::is_procedure(verb.trim_start_matches("not "));
    let negative = between.starts_with("not ");
    let limit = if negative {
        invert(&reading.limit)
    } else {
        reading.limit.clone()
    };
    plain.then(|| Found {
        parameter: name,
        conditions: Vec::new(),
        limit: Some(limit),
    })
}
