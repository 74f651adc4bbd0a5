//! Makes the files of `vectors/signed` and their manifest.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use minisign::{KeyPair, PublicKey as PublicHalf, SecretKeyBox};
use notice::container::{SEPARATOR_LINE, assemble_publisher};
use notice::{Card, Link};
use notice_faults::{Body, Keys, sign};

/// The keys by the names of their files.
pub(crate) const NAMES: [&str; 5] = ["root-a", "root-b", "desk", "other-desk", "thief-root"];

const COMMENT: &str = "TEST KEY, known to everybody: never sign anything real with it";
const TODAY: &str = "2026-03-15T12:00:00Z";

/// Writes everything anew where the environment says so.
pub(crate) fn write_if_asked(folder: &Path) {
    static ONCE: std::sync::Once = std::sync::Once::new();
    if std::env::var_os("SELFCHECK_WRITE_VECTORS").is_some() {
        ONCE.call_once(|| write(folder));
    }
}

fn pair(folder: &Path, name: &str) -> KeyPair {
    let (secret, public) = (folder.join(format!("{name}.key")), folder.join(format!("{name}.pub")));
    if !secret.exists() {
        let made = KeyPair::generate_unencrypted_keypair().unwrap();
        fs::write(&secret, made.sk.to_box(Some(COMMENT)).unwrap().into_string()).unwrap();
        fs::write(public, format!("untrusted comment: TEST KEY {name}\n{}\n", made.pk.to_base64())).unwrap();
    }
    let text = fs::read_to_string(secret).unwrap();
    let sk = SecretKeyBox::from_string(&text).unwrap().into_unencrypted_secret_key().unwrap();
    KeyPair { pk: PublicHalf::from_secret_key(&sk).unwrap(), sk }
}

fn keys(folder: &Path, root: &str) -> Keys {
    let pair = |name| pair(folder, name);
    Keys { root_a: pair(root), root_b: pair("root-b"), desk: pair("desk"), other_desk: pair("other-desk") }
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The manifest as it grows.
struct Book<'a> {
    folder: &'a Path,
    text: String,
}

/// What a reader knows beside the file.
#[derive(Default)]
struct Reader<'a> {
    now: Option<&'a str>,
    pinned: bool,
    after: &'a [&'a str],
    link: Option<String>,
    host: Option<&'a str>,
    site: Option<&'a str>,
}

const STRANGER: Reader<'static> =
    Reader { now: None, pinned: false, after: &[], link: None, host: None, site: None };
const MEMBER: Reader<'static> = Reader { pinned: true, ..STRANGER };

impl Book<'_> {
    /// A signature holds a random part, so a file that is there stays as it is.
    fn put(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let at = self.folder.join(file);
        if !at.exists() {
            fs::write(at, bytes).unwrap();
        }
    }

    /// `expected` is the state, its code or nothing, and whether it is fresh where that is promised.
    fn case(&mut self, file: &str, stock: bool, reader: &Reader<'_>, expected: (&str, &str, Option<bool>)) {
        let (state, code, fresh) = expected;
        let line = |name: &str, value: Option<&str>| {
            value.map(|value| format!("{name} = {value:?}\n")).unwrap_or_default()
        };
        let text = &mut self.text;
        let _ = write!(text, "\n[[case]]\nfile = {file:?}\nnow = {:?}\n", reader.now.unwrap_or(TODAY));
        text.push_str(&line("pin", reader.pinned.then_some("root-a")));
        if !reader.after.is_empty() {
            let _ = writeln!(text, "after = {:?}", reader.after);
        }
        text.push_str(&line("link", reader.link.as_deref()));
        text.push_str(&line("host", reader.host));
        text.push_str(&line("site", reader.site));
        text.push_str(&line("state", Some(state)));
        text.push_str(&line("code", Some(code).filter(|code| !code.is_empty())));
        if let Some(fresh) = fresh {
            let _ = writeln!(text, "fresh = {fresh}");
        }
        let _ = writeln!(text, "stock = {stock}");
    }
}

fn write(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let keys = self::keys(folder, "root-a");
    let card = keys.card("forum.example").unwrap();
    let body = Body::new("forum.example").unwrap();
    let mut book = Book {
        folder,
        text: "# Made by `SELFCHECK_WRITE_VECTORS=1 cargo test -p notice --test signed_vectors`; see ../README.md.\n"
            .to_owned(),
    };
    sound(&mut book, &keys, &card, &body);
    remembered(&mut book, &keys, &card, &body);
    tampered(&mut book, &keys, &card, &body);
    unreadable(&mut book, &keys, &card, &body);
    fs::write(folder.join("manifest.toml"), &book.text).unwrap();
}

/// Files that nothing is wrong with, for readers who know more or less.
fn sound(book: &mut Book<'_>, keys: &Keys, card: &Card, body: &Body) {
    let publisher = Keys::publish(card, &[&keys.root_a]).unwrap();
    let thief = self::keys(book.folder, "thief-root");
    let thiefs_card = thief.card("forum.example").unwrap();
    book.put("sound.notice", keys.notice(body, card).unwrap());
    book.put("sound.publisher", &publisher);
    book.put("thief.notice", thief.notice(body, &thiefs_card).unwrap());
    book.put("thief.publisher", Keys::publish(&thiefs_card, &[&thief.root_a]).unwrap());
    book.case("sound.notice", true, &MEMBER, ("verified", "", Some(true)));
    let late = Some("2026-03-16T18:00:01Z");
    book.case(
        "sound.notice",
        true,
        &Reader { now: late, ..MEMBER },
        ("stale", "past_fresh_until", Some(false)),
    );
    book.case("sound.notice", true, &STRANGER, ("unconfirmed", "", Some(true)));
    book.case("sound.notice", true, &Reader { now: late, ..STRANGER }, ("unconfirmed", "", Some(false)));
    let own = Reader { site: Some("sound.publisher"), ..STRANGER };
    book.case("sound.notice", true, &own, ("new_publisher", "", Some(true)));
    let other = Reader { site: Some("thief.publisher"), ..STRANGER };
    book.case("sound.notice", true, &other, ("unconfirmed", "", Some(true)));
    book.case("thief.notice", false, &MEMBER, ("changed_key", "no_succession", None));

    let code = |name: &KeyPair| Keys::public(name).unwrap().link_code();
    let link = |host: &str, root: &KeyPair| {
        Some(Link::new(&format!("https://{host}/a.notice"), &code(root)).unwrap().to_string())
    };
    let good = Reader { link: link("www.forum.example", &keys.root_a), ..STRANGER };
    book.case("sound.notice", true, &good, ("unconfirmed", "", Some(true)));
    let of_b = Reader { link: link("forum.example", &keys.root_b), ..STRANGER };
    book.case("sound.notice", true, &of_b, ("tampered", "link_key", None));
    let elsewhere = Reader { link: link("forum.example.evil.example", &keys.root_a), ..STRANGER };
    book.case("sound.notice", true, &elsewhere, ("tampered", "foreign_host", None));
    let fetched = Reader { host: Some("evil.example"), ..MEMBER };
    book.case("sound.notice", true, &fetched, ("tampered", "foreign_host", None));

    for (now, code) in [
        ("2026-05-30T00:00:01Z", "card_expired"),
        ("2036-01-01T00:00:00Z", "card_expired"),
        ("2026-02-26T23:59:59Z", "card_not_yet"),
    ] {
        book.case("sound.notice", true, &Reader { now: Some(now), ..MEMBER }, ("expired", code, None));
    }
    let long = Card { expires: time("2026-05-30T00:00:01Z"), ..card.clone() };
    book.put("long-card.notice", keys.notice(body, &long).unwrap());
    book.case("long-card.notice", true, &MEMBER, ("expired", "card_too_long", None));

    let mut withdrawn = body.clone().revision(2);
    "withdrawn".clone_into(&mut withdrawn.status);
    book.put("withdrawn.notice", keys.notice(&withdrawn, card).unwrap());
    book.case("withdrawn.notice", true, &MEMBER, ("withdrawn", "withdrawn", Some(true)));
    book.put("unsigned.notice", body.text());
    book.case("unsigned.notice", false, &STRANGER, ("unsigned", "", None));
    book.case("unsigned.notice", false, &MEMBER, ("tampered", "signature_missing", None));
}

/// Files that are sound in themselves, for readers who have read another one before.
fn remembered(book: &mut Book<'_>, keys: &Keys, card: &Card, body: &Body) {
    let four = body.clone().revision(4);
    let mut other = four.clone();
    "# another text under the same number\n".clone_into(&mut other.more);
    let renewed = Card { serial: 8, ..card.clone() };
    book.put("revision-4.notice", keys.notice(&four, card).unwrap());
    book.put("revision-4-other.notice", keys.notice(&other, card).unwrap());
    book.put("serial-8.notice", keys.notice(body, &renewed).unwrap());
    // Root B, which the former card lists, signs a card that leaves root A behind.
    let next = Card { serial: 8, roots: vec![Keys::public(&keys.root_b).unwrap()], ..card.clone() };
    let publisher = Keys::publish(&next, &[&keys.root_b]).unwrap();
    book.put("root-b.notice", keys.notice_with(body, &keys.desk, &publisher).unwrap());
    // A new desk key counts from where the publisher was, whatever a thief of the old one has signed.
    let rotated = Card { desk_keys: vec![Keys::public(&keys.other_desk).unwrap()], ..renewed.clone() };
    let publisher = Keys::publish(&rotated, &[&keys.root_a]).unwrap();
    book.put("other-desk.notice", keys.notice_with(body, &keys.other_desk, &publisher).unwrap());

    let after = |after| Reader { after, ..MEMBER };
    book.case("revision-4.notice", true, &after(&["sound.notice"]), ("verified", "", Some(true)));
    book.case("sound.notice", true, &after(&["revision-4.notice"]), ("older", "revision", None));
    book.case(
        "revision-4-other.notice",
        true,
        &after(&["revision-4.notice"]),
        ("conflict", "same_revision", None),
    );
    book.case("serial-8.notice", true, &after(&["sound.notice"]), ("verified", "", Some(true)));
    book.case("sound.notice", true, &after(&["serial-8.notice"]), ("older", "card_serial", None));
    book.case("root-b.notice", true, &MEMBER, ("changed_key", "no_succession", None));
    book.case("root-b.notice", true, &after(&["sound.notice"]), ("verified", "", Some(true)));
    book.case(
        "sound.notice",
        true,
        &after(&["sound.notice", "root-b.notice"]),
        ("changed_key", "no_succession", None),
    );
    // A link that was given out before root A was lost stays good for those who accepted the succession, and for
    // nobody else.
    let of_a = |reader: Reader<'static>| {
        let code = Keys::public(&keys.root_a).unwrap().link_code();
        let link = Link::new("https://forum.example/a.notice", &code).unwrap().to_string();
        Reader { link: Some(link), ..reader }
    };
    book.case("root-b.notice", true, &of_a(after(&["sound.notice"])), ("verified", "", Some(true)));
    book.case("root-b.notice", true, &of_a(STRANGER), ("tampered", "link_key", None));
    book.case("other-desk.notice", true, &after(&["revision-4.notice"]), ("verified", "", Some(true)));
}

/// Files in which a signature does not fit.
fn tampered(book: &mut Book<'_>, keys: &Keys, card: &Card, body: &Body) {
    let sound = keys.notice(body, card).unwrap();
    let publisher = Keys::publish(card, &[&keys.root_a]).unwrap();
    let comment = |about: &str| {
        let block = sign(&keys.desk, &body.text(), "desk key", about).unwrap();
        format!("{}{block}{SEPARATOR_LINE}{publisher}", body.text())
    };
    let foreign = Body::new("other.example").unwrap();
    let text = card.to_text();
    let other_serial = sign(&keys.root_a, &text, "root key", "card forum.example s8").unwrap();
    let other_serial = assemble_publisher(&text, &[other_serial]).unwrap();
    for (file, stock, code, text) in [
        ("changed-body.notice", false, "body_signature", sound.replace("copied our list", "copied no list")),
        ("changed-card.notice", false, "card_signature", sound.replace("Example Forum", "Example Form")),
        (
            "comment-of-another-card.notice",
            true,
            "card_signature",
            keys.notice_with(body, &keys.desk, &other_serial).unwrap(),
        ),
        (
            "desk-key-not-in-card.notice",
            true,
            "desk_key_not_in_card",
            keys.notice_with(body, &keys.other_desk, &publisher).unwrap(),
        ),
        (
            "comment-of-another-revision.notice",
            true,
            "trusted_comment",
            comment("notice forum.example/2026-03 r2"),
        ),
        (
            "comment-of-another-notice.notice",
            true,
            "trusted_comment",
            comment("notice forum.example/2026-04 r1"),
        ),
        (
            "foreign-domain.notice",
            true,
            "foreign_domain",
            keys.notice_with(&foreign, &keys.desk, &publisher).unwrap(),
        ),
    ] {
        book.put(file, text);
        book.case(file, stock, &MEMBER, ("tampered", code, None));
    }
    // The card is looked at first, so its state stays; of the text nothing is shown.
    let ended = Reader { now: Some("2026-06-01T00:00:00Z"), ..STRANGER };
    book.case("changed-body.notice", false, &ended, ("expired", "card_expired", None));
    let later = Reader { after: &["serial-8.notice"], ..MEMBER };
    book.case("changed-body.notice", false, &later, ("older", "card_serial", None));
}

/// Files that are not what they must be.
fn unreadable(book: &mut Book<'_>, keys: &Keys, card: &Card, body: &Body) {
    let sound = keys.notice(body, card).unwrap();
    let publisher = Keys::publish(card, &[&keys.root_a]).unwrap();
    let signed = |text: &str| {
        let block = sign(&keys.desk, text, "desk key", "notice forum.example/2026-03 r1").unwrap();
        format!("{text}{block}{SEPARATOR_LINE}{publisher}")
    };
    let with_card = |text: &str| {
        let block = sign(&keys.root_a, text, "root key", "card forum.example s7").unwrap();
        keys.notice_with(body, &keys.desk, &assemble_publisher(text, &[block]).unwrap()).unwrap()
    };
    let newer = card.to_text().replace("format = 1", "format = 2");
    let hidden = |written: &str| body.text().replace("copied our", &format!("copied {written}our"));
    let named = |written: &str| card.to_text().replace("Example Forum", &format!("Example {written}Forum"));
    for (file, stock, state, code, text) in [
        ("no-separator.notice", false, "damaged", "container", sound.replace(SEPARATOR_LINE, "")),
        ("line-ends.notice", false, "damaged", "container", sound.replace("==\n", "==\r\n")),
        ("syntax.notice", true, "damaged", "syntax", signed("format = \n")),
        ("wrong-type.notice", true, "damaged", "wrong_type", signed("format = 1\nid = 3\n")),
        ("newer.notice", true, "too_new", "format", signed("format = 2\n")),
        ("card-syntax.notice", true, "damaged", "syntax", with_card("format = \n")),
        ("card-wrong-type.notice", true, "damaged", "wrong_type", with_card("format = 1\n")),
        ("card-newer.notice", true, "too_new", "format", with_card(&newer)),
        ("nul.notice", false, "damaged", "nul", sound.replace("copied our", "copied\0our")),
        (
            "bidi-control.notice",
            false,
            "damaged",
            "bidi_control",
            sound.replace("copied our", "copied\u{202E}our"),
        ),
        ("bidi-escape.notice", true, "damaged", "bidi_control", signed(&hidden("\\u202E"))),
        ("bidi-entity.notice", true, "damaged", "bidi_control", signed(&hidden("&#x202E;"))),
        ("bidi-named-entity.notice", true, "damaged", "bidi_control", signed(&hidden("&rlm;"))),
        ("card-bidi-escape.notice", true, "damaged", "bidi_control", with_card(&named("\\u202E"))),
        ("card-bidi-entity.notice", true, "damaged", "bidi_control", with_card(&named("&#x202E;"))),
    ] {
        book.put(file, text);
        book.case(file, stock, &STRANGER, (state, code, None));
    }
    let mut bytes = sound.into_bytes();
    bytes.splice(0..0, *b"# \xff\n");
    book.put("not-utf8.notice", bytes);
    book.case("not-utf8.notice", false, &STRANGER, ("damaged", "not_utf8", None));
    let big = format!("{}{}\n", body.text(), "#".repeat(notice::MAX_BYTES));
    book.put("too-big.notice", big);
    book.case("too-big.notice", false, &STRANGER, ("damaged", "too_big", None));
}
