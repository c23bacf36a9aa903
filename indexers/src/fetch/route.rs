//! How the requests of one source travel.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use url::Url;

use super::guard::{self, Private, Refusal};
use super::token::Token;
use super::{Cookies, FetchError};
use crate::page::{Credentials, Request};

/// What holds for every request of one run of one source.
#[derive(Debug)]
pub struct Route {
    hosts: &'static [&'static str],
    pace: Duration,
    base: Option<Url>,
    private: Private,
    secrets: BTreeMap<String, String>,
    credentials: Option<Credentials>,
    pub(super) token: Token,
    pub(super) cookies: Cookies,
}

impl Route {
    /// Makes the route of a source: its hosts, its pace.
    pub fn new(hosts: &'static [&'static str], pace: Duration) -> Self {
        Self {
            hosts,
            pace,
            base: None,
            private: Private::Refused,
            secrets: BTreeMap::new(),
            credentials: None,
            token: Token::default(),
            cookies: Cookies::default(),
        }
    }

    /// Sends every request to another server instead; naming it is the permission to ask it, wherever it is.
    #[must_use]
    pub fn to(mut self, base: Option<Url>) -> Self {
        self.base = base;
        self
    }

    /// Allows addresses of this machine and its surroundings.
    #[must_use]
    pub fn private(mut self, private: Private) -> Self {
        self.private = private;
        self
    }

    /// Gives the secrets of the configuration.
    #[must_use]
    pub fn secrets(mut self, secrets: BTreeMap<String, String>) -> Self {
        self.secrets = secrets
            .into_iter()
            .map(|(name, value)| (name.to_ascii_lowercase(), value))
            .collect();
        self
    }

    /// Shows a token with every request, bought with these credentials.
    #[must_use]
    pub fn credentials(mut self, credentials: Option<Credentials>) -> Self {
        self.credentials = credentials;
        self
    }

    /// Returns what buys a token, where one is needed: the address, the identifier, the password.
    pub(super) fn purchase(&self) -> Result<Option<(&'static str, &str, &str)>, FetchError> {
        let Some(credentials) = self.credentials else {
            return Ok(None);
        };
        let client = self.secret(credentials.client)?;
        let password = self.secret(credentials.password)?;
        Ok(Some((credentials.url, client, password)))
    }

    fn secret(&self, name: &str) -> Result<&str, FetchError> {
        let value = self.secrets.get(&name.to_ascii_lowercase());
        let value = value.filter(|value| !value.trim().is_empty());
        value.map(String::as_str).ok_or_else(|| FetchError::Secret {
            name: name.to_owned(),
        })
    }

    pub(super) fn pace(&self) -> Duration {
        self.pace
    }

    /// Tells whether requests go to a server that the operator named, or may go to this machine.
    pub(super) fn is_open(&self) -> bool {
        self.base.is_some() || self.private == Private::Allowed
    }

    /// Checks an address of the source; nothing is sent before.
    pub(super) fn check(&self, address: &Url) -> Result<(), FetchError> {
        guard::check(address, self.hosts, self.private).map_err(|refusal| refused(address, refusal))
    }

    /// Returns where a request for an address of the source really goes.
    pub(super) fn target(&self, address: &Url) -> Url {
        let Some(base) = &self.base else {
            return address.clone();
        };
        let mut target = base.clone();
        target.set_path(address.path());
        target.set_query(address.query());
        target
    }

    /// Returns the headers that tell the other server which host was meant.
    pub(super) fn forwarded(&self, address: &Url) -> HashMap<&'static str, String> {
        let mut headers = HashMap::new();
        if self.base.is_some() {
            headers.insert("x-forwarded-host", authority(address));
            headers.insert("x-forwarded-proto", address.scheme().to_owned());
        }
        headers
    }

    /// Turns the target of a redirect into an address of the source: the other server may name itself.
    pub(super) fn followed(&self, from: &Url, location: &str) -> Result<Url, FetchError> {
        let mut to = from.join(location).map_err(|_| {
            let refusal = Refusal::Unreadable(location.chars().take(200).collect());
            refused(from, refusal)
        })?;
        if let Some(base) = &self.base
            && to.origin() == base.origin()
        {
            let mut home = from.clone();
            home.set_path(to.path());
            home.set_query(to.query());
            to = home;
        }
        to.set_fragment(None);
        Ok(to)
    }

    /// Returns the secret headers of a request.
    pub(super) fn secret_headers<'route>(
        &'route self,
        request: &'route Request,
    ) -> Result<Vec<(&'route str, &'route str)>, FetchError> {
        let find =
            |(header, name): &'route (String, String)| Ok((header.as_str(), self.secret(name)?));
        request.secrets.iter().map(find).collect()
    }
}

fn refused(address: &Url, refusal: Refusal) -> FetchError {
    FetchError::Refused {
        address: address.to_string(),
        refusal,
    }
}

/// Host and, where it is not the usual one, port.
pub(super) fn authority(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default();
    address
        .port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}
