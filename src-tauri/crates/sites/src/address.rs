//! What an address names: a host, an app, or nothing more than its scheme.
//!
//! Saved passwords hold addresses of every make, and some carry secrets: `ssh://root:PASSWORD@host`,
//! `app://reset?token=…`. What is returned here is all that may be shown of one, so user part, path, query and
//! fragment are dropped, and where it is not certain which part is the host only the scheme is left.

use url::{Host, Url};

/// What an address names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// A host.
    Host {
        /// Which.
        host: Host<String>,
        /// Whether the scheme is http.
        plain_http: bool,
    },
    /// An app, by its id.
    App(String),
    /// No host that is certain: the scheme, as `mailto:` or `custom://`.
    Scheme(String),
}

/// Schemes that browsers read, for which `url` follows the same rules as they do.
const WEB: &[&str] = &["http", "https", "ftp", "ws", "wss"];

/// Schemes of the network: what follows `//` is a host even without a dot in its name.
const NETWORK: &[&str] = &[
    "afp",
    "amqp",
    "amqps",
    "cifs",
    "clickhouse",
    "cockroachdb",
    "couchdb",
    "dav",
    "davs",
    "elasticsearch",
    "ftps",
    "ftpes",
    "git",
    "git+ssh",
    "imap",
    "imaps",
    "irc",
    "ircs",
    "kafka",
    "ldap",
    "ldaps",
    "mariadb",
    "memcached",
    "mongodb",
    "mongodb+srv",
    "mqtt",
    "mqtts",
    "ms-rd",
    "mssql",
    "mysql",
    "mysqlx",
    "nats",
    "neo4j",
    "nfs",
    "nntp",
    "oracle",
    "pop",
    "pop3",
    "pop3s",
    "pops",
    "postgres",
    "postgresql",
    "rdp",
    "redis",
    "rediss",
    "rsync",
    "rtmp",
    "rtsp",
    "scp",
    "sftp",
    "smb",
    "smtp",
    "smtps",
    "socks",
    "socks4",
    "socks5",
    "sqlserver",
    "ssh",
    "ssh+git",
    "submission",
    "svn",
    "svn+ssh",
    "telnet",
    "tn3270",
    "tn5250",
    "vnc",
    "webdav",
    "webdavs",
    "winrm",
    "winscp",
    "winscp-sftp",
    "xmpp",
];

/// Schemes in front of another address.
const AROUND: &[&str] = &["blob", "feed", "jdbc", "source", "url", "view-source"];

/// Schemes of apps: what follows is the app's id.
const APPS: &[&str] = &["android", "androidapp", "android-app", "ios", "iosapp", "ios-app"];

/// Schemes that are followed by no host and need no `//`.
const OPAQUE: &[&str] = &[
    "about",
    "bitcoin",
    "callto",
    "chrome",
    "cmd",
    "data",
    "edge",
    "file",
    "geo",
    "intent",
    "javascript",
    "magnet",
    "mailto",
    "otpauth",
    "otpauth-migration",
    "shell",
    "sip",
    "sips",
    "skype",
    "sms",
    "steam",
    "tel",
    "urn",
    "vbscript",
];

/// How many schemes may stand in front of one another.
const NESTED: usize = 4;

/// What an address names. `None` for what is no address: a sentence, a path of this computer, nothing.
pub(crate) fn named(address: &str) -> Option<Named> {
    let mut text = trimmed(address);
    for _ in 0..NESTED {
        let Some((scheme, rest)) = scheme_of(text) else { return without_scheme(text) };
        let after_slashes = rest.trim_start_matches(['/', '\\']);
        if WEB.contains(&scheme.as_str()) {
            if scheme_of(after_slashes).is_some_and(|(inner, _)| WEB.contains(&inner.as_str())) {
                text = after_slashes;
                continue;
            }
            return Some(web(&scheme, rest));
        }
        if !rest.starts_with("//") {
            if AROUND.contains(&scheme.as_str()) {
                if scheme_of(rest).is_some_and(|(_, inner)| inner.starts_with("//")) {
                    text = rest;
                    continue;
                }
                return Some(Named::Scheme(format!("{scheme}:")));
            }
            if OPAQUE.contains(&scheme.as_str()) {
                return Some(Named::Scheme(format!("{scheme}:")));
            }
            return without_scheme(text);
        }
        if OPAQUE.contains(&scheme.as_str()) {
            return Some(Named::Scheme(format!("{scheme}://")));
        }
        if !APPS.contains(&scheme.as_str()) {
            return Some(other(&scheme, after_slashes));
        }
        return Some(app(after_slashes).map_or_else(|| Named::Scheme(format!("{scheme}://")), Named::App));
    }
    None
}

/// Whether a text begins with a scheme that is certainly one: `scheme://`, or one of those that need no slashes.
pub(crate) fn begins_with_a_scheme(text: &str) -> bool {
    scheme_of(trimmed(text)).is_some_and(|(scheme, rest)| {
        rest.starts_with("//")
            || (!rest.is_empty()
                && ([WEB, OPAQUE].iter().any(|all| all.contains(&scheme.as_str())) || scheme == "jdbc"))
    })
}

/// Without blanks and characters that nobody sees around it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
    })
}

/// The scheme in lower case, and what follows its colon. A single letter is a drive.
fn scheme_of(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let fits = (2..=24).contains(&scheme.len())
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
    fits.then(|| (scheme.to_ascii_lowercase(), rest))
}

fn web(scheme: &str, rest: &str) -> Named {
    let nothing = Named::Scheme(format!("{scheme}://"));
    let Ok(url) = Url::parse(&format!("{scheme}:{rest}")) else { return nothing };
    let Some(host) = url.host() else { return nothing };
    let host = host.to_owned();
    let behind = rest.trim_start_matches(['/', '\\']);
    let behind = behind.split_once(['/', '\\', '?', '#']).map_or("", |(_, behind)| behind);
    if !is_certain(&host, behind) || !is_named(&host) {
        return nothing;
    }
    Named::Host { host, plain_http: scheme == "http" }
}

fn other(scheme: &str, rest: &str) -> Named {
    let nothing = || Named::Scheme(format!("{scheme}://"));
    let (authority, behind) = rest.split_once(['/', '\\', '?', '#', ';']).unwrap_or((rest, ""));
    let place = authority.rsplit_once('@').map_or(authority, |(_, place)| place);
    // Several hosts of one cluster.
    let place = place.split_once(',').map_or(place, |(first, _)| first);
    let Some(host) = host_and_port(place).and_then(|(host, port)| host_of(host).filter(|_| is_port(port)))
    else {
        return nothing();
    };
    let network = NETWORK.contains(&scheme);
    if !is_certain(&host, behind) || !(network || is_surely_a_host(place, &host)) {
        return nothing();
    }
    Named::Host { host, plain_http: false }
}

/// `forum.example`, `//forum.example/x`, `localhost:8080`, `ann:word@forum.example`, `git@forum.example:ann/x`.
fn without_scheme(text: &str) -> Option<Named> {
    let text = match text.strip_prefix("//") {
        Some(rest) => rest,
        None if text.starts_with(['/', '~', '\\', '<', '{', '[', '(', '"', '\''])
            && !text.starts_with('[') =>
        {
            return None;
        }
        None => text,
    };
    if text.chars().nth(1) == Some(':') && text.chars().nth(2).is_none_or(|c| matches!(c, '\\' | '/')) {
        return None;
    }
    let (authority, behind) = text.split_once(['/', '\\', '?', '#']).unwrap_or((text, ""));
    let (user, place) = match authority.rsplit_once('@') {
        Some((user, place)) => (Some(user), place),
        None => (None, authority),
    };
    let place = place.strip_prefix("*.").or_else(|| place.strip_prefix('.')).unwrap_or(place);
    let (name, port) = host_and_port(place)?;
    // After a user part, scp writes a folder where others have the port.
    if !is_port(port) && user.is_none() {
        return None;
    }
    let host = host_of(name)?;
    // A number alone is no address, though browsers read it as one.
    let is_ip_as_written = !matches!(host, Host::Ipv4(_)) || name.split('.').count() == 4;
    (is_ip_as_written && is_certain(&host, behind)).then_some(Named::Host { host, plain_http: false })
}

/// The id in `android://SIGNATURE@com.example.app/` or `androidapp://com.example.app`.
fn app(rest: &str) -> Option<String> {
    let rest = rest.split_once('@').map_or(rest, |(_, id)| id);
    let id = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let fits = id.contains('.')
        && id.len() <= 255
        && id.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        });
    fits.then(|| id.to_owned())
}

/// A host, and what follows its colon.
fn host_and_port(place: &str) -> Option<(&str, &str)> {
    if place.starts_with('[') {
        let (host, port) = place.split_once(']')?;
        let host = place.get(..=host.len())?;
        return match port.strip_prefix(':') {
            Some(port) => Some((host, port)),
            None if port.is_empty() => Some((host, "")),
            None => None,
        };
    }
    Some(place.split_once(':').unwrap_or((place, "")))
}

fn is_port(port: &str) -> bool {
    port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit())
}

fn host_of(text: &str) -> Option<Host<String>> {
    if text.is_empty() || text.contains(|c: char| c.is_whitespace() || c == '%') {
        return None;
    }
    Host::parse(text).ok().filter(is_named)
}

/// Whether a host has the letters that names have.
fn is_named(host: &Host<String>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        }
        Host::Ipv4(_) | Host::Ipv6(_) => true,
    }
}

/// A `/`, `?` or `#` in a password that nobody has escaped ends the host too early: `https://ann:pa/ss@host` would
/// give the user name as the host. So where an `@` follows, the host has to end as public names do.
fn is_certain(host: &Host<String>, behind: &str) -> bool {
    !behind.contains('@') || has_known_suffix(host)
}

fn has_known_suffix(host: &Host<String>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.').as_bytes();
            psl::suffix(name).is_some_and(|suffix| suffix.is_known()) && psl::domain(name).is_some()
        }
        Host::Ipv4(_) | Host::Ipv6(_) => true,
    }
}

/// Behind a scheme that nobody knows, any word may be in the host's place. A name of several parts that ends like a
/// host's is one; a token is not.
fn is_surely_a_host(written: &str, host: &Host<String>) -> bool {
    match host {
        Host::Domain(name) if name == "localhost" => true,
        Host::Domain(name) => {
            let end = host_and_port(written).and_then(|(name, _)| name.rsplit_once('.')).map(|(_, end)| end);
            name.len() <= 100
                && end.is_some_and(|end| {
                    (2..=24).contains(&end.len())
                        && end.chars().all(|c| c.is_alphabetic() && !c.is_uppercase())
                })
        }
        Host::Ipv4(_) | Host::Ipv6(_) => {
            host_and_port(written).is_some_and(|(name, _)| name.contains(['.', ':']))
        }
    }
}
