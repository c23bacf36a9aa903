//! Who we are to the servers we ask.

use serde::{Deserialize, Serialize};

/// The contact that every request names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// The product's name; `robots.txt` speaks of it.
    pub product: String,
    /// A page that says what we do.
    pub url: Option<String>,
    /// An address that reaches a person.
    pub mail: Option<String>,
}

impl Default for Contact {
    fn default() -> Self {
        Self {
            product: "Duibiao".to_owned(),
            url: None,
            mail: None,
        }
    }
}

impl Contact {
    /// Returns the `User-Agent`: product, version, contact.
    pub fn user_agent(&self) -> String {
        let version = env!("CARGO_PKG_VERSION");
        let url = self.url.iter().map(|url| format!("+{url}"));
        let contact: Vec<String> = url.chain(self.mail.iter().cloned()).collect();
        let product = &self.product;
        if contact.is_empty() {
            return format!("{product}/{version}");
        }
        format!("{product}/{version} ({})", contact.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agent_names_product_version_and_contact() {
        let contact = Contact {
            url: Some("https://duibiao.example/bot".to_owned()),
            mail: Some("crawl@duibiao.example".to_owned()),
            ..Contact::default()
        };
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            contact.user_agent(),
            format!("Duibiao/{version} (+https://duibiao.example/bot; crawl@duibiao.example)")
        );
    }
}
