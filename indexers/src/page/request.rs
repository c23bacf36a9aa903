//! What a source asks a server for.

use serde::{Deserialize, Serialize};

/// How a request is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// A plain GET.
    #[default]
    Get,
    /// A POST of form fields, in order.
    Form(Vec<(String, String)>),
    /// A POST of a JSON body.
    Json(String),
}

/// Whether a page that is kept is asked for again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Renewal {
    /// It is, with what it can be compared by.
    #[default]
    Asked,
    /// It is not: the kept page is read. For documents by the thousand of which only new ones are looked for.
    Spared,
}

/// One request, plain data: the frontier stores it and a run goes on from it after a crash.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Request {
    /// The absolute address, as the source's own server has it.
    pub url: String,
    /// How it is sent.
    #[serde(default)]
    pub method: Method,
    /// Further headers (`accept`, `referer`), names in lower case. Never secrets: see `secrets`.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// Headers whose value is a secret of the configuration: header name, setting name.
    #[serde(default)]
    pub secrets: Vec<(String, String)>,
    /// What kind of page it is, in the source's own words (`list`, `detail`).
    #[serde(default)]
    pub task: String,
    /// Whatever the source wants to know again when it reads the answer (a window, a parent key).
    #[serde(default)]
    pub note: String,
    /// Whether it is sent although its answer is kept.
    #[serde(default)]
    pub renewal: Renewal,
}

impl Request {
    /// Returns the hash under which a run knows it: where it goes, what it sends, what it is for.
    ///
    /// Headers and renewal are left out: a referer does not make it another question.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let (method, fields): (&str, Vec<&str>) = match &self.method {
            Method::Get => ("get", Vec::new()),
            Method::Form(fields) => {
                let pairs = fields.iter();
                (
                    "form",
                    pairs
                        .flat_map(|(name, value)| [name.as_str(), value.as_str()])
                        .collect(),
                )
            }
            Method::Json(body) => ("json", vec![body]),
        };
        let parts = [method, &self.url, &self.task, &self.note];
        for part in parts.into_iter().chain(fields) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        *hasher.finalize().as_bytes()
    }

    /// Asks for an address by GET.
    pub fn get(task: &str, url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            task: task.to_owned(),
            ..Self::default()
        }
    }

    /// Posts form fields.
    pub fn form(task: &str, url: impl Into<String>, fields: Vec<(String, String)>) -> Self {
        Self {
            method: Method::Form(fields),
            ..Self::get(task, url)
        }
    }

    /// Posts a JSON body.
    pub fn json(task: &str, url: impl Into<String>, body: impl Into<String>) -> Self {
        Self {
            method: Method::Json(body.into()),
            ..Self::get(task, url)
        }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers
            .push((name.to_ascii_lowercase(), value.to_owned()));
        self
    }

    /// Adds a header whose value is a secret of the configuration.
    #[must_use]
    pub fn secret(mut self, header: &str, setting: &str) -> Self {
        self.secrets
            .push((header.to_ascii_lowercase(), setting.to_owned()));
        self
    }

    /// Reads the kept answer, if there is one, instead of asking again.
    #[must_use]
    pub fn spared(mut self) -> Self {
        self.renewal = Renewal::Spared;
        self
    }

    /// Adds a note to be read again with the answer.
    #[must_use]
    pub fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}
