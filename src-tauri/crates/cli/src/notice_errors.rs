//! What can go wrong with a notice before it is shown: its bytes, its link, fetching it, and what is remembered of
//! publishers. Each is a fact without a full stop, to be put into a sentence that says what to do.

use app::fetch::FetchError;
use app::trust::TrustError;
use app::trust::pinning::PinError;
use notice::{MAX_LINK_BYTES, NotALink, NoticeError};
use texts::Texts;

use crate::wording::number;

/// What is wrong with the bytes of a notice.
pub(crate) fn notice(texts: &Texts, error: &NoticeError) -> String {
    let of = |number: &u32| number.to_string();
    match error {
        NoticeError::TooBig { max } => texts.notice_error_too_big(number(*max)),
        NoticeError::NotUtf8 { offset } => texts.notice_error_not_utf8(&offset.to_string()),
        NoticeError::Nul { line, column } => texts.notice_error_nul(&of(line), &of(column)),
        NoticeError::BidiControl { line, column } => texts.notice_error_hidden(&of(line), &of(column)),
        NoticeError::Container { line } => texts.notice_error_container(&of(line)),
        NoticeError::Syntax { line, column } => texts.notice_error_syntax(&of(line), &of(column)),
        NoticeError::Unclosed { line, column } => texts.notice_error_unclosed(&of(line), &of(column)),
        NoticeError::WrongType { line, column, what } => {
            texts.notice_error_wrong_type(&of(line), &of(column), what)
        }
        NoticeError::TooNew { found, known } => texts.notice_error_too_new(&of(found), &of(known)),
    }
}

/// The same, with what to do about a file from a site.
pub(crate) fn unreadable(texts: &Texts, error: &NoticeError) -> String {
    let problem = notice(texts, error);
    match error {
        NoticeError::TooNew { .. } => texts.notice_unreadable_newer(&problem),
        NoticeError::Container { .. } => texts.notice_unreadable_signed(&problem),
        _ => texts.notice_unreadable(&problem),
    }
}

/// Why a text is no link.
pub(crate) fn link(texts: &Texts, error: NotALink) -> String {
    match error {
        NotALink::TooLong => texts.notice_link_too_long(number(MAX_LINK_BYTES)),
        NotALink::Form => texts.notice_link_form(),
        NotALink::Address => texts.notice_link_address(),
        NotALink::Code => texts.notice_link_code(),
        error => error.to_string(),
    }
}

/// Why nothing was fetched.
pub(crate) fn fetch(texts: &Texts, error: &FetchError) -> String {
    match error {
        FetchError::Private => texts.notice_fetch_private(),
        FetchError::Redirected => texts.notice_fetch_redirected(),
        FetchError::TimedOut => texts.notice_fetch_timed_out(),
        FetchError::TooLarge { max } => texts.notice_fetch_too_large(number(*max)),
        FetchError::Status { status } => texts.notice_fetch_status(&status.to_string()),
        FetchError::NoConnection => texts.notice_fetch_no_connection(),
        FetchError::Interrupted => texts.notice_fetch_interrupted(),
        FetchError::NoClient => texts.notice_fetch_no_client(),
        error => error.to_string(),
    }
}

/// Why a host gave no notice, with what to do.
pub(crate) fn not_fetched(texts: &Texts, host: &str, error: &FetchError) -> String {
    let problem = fetch(texts, error);
    match error {
        FetchError::Private => texts.notice_not_fetched_private(host, &problem),
        FetchError::Redirected => texts.notice_not_fetched_redirected(host, &problem),
        FetchError::Status { status: 404 | 410 } => texts.notice_not_fetched_not_there(host, &problem),
        FetchError::TooLarge { .. } => texts.notice_not_fetched_too_large(host, &problem),
        _ => texts.notice_not_fetched(host, &problem),
    }
}

/// Why what is known of publishers cannot be read or changed.
pub(crate) fn memory(texts: &Texts, error: &TrustError) -> String {
    match error {
        TrustError::TooNew { path, format } => {
            texts.notice_memory_too_new(&path.display().to_string(), &format.to_string())
        }
        TrustError::Busy { path } => texts.notice_memory_busy(&path.display().to_string()),
        TrustError::Full { path } => texts.notice_memory_full(&path.display().to_string()),
        TrustError::Io { path, source } => {
            texts.notice_memory_failed(&path.display().to_string(), &source.to_string())
        }
        error => error.to_string(),
    }
}

/// Why a publisher is not taken as the one of its domain, and that nothing was changed.
pub(crate) fn not_pinned(texts: &Texts, error: &PinError) -> String {
    let problem = match error {
        PinError::OtherDomain { domain, domains } => {
            return texts.notice_other_domain(&texts.listed(domains), domain);
        }
        PinError::NotADomain { domain } => texts.notice_pin_not_a_domain(domain),
        PinError::PublicSuffix { domain } => texts.notice_pin_public_suffix(domain),
        error => error.to_string(),
    };
    texts.notice_not_pinned(&problem)
}
