//! What can be wrong with a configuration.

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file, variable or value is not what it should be.
    #[error("the configuration cannot be read: {0}")]
    Unreadable(Box<figment::Error>),
    /// The file that was named is not there.
    #[error("expected a configuration file, found none at `{0}`")]
    Missing(std::path::PathBuf),
}

impl ConfigError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "compare it with duibiao.example.toml, which names every key",
            Self::Missing(_) => "check the name given with --config",
        }
    }
}

impl From<figment::Error> for ConfigError {
    fn from(error: figment::Error) -> Self {
        Self::Unreadable(Box::new(error))
    }
}
