//! Values of the screen *Check a password*.

use crate::check::CheckResult;
use lists::{Answer, Count};
use password::Strength;
use password::passphrase::Passphrase;
use serde::Serialize;
use ts_rs::TS;
use zeroize::Zeroizing;

use super::words::{AnswerCode, RankCode};

/// How hard a password is to guess.
#[derive(Serialize, TS)]
pub struct StrengthView {
    score: u8,
    guesses_log10: f64,
    offline_seconds: f64,
    online_seconds: f64,
    warning: Option<String>,
    suggestions: Vec<String>,
}

impl From<&Strength> for StrengthView {
    fn from(strength: &Strength) -> Self {
        Self {
            score: strength.score,
            guesses_log10: strength.guesses_log10,
            offline_seconds: strength.offline_slow_hash_seconds,
            online_seconds: strength.online_throttled_seconds,
            warning: strength.warning.map(|warning| warning.code().to_owned()),
            suggestions: strength.suggestions.iter().map(|suggestion| suggestion.code().to_owned()).collect(),
        }
    }
}

/// What one list said.
#[derive(Serialize, TS)]
pub struct ListView {
    list: String,
    host: Option<String>,
    answer: AnswerCode,
    count: Option<f64>,
    count_is_minimum: bool,
    rank: Option<RankCode>,
    reason: Option<String>,
    retry_after_seconds: Option<f64>,
    status: Option<u16>,
}

impl ListView {
    #[allow(clippy::cast_precision_loss, reason = "counts and seconds that people read are far below 2^53")]
    fn new(list: &str, answer: &Answer) -> Self {
        let mut view = Self {
            list: list.to_owned(),
            host: list.strip_prefix("range:").map(str::to_owned),
            answer: answer.into(),
            count: None,
            count_is_minimum: false,
            rank: None,
            reason: None,
            retry_after_seconds: None,
            status: None,
        };
        match answer {
            Answer::Found { count, rank } => {
                (view.count, view.count_is_minimum) = match count {
                    Count::Exact(number) => (Some(*number as f64), false),
                    Count::AtLeast(number) => (Some(*number as f64), true),
                    Count::Unknown => (None, false),
                };
                view.rank = rank.map(RankCode::from);
            }
            Answer::CouldNotCheck(reason) => {
                view.reason = Some(reason.code().to_owned());
                view.retry_after_seconds = reason.retry_after_seconds().map(|seconds| seconds as f64);
                view.status = reason.status();
            }
            Answer::NotOnThisList | Answer::NotAsked => {}
        }
        view
    }
}

/// One host and prefix that left the computer.
#[derive(Serialize, TS)]
pub struct ReceiptView {
    host: String,
    sent: String,
    over: String,
    requests: u32,
    /// Of these, the ones for which no connection was made, so that nothing left the computer.
    unsent: u32,
}

/// All that a check found out.
#[derive(Serialize, TS)]
pub struct CheckView {
    strength: StrengthView,
    lists: Vec<ListView>,
    verdict: AnswerCode,
    receipt: Vec<ReceiptView>,
    /// Somebody else at this table checked the same password in this session.
    pub(crate) shared: bool,
}

impl From<CheckResult> for CheckView {
    fn from(result: CheckResult) -> Self {
        Self {
            strength: (&result.strength).into(),
            lists: result.lists.iter().map(|list| ListView::new(&list.list, &list.answer)).collect(),
            verdict: result.verdict.into(),
            receipt: result
                .receipt
                .into_iter()
                .map(|entry| ReceiptView {
                    host: entry.host,
                    sent: entry.sent,
                    over: entry.over,
                    requests: entry.requests,
                    unsent: entry.unsent,
                })
                .collect(),
            shared: false,
        }
    }
}

/// A passphrase on its way to the person who asked for it.
#[derive(Serialize, TS)]
pub struct PassphraseView {
    #[ts(type = "string")]
    #[serde(serialize_with = "as_text")]
    passphrase: Zeroizing<String>,
    words: u32,
    entropy_bits: f64,
    language: String,
}

fn as_text<S: serde::Serializer>(text: &Zeroizing<String>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

impl From<&Passphrase> for PassphraseView {
    fn from(made: &Passphrase) -> Self {
        Self {
            passphrase: Zeroizing::new(made.expose().to_owned()),
            words: u32::try_from(made.words()).unwrap_or(u32::MAX),
            entropy_bits: (made.entropy_bits() * 10.0).round() / 10.0,
            language: made.language().code().to_owned(),
        }
    }
}

/// When a copied passphrase is taken from the clipboard again.
#[derive(Serialize, TS)]
pub struct CopyView {
    pub(crate) clears_after_seconds: u32,
}
