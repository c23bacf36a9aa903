//! A request as the manifest sees it.

use std::collections::BTreeMap;

/// A request, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The method, upper case.
    pub method: String,
    /// The host that was meant.
    pub host: String,
    /// The path.
    pub path: String,
    /// The parameters of the address.
    pub query: BTreeMap<String, String>,
    /// The fields of a form.
    pub form: BTreeMap<String, String>,
    /// The body as text.
    pub body: String,
    /// The address after the path and the body, decoded, for looking for words.
    pub words: String,
}

impl Question {
    /// Takes a request apart.
    pub fn new(method: &str, host: &str, path: &str, query: &str, body: &str) -> Self {
        let pairs = |text: &str| {
            form_urlencoded::parse(text.as_bytes())
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect::<BTreeMap<String, String>>()
        };
        let query = pairs(query);
        let values: Vec<&str> = query.values().map(String::as_str).collect();
        let form = pairs(body);
        let fields: Vec<&str> = form.values().map(String::as_str).collect();
        let words = format!("{}\n{}\n{body}", values.join("\n"), fields.join("\n"));
        Self {
            method: method.to_owned(),
            host: host.to_owned(),
            path: path.to_owned(),
            query,
            form,
            body: body.to_owned(),
            words,
        }
    }

    /// Returns the same question with other parameters, in address and form.
    #[must_use]
    pub fn with(mut self, parameters: &BTreeMap<String, String>) -> Self {
        for (name, value) in parameters {
            for fields in [&mut self.query, &mut self.form] {
                if let Some(field) = fields.get_mut(name) {
                    value.clone_into(field);
                }
            }
        }
        if let Ok(mut json) = serde_json::from_str::<serde_json::Value>(&self.body) {
            for (pointer, value) in parameters {
                if let Some(place) = json.pointer_mut(pointer) {
                    *place = serde_json::from_str(value).unwrap_or_else(|_| value.clone().into());
                }
            }
            self.body = json.to_string();
        }
        self
    }
}
