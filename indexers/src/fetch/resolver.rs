//! Looking up names, with the answers checked.

use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::guard::{Refusal, is_public};

/// A resolver that answers with public addresses only.
///
/// The connection goes to the address that was checked, so a name that resolves differently a moment later gains nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let refused = found.iter().find(|address| !is_public(address.ip()));
            // One private answer among public ones is a sign of somebody trying: nothing of it is used.
            if let Some(refused) = refused {
                return Err(Refusal::NotPublic(refused.ip()).into());
            }
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}
