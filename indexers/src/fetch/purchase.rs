//! Buying a token, politely like everything else.

use super::backoff::own_wait;
use super::client::parse;
use super::exchange::Reached;
use super::route::authority;
use super::token::bought;
use super::{Answer, FetchError, Fetcher, Route};
use crate::page::{Cut, Request};

/// Redirects and error pages on the way to a token.
const MOST_TRIES: u32 = 4;

impl Fetcher {
    /// Buys a token with client credentials and keeps it with the route.
    ///
    /// # Errors
    ///
    /// [`FetchError::Credentials`] when they buy none; it says what came instead and never repeats it.
    pub(super) async fn buy(
        &self,
        route: &Route,
        (url, client, password): (&str, &str, &str),
    ) -> Result<(), FetchError> {
        let refused = |found: String| FetchError::Credentials { found };
        let home = parse(url)?;
        let mut address = home.clone();
        route.check(&address)?;
        let target = route.target(&address);
        let mut turn = self.hosts.turn(&authority(&target)).await?;
        self.obey_robots(route, &address, &mut turn).await?;
        let request = Request::get("token", url);
        let mut attempt = 1;
        loop {
            let ask = || async {
                let builder = self.builder(route, &request, &address, None)?;
                let builder = builder.basic_auth(client, Some(password));
                self.exchange(route, builder, &address, Cut::Whole).await
            };
            let page = match self.persist(&mut turn, route, ask).await {
                Ok(Reached::Answer(Answer::Fresh(page))) => page,
                // The password goes to the host it is for and nowhere else.
                Ok(Reached::Elsewhere { location, .. }) if attempt < MOST_TRIES => {
                    attempt += 1;
                    address = route.followed(&address, &location)?;
                    if address.origin() != home.origin() {
                        return Err(refused("a redirect to another host".to_owned()));
                    }
                    continue;
                }
                Ok(_) => return Err(refused("redirects without end".to_owned())),
                Err(FetchError::Status { status }) => {
                    return Err(refused(format!("status {status}")));
                }
                Err(error) => return Err(error),
            };
            match bought(&page) {
                Ok(token) => {
                    route.token.keep(token);
                    return Ok(());
                }
                // An error page may be gone the next time.
                Err(_) if attempt < MOST_TRIES => {
                    attempt += 1;
                    tokio::time::sleep(own_wait(self.manners.back_off, attempt)).await;
                }
                Err(error) => return Err(error),
            }
        }
    }
}
