//! Which requests a route or a fault is for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Question;

/// Conditions on a request; those that are left out hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// `GET` or `POST`.
    pub method: Option<String>,
    /// The host that was meant.
    pub host: Option<String>,
    /// The path; a `*` at its end stands for anything.
    pub path: Option<String>,
    /// Parameters of the address.
    pub query: BTreeMap<String, String>,
    /// Fields of the form.
    pub form: BTreeMap<String, String>,
    /// Parameters that must not be there.
    pub absent: Vec<String>,
    /// Values at JSON pointers into the body.
    pub json: BTreeMap<String, Value>,
    /// Text in the body or the address.
    pub contains: Option<String>,
}

/// Stands for any value.
const ANY: &str = "*";

impl Conditions {
    /// Tells whether a request meets all conditions.
    pub fn meet(&self, question: &Question) -> bool {
        let same = |wanted: &Option<String>, found: &str| {
            wanted
                .as_deref()
                .is_none_or(|wanted| wanted.eq_ignore_ascii_case(found))
        };
        let fields = |wanted: &BTreeMap<String, String>, found: &BTreeMap<String, String>| {
            wanted.iter().all(|(name, value)| {
                found
                    .get(name)
                    .is_some_and(|found| value == ANY || found == value)
            })
        };
        same(&self.method, &question.method)
            && same(&self.host, &question.host)
            && self.meets_path(&question.path)
            && fields(&self.query, &question.query)
            && fields(&self.form, &question.form)
            && self
                .absent
                .iter()
                .all(|name| !question.query.contains_key(name) && !question.form.contains_key(name))
            && self.meets_json(&question.body)
            && self
                .contains
                .as_ref()
                .is_none_or(|text| question.words.contains(text))
    }

    /// Returns how many conditions there are: the more, the more particular.
    pub fn count(&self) -> usize {
        self.query.len()
            + self.form.len()
            + self.absent.len()
            + self.json.len()
            + usize::from(self.contains.is_some())
            + usize::from(self.host.is_some())
    }

    fn meets_path(&self, path: &str) -> bool {
        let Some(wanted) = &self.path else {
            return true;
        };
        match wanted.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => wanted == path,
        }
    }

    fn meets_json(&self, body: &str) -> bool {
        if self.json.is_empty() {
            return true;
        }
        let Ok(body) = serde_json::from_str::<Value>(body) else {
            return false;
        };
        self.json.iter().all(|(pointer, value)| {
            let found = body.pointer(pointer);
            found.is_some_and(|found| value == ANY || found == value)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conditions(json: &str) -> Conditions {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn parameters_forms_and_bodies_are_looked_at() {
        let get = Question::new("GET", "a.example", "/api/list", "page=2&q=%E8%BD%AE", "");
        assert!(conditions(r#"{"path":"/api/*","query":{"page":"2","q":"*"}}"#).meet(&get));
        assert!(conditions(r#"{"contains":"轮"}"#).meet(&get));
        assert!(!conditions(r#"{"absent":["page"]}"#).meet(&get));
        assert!(!conditions(r#"{"host":"b.example"}"#).meet(&get));
        let form = Question::new("POST", "a.example", "/list", "", "current=1&size=15");
        assert!(conditions(r#"{"form":{"current":"1"}}"#).meet(&form));
        let json = Question::new(
            "POST",
            "a.example",
            "/list",
            "",
            r#"{"pagination":{"page":0}}"#,
        );
        assert!(conditions(r#"{"json":{"/pagination/page":0}}"#).meet(&json));
        assert!(!conditions(r#"{"json":{"/pagination/page":1}}"#).meet(&json));
    }
}
