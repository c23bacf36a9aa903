//! Which addresses may be asked: the wall between the crawler and the network it stands in.
//!
//! A page may name any address, and a redirect may lead to any. Only `http` and `https`, only the usual ports, only names
//! of the source, and no address of this machine or its surroundings, however it is written: the parser of addresses
//! turns `2130706433` and `0x7f.1` into digits, and the forms of IPv6 that carry an IPv4 address are opened here.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use ipnet::{Ipv4Net, Ipv6Net};
use url::{Host, Url};

/// Whether addresses of this machine and its surroundings may be asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Private {
    /// They may not.
    #[default]
    Refused,
    /// The operator said they may, for this source.
    Allowed,
}

/// An address that is not asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It cannot be read.
    #[error("expected an absolute address, found `{0}`")]
    Unreadable(String),
    /// Neither `http` nor `https`.
    #[error("expected http or https, found `{0}`")]
    Scheme(String),
    /// A port that no web server of a source uses.
    #[error("expected port 80, 443, 8080 or 8443, found {0}")]
    Port(u16),
    /// A name or password in the address.
    #[error("expected an address without user name, found one for host `{0}`")]
    User(String),
    /// The host is not one of the source.
    #[error("expected one of the hosts of the source, found `{0}`")]
    Host(String),
    /// The host is, or resolves to, an address that is not public.
    #[error("expected a public address, found {0}")]
    NotPublic(IpAddr),
}

const PORTS: [u16; 4] = [80, 443, 8080, 8443];

/// Checks an address of a source before it is asked.
///
/// # Errors
///
/// [`Refusal`] says what was expected instead.
pub fn check(address: &Url, hosts: &[&str], private: Private) -> Result<(), Refusal> {
    if !matches!(address.scheme(), "http" | "https") {
        return Err(Refusal::Scheme(address.scheme().to_owned()));
    }
    let host = address.host_str().unwrap_or_default();
    if !address.username().is_empty() || address.password().is_some() {
        return Err(Refusal::User(host.to_owned()));
    }
    let literal = match address.host() {
        Some(Host::Ipv4(literal)) => Some(IpAddr::V4(literal)),
        Some(Host::Ipv6(literal)) => Some(IpAddr::V6(literal)),
        _ => None,
    };
    if let Some(literal) = literal
        && private == Private::Refused
        && !is_public(literal)
    {
        return Err(Refusal::NotPublic(literal));
    }
    if !hosts.iter().any(|of| of.eq_ignore_ascii_case(host)) {
        return Err(Refusal::Host(host.to_owned()));
    }
    match address.port_or_known_default() {
        Some(port) if PORTS.contains(&port) => Ok(()),
        port => Err(Refusal::Port(port.unwrap_or(0))),
    }
}

/// Networks of IPv4 that are not the public internet (IANA special-purpose registry, RFC 6890).
const NOT_PUBLIC_V4: [&str; 16] = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "255.255.255.255/32",
];

/// Networks of IPv6 that are not the public internet; those that carry an IPv4 address are opened before.
const NOT_PUBLIC_V6: [&str; 11] = [
    "::/127",
    "64:ff9b:1::/48",
    "100::/64",
    "2001::/23",
    "2001:db8::/32",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
];

static V4: LazyLock<Vec<Ipv4Net>> = LazyLock::new(|| {
    let networks = NOT_PUBLIC_V4.iter();
    networks
        .filter_map(|network| network.parse().ok())
        .collect()
});

static V6: LazyLock<Vec<Ipv6Net>> = LazyLock::new(|| {
    let networks = NOT_PUBLIC_V6.iter();
    networks
        .filter_map(|network| network.parse().ok())
        .collect()
});

/// Tells whether an address belongs to the public internet.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !V4.iter().any(|network| network.contains(&address)),
        IpAddr::V6(address) => match carried(address) {
            Some(inner) => is_public(IpAddr::V4(inner)),
            None => !V6.iter().any(|network| network.contains(&address)),
        },
    }
}

/// The IPv4 address inside an IPv6 address: mapped, compatible, NAT64 (RFC 6052) or 6to4 (RFC 3056).
fn carried(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let last = |segments: [u16; 2]| {
        let [a, b] = segments[0].to_be_bytes();
        let [c, d] = segments[1].to_be_bytes();
        Ipv4Addr::new(a, b, c, d)
    };
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff | 0, high, low] if high != 0 || low > 1 => Some(last([high, low])),
        [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => Some(last([high, low])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTS: [&str; 2] = ["std.samr.gov.cn", "127.0.0.1"];

    fn refused(address: &str) -> Refusal {
        check(&address.parse().unwrap(), &HOSTS, Private::Refused).unwrap_err()
    }

    #[test]
    fn an_address_of_the_source_passes() {
        for address in ["https://std.samr.gov.cn/gb", "http://STD.samr.gov.cn:8080/"] {
            assert_eq!(
                check(&address.parse().unwrap(), &HOSTS, Private::Refused),
                Ok(())
            );
        }
    }

    #[test]
    fn this_machine_is_refused_however_it_is_written() {
        for host in [
            "127.0.0.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "127.1",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[::7f00:1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "[64:ff9b::a00:1]",
            "[fd00::1]",
            "[fe80::1]",
            "169.254.169.254",
            "10.0.0.1",
            "100.64.0.1",
            "0.0.0.0",
        ] {
            let address = format!("http://{host}/");
            assert!(
                matches!(refused(&address), Refusal::NotPublic(_)),
                "{address}"
            );
        }
    }

    #[test]
    fn the_operator_may_allow_it() {
        let here = "http://127.0.0.1/".parse().unwrap();
        assert_eq!(check(&here, &HOSTS, Private::Allowed), Ok(()));
    }

    #[test]
    fn other_schemes_ports_hosts_and_users_are_refused() {
        assert!(matches!(
            refused("ftp://std.samr.gov.cn/"),
            Refusal::Scheme(_)
        ));
        assert!(matches!(refused("file:///etc/passwd"), Refusal::Scheme(_)));
        assert!(matches!(
            refused("http://std.samr.gov.cn:22/"),
            Refusal::Port(22)
        ));
        assert!(matches!(refused("https://evil.example/"), Refusal::Host(_)));
        assert!(matches!(refused("https://8.8.8.8/"), Refusal::Host(_)));
        assert!(matches!(
            refused("https://a:b@std.samr.gov.cn/"),
            Refusal::User(_)
        ));
    }

    #[test]
    fn every_network_of_the_tables_can_be_read() {
        assert_eq!(V4.len(), NOT_PUBLIC_V4.len());
        assert_eq!(V6.len(), NOT_PUBLIC_V6.len());
        assert!(is_public("1.1.1.1".parse().unwrap()));
        assert!(is_public("2606:4700::1111".parse().unwrap()));
    }
}
