//! Looking names up, and refusing those that lead to this computer or into a private network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// The name leads somewhere that no public site is.
#[derive(Debug, thiserror::Error)]
#[error("a private address")]
pub(super) struct IsPrivate;

/// Looks names up and lets only public addresses through.
pub(super) struct Guard;

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            if let Some(addresses) = for_tests(name.as_str()) {
                return Ok(Box::new(addresses.into_iter()) as Addrs);
            }
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            // One private address among public ones is no accident either.
            if found.iter().any(|address| !is_public(address.ip())) {
                return Err(IsPrivate.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

#[cfg(not(feature = "loopback"))]
fn for_tests(_: &str) -> Option<Vec<SocketAddr>> {
    None
}

/// In a build for tests: names that can never be registered are this computer, on the port that
/// `SELFCHECK_TEST_PORT` names if the address has none.
#[cfg(feature = "loopback")]
fn for_tests(name: &str) -> Option<Vec<SocketAddr>> {
    let last = name.rsplit('.').next().unwrap_or_default();
    let port = std::env::var("SELFCHECK_TEST_PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(0);
    ["example", "test", "localhost"]
        .contains(&last)
        .then(|| vec![SocketAddr::from((Ipv4Addr::LOCALHOST, port))])
}

/// Whether an address is one of the public net (IANA's registries of special-purpose addresses).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => is_public_v4(four),
        IpAddr::V6(six) => is_public_v6(six),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(a == 0
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b))
        || a >= 224)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, third, fourth, fifth, sixth, seventh, eighth] = address.segments();
    let carried =
        |high: u16, low: u16| is_public_v4(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)));
    if let Some(four) = address.to_ipv4() {
        return is_public_v4(four);
    }
    match first {
        // NAT64 and 6to4 carry an address of the old kind.
        // Of NAT64 only the well-known prefix 64:ff9b::/96; 64:ff9b:1::/48 is for networks of one's own.
        0x64 if second == 0xff9b && third == 0 && fourth == 0 && fifth == 0 && sixth == 0 => {
            carried(seventh, eighth)
        }
        0x2002 => carried(second, third),
        // Teredo, benchmarking, documentation, ORCHID.
        0x2001 => second >= 0x200 && second != 0xdb8,
        _ => (0x2000..0x4000).contains(&first) && first != 0x3fff,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the resolver and of a fetcher that asks it; `localhost` needs no network to be looked up.
    #[cfg(not(feature = "loopback"))]
    #[tokio::test]
    async fn a_name_that_leads_to_this_computer_is_refused_after_it_was_looked_up() {
        use crate::fetch::{FetchError, Fetcher};

        let found = Guard.resolve("localhost".parse().unwrap()).await;
        assert!(found.err().unwrap().is::<IsPrivate>());
        let fetcher = Fetcher::new("selfcheck test").unwrap();
        let answer = fetcher.ask(reqwest::Url::parse("https://localhost/a.notice").unwrap(), None).await;
        assert!(matches!(answer, Err(FetchError::Private)), "{:?}", answer.err());
    }

    #[test]
    fn addresses_of_this_computer_and_of_private_networks_are_not_public() {
        for text in [
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "::ffff:127.0.0.1",
            "::ffff:192.168.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::808:808",
            "64:ff9b:1:ffff::101:101",
            "64:ff9b::1:808:808",
            "2002:7f00:1::",
            "2001::1",
            "100::1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
        for text in
            ["1.1.1.1", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::101:101"]
        {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }
}
