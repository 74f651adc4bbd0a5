//! `selfcheck notice walk`: questions first, then one step after another, with plain prompts.

use app::data::DataDir;
use app::walk::{How, Mark, Session, Standing, Tool};
use jiff::Timestamp;
use plan::{Country, Given, Step, Urgency};
use texts::Texts;

use crate::household_store::{Keeping, failure};
use crate::notice_plan::{body, heading};
use crate::notice_show::{say_trust, text};
use crate::terminal::{Failure, can_ask, english, line_after, quote, say};
use crate::wording::number;

/// What may be typed for an answer in a language, separated by commas.
type Words = fn(&Texts) -> String;

/// The answer that was typed. The English words are taken in every language.
fn typed<T: Copy>(texts: &Texts, line: &str, answers: &[(Words, T)]) -> Option<T> {
    let is_one_of = |words: Words| {
        [english(), texts].into_iter().any(|texts| words(texts).split(',').any(|word| word.trim() == line))
    };
    answers.iter().find(|(words, _)| is_one_of(*words)).map(|(_, answer)| *answer)
}

/// Questions first, then one step after another; end of input or q leaves at once and says what is open.
pub(crate) fn walk(
    session: &mut Session,
    keeping: &mut Keeping,
    data: Option<&DataDir>,
) -> Result<u8, Failure> {
    say_trust(session)?;
    quote(&text(session, &session.notice().title))?;
    if session.is_withdrawn() {
        return say(&Texts::of(session.language()).notice_nothing_left()).map(|()| 0);
    }
    say(&keeping.how_to_keep())?;
    ask_country(session, keeping)?;
    let mut asked: Vec<String> = session.answers().keys().cloned().collect();
    while ask_questions(session, keeping, asked)? && walk_steps(session, keeping, data)? == Next::Questions {
        asked = Vec::new();
    }
    summary(session)
}

/// Asks for the country where nobody has named one, on a terminal only: a script says it with --country.
fn ask_country(session: &mut Session, keeping: &mut Keeping) -> Result<(), Failure> {
    if session.country() != Country::GENERIC || !can_ask() {
        return Ok(());
    }
    let texts = Texts::of(session.language());
    loop {
        say(&texts.notice_country_question())?;
        let Some(line) = line_after(&format!("{} ", texts.notice_country_prompt()))? else {
            return Ok(());
        };
        if line.is_empty() {
            return Ok(());
        }
        if let Some(country) = Country::from_code(line.trim()) {
            return keeping.walk().set_country(session, country).map_err(|error| failure(&error));
        }
        let known: Vec<&str> = Country::all().map(Country::code).collect();
        say(&texts.notice_country_known(&texts.listed(&known)))?;
    }
}

/// What can be said to a question.
#[derive(Clone, Copy)]
enum Reply {
    Given(Given),
    Quit,
}

const REPLIES: [(Words, Reply); 4] = [
    (Texts::notice_word_yes, Reply::Given(Given::Yes)),
    (Texts::notice_word_no, Reply::Given(Given::No)),
    (Texts::notice_word_not_sure, Reply::Given(Given::NotSure)),
    (Texts::notice_word_quit, Reply::Quit),
];

/// Every question that is not among those that were asked. Whether to go on to the steps.
fn ask_questions(
    session: &mut Session,
    keeping: &mut Keeping,
    mut asked: Vec<String>,
) -> Result<bool, Failure> {
    let texts = Texts::of(session.language());
    while let Some(question) = session.plan().questions.into_iter().find(|q| !asked.contains(&q.id)) {
        say("")?;
        say(&texts.notice_question(&question.text))?;
        say(&format!("   {}", question.why))?;
        let prompt = format!("{} ", texts.notice_question_prompt());
        let Some(line) = line_after(&prompt)? else { return Ok(false) };
        let given = match typed(texts, &line, &REPLIES) {
            Some(Reply::Given(given)) => given,
            Some(Reply::Quit) => return Ok(false),
            None if line.is_empty() => Given::NotSure,
            None => {
                say(&texts.notice_question_letters())?;
                continue;
            }
        };
        let changed = keeping
            .walk()
            .answer(session, &question.id, Some(given), Timestamp::now())
            .map_err(|error| failure(&error))?;
        for step in changed.went {
            say(&format!("   {}", texts.notice_not_needed(&step.title)))?;
        }
        if question.id == "in-danger-now" && given == Given::Yes {
            help_now(session)?;
        }
        asked.push(question.id);
    }
    Ok(true)
}

/// Help at once for somebody who is in danger: before any other question.
fn help_now(session: &Session) -> Result<(), Failure> {
    let plan = session.plan();
    let Some(step) = plan.steps.iter().find(|step| step.id == "stay-safe") else { return Ok(()) };
    let texts = Texts::of(session.language());
    say("")?;
    say(&texts.notice_help_now())?;
    body(step, texts)
}

/// What follows the steps.
#[derive(PartialEq, Eq)]
enum Next {
    /// The questions again, to answer them otherwise.
    Questions,
    End,
}

/// What can be said to a step.
#[derive(Clone, Copy)]
enum Said {
    Check,
    Make,
    Mark(Mark),
    Undo,
    Back,
    Answers,
    Quit,
}

const SAID: [(Words, Said); 9] = [
    (Texts::notice_word_check, Said::Check),
    (Texts::notice_word_make, Said::Make),
    (Texts::notice_word_done, Said::Mark(Mark::Done)),
    (Texts::notice_word_not_for_me, Said::Mark(Mark::NotForMe)),
    (Texts::notice_word_later, Said::Mark(Mark::Later)),
    (Texts::notice_word_undo, Said::Undo),
    (Texts::notice_word_back, Said::Back),
    (Texts::notice_word_answers, Said::Answers),
    (Texts::notice_word_quit, Said::Quit),
];

/// Begins at the first open step; what was settled before is passed over, and reached with back.
fn walk_steps(session: &mut Session, keeping: &mut Keeping, data: Option<&DataDir>) -> Result<Next, Failure> {
    let texts = Texts::of(session.language());
    let steps = open_to_ticks(session);
    let settled: Vec<bool> = steps.iter().map(|step| is_settled(session, step)).collect();
    let open_from =
        |at: usize| settled.iter().skip(at).position(|settled| !settled).map_or(steps.len(), |n| at + n);
    let mut at = open_from(0);
    while let Some(step) = steps.get(at) {
        let progress = session.progress();
        let first_later = steps.iter().position(|step| step.urgency != Urgency::Now);
        if progress.urgent_minutes_left == 0 && first_later == Some(at) && at > 0 {
            say("")?;
            say(&texts.notice_urgent_done())?;
        }
        say("")?;
        say(&texts.notice_minutes_left(progress.minutes_left.into()))?;
        let (this, all) = ((at + 1).to_string(), steps.len().to_string());
        say(&texts.notice_step(&this, &all, &heading(step, texts)))?;
        body(step, texts)?;
        if let Some((mark, _)) = session.mark_of(&step.id) {
            say(&format!("   {}", marked(texts, mark)))?;
        }
        let tool = tool(session, step)?;
        let prompt = match tool {
            Here::CheckOrMake => texts.notice_step_prompt_check(),
            Here::Make => texts.notice_step_prompt_make(),
            Here::Nothing => texts.notice_step_prompt(),
        };
        let Some(line) = line_after(&format!("{prompt} "))? else { break };
        let mark = match typed(texts, &line, &SAID) {
            Some(Said::Check) if tool == Here::CheckOrMake => {
                crate::password_check::check_here(data)?;
                continue;
            }
            Some(Said::Make) if tool != Here::Nothing => {
                crate::passphrase::make_here()?;
                continue;
            }
            Some(Said::Mark(mark)) => mark,
            Some(Said::Undo) => {
                keeping.walk().unmark(session, &step.id).map_err(|error| failure(&error))?;
                say(&format!("   {}", texts.notice_step_open_again()))?;
                continue;
            }
            Some(Said::Back) => {
                at = at.saturating_sub(1);
                continue;
            }
            Some(Said::Answers) => return Ok(Next::Questions),
            Some(Said::Quit) => break,
            Some(Said::Check | Said::Make) | None => {
                say(&texts.notice_step_letters())?;
                continue;
            }
        };
        let said = (mark, How::YouToldUs);
        keeping
            .walk()
            .mark(session, &step.id, said, None, Timestamp::now())
            .map_err(|error| failure(&error))?;
        at = open_from(at + 1);
    }
    Ok(Next::End)
}

/// That this was said of the step before.
fn marked(texts: &Texts, mark: Mark) -> String {
    match mark {
        Mark::Done => texts.notice_marked_done(),
        Mark::NotForMe => texts.notice_marked_not_for_me(),
        Mark::Later => texts.notice_marked_later(),
    }
}

/// What can be done here, in this step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Here {
    Nothing,
    CheckOrMake,
    Make,
}

/// The tool that a step offers in place ([`Session::tool`]); else the command that has it. An export is a file,
/// which another command reads.
fn tool(session: &Session, step: &Step) -> Result<Here, Failure> {
    let elsewhere = match session.tools(&session.plan()).of(step) {
        None => return Ok(Here::Nothing),
        Some((Tool::Check { .. }, Standing::Beside)) => return Ok(Here::CheckOrMake),
        Some((Tool::Maker, Standing::Beside)) => return Ok(Here::Make),
        Some((Tool::Check { .. }, Standing::Apart)) => "selfcheck password, selfcheck passphrase",
        Some((Tool::Maker, Standing::Apart)) => "selfcheck passphrase",
        Some((Tool::Export, _)) => "selfcheck audit FILE",
    };
    say(&format!("   {}", Texts::of(session.language()).notice_elsewhere(elsewhere)))?;
    Ok(Here::Nothing)
}

fn is_settled(session: &Session, step: &Step) -> bool {
    matches!(session.mark_of(&step.id), Some((Mark::Done | Mark::NotForMe, _)))
}

fn open_to_ticks(session: &Session) -> Vec<Step> {
    session.plan().steps.into_iter().filter(|step| step.withdrawn.is_none()).collect()
}

fn summary(session: &Session) -> Result<u8, Failure> {
    let texts = Texts::of(session.language());
    let progress = session.progress();
    say("")?;
    say(&texts.notice_summary(number(progress.total), number(progress.settled)))?;
    for step in open_to_ticks(session) {
        if !is_settled(session, &step) {
            say(&texts.notice_still_open(&step.title))?;
        }
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Also against the English words, which are taken beside the language's own.
    #[test]
    fn in_no_language_do_two_answers_have_a_word_in_common() {
        for language in texts::LANGUAGES {
            let texts = Texts::of(language);
            for answers in [REPLIES.map(|(words, _)| words).to_vec(), SAID.map(|(words, _)| words).to_vec()] {
                let numbered: Vec<(Words, usize)> =
                    answers.into_iter().enumerate().map(|(n, words)| (words, n)).collect();
                for (words, n) in &numbered {
                    for word in [words(texts), words(english())].join(",").split(',').map(str::trim) {
                        assert!(!word.is_empty(), "{language}");
                        assert_eq!(typed(texts, word, &numbered), Some(*n), "{language}: {word}");
                    }
                }
            }
        }
    }

    #[test]
    fn letters_and_words_of_the_language_and_english_ones_are_taken() {
        let is_yes = |language: &str, line: &str| {
            matches!(typed(Texts::of(language), line, &REPLIES), Some(Reply::Given(Given::Yes)))
        };
        assert!(is_yes("de", "j") && is_yes("de", "ja") && is_yes("de", "y") && is_yes("en", "yes"));
        assert!(!is_yes("en", "j") && !is_yes("de", "") && !is_yes("de", "perhaps"));
    }
}
