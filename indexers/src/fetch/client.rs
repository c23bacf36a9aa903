//! The client: one request from its first try to its answer.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::SET_COOKIE;
use reqwest::{Client, RequestBuilder, redirect};
use url::Url;

use super::backoff::own_wait;
use super::exchange::{Reached, Trouble, judge, unreachable_or_refused};
use super::host::{Hosts, Turn};
use super::receive::Bounds;
use super::resolver::PublicOnly;
use super::robots::{Robots, Rules};
use super::route::authority;
use super::{Answer, FetchError, Manners, Route, Validators, guard, tls};
use crate::page::{Cut, Method, Request};

/// Redirects that are followed.
const MOST_REDIRECTS: usize = 5;
/// The task of a request for `robots.txt`.
const ROBOTS: &str = "robots";
/// So much of a `robots.txt` is read (RFC 9309, 2.5).
const LARGEST_ROBOTS: u64 = 512 << 10;

/// The client of all sources.
#[derive(Debug)]
pub struct Fetcher {
    guarded: Client,
    open: Client,
    pub(super) manners: Manners,
    pub(super) hosts: Hosts,
    robots: Robots,
}

impl Fetcher {
    /// Builds the client.
    ///
    /// # Errors
    ///
    /// [`FetchError::Unsendable`] when the client cannot be built.
    pub fn new(manners: Manners) -> Result<Self, FetchError> {
        tls::install();
        let build = || {
            Client::builder()
                .user_agent(&manners.user_agent)
                .redirect(redirect::Policy::none())
                // A proxy would look names up for us, past the guard.
                .no_proxy()
                .connect_timeout(Duration::from_secs(20))
                .pool_max_idle_per_host(1)
                .pool_idle_timeout(Duration::from_secs(30))
        };
        let unsendable = |error: reqwest::Error| FetchError::Unsendable {
            reason: error.to_string(),
        };
        let guarded = build().dns_resolver(Arc::new(PublicOnly));
        Ok(Self {
            guarded: guarded.build().map_err(unsendable)?,
            open: build().build().map_err(unsendable)?,
            manners,
            hosts: Hosts::default(),
            robots: Robots::default(),
        })
    }

    /// Leaves a host alone for some time, as an earlier run has found it best.
    pub async fn rest(&self, host: &str, time: Duration, reason: &str) {
        self.hosts.rest(host, time, reason).await;
    }

    /// Asks for a page.
    ///
    /// Waits for the host's turn and pace, reads its `robots.txt` first, tries again after refusals and broken connections,
    /// follows redirects. With validators the answer may be that nothing changed.
    ///
    /// # Errors
    ///
    /// [`FetchError`] says why no page came, and whether the host is left alone from now on.
    pub async fn fetch(
        &self,
        route: &Route,
        request: &Request,
        cut: Cut,
        validators: Option<&Validators>,
    ) -> Result<Answer, FetchError> {
        let purchase = route.purchase()?;
        let mut is_new = false;
        if let Some(purchase) = purchase
            && route.token.bearer().is_none()
        {
            self.buy(route, purchase).await?;
            is_new = true;
        }
        let answer = self.follow(route, request, cut, validators).await;
        match (answer, purchase) {
            // A token lives for an hour or so; one that was bought a moment ago is not bought again.
            (Err(FetchError::Status { status: 401 }), Some(purchase)) if !is_new => {
                self.buy(route, purchase).await?;
                self.follow(route, request, cut, validators).await
            }
            (answer, _) => answer,
        }
    }

    /// Asks for a page, hop by hop.
    async fn follow(
        &self,
        route: &Route,
        request: &Request,
        cut: Cut,
        validators: Option<&Validators>,
    ) -> Result<Answer, FetchError> {
        let mut address = parse(&request.url)?;
        let mut sent = request.clone();
        let home = address.host_str().map(str::to_owned);
        for _ in 0..=MOST_REDIRECTS {
            route.check(&address)?;
            let target = route.target(&address);
            let mut turn = self.hosts.turn(&authority(&target)).await?;
            self.obey_robots(route, &address, &mut turn).await?;
            // A secret goes to the host it is for and nowhere else.
            if address.host_str() != home.as_deref() {
                sent.secrets.clear();
            }
            let tried = self
                .persist(&mut turn, route, || {
                    self.once(route, &sent, &address, cut, validators)
                })
                .await?;
            match tried {
                Reached::Answer(answer) => return Ok(answer),
                Reached::Elsewhere { location, status } => {
                    address = route.followed(&address, &location)?;
                    if !matches!(status, 307 | 308) {
                        sent.method = Method::Get;
                    }
                }
            }
        }
        Err(FetchError::Redirects {
            most: MOST_REDIRECTS,
        })
    }

    /// Reads the rules of an address's origin once, and refuses what they exclude.
    pub(super) async fn obey_robots(
        &self,
        route: &Route,
        address: &Url,
        turn: &mut Turn,
    ) -> Result<(), FetchError> {
        let origin = address.origin().ascii_serialization();
        let rules = if let Some(rules) = self.robots.known(&origin) {
            rules
        } else {
            let rules = self.read_robots(route, address, turn).await?;
            turn.slow_down(rules.delay());
            self.robots.keep(&origin, rules)
        };
        if rules.allow(address.as_str()) {
            return Ok(());
        }
        Err(FetchError::Disallowed {
            address: address.to_string(),
        })
    }

    /// A missing file allows everything, an unreachable one nothing (RFC 9309, 2.3.1): then the host is stopped.
    async fn read_robots(
        &self,
        route: &Route,
        address: &Url,
        turn: &mut Turn,
    ) -> Result<Rules, FetchError> {
        let mut file = address.clone();
        file.set_path("/robots.txt");
        file.set_query(None);
        file.set_fragment(None);
        for _ in 0..=MOST_REDIRECTS {
            let request = Request::get(ROBOTS, file.as_str());
            let reached = self
                .persist(turn, route, || {
                    self.once(route, &request, &file, Cut::Whole, None)
                })
                .await;
            match reached {
                Ok(Reached::Answer(Answer::Fresh(page))) => {
                    let bytes = page.body.bytes().unwrap_or_default();
                    let end = bytes
                        .len()
                        .min(usize::try_from(LARGEST_ROBOTS).unwrap_or(usize::MAX));
                    return Ok(Rules::read(&self.manners.product, &bytes[..end]));
                }
                Ok(Reached::Elsewhere { location, .. }) => {
                    file = route.followed(&file, &location)?;
                    // Rules kept on a host that may not be asked are as good as missing.
                    if route.check(&file).is_err() {
                        return Ok(Rules::Everything);
                    }
                }
                Ok(Reached::Answer(Answer::NotModified)) | Err(FetchError::Status { .. }) => {
                    return Ok(Rules::Everything);
                }
                Err(error @ FetchError::Stopped { .. }) => return Err(error),
                Err(error) => {
                    return Err(turn.stop(
                        self.manners.rest,
                        format!("robots.txt cannot be read: {error}"),
                    ));
                }
            }
        }
        Ok(Rules::Everything)
    }

    /// Tries until there is an answer, waiting in between; gives the host up after too many refusals.
    pub(super) async fn persist<F>(
        &self,
        turn: &mut Turn,
        route: &Route,
        once: impl Fn() -> F,
    ) -> Result<Reached, FetchError>
    where
        F: Future<Output = Result<Reached, Trouble>>,
    {
        let mut attempt = 1;
        loop {
            turn.pace(route.pace()).await;
            let trouble = match once().await {
                Ok(reached) => {
                    turn.answered();
                    return Ok(reached);
                }
                Err(Trouble::Final(error)) => {
                    // A server that says 404 is a server that answers.
                    if matches!(error, FetchError::Status { .. }) {
                        turn.answered();
                    }
                    return Err(error);
                }
                Err(Trouble::Forbidden) => {
                    let error = FetchError::Status { status: 403 };
                    if turn.refused() >= self.manners.attempts {
                        return Err(turn.stop(self.manners.rest, error.to_string()));
                    }
                    return Err(error);
                }
                Err(Trouble::Refusal(trouble)) => trouble,
            };
            let refusals = turn.refused();
            if refusals >= self.manners.attempts {
                return Err(turn.stop(self.manners.rest, trouble.reason));
            }
            let wait = trouble.wait.unwrap_or_else(|| {
                attempt += 1;
                own_wait(self.manners.back_off, attempt)
            });
            if wait > self.manners.longest_wait {
                return Err(turn.stop(wait.max(self.manners.rest), trouble.reason));
            }
            tracing::debug!(
                wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX),
                "a host refused, waiting: {}",
                trouble.reason
            );
            tokio::time::sleep(wait).await;
        }
    }

    /// One request, one answer.
    async fn once(
        &self,
        route: &Route,
        request: &Request,
        address: &Url,
        cut: Cut,
        validators: Option<&Validators>,
    ) -> Result<Reached, Trouble> {
        let mut builder = self.builder(route, request, address, validators)?;
        // The token goes to the host it is for and nowhere else.
        if let Some(bearer) = route.token.bearer()
            && parse(&request.url)?.host_str() == address.host_str()
            && request.task != ROBOTS
        {
            builder = builder.header("authorization", bearer);
        }
        self.exchange(route, builder, address, cut).await
    }

    /// Sends a request and takes its answer in, within bounds.
    pub(super) async fn exchange(
        &self,
        route: &Route,
        builder: RequestBuilder,
        address: &Url,
        cut: Cut,
    ) -> Result<Reached, Trouble> {
        let bounds = match cut {
            Cut::Whole => Bounds {
                size: self.manners.largest_page,
                time: self.manners.page_time,
                idle: self.manners.idle,
            },
            Cut::Lines | Cut::Table => Bounds {
                size: self.manners.largest_file,
                time: self.manners.file_time,
                idle: self.manners.idle,
            },
        };
        let exchange = async {
            let response = tokio::time::timeout(bounds.idle, builder.send())
                .await
                .map_err(|_| Trouble::again("no answer within the time limit".to_owned(), None))?
                .map_err(|error| unreachable_or_refused(address, &error))?;
            for cookie in response.headers().get_all(SET_COOKIE) {
                if let Ok(text) = cookie.to_str() {
                    route.cookies.take(address, text);
                }
            }
            judge(response, bounds).await
        };
        tokio::time::timeout(bounds.time, exchange)
            .await
            .unwrap_or(Err(Trouble::Final(FetchError::TooSlow {
                seconds: bounds.time.as_secs(),
            })))
    }

    pub(super) fn builder(
        &self,
        route: &Route,
        request: &Request,
        address: &Url,
        validators: Option<&Validators>,
    ) -> Result<RequestBuilder, FetchError> {
        let client = if route.is_open() {
            &self.open
        } else {
            &self.guarded
        };
        let target = route.target(address);
        let mut builder = match &request.method {
            Method::Get => client.get(target),
            Method::Form(fields) => {
                let body = url::form_urlencoded::Serializer::new(String::new())
                    .extend_pairs(fields)
                    .finish();
                client
                    .post(target)
                    .header(
                        "content-type",
                        "application/x-www-form-urlencoded; charset=UTF-8",
                    )
                    .body(body)
            }
            Method::Json(body) => client
                .post(target)
                .header("content-type", "application/json")
                .body(body.clone()),
        };
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        for (name, value) in route.secret_headers(request)? {
            builder = builder.header(name, value);
        }
        for (name, value) in route.forwarded(address) {
            builder = builder.header(name, value);
        }
        if let Some(cookies) = route.cookies.header(address) {
            builder = builder.header("cookie", cookies);
        }
        if let Some(validators) = validators.filter(|_| request.method == Method::Get) {
            if let Some(etag) = &validators.etag {
                builder = builder.header("if-none-match", etag);
            }
            if let Some(date) = &validators.last_modified {
                builder = builder.header("if-modified-since", date);
            }
        }
        Ok(builder)
    }
}

pub(super) fn parse(address: &str) -> Result<Url, FetchError> {
    address.parse().map_err(|_| FetchError::Refused {
        address: address.to_owned(),
        refusal: guard::Refusal::Unreadable(address.to_owned()),
    })
}
