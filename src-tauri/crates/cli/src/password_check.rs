//! `selfcheck password`.

use app::check::{Begun, CheckResult, Checker, Online, Verdict};
use app::data::DataDir;
use lists::{Answer, Count};
use password::Password;
use schemars::JsonSchema;
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use crate::args::PasswordOptions;
use crate::chosen::Asking;
use crate::list_notes;
use crate::terminal::{self, Failure, say, say_json};
use crate::wording;

/// How the program names itself to a range service.
pub(crate) const USER_AGENT: &str = concat!("selfcheck/", env!("CARGO_PKG_VERSION"));

#[derive(Serialize, JsonSchema)]
pub(crate) struct Json<'a> {
    strength: StrengthJson,
    lists: Vec<ListJson<'a>>,
    verdict: &'a str,
    receipt: Vec<ReceiptJson<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct StrengthJson {
    score: u8,
    guesses_log10: f64,
    offline_slow_hash_seconds: f64,
    online_throttled_seconds: f64,
    warning: Option<&'static str>,
    suggestions: Vec<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct ListJson<'a> {
    list: &'a str,
    answer: &'static str,
    count: Option<u64>,
    reason: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct ReceiptJson<'a> {
    host: &'a str,
    sent: &'a str,
    over: &'a str,
    requests: u32,
}

pub(crate) fn run(options: &PasswordOptions, data: Option<&DataDir>, json: bool) -> Result<u8, Failure> {
    let asking = Asking::of(data, options.offline, options.range_url.as_deref(), &options.list)?;
    let bytes = terminal::read_secret("Password (not shown): ", Password::MAX_BYTES)?;
    let password = Password::from_bytes(bytes).map_err(|e| Failure::WrongUse(wording::password_error(&e)))?;
    let checker = Checker::new(asking.url, USER_AGENT).map_err(|_| {
        Failure::CouldNotCheck(
            "no secure connection can be set up on this computer. Use --offline.".to_owned(),
        )
    })?;
    let checker = checker.with_files(list_notes::opened(&asking.lists));
    let online = if asking.offline { Online::No } else { Online::Yes };
    let begun = checker.begin(&password, &options.about);
    // Wiped before a service is waited for.
    drop(password);
    let result = finish(&checker, &begun, online)?;
    if json {
        say_json(&to_json(&result))?;
    } else {
        print(&result)?;
    }
    for list in &result.lists {
        if let Answer::CouldNotCheck(reason) = &list.answer {
            terminal::tell(&format!("{}: {}", list.list, wording::reason(reason)));
        }
    }
    Ok(match result.verdict {
        Verdict::Found => 1,
        Verdict::CouldNotCheck => 3,
        Verdict::NotOnThisList | Verdict::NotAsked => 0,
    })
}

/// In a walk: asks for a password and says what is known of it. A service is asked only after a yes, and only about
/// what the lists on this computer do not hold.
pub(crate) fn check_here(data: Option<&DataDir>) -> Result<(), Failure> {
    let asking = Asking::of(data, false, None, &[])?;
    let Some(bytes) = terminal::read_secret_line("Password (not shown): ")? else { return Ok(()) };
    let password = match Password::from_bytes(bytes) {
        Ok(password) => password,
        Err(error) => return say(&wording::password_error(&error)),
    };
    let host = asking.url.host_label();
    let files = list_notes::opened(&asking.lists);
    let checker = Checker::new(asking.url, USER_AGENT).map(|checker| checker.with_files(files));
    let Ok(checker) = checker else {
        return say("No secure connection can be set up on this computer, so nothing was checked.");
    };
    let begun = checker.begin(&password, &[]);
    drop(password);
    let mut result = finish(&checker, &begun, Online::No)?;
    if result.verdict != Verdict::Found && !asking.offline {
        let prompt = format!(
            "Not found on this computer. Send five characters of its hash to {host} too? [y]es, [n]o: "
        );
        if matches!(terminal::line_after(&prompt)?.as_deref(), Some("y" | "yes")) {
            result = finish(&checker, &begun, Online::Yes)?;
        }
    }
    print(&result)?;
    for list in &result.lists {
        if let Answer::CouldNotCheck(reason) = &list.answer {
            say(&format!("{}: {}", list.list, wording::reason(reason)))?;
        }
    }
    Ok(())
}

fn finish(checker: &Checker, begun: &Begun, online: Online) -> Result<CheckResult, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(checker.finish(begun, online, &CancellationToken::new())))
}

fn to_json(result: &CheckResult) -> Json<'_> {
    let strength = &result.strength;
    Json {
        strength: StrengthJson {
            score: strength.score,
            guesses_log10: strength.guesses_log10,
            offline_slow_hash_seconds: strength.offline_slow_hash_seconds,
            online_throttled_seconds: strength.online_throttled_seconds,
            warning: strength.warning.map(wording::warning),
            suggestions: strength.suggestions.iter().map(|s| wording::suggestion(*s)).collect(),
        },
        lists: result.lists.iter().map(|l| list_json(&l.list, &l.answer)).collect(),
        verdict: result.verdict.code(),
        receipt: result
            .receipt
            .iter()
            .map(|r| ReceiptJson { host: &r.host, sent: &r.sent, over: &r.over, requests: r.requests })
            .collect(),
    }
}

fn list_json<'a>(list: &'a str, answer: &Answer) -> ListJson<'a> {
    let (answer, count, reason) = match answer {
        Answer::Found { count: Count::Exact(n) | Count::AtLeast(n), .. } => ("found", Some(*n), None),
        Answer::Found { count: Count::Unknown, .. } => ("found", None, None),
        Answer::NotOnThisList => ("not_on_this_list", None, None),
        Answer::CouldNotCheck(reason) => ("could_not_check", None, Some(reason.code())),
        Answer::NotAsked => ("not_asked", None, None),
    };
    ListJson { list, answer, count, reason }
}

fn print(result: &CheckResult) -> Result<(), Failure> {
    say(wording::verdict(result.verdict))?;
    for list in &result.lists {
        say(&format!("  {}: {}", list.list, wording::answer(&list.answer)))?;
    }
    let strength = &result.strength;
    say(&format!(
        "Strength: {}. Trying guesses on a stolen, well-kept list would take {}; guessing at the log-in page {}.",
        wording::score(strength.score),
        wording::duration(strength.offline_slow_hash_seconds),
        wording::duration(strength.online_throttled_seconds),
    ))?;
    if let Some(warning) = strength.warning {
        say(&format!("  {}", wording::warning(warning)))?;
    }
    for suggestion in &strength.suggestions {
        say(&format!("  {}", wording::suggestion(*suggestion)))?;
    }
    if result.receipt.is_empty() {
        say("What left this computer: nothing.")?;
    }
    for entry in &result.receipt {
        say(&format!(
            "What left this computer: {} to {}, over {}, in {}. Many leaked passwords share these five characters.",
            entry.sent,
            entry.host,
            entry.over,
            wording::count(entry.requests as usize, "request", "requests")
        ))?;
    }
    Ok(())
}
