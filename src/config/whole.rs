//! The configuration as a whole.

use std::collections::BTreeMap;
use std::path::Path;

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

use super::{
    AlertsSettings, ApiSettings, ConfigError, Contact, Limits, MailSettings, Secret, ServerConfig,
    SourceConfig,
};

/// Everything the operator decides.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The server.
    pub server: ServerConfig,
    /// The interface for programs.
    pub api: ApiSettings,
    /// Who we are to the servers we ask.
    pub contact: Contact,
    /// How much and how fast.
    pub limits: Limits,
    /// Alerts.
    pub alerts: AlertsSettings,
    /// Mail.
    pub mail: MailSettings,
    /// The sources, by identifier.
    pub sources: BTreeMap<String, SourceConfig>,
    /// Keys and passwords, by name.
    pub secrets: BTreeMap<String, Secret>,
}

/// Variables of other meaning have one underscore; a section and its key have two between them.
const PREFIX: &str = "DUIBIAO_";
const BETWEEN: &str = "__";

impl Config {
    /// The name of the file in the data directory.
    pub const FILE: &'static str = "duibiao.toml";

    /// Reads the configuration of a data directory, or the file that was named, and the environment over it.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] when the named file is missing, or a key or value is not what it should be.
    pub fn load(named: Option<&Path>, data_dir: &Path) -> Result<Self, ConfigError> {
        let file = match named {
            Some(file) if !file.is_file() => return Err(ConfigError::Missing(file.to_owned())),
            Some(file) => file.to_owned(),
            None => data_dir.join(Self::FILE),
        };
        let environment = Env::prefixed(PREFIX)
            .filter(|name| name.as_str().contains(BETWEEN))
            .split(BETWEEN);
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if file.is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
        Ok(figment.merge(environment).extract()?)
    }

    /// Reads a text of TOML.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] when a key or value is not what it should be.
    pub fn read(text: &str) -> Result<Self, ConfigError> {
        Ok(Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::string(text))
            .extract()?)
    }

    /// Returns what is decided about a source; the defaults where nothing is.
    pub fn source(&self, id: &str) -> SourceConfig {
        self.sources.get(id).cloned().unwrap_or_default()
    }

    /// Returns the secrets as they are sent, those of the environment under their own names included.
    ///
    /// `names` are the names that sources ask for; case does not count.
    pub fn secrets_of(&self, names: &[&str]) -> BTreeMap<String, String> {
        let find = |name: &&str| {
            let here = self
                .secrets
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name))
                .map(|(_, secret)| secret.reveal().to_owned());
            let value = here.or_else(|| std::env::var(name).ok())?;
            (!value.trim().is_empty()).then(|| ((*name).to_owned(), value))
        };
        names.iter().filter_map(find).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    const EXAMPLE: &str = include_str!("../../duibiao.example.toml");

    /// Collects the names of all keys, those under names that the operator chooses included.
    fn keys(value: &Value, found: &mut Vec<String>) {
        let Value::Object(map) = value else { return };
        for (name, value) in map {
            match value {
                Value::Object(inner) if !inner.is_empty() => keys(value, found),
                _ => found.push(name.clone()),
            }
        }
    }

    #[test]
    fn the_example_is_read_and_names_every_key() {
        let read = Config::read(EXAMPLE).unwrap();
        assert!(!read.sources.is_empty(), "the example shows a source");
        let mut whole = serde_json::to_value(Config::default()).unwrap();
        whole["sources"] = serde_json::json!({"any": SourceConfig::default()});
        whole["secrets"] = Value::Null;
        let mut names = Vec::new();
        keys(&whole, &mut names);
        assert!(names.len() > 10, "{names:?}");
        for name in names {
            let told = EXAMPLE.lines().any(|line| {
                let line = line.trim_start_matches(['#', ' ', '[']);
                let ends = |rest: &str| rest.trim_start().starts_with(['=', ']', '.']);
                line.strip_prefix(&name).is_some_and(ends) || line.contains(&format!(".{name}]"))
            });
            assert!(told, "the example does not name `{name}`");
        }
    }

    #[test]
    fn a_data_directory_without_a_file_has_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Config::load(None, folder.path()).is_ok());
        let named = folder.path().join("none.toml");
        let error = Config::load(Some(&named), folder.path()).unwrap_err();
        assert!(matches!(error, ConfigError::Missing(_)));
    }

    #[test]
    fn a_misspelled_key_is_an_error_that_names_it() {
        let error = Config::read("[server]\nlistn = \"127.0.0.1:1\"").unwrap_err();
        assert!(error.to_string().contains("listn"), "{error}");
    }

    #[test]
    fn a_secret_is_found_in_any_case_and_never_printed() {
        let config = Config::read("[secrets]\nwto_api_key = \"s3cret\"").unwrap();
        let secrets = config.secrets_of(&["WTO_API_KEY", "OTHER_KEY_NOT_THERE"]);
        assert_eq!(secrets["WTO_API_KEY"], "s3cret");
        assert_eq!(secrets.len(), 1);
        assert!(!format!("{config:?}").contains("s3cret"));
        assert!(!serde_json::to_string(&config).unwrap().contains("s3cret"));
    }
}
