//! Dates that contradict each other or, if the time is given, the time.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use toml::de::{DeTable, DeValue};

use super::{Code, Draft, Finding, Reason};

/// Fields of a time at which something happened; the format leaves them alone.
const HAPPENED: [&str; 6] =
    ["occurred", "occurred.from", "occurred.to", "happened", "discovered", "contained"];
/// Those among them at which it began, the first that is there.
const BEGAN: [&str; 3] = ["occurred.from", "occurred", "happened"];

pub(super) fn look(draft: &Draft<'_>, table: Option<&DeTable<'_>>, findings: &mut Vec<Finding>) {
    after_publishing(draft, findings);
    history(draft, findings);
    let happened: Vec<(&str, Timestamp)> =
        HAPPENED.iter().filter_map(|field| Some((*field, time_at(table?, field)?))).collect();
    incident(draft, &happened, findings);
    if let Some(now) = draft.surroundings.now {
        ahead(draft, now, &happened, findings);
        past(draft, now, findings);
    }
}

/// A date and time of the file, or the beginning of a day, under a key with dots.
fn time_at(table: &DeTable<'_>, field: &str) -> Option<Timestamp> {
    let mut keys = field.split('.');
    let mut value = table.get(keys.next()?)?;
    for key in keys {
        let DeValue::Table(inner) = value.get_ref() else { return None };
        value = inner.get(key)?;
    }
    let DeValue::Datetime(written) = value.get_ref() else { return None };
    let written = written.to_string();
    let day = || written.parse::<Date>().ok()?.to_zoned_datetime(TimeZone::UTC).ok();
    written.parse().ok().or_else(|| Some(day()?.timestamp()))
}

/// The day in Greenwich.
fn day_of(time: Timestamp) -> Date {
    time.to_zoned_datetime(TimeZone::UTC).date()
}

/// Nowhere on earth is it later than one day after the day in Greenwich.
fn latest_day(time: Timestamp) -> Option<Date> {
    day_of(time).tomorrow().ok()
}

fn after_publishing(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    let Some(published) = notice.published else { return };
    for (field, time) in [("fresh_until", notice.fresh_until), ("next_update", notice.next_update)] {
        if let Some(time) = time.filter(|time| *time <= published) {
            let reason = Reason::NotAfterPublishing { time, published };
            findings.push(draft.because(Code::DatesOutOfOrder, field, None, reason));
        }
    }
}

fn history(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    let mut dated: Vec<(u32, usize, Date)> = notice
        .history
        .iter()
        .enumerate()
        .filter_map(|(n, entry)| Some((entry.revision, n, entry.date?)))
        .collect();
    dated.sort_unstable();
    for pair in dated.windows(2) {
        if let [(_, _, former), (_, n, day)] = *pair
            && day < former
        {
            let reason = Reason::BeforeFormer { day, former };
            findings.push(draft.because(Code::DatesOutOfOrder, &format!("history[{n}].date"), None, reason));
        }
    }
    let latest = notice.published.and_then(latest_day);
    if let (Some((_, n, day)), Some(latest)) = (dated.last().copied(), latest)
        && day > latest
    {
        let field = format!("history[{n}].date");
        let reason = Reason::AfterPublishing { day };
        findings.push(draft.because(Code::DatesOutOfOrder, &field, None, reason));
    }
}

/// Nothing is discovered or ends before it begins.
fn incident(draft: &Draft<'_>, happened: &[(&str, Timestamp)], findings: &mut Vec<Finding>) {
    let at = |field: &str| happened.iter().find(|(name, _)| *name == field).map(|(_, time)| *time);
    let Some(began) = BEGAN.iter().find_map(|field| at(field)) else { return };
    for field in ["occurred.to", "discovered", "contained"] {
        if let Some(time) = at(field).filter(|time| *time < began) {
            let reason = Reason::BeforeItBegan { time, began };
            findings.push(draft.because(Code::DatesOutOfOrder, field, None, reason));
        }
    }
}

/// What is told as past must not lie ahead. A field whose order is wrong is named already.
fn ahead(draft: &Draft<'_>, now: Timestamp, happened: &[(&str, Timestamp)], findings: &mut Vec<Finding>) {
    let mut told: Vec<(String, String)> = Vec::new();
    let times = happened.iter().map(|(field, time)| ((*field).to_owned(), *time));
    let published = draft.notice.published.map(|time| ("published".to_owned(), time));
    let entries = draft.notice.history.iter().enumerate();
    let entry_times =
        entries.clone().filter_map(|(n, entry)| Some((format!("history[{n}].published"), entry.published?)));
    for (field, time) in times.chain(published).chain(entry_times) {
        if time > now {
            told.push((field, time.to_string()));
        }
    }
    let latest = latest_day(now);
    for (n, entry) in entries {
        if let Some(day) = entry.date.filter(|day| latest.is_some_and(|latest| *day > latest)) {
            told.push((format!("history[{n}].date"), day.to_string()));
        }
    }
    for (field, about) in told {
        if !is_named(&field, findings) {
            findings.push(draft.finding(Code::FutureDate, &field, None, Some(about)));
        }
    }
}

/// What a draft promises must not have passed. Of a notice that was signed, time alone makes it so.
fn past(draft: &Draft<'_>, now: Timestamp, findings: &mut Vec<Finding>) {
    if draft.signed {
        return;
    }
    for (code, field, time) in [
        (Code::PastNextUpdate, "next_update", draft.notice.promised()),
        (Code::PastExpiry, "fresh_until", draft.notice.fresh_until),
    ] {
        if let Some(time) = time.filter(|time| *time <= now && !is_named(field, findings)) {
            findings.push(draft.finding(code, field, None, Some(time.to_string())));
        }
    }
}

fn is_named(field: &str, findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.code == Code::DatesOutOfOrder && finding.field == field)
}
