//! `selfcheck password`.

use app::check::{Begun, CheckResult, Checker, Online, Verdict};
use app::data::DataDir;
use lists::{Answer, Count};
use password::Password;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Texts;
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
    warning: Option<String>,
    suggestions: Vec<String>,
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
    /// Of these, the ones for which no connection was made, so that nothing left the computer; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    unsent: Option<u32>,
}

pub(crate) fn run(options: &PasswordOptions, data: Option<&DataDir>, json: bool) -> Result<u8, Failure> {
    let texts = terminal::texts();
    let asking = Asking::of(data, options.offline, options.range_url.as_deref(), &options.list)?;
    let bytes = terminal::read_secret(&prompt(texts), Password::MAX_BYTES)?;
    let password = Password::from_bytes(bytes)
        .map_err(|error| Failure::WrongUse(wording::password_error(texts, &error)))?;
    let checker =
        Checker::new(asking.url, USER_AGENT).map_err(|_| Failure::CouldNotCheck(texts.pw_no_connection()))?;
    let checker = checker.with_files(list_notes::opened(&asking.lists));
    let online = if asking.offline { Online::No } else { Online::Yes };
    let begun = checker.begin(&password, &options.about);
    // Wiped before a service is waited for.
    drop(password);
    let result = finish(&checker, &begun, online)?;
    if json {
        say_json(&to_json(&result))?;
    } else {
        print(texts, &result)?;
    }
    for list in &result.lists {
        if let Answer::CouldNotCheck(reason) = &list.answer {
            terminal::tell(&texts.pw_list_says(&list.list, &wording::reason(texts, reason)));
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
    let texts = terminal::texts();
    let asking = Asking::of(data, false, None, &[])?;
    let Some(bytes) = terminal::read_secret_line(&prompt(texts))? else { return Ok(()) };
    let password = match Password::from_bytes(bytes) {
        Ok(password) => password,
        Err(error) => return say(&wording::password_error(texts, &error)),
    };
    let host = asking.url.host_label();
    let files = list_notes::opened(&asking.lists);
    let checker = Checker::new(asking.url, USER_AGENT).map(|checker| checker.with_files(files));
    let Ok(checker) = checker else {
        return say(&texts.pw_no_connection_here());
    };
    let begun = checker.begin(&password, &[]);
    drop(password);
    let mut result = finish(&checker, &begun, Online::No)?;
    if result.verdict != Verdict::Found && !asking.offline {
        let prompt = format!("{} ", texts.pw_ask_service(&host));
        if terminal::line_after(&prompt)?.is_some_and(|answer| terminal::is_yes(&answer)) {
            result = finish(&checker, &begun, Online::Yes)?;
        }
    }
    print(texts, &result)?;
    for list in &result.lists {
        if let Answer::CouldNotCheck(reason) = &list.answer {
            say(&texts.pw_list_says(&list.list, &wording::reason(texts, reason)))?;
        }
    }
    Ok(())
}

/// What is asked before a password is typed.
fn prompt(texts: &Texts) -> String {
    format!("{} ", texts.pw_prompt())
}

fn finish(checker: &Checker, begun: &Begun, online: Online) -> Result<CheckResult, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(checker.finish(begun, online, &CancellationToken::new())))
}

fn to_json(result: &CheckResult) -> Json<'_> {
    let (texts, strength) = (terminal::english(), &result.strength);
    Json {
        strength: StrengthJson {
            score: strength.score,
            guesses_log10: strength.guesses_log10,
            offline_slow_hash_seconds: strength.offline_slow_hash_seconds,
            online_throttled_seconds: strength.online_throttled_seconds,
            warning: strength.warning.map(|warning| wording::warning(texts, warning)),
            suggestions: strength.suggestions.iter().map(|s| wording::suggestion(texts, *s)).collect(),
        },
        lists: result.lists.iter().map(|l| list_json(&l.list, &l.answer)).collect(),
        verdict: result.verdict.code(),
        receipt: result
            .receipt
            .iter()
            .map(|r| ReceiptJson {
                host: &r.host,
                sent: &r.sent,
                over: &r.over,
                requests: r.requests,
                unsent: (r.unsent > 0).then_some(r.unsent),
            })
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

fn print(texts: &Texts, result: &CheckResult) -> Result<(), Failure> {
    say(&wording::verdict(texts, result.verdict))?;
    for list in &result.lists {
        say(&format!("  {}", texts.pw_list_says(&list.list, &wording::answer(texts, &list.answer))))?;
    }
    let strength = &result.strength;
    say(&texts.pw_strength(
        &wording::score(texts, strength.score),
        &wording::duration(texts, strength.offline_slow_hash_seconds),
        &wording::duration(texts, strength.online_throttled_seconds),
    ))?;
    if let Some(warning) = strength.warning {
        say(&format!("  {}", wording::warning(texts, warning)))?;
    }
    for suggestion in &strength.suggestions {
        say(&format!("  {}", wording::suggestion(texts, *suggestion)))?;
    }
    if result.receipt.is_empty() {
        say(&texts.pw_left_nothing())?;
    }
    for entry in &result.receipt {
        let sent = u64::from(entry.requests.saturating_sub(entry.unsent));
        if sent > 0 {
            say(&texts.pw_left(sent, &entry.sent, &entry.host, &entry.over))?;
        } else {
            say(&texts.pw_unsent(u64::from(entry.requests), &entry.host))?;
        }
    }
    Ok(())
}
