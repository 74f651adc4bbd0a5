//! Checking one password: strength, then the lists in their order, then what left the computer.
//!
//! Not here: how a list answers (crate `lists`) and how an answer is worded (the shells).

use std::path::Path;

use lists::disk::{DiskError, DiskList, LayoutError};
use lists::{Answer, RangeClient, Reason};
use password::{Password, Strength};
use tokio_util::sync::CancellationToken;

/// Whether the range service may be asked in this check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Online {
    /// Only what is on this computer is asked.
    No,
    /// The range service is asked if the embedded list does not know the password.
    Yes,
    /// It could not be asked a moment ago, for this reason, and is not asked again now.
    Failed(Reason),
}

/// What one list said.
#[derive(Debug, Clone, PartialEq)]
pub struct ListResult {
    /// `embedded` or `range:HOST` (with the port if it is not the scheme's own).
    pub list: String,
    /// Its answer; `NotAsked` where it was not needed or not allowed.
    pub answer: Answer,
}

/// The answer over all lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// At least one list holds the password.
    Found,
    /// Every list that was asked answered, and none holds it. Not a promise of safety.
    NotOnThisList,
    /// None holds it, and at least one that was asked could not answer.
    CouldNotCheck,
    /// Nothing was asked.
    NotAsked,
}

impl Verdict {
    /// The word of the public JSON contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::NotOnThisList => "not_on_this_list",
            Self::CouldNotCheck => "could_not_check",
            Self::NotAsked => "not_asked",
        }
    }

    /// Found if any list says so; else could-not-check if any that was asked failed; else not on a list.
    #[must_use]
    pub fn of(lists: &[ListResult]) -> Self {
        let any = |test: fn(&Answer) -> bool| lists.iter().any(|l| test(&l.answer));
        if any(|a| matches!(a, Answer::Found { .. })) {
            Self::Found
        } else if any(|a| matches!(a, Answer::CouldNotCheck(_))) {
            Self::CouldNotCheck
        } else if any(|a| matches!(a, Answer::NotOnThisList)) {
            Self::NotOnThisList
        } else {
            Self::NotAsked
        }
    }
}

/// One host and prefix that left the computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptEntry {
    /// Host, with the port if it is not the scheme's own.
    pub host: String,
    /// The five hexadecimal digits that were sent.
    pub sent: String,
    /// `https`, or `http` (loopback only).
    pub over: String,
    /// Attempts, refused ones too.
    pub requests: u32,
    /// Of these, the ones for which no connection was made, so that nothing left the computer.
    pub unsent: u32,
}

/// All that a check found out.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    /// How hard the password is to guess.
    pub strength: Strength,
    /// Every configured list, in the order in which they are asked.
    pub lists: Vec<ListResult>,
    /// The answer over all lists.
    pub verdict: Verdict,
    /// What left the computer; empty when nothing did.
    pub receipt: Vec<ReceiptEntry>,
}

/// A list file on this computer, open or not.
pub struct ListFile {
    name: String,
    list: Result<DiskList, Reason>,
}

impl ListFile {
    /// Opens a list file. One that cannot be opened answers so, and never "not on this list".
    #[must_use]
    pub fn open(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let list = DiskList::open(path).map_err(|error| match error {
            DiskError::Length { .. } | DiskError::Layout { source: LayoutError::Damaged { .. }, .. } => {
                Reason::FileDamaged
            }
            DiskError::Layout { .. } => Reason::FileForeign,
            _ => Reason::FileUnreadable,
        });
        Self { name, list }
    }

    /// How many of all ranges its passwords are from, if it was made from a part of them.
    #[must_use]
    pub fn part_of_the_ranges(&self) -> Option<u32> {
        self.list.as_ref().ok().and_then(|list| list.facts().part_of_the_ranges())
    }

    /// How results name it.
    pub(crate) fn label(&self) -> String {
        format!("file:{}", self.name)
    }

    /// Looks many up at once; fastest if they are sorted. Answers come in the same order.
    pub(crate) fn lookup_many(&self, digests: &[password::Digest]) -> Vec<Answer> {
        match &self.list {
            Ok(list) => list.lookup_many(digests),
            Err(reason) => vec![Answer::CouldNotCheck(*reason); digests.len()],
        }
    }

    fn lookup(&self, digest: &password::Digest) -> Answer {
        match &self.list {
            Ok(list) => list.lookup(digest),
            Err(reason) => Answer::CouldNotCheck(*reason),
        }
    }
}

/// Asks the lists in their order: the embedded one, list files, then the range service.
pub struct Checker {
    files: Vec<ListFile>,
    range: RangeClient,
    host: String,
    scheme: String,
}

impl Checker {
    /// A checker that may ask the range service at `url`, naming itself `user_agent` there.
    ///
    /// # Errors
    /// When the HTTP client cannot be set up on this computer.
    pub fn new(url: lists::RangeUrl, user_agent: &str) -> Result<Self, lists::RangeClientError> {
        let (host, scheme) = (url.host_label(), url.scheme().to_owned());
        Ok(Self { files: Vec::new(), range: RangeClient::new(url, user_agent)?, host, scheme })
    }

    /// Asks these list files too, before the range service.
    #[must_use]
    pub fn with_files(mut self, files: Vec<ListFile>) -> Self {
        self.files = files;
        self
    }

    /// Host of the range service, as the receipt names it.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Rates `password` and asks the lists on this computer. One that is not in Unicode's form C is asked about in that
    /// form too, and found in either is found.
    #[must_use]
    pub fn begin(&self, password: &Password, about: &[String]) -> Begun {
        let strength = password::strength(password, about);
        let digests = password.digests();
        let embedded = of_any(&digests, |digest| lists::embedded().lookup(digest));
        let mut lists = vec![ListResult { list: "embedded".to_owned(), answer: embedded }];
        for file in &self.files {
            let found = Verdict::of(&lists) == Verdict::Found;
            let answer =
                if found { Answer::NotAsked } else { of_any(&digests, |digest| file.lookup(digest)) };
            lists.push(ListResult { list: file.label(), answer });
        }
        Begun { strength, digests, lists }
    }

    /// Asks the range service too, if it may be asked and no list on this computer holds the password.
    pub async fn finish(&self, begun: &Begun, online: Online, cancel: &CancellationToken) -> CheckResult {
        let mut lists = begun.lists.clone();
        let mut receipt: Vec<ReceiptEntry> = Vec::new();
        let known = Verdict::of(&lists) == Verdict::Found;
        let range = if known || online == Online::No {
            Answer::NotAsked
        } else if let Online::Failed(reason) = online {
            Answer::CouldNotCheck(reason)
        } else {
            let results = self.range.lookup_spellings(&begun.digests, cancel).await;
            for (digest, result) in begun.digests.iter().zip(&results).filter(|(_, of)| of.requests > 0) {
                let sent = digest.prefix().to_string();
                match receipt.iter_mut().find(|entry| entry.sent == sent) {
                    Some(entry) => {
                        entry.requests += result.requests;
                        entry.unsent += result.unsent;
                    }
                    None => receipt.push(ReceiptEntry {
                        host: self.host.clone(),
                        sent,
                        over: self.scheme.clone(),
                        requests: result.requests,
                        unsent: result.unsent,
                    }),
                }
            }
            strongest(results.into_iter().map(|result| result.answer))
        };
        lists.push(ListResult { list: format!("range:{}", self.host), answer: range });
        let verdict = Verdict::of(&lists);
        CheckResult { strength: begun.strength.clone(), lists, verdict, receipt }
    }
}

/// A check as far as it goes on this computer. The password itself is not in it: it can be wiped before a service is
/// waited for.
pub struct Begun {
    strength: Strength,
    digests: Vec<password::Digest>,
    lists: Vec<ListResult>,
}

/// What a list says of a password by the digests of its spellings; it is asked until it holds one.
fn of_any(digests: &[password::Digest], ask: impl Fn(&password::Digest) -> Answer) -> Answer {
    let mut answers = Vec::with_capacity(digests.len());
    for digest in digests {
        let answer = ask(digest);
        if matches!(answer, Answer::Found { .. }) {
            return answer;
        }
        answers.push(answer);
    }
    strongest(answers)
}

/// A hit outweighs a failure, and a failure an answer that the list does not hold one of the spellings.
fn strongest(answers: impl IntoIterator<Item = Answer>) -> Answer {
    let weight = |answer: &Answer| match answer {
        Answer::Found { .. } => 3,
        Answer::CouldNotCheck(_) => 2,
        Answer::NotOnThisList => 1,
        Answer::NotAsked => 0,
    };
    answers.into_iter().max_by_key(weight).unwrap_or(Answer::NotAsked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(answer: Answer) -> ListResult {
        ListResult { list: "any".to_owned(), answer }
    }

    #[test]
    fn a_list_that_failed_outweighs_a_list_that_does_not_hold_it() {
        let failed = Answer::CouldNotCheck(Reason::Cancelled);
        assert_eq!(Verdict::of(&[result(Answer::NotOnThisList), result(failed)]), Verdict::CouldNotCheck);
    }

    #[test]
    fn nothing_asked_is_not_an_all_clear() {
        assert_eq!(Verdict::of(&[result(Answer::NotAsked)]), Verdict::NotAsked);
        assert_eq!(Verdict::of(&[]), Verdict::NotAsked);
    }
}
