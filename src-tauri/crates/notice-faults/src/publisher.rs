//! Keys that are made in a moment, and files signed with them.

use std::fmt::Write as _;

use jiff::Timestamp;
use minisign::KeyPair;
use notice::container::{SEPARATOR_LINE, assemble_publisher};
use notice::{Card, NoticeError, PublicKey};

/// Making a file for a test did not work.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TestError {
    /// minisign said so.
    #[error("minisign")]
    Minisign(#[from] minisign::PError),
    /// The parts do not fit.
    #[error("the parts do not fit together")]
    Parts(#[from] NoticeError),
    /// A key does not read.
    #[error("not a key")]
    Key(#[from] notice::NotAKey),
    /// A time does not read.
    #[error("not a time")]
    Time(#[from] jiff::Error),
}

/// Two roots and two desk keys of a forum.
pub struct Keys {
    /// In use.
    pub root_a: KeyPair,
    /// In the safe.
    pub root_b: KeyPair,
    /// In daily use.
    pub desk: KeyPair,
    /// Another one: the next, or a thief's.
    pub other_desk: KeyPair,
}

impl Keys {
    /// New keys, without a passphrase.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn make() -> Result<Self, TestError> {
        let pair = KeyPair::generate_unencrypted_keypair;
        Ok(Self { root_a: pair()?, root_b: pair()?, desk: pair()?, other_desk: pair()? })
    }

    /// The public half.
    ///
    /// # Errors
    /// When it does not read; then minisign has changed its form.
    pub fn public(pair: &KeyPair) -> Result<PublicKey, TestError> {
        Ok(pair.pk.to_base64().parse()?)
    }

    /// A card of `domain` from 1 March 2026 to the day that is 90 days later.
    ///
    /// # Errors
    /// When a key does not read.
    pub fn card(&self, domain: &str) -> Result<Card, TestError> {
        Ok(Card {
            serial: 7,
            name: "Example Forum".to_owned(),
            domains: vec![domain.to_owned()],
            desk_keys: vec![Self::public(&self.desk)?],
            roots: vec![Self::public(&self.root_a)?, Self::public(&self.root_b)?],
            issued: "2026-03-01T00:00:00Z".parse()?,
            expires: "2026-05-30T00:00:00Z".parse()?,
        })
    }

    /// The card with its signatures, as a site publishes it.
    ///
    /// # Errors
    /// When signing does not work.
    pub fn publish(card: &Card, roots: &[&KeyPair]) -> Result<String, TestError> {
        let text = card.to_text();
        let domain = card.domains.first().map_or("", String::as_str);
        let comment = format!("card {domain} s{}", card.serial);
        let blocks: Result<Vec<String>, _> =
            roots.iter().map(|root| sign(root, &text, "root key", &comment)).collect();
        Ok(assemble_publisher(&text, &blocks?)?)
    }

    /// A whole signed file: `body` by the desk key, the card by root A.
    ///
    /// # Errors
    /// When signing does not work.
    pub fn notice(&self, body: &Body, card: &Card) -> Result<String, TestError> {
        self.notice_with(body, &self.desk, &Self::publish(card, &[&self.root_a])?)
    }

    /// A whole signed file of these parts.
    ///
    /// # Errors
    /// When signing does not work.
    pub fn notice_with(&self, body: &Body, desk: &KeyPair, publisher: &str) -> Result<String, TestError> {
        let text = body.text();
        let block = sign(desk, &text, "desk key", &format!("notice {} r{}", body.id, body.revision))?;
        Ok(format!("{text}{block}{SEPARATOR_LINE}{publisher}"))
    }
}

/// A block of a signature file.
///
/// # Errors
/// When minisign refuses.
pub fn sign(pair: &KeyPair, text: &str, role: &str, comment: &str) -> Result<String, TestError> {
    let signed = minisign::sign(Some(&pair.pk), &pair.sk, text.as_bytes(), Some(comment), Some(role))?;
    Ok(signed.to_string())
}

/// The body of a notice, with what tests change.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
    /// `interim`, `final`, `withdrawn`.
    pub status: String,
    /// When it was published.
    pub published: Timestamp,
    /// Its promise.
    pub fresh_until: Option<Timestamp>,
    /// TOML to add at the end.
    pub more: String,
}

impl Body {
    /// Revision 1 of a notice of `domain`, published on 14 March 2026 and fresh for two days.
    ///
    /// # Errors
    /// Never; the times are constants.
    pub fn new(domain: &str) -> Result<Self, TestError> {
        Ok(Self {
            id: format!("{domain}/2026-03"),
            revision: 1,
            status: "interim".to_owned(),
            published: "2026-03-14T18:00:00Z".parse()?,
            fresh_until: Some("2026-03-16T18:00:00Z".parse()?),
            more: String::new(),
        })
    }

    /// The same with another revision.
    #[must_use]
    pub fn revision(mut self, revision: u32) -> Self {
        self.revision = revision;
        self
    }

    /// Its bytes.
    #[must_use]
    pub fn text(&self) -> String {
        let Self { id, revision, status, published, fresh_until, more } = self;
        let mut text = format!(
            "format = 1\nid = \"{id}\"\nrevision = {revision}\nstatus = \"{status}\"\npublished = {published}\n"
        );
        if let Some(until) = fresh_until {
            let _ = writeln!(text, "fresh_until = {until}");
        }
        let host = id.split('/').next().unwrap_or_default();
        let _ = write!(
            text,
            "never_asks = [\"your password\"]\n\n[title]\nen = \"What happened at the forum\"\n\n[what_happened]\nen = \"Somebody \
             copied our list of members. See [our page](https://{host}/help) or [another](https://elsewhere.example/x).\"\n\n\
             [[exposed]]\nclass = \"Passwords\"\ncertainty = \"confirmed\"\nprotection = \"bcrypt\"\n\n\
             [[question]]\nid = \"used-the-app\"\ntext.en = \"Did you use our app?\"\nwhy.en = \"It kept you logged in.\"\n\
             steps = [\"log-out-of-our-app\"]\n\n\
             [[step]]\nid = \"log-out-of-our-app\"\nsince = 1\nkind = \"sign-out\"\nurgency = \"now\"\nminutes = 2\n\
             title.en = \"Log out of our app\"\nwhy.en = \"It kept you logged in.\"\ntext.en = \"- Press *Log out*\"\n\
             link = \"https://{host}/settings\"\nbecause = [\"Passwords\"]\n"
        );
        for number in 1..=(*revision).min(9) {
            let _ = write!(
                text,
                "\n[[history]]\nrevision = {number}\ndate = 2026-03-14\nsummary.en = \"Statement {number}\"\n"
            );
        }
        text.push_str(more);
        text
    }
}
