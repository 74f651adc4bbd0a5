//! What is sent for a request, step by step.

use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Fault, List, Request};

/// One thing that the server does with a connection.
pub(crate) enum Step {
    /// Send these bytes.
    Send(Vec<u8>),
    /// Send these bytes again and again, with a pause between, until nobody takes them.
    Forever(Vec<u8>, Duration),
    /// Keep the connection and say nothing.
    Stall,
    /// End the connection in order.
    Close,
    /// Tear the connection down.
    Reset,
}

/// The path under which even a redirecting server answers honestly.
const ELSEWHERE: &str = "/elsewhere/";

/// What to do with the `turn`-th request (from 0) under `fault`.
pub(crate) fn reply(fault: Fault, list: &List, request: &Request, turn: usize) -> Vec<Step> {
    use Fault as F;
    let body = Body::new(fault, list, request);
    let status = |line: &str, extra: &str| vec![Step::Send(head(line, extra, b"no")), Step::Close];
    let ok = |bytes: &[u8]| vec![Step::Send(head("200 OK", "", bytes))];
    match fault {
        F::BusyTwice if turn < 2 => status("503 Service Unavailable", ""),
        F::RateLimitedOnce if turn < 1 => status("429 Too Many Requests", "retry-after: 1\r\n"),
        F::DroppedOnce if turn < 1 => vec![Step::Close],
        F::NotFound => status("404 Not Found", ""),
        F::Forbidden => status("403 Forbidden", ""),
        F::Unauthorized => status("401 Unauthorized", "www-authenticate: Basic\r\n"),
        F::ServerError => status("500 Internal Server Error", ""),
        F::Unavailable => status("503 Service Unavailable", ""),
        F::RateLimitedLong => status("429 Too Many Requests", "retry-after: 3600\r\n"),
        F::RateLimitedDate => {
            status("429 Too Many Requests", "retry-after: Fri, 31 Dec 9999 23:59:59 GMT\r\n")
        }
        F::RateLimitedNow => status("429 Too Many Requests", "retry-after: 0\r\n"),
        F::RateLimitedSecond => status("429 Too Many Requests", "retry-after: 1\r\n"),
        F::RateLimitedPast => {
            status("429 Too Many Requests", "retry-after: Sun, 06 Nov 1994 08:49:37 GMT\r\n")
        }
        F::RateLimitedHuge => status("429 Too Many Requests", "retry-after: 99999999999999999999999999\r\n"),
        F::RateLimitedNonsense => status("429 Too Many Requests", "retry-after: -5 soon\r\n"),
        F::RateLimited => status("429 Too Many Requests", ""),
        F::NoContent => vec![Step::Send(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec())],
        F::Partial => vec![Step::Send(head("206 Partial Content", "", body.text.as_bytes()))],
        F::Redirect | F::TemporaryRedirect if !request.path().starts_with(ELSEWHERE) => {
            let line = if fault == F::Redirect { "302 Found" } else { "307 Temporary Redirect" };
            status(line, &format!("location: {ELSEWHERE}{}\r\n", request.prefix()))
        }
        F::CloseDelimited => {
            vec![Step::Send([b"HTTP/1.1 200 OK\r\n\r\n", body.text.as_bytes()].concat()), Step::Close]
        }
        F::Gzip | F::GzipCutOff => {
            let mut bytes = gzip(body.text.as_bytes());
            if fault == F::GzipCutOff {
                bytes.truncate(bytes.len() / 2);
            }
            vec![Step::Send(head("200 OK", "content-encoding: gzip\r\n", &bytes))]
        }
        F::GzipNot => vec![Step::Send(head("200 OK", "content-encoding: gzip\r\n", body.text.as_bytes()))],
        F::GzipBomb => vec![Step::Send(head("200 OK", "content-encoding: gzip\r\n", &bomb(&body.text)))],
        F::OtherEncoding => {
            let bytes: Vec<u8> = body.text.bytes().map(|byte| byte ^ 0xA5).collect();
            vec![Step::Send(head("200 OK", "content-encoding: br\r\n", &bytes))]
        }
        F::Utf16 => ok(&body.text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
        F::Dropped => vec![Step::Close],
        F::Stalled | F::Refused => vec![Step::Stall],
        F::NotHttp => vec![Step::Send(b"SSH-2.0-OpenSSH_9.9\r\n".to_vec()), Step::Close],
        F::EndlessHeaders => {
            vec![Step::Send(b"HTTP/1.1 200 OK\r\n".to_vec()), forever(b"x-more: of the same\r\n")]
        }
        F::Reset | F::LengthTooLong | F::StalledBody | F::Drip | F::LengthTooShort => body.with_length(fault),
        F::Chunked | F::ChunksCutOff | F::ChunksBroken | F::Endless | F::EndlessLine => body.in_chunks(fault),
        F::OneInAHundred if turn % 100 == 99 => status("503 Service Unavailable", ""),
        _ => {
            // As the public service does: the same text has the same tag, and is not sent again.
            let tag = format!("\"{:016x}\"", fnv(body.text.as_bytes()));
            if request.header("if-none-match").as_deref() == Some(tag.as_str()) {
                return vec![Step::Send(
                    format!("HTTP/1.1 304 Not Modified\r\netag: {tag}\r\n\r\n").into_bytes(),
                )];
            }
            vec![Step::Send(head("200 OK", &format!("etag: {tag}\r\n"), body.text.as_bytes()))]
        }
    }
}

/// FNV-1a, 64 bits.
fn fnv(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

/// The answer's text, spoilt where the fault is one of the text.
struct Body {
    text: String,
}

impl Body {
    fn new(fault: Fault, list: &List, request: &Request) -> Self {
        let prefix = request.prefix();
        let asked = if fault == Fault::OtherRange { other(&prefix) } else { prefix.clone() };
        let mut rows = list.range(&asked, fault == Fault::HidesHits);
        if fault == Fault::PaddingOnly {
            rows.clear();
        }
        if request.header("add-padding").as_deref() == Some("true") || fault == Fault::PaddingOnly {
            rows.extend(List::padding(&prefix));
        }
        let mut lines: Vec<String> = rows.iter().map(|(suffix, count)| format!("{suffix}:{count}")).collect();
        let middle = lines.len() / 2;
        if let Some(line) = lines.get_mut(middle) {
            spoil(fault, line);
        }
        if fault == Fault::WholeHashes {
            for line in &mut lines {
                line.insert_str(0, &prefix);
            }
        }
        let end = match fault {
            Fault::LineFeeds => "\n",
            Fault::CarriageReturns => "\r",
            _ => "\r\n",
        };
        let mut text = lines.join(end);
        match fault {
            Fault::LowerCase => text.make_ascii_lowercase(),
            Fault::LineFeeds | Fault::LastLineEnd => text.push_str(end),
            Fault::Html => {
                "<!doctype html>\n<title>Welcome</title><p>Log in to use this network.</p>\n"
                    .clone_into(&mut text);
            }
            Fault::Json => "{}".clone_into(&mut text),
            Fault::Empty => text.clear(),
            Fault::OnlyLineEnd => end.clone_into(&mut text),
            Fault::TruncatedLine => text.push_str("\r\n0123456789ABCDEF"),
            Fault::TruncatedCount => text.push_str("\r\n0123456789ABCDEF0123456789ABCDEF012:"),
            Fault::ByteOrderMark => text.insert(0, '\u{feff}'),
            Fault::TrailingHtml => {
                text.push_str("\r\n<script src=\"https://ads.example/a.js\"></script>\r\n");
            }
            _ => {}
        }
        Self { text }
    }

    /// With a `content-length`, kept or not.
    fn with_length(&self, fault: Fault) -> Vec<Step> {
        let bytes = self.text.as_bytes();
        let (first, _) = bytes.split_at(bytes.len() / 2);
        let head =
            |length: usize| format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n").into_bytes();
        match fault {
            Fault::LengthTooLong => {
                vec![Step::Send([head(bytes.len() + 100), bytes.to_vec()].concat()), Step::Close]
            }
            // Ten bytes into a suffix: a row is at least 37 bytes long.
            Fault::LengthTooShort => {
                let cut = self.text.rfind('\n').map_or(10, |at| at + 11);
                vec![Step::Send([head(cut), bytes.to_vec()].concat()), Step::Close]
            }
            Fault::Drip => {
                vec![Step::Send(head(1_000_000)), Step::Forever(b"0".to_vec(), Duration::from_millis(20))]
            }
            Fault::StalledBody => vec![Step::Send([&head(bytes.len()), first].concat()), Step::Stall],
            _ => vec![Step::Send([&head(bytes.len()), first].concat()), Step::Reset],
        }
    }

    /// `transfer-encoding: chunked`, ended or not.
    fn in_chunks(&self, fault: Fault) -> Vec<Step> {
        let mut bytes = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
        let rows = if self.text.ends_with('\n') { self.text.clone() } else { format!("{}\r\n", self.text) };
        match fault {
            Fault::Endless => return vec![Step::Send(bytes), forever(&chunk(rows.as_bytes()))],
            Fault::EndlessLine => return vec![Step::Send(bytes), forever(&chunk(&[b'A'; 4096]))],
            Fault::ChunksBroken => {
                bytes.extend(chunk(rows.as_bytes()));
                bytes.extend(b"many\r\n");
                return vec![Step::Send(bytes), Step::Close];
            }
            _ => {}
        }
        for piece in self.text.as_bytes().chunks(7) {
            bytes.extend(chunk(piece));
        }
        if fault == Fault::ChunksCutOff {
            return vec![Step::Send(bytes), Step::Close];
        }
        bytes.extend(b"0\r\n\r\n");
        vec![Step::Send(bytes)]
    }
}

/// Spoils one line, where that is the fault.
fn spoil(fault: Fault, line: &mut String) {
    let (suffix, count) = line.split_once(':').unwrap_or((line, "1"));
    let spoilt = match fault {
        Fault::ShortSuffix => format!("{}:{count}", suffix.chars().skip(1).collect::<String>()),
        Fault::NotHex => format!("G{}:{count}", suffix.chars().skip(1).collect::<String>()),
        Fault::NegativeCount => format!("{suffix}:-{count}"),
        Fault::SignedCount => format!("{suffix}:+{count}"),
        Fault::HugeCount => format!("{suffix}:18446744073709551616"),
        Fault::SeparatedCount => format!("{suffix}:1,000"),
        Fault::Blank => format!("{suffix}: {count}"),
        Fault::EmptyLine => format!("{line}\r\n"),
        Fault::Nul => format!("{line}\0"),
        _ => return,
    };
    *line = spoilt;
}

/// The next prefix.
fn other(prefix: &str) -> String {
    let value = u32::from_str_radix(prefix, 16).unwrap_or(0);
    format!("{:05X}", (value + 1) & 0xF_FFFF)
}

fn head(status: &str, extra: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-type: text/plain\r\n{extra}content-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

fn chunk(bytes: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

fn forever(bytes: &[u8]) -> Step {
    Step::Forever(bytes.to_vec(), Duration::ZERO)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    // A vector takes everything.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Valid rows, small to send for the 4 MiB that they unpack to. That is four times what the range client accepts, and
/// no more: packing and unpacking take seconds in an unoptimised build.
fn bomb(text: &str) -> Vec<u8> {
    let rows = format!("{text}\r\n");
    gzip(rows.repeat((4 << 20) / rows.len() + 1).as_bytes())
}
