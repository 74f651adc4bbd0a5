//! The ways in which the server answers, each with a name.

use std::str::FromStr;

/// A name that no fault has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no fault is called {0:?}; --names lists them")]
pub struct UnknownFault(String);

macro_rules! faults {
    ($($(#[doc = $doc:expr])+ $variant:ident = $name:literal, $honest:literal;)+) => {
        /// One way to answer every request.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Fault { $($(#[doc = $doc])+ $variant,)+ }

        impl Fault {
            /// Every way to answer, the honest ones first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name on a command line.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Whether a client that does everything right gets at the truth all the same.
            #[must_use]
            pub fn is_honest(self) -> bool {
                match self { $(Self::$variant => $honest,)+ }
            }
        }
    };
}

faults! {
    /// As the public service answers: CRLF, no end after the last line, padding when it is asked for.
    None = "none", true;
    /// Hexadecimal digits in lower case.
    LowerCase = "lower-case", true;
    /// LF alone, and one after the last line.
    LineFeeds = "line-feeds", true;
    /// A line end after the last line too.
    LastLineEnd = "last-line-end", true;
    /// Compressed.
    Gzip = "gzip", true;
    /// In chunks of a few bytes.
    Chunked = "chunked", true;
    /// No length; the connection's end is the end.
    CloseDelimited = "close-delimited", true;
    /// 503 twice, then honest.
    BusyTwice = "busy-twice", true;
    /// 429 with `retry-after: 1` once, then honest.
    RateLimitedOnce = "rate-limited-once", true;
    /// The first connection is dropped without a word, then honest.
    DroppedOnce = "dropped-once", true;

    /// 503 once in a hundred requests, else honest.
    OneInAHundred = "one-in-a-hundred", true;

    /// 404: "nothing here", which is not "not on this list".
    NotFound = "not-found", false;
    /// 403, as a firewall says it.
    Forbidden = "forbidden", false;
    /// 401 with a challenge.
    Unauthorized = "unauthorized", false;
    /// 500, always.
    ServerError = "server-error", false;
    /// 503, always.
    Unavailable = "unavailable", false;
    /// 429 with `retry-after: 3600`, always.
    RateLimitedLong = "rate-limited-long", false;
    /// 429 with a `retry-after` that is a date far away.
    RateLimitedDate = "rate-limited-date", false;
    /// 429 with `retry-after: 0`, always.
    RateLimitedNow = "rate-limited-now", false;
    /// 429 with `retry-after: 1`, always.
    RateLimitedSecond = "rate-limited-second", false;
    /// 429 with a `retry-after` that is a date long ago.
    RateLimitedPast = "rate-limited-past", false;
    /// 429 with a `retry-after` beyond 64 bits.
    RateLimitedHuge = "rate-limited-huge", false;
    /// 429 with a `retry-after` that is neither a number nor a date.
    RateLimitedNonsense = "rate-limited-nonsense", false;
    /// 429 without a word on when, always.
    RateLimited = "rate-limited", false;
    /// 204, no content.
    NoContent = "no-content", false;
    /// 206 with a part of the truth.
    Partial = "partial", false;
    /// 302 to an address of this server that answers honestly.
    Redirect = "redirect", false;
    /// 307 to the same.
    TemporaryRedirect = "temporary-redirect", false;
    /// 200 with a log-in page, as a captive portal answers.
    Html = "html", false;
    /// 200 with `{}`.
    Json = "json", false;
    /// 200 with nothing.
    Empty = "empty", false;
    /// 200 with a line end and nothing else.
    OnlyLineEnd = "only-line-end", false;
    /// The last line stops in the middle of its suffix.
    TruncatedLine = "truncated-line", false;
    /// The last line stops after its colon.
    TruncatedCount = "truncated-count", false;
    /// One suffix is a digit short.
    ShortSuffix = "short-suffix", false;
    /// Whole hashes instead of suffixes.
    WholeHashes = "whole-hashes", false;
    /// One letter is not hexadecimal.
    NotHex = "not-hex", false;
    /// One count is negative.
    NegativeCount = "negative-count", false;
    /// One count has a plus sign.
    SignedCount = "signed-count", false;
    /// One count is larger than 64 bits.
    HugeCount = "huge-count", false;
    /// Thousands separators in a count.
    SeparatedCount = "separated-count", false;
    /// A blank before one count.
    Blank = "blank", false;
    /// An empty line in the middle.
    EmptyLine = "empty-line", false;
    /// A byte order mark at the front.
    ByteOrderMark = "byte-order-mark", false;
    /// CR alone between lines.
    CarriageReturns = "carriage-returns", false;
    /// A NUL in the middle.
    Nul = "nul", false;
    /// UTF-16.
    Utf16 = "utf-16", false;
    /// An honest answer with a line of HTML after it.
    TrailingHtml = "trailing-html", false;
    /// Rows with count 0 only.
    PaddingOnly = "padding-only", false;
    /// Everything that the list knows is left out; the made-up neighbours stay.
    HidesHits = "hides-hits", false;
    /// Another range than the one that was asked for.
    OtherRange = "other-range", false;
    /// The connection is reset in the middle of the body.
    Reset = "reset", false;
    /// The connection is closed before any answer.
    Dropped = "dropped", false;
    /// Nobody listens.
    Refused = "refused", false;
    /// `content-length` promises more than comes.
    LengthTooLong = "length-too-long", false;
    /// `content-length` promises less than comes, and ends in a line.
    LengthTooShort = "length-too-short", false;
    /// Chunks, and the last one never comes before the connection ends.
    ChunksCutOff = "chunks-cut-off", false;
    /// A chunk whose length is not a number.
    ChunksBroken = "chunks-broken", false;
    /// Valid rows without end.
    Endless = "endless", false;
    /// One line without end.
    EndlessLine = "endless-line", false;
    /// Headers without end.
    EndlessHeaders = "endless-headers", false;
    /// Accepts the request and never answers.
    Stalled = "stalled", false;
    /// Stops in the middle of the body and keeps the connection.
    StalledBody = "stalled-body", false;
    /// A byte now and then.
    Drip = "drip", false;
    /// A few kilobytes that unpack to 4 MiB of valid rows.
    GzipBomb = "gzip-bomb", false;
    /// Says gzip and is not.
    GzipNot = "gzip-not", false;
    /// Compressed, and cut off.
    GzipCutOff = "gzip-cut-off", false;
    /// Says an encoding that nobody asked for.
    OtherEncoding = "other-encoding", false;
    /// Not HTTP at all.
    NotHttp = "not-http", false;
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, UnknownFault> {
        Self::ALL
            .iter()
            .copied()
            .find(|fault| fault.name() == name)
            .ok_or_else(|| UnknownFault(name.to_owned()))
    }
}
