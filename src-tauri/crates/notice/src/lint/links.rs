//! Addresses: https, on the publisher's own domain or a listed one, and none that only looks like it.

use std::collections::HashSet;

use super::{Code, Draft, Finding, Text, texts};
use crate::likeness::{looks_like, mixes_scripts};
use crate::text::{Block, Inline};

/// Fields and hosts that are named already.
type Said = HashSet<(String, String)>;

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let own = own(draft);
    let mut said = HashSet::new();
    for (field, url) in &addresses(draft) {
        link(draft, own, field, url, &mut said, findings);
    }
    let contact = draft.notice.contact.as_ref();
    let mut named: Vec<(String, String)> = Vec::new();
    for text in draft.texts {
        named.extend(domains(text).into_iter().map(|domain| (text.field.clone(), domain)));
    }
    let email = contact.and_then(|contact| contact.email.as_deref());
    let email = email.into_iter().map(|text| ("contact.email".to_owned(), text));
    let elsewhere = texts::elsewhere(draft.notice).map(|(field, _, text)| (field, text));
    for (field, text) in email.chain(elsewhere) {
        named.extend(domains_of(text).into_iter().map(|domain| (field.clone(), domain)));
    }
    // Another site is the sense of these, so they may be of any domain.
    for (n, url) in draft.notice.facts.elsewhere.iter().enumerate() {
        let field = format!("elsewhere[{n}].url");
        match https_host(url) {
            Some(host) => named.push((field, host)),
            None if super::gap(url).is_some() => {}
            None => findings.push(draft.finding(Code::LinkNotHttps, &field, Some(url), Some(url.clone()))),
        }
    }
    named.push(("id".to_owned(), draft.notice.id.domain.clone()));
    for (field, domain) in named {
        look_alike(draft, own, &field, &domain, &mut said, findings);
    }
}

/// The domain that the site registered.
pub(super) fn own<'a>(draft: &Draft<'a>) -> &'a str {
    registered(&draft.notice.id.domain).unwrap_or(&draft.notice.id.domain)
}

/// Every address that a reader can open, with its field.
pub(super) fn addresses(draft: &Draft<'_>) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for text in draft.texts {
        fields.extend(links(&text.blocks).into_iter().map(|url| (text.field.clone(), url)));
    }
    for (n, step) in draft.notice.steps.iter().enumerate() {
        fields.extend(step.link.iter().map(|link| (format!("step[{n}].link"), link.clone())));
    }
    let get_program = draft.notice.get_program.iter().map(|url| ("get_program".to_owned(), url.clone()));
    fields.extend(get_program);
    for (n, offer) in draft.notice.facts.offers.iter().enumerate() {
        fields.extend(offer.url.iter().map(|url| (format!("offer[{n}].url"), url.clone())));
    }
    let contact = draft.notice.contact.as_ref();
    let page = contact.and_then(|contact| contact.url.as_ref()).filter(|url| super::gap(url).is_none());
    fields
        .extend(page.filter(|url| !url.trim().is_empty()).map(|url| ("contact.url".to_owned(), url.clone())));
    fields
}

fn link(draft: &Draft<'_>, own: &str, field: &str, url: &str, said: &mut Said, findings: &mut Vec<Finding>) {
    let Some(host) = https_host(url) else {
        findings.push(draft.finding(Code::LinkNotHttps, field, Some(url), Some(url.to_owned())));
        return;
    };
    let listed =
        registered(&host).is_some_and(|domain| domain == own || draft.surroundings.listed.contains(domain));
    if !listed {
        findings.push(draft.finding(Code::LinkForeignDomain, field, Some(url), Some(host.clone())));
    }
    look_alike(draft, own, field, &host, said, findings);
}

/// Each domain once a field.
fn look_alike(
    draft: &Draft<'_>,
    own: &str,
    field: &str,
    host: &str,
    said: &mut Said,
    findings: &mut Vec<Finding>,
) {
    let Some(domain) = registered(host) else { return };
    if draft.surroundings.listed.contains(domain) || (domain == own && field != "id") {
        return;
    }
    let known = draft.surroundings.listed.iter().map(String::as_str).chain((domain != own).then_some(own));
    let like = known.into_iter().any(|known| looks_like(domain, known));
    if (like || mixes_scripts(domain)) && said.insert((field.to_owned(), host.to_owned())) {
        let (code, about) = (Code::LookAlikeDomain, Some(host.to_owned()));
        findings.push(draft.finding(code, field, Some(host), about));
    }
}

/// The addresses of every link.
fn links(blocks: &[Block]) -> Vec<String> {
    let mut urls = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => inline_links(inlines, &mut urls),
            Block::List { items, .. } => items.iter().for_each(|item| urls.extend(links(item))),
        }
    }
    urls
}

fn inline_links(inlines: &[Inline], urls: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Text(_) | Inline::Code(_) => {}
            Inline::Strong(inner) | Inline::Emphasis(inner) => inline_links(inner, urls),
            Inline::Link { text, url } => {
                inline_links(text, urls);
                urls.push(url.clone());
            }
        }
    }
}

fn domains(text: &Text) -> Vec<String> {
    text.paragraphs.iter().flat_map(|paragraph| domains_of(paragraph)).collect()
}

/// Words that could be a host: labels with dots between, the last of letters.
pub(super) fn domains_of(text: &str) -> Vec<String> {
    let host = |word: &str| {
        let word = word.rsplit('@').next().unwrap_or_default().trim_matches(['.', '-']);
        let last = word.rsplit_once('.').map(|(_, last)| last)?;
        let fits = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic) && !word.contains("..");
        fits.then(|| idna::domain_to_ascii(word).ok()).flatten()
    };
    let part = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '@'));
    text.split(part).filter_map(host).collect()
}

/// The domain that somebody registered, by the public suffix list: `forum.example` of `www.forum.example`. Of an
/// address by number, or a suffix alone, there is none.
pub(super) fn registered(host: &str) -> Option<&str> {
    let by_number = host.rsplit('.').next().is_none_or(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    if by_number || host.contains(':') {
        return None;
    }
    psl::domain_str(host)
}

/// The host of an https address in ASCII form, small letters; `None` where there is no such address.
fn https_host(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let ascii = idna::domain_to_ascii(host).ok()?;
    (!ascii.is_empty()).then_some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_what_somebody_registered() {
        assert_eq!(registered("www.forum.example"), Some("forum.example"));
        assert_eq!(registered("a.b.co.uk"), Some("b.co.uk"));
        assert_eq!((registered("co.uk"), registered("10.0.0.1"), registered("[::1]")), (None, None, None));
    }

    #[test]
    fn the_host_of_an_address_is_what_the_browser_would_ask() {
        assert_eq!(https_host("https://Forum.example/a?b#c").as_deref(), Some("forum.example"));
        assert_eq!(https_host("https://forum.example@evil.example:1/").as_deref(), Some("evil.example"));
        assert_eq!(https_host("https://bücher.example").as_deref(), Some("xn--bcher-kva.example"));
        assert_eq!(https_host("http://forum.example"), None);
        assert_eq!(https_host("mailto:a@forum.example"), None);
    }
}
