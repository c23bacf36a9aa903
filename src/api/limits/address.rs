//! Whose address a request comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::Extensions;
use axum::http::HeaderMap;

use crate::config::Network;

/// The header in which proxies tell whom they speak for.
const FORWARDED: &str = "x-forwarded-for";

/// Returns the address that asks; nothing for a caller on this machine, who is not counted.
///
/// A proxy that is trusted is believed, and so is the one before it if it is trusted too; the first address from the right
/// that is no trusted proxy is the caller. Reading from the left would believe what callers write themselves.
pub(super) fn caller(
    extensions: &Extensions,
    headers: &HeaderMap,
    trusted: &[Network],
) -> Option<IpAddr> {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    let peer = peer.ip().to_canonical();
    if !is_trusted(peer) {
        return (!peer.is_loopback()).then(|| counted(peer));
    }
    let lines: Vec<&str> = headers
        .get_all(FORWARDED)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .collect();
    let hops = lines.iter().flat_map(|line| line.split(',')).rev();
    let named = hops
        .map_while(|hop| hop.trim().parse::<IpAddr>().ok())
        .map(|hop| hop.to_canonical())
        .find(|hop| !is_trusted(*hop));
    // A proxy that names nobody is counted itself: an unnamed caller must not be an uncounted one.
    Some(counted(named.unwrap_or(peer)))
}

/// The address that is counted: of IPv6 the network a household has, which holds 2^64 addresses.
fn counted(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => IpAddr::V6(Ipv6Addr::from_bits(long.to_bits() & (u128::MAX << 64))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(peer: &str, forwarded: &[&str], trusted: &[&str]) -> Option<String> {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, line.parse().unwrap());
        }
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        caller(&extensions, &headers, &trusted).map(|address| address.to_string())
    }

    #[test]
    fn who_is_no_trusted_proxy_is_counted_whatever_he_says() {
        assert_eq!(
            called("203.0.113.9", &["198.51.100.1"], &["127.0.0.1"]).as_deref(),
            Some("203.0.113.9")
        );
        assert_eq!(called("127.0.0.1", &["198.51.100.1"], &[]), None);
    }

    #[test]
    fn a_trusted_proxy_is_believed_for_its_own_hop_alone() {
        let trusted = ["127.0.0.1", "10.0.0.0/8"];
        for (forwarded, expected) in [
            (&["198.51.100.1"][..], "198.51.100.1"),
            (&["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
            (&["198.51.100.1, 10.0.0.7"], "198.51.100.1"),
            (&["198.51.100.1", "10.0.0.7"], "198.51.100.1"),
            (&["nonsense"], "127.0.0.1"),
            (&[], "127.0.0.1"),
        ] {
            assert_eq!(
                called("127.0.0.1", forwarded, &trusted).as_deref(),
                Some(expected),
                "{forwarded:?}"
            );
        }
    }

    #[test]
    fn a_household_of_long_addresses_is_one_caller() {
        assert_eq!(
            called("2001:db8:1:2:aaaa::1", &[], &[]),
            called("2001:db8:1:2:bbbb::2", &[], &[])
        );
    }
}
