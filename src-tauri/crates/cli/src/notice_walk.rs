//! `selfcheck notice walk`: questions first, then one step after another, with plain prompts.

use app::data::DataDir;
use app::walk::{How, Mark, Session, Standing, Tool};
use jiff::Timestamp;
use plan::{Country, Given, Step, Urgency};
use texts::Texts;

use crate::household_store::{Keeping, failure};
use crate::notice_plan::{body, heading};
use crate::notice_show::{say_trust, text};
use crate::terminal::{Failure, can_ask, line_after, quote, say};

/// Questions first, then one step after another; end of input or q leaves at once and says what is open.
pub(crate) fn walk(
    session: &mut Session,
    keeping: &mut Keeping,
    data: Option<&DataDir>,
) -> Result<u8, Failure> {
    say_trust(session)?;
    quote(&text(session, &session.notice().title))?;
    if session.is_withdrawn() {
        return say("There is nothing left to do here. The site says what to do instead, if anything.")
            .map(|()| 0);
    }
    say(keeping.how_to_keep())?;
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
    loop {
        say("Which country do you live in? The steps name its police, helplines and offices.")?;
        let Some(line) = line_after("Its two letters, such as gb or us, or Enter for anywhere else: ")?
        else {
            return Ok(());
        };
        if line.is_empty() {
            return Ok(());
        }
        if let Some(country) = Country::from_code(line.trim()) {
            return keeping.walk().set_country(session, country).map_err(|error| failure(&error));
        }
        let known: Vec<&str> = Country::all().map(Country::code).collect();
        say(&format!("There are contacts for: {}.", known.join(", ")))?;
    }
}

/// Every question that is not among those that were asked. Whether to go on to the steps.
fn ask_questions(
    session: &mut Session,
    keeping: &mut Keeping,
    mut asked: Vec<String>,
) -> Result<bool, Failure> {
    while let Some(question) = session.plan().questions.into_iter().find(|q| !asked.contains(&q.id)) {
        say("")?;
        say(&format!("Question: {}", question.text))?;
        say(&format!("   {}", question.why))?;
        let Some(line) = line_after("[y]es, [n]o, not [s]ure, [q]uit: ")? else { return Ok(false) };
        let given = match line.as_str() {
            "y" | "yes" => Given::Yes,
            "n" | "no" => Given::No,
            "" | "s" | "not sure" => Given::NotSure,
            "q" | "quit" => return Ok(false),
            _ => {
                say("Type y, n, s or q, then Enter.")?;
                continue;
            }
        };
        let changed = keeping
            .walk()
            .answer(session, &question.id, Some(given), Timestamp::now())
            .map_err(|error| failure(&error))?;
        for step in changed.went {
            say(&format!("   Not needed then: {}", step.title))?;
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
    say("")?;
    say("Help now. Type q at the next question to stop here.")?;
    body(step, Texts::of(session.language()))
}

/// What follows the steps.
#[derive(PartialEq, Eq)]
enum Next {
    /// The questions again, to answer them otherwise.
    Questions,
    End,
}

/// Begins at the first open step; what was settled before is passed over, and reached with back.
fn walk_steps(session: &mut Session, keeping: &mut Keeping, data: Option<&DataDir>) -> Result<Next, Failure> {
    let steps = open_to_ticks(session);
    let settled: Vec<bool> = steps.iter().map(|step| is_settled(session, step)).collect();
    let open_from =
        |at: usize| settled.iter().skip(at).position(|settled| !settled).map_or(steps.len(), |n| at + n);
    let mut at = open_from(0);
    while let Some(step) = steps.get(at) {
        let progress = session.progress();
        let left = progress.minutes_left;
        let first_later = steps.iter().position(|step| step.urgency != Urgency::Now);
        if progress.urgent_minutes_left == 0 && first_later == Some(at) && at > 0 {
            say("")?;
            say("The urgent part is done. The rest can wait until tomorrow: q stops here.")?;
        }
        say("")?;
        say(&format!("About {left} minutes left."))?;
        say(&format!(
            "Step {} of {}: {}",
            at + 1,
            steps.len(),
            heading(step, Texts::of(session.language()))
        ))?;
        body(step, Texts::of(session.language()))?;
        match session.mark_of(&step.id) {
            Some((Mark::Done, _)) => say("   You said that this is done.")?,
            Some((Mark::NotForMe, _)) => say("   You said that this does not apply.")?,
            Some((Mark::Later, _)) => say("   You put this off.")?,
            None => {}
        }
        let tool = tool(session, step)?;
        let tools = match tool {
            Here::CheckOrMake => "[c]heck a password, [m]ake a passphrase, ",
            Here::Make => "[m]ake a passphrase, ",
            Here::Nothing => "",
        };
        let prompt =
            format!("{tools}[d]one, doesn't [a]pply, [l]ater, [u]ndo, [b]ack, change ans[w]ers, [q]uit: ");
        let Some(line) = line_after(&prompt)? else { break };
        let mark = match line.as_str() {
            "c" | "check" if tool == Here::CheckOrMake => {
                crate::password_check::check_here(data)?;
                continue;
            }
            "m" | "make" if tool != Here::Nothing => {
                crate::passphrase::make_here()?;
                continue;
            }
            "d" | "done" => Mark::Done,
            "a" => Mark::NotForMe,
            "l" | "later" => Mark::Later,
            "u" | "undo" => {
                keeping.walk().unmark(session, &step.id).map_err(|error| failure(&error))?;
                say("   It is open again.")?;
                continue;
            }
            "b" | "back" => {
                at = at.saturating_sub(1);
                continue;
            }
            "w" | "answers" => return Ok(Next::Questions),
            "q" | "quit" => break,
            _ => {
                say("Type one of the letters in brackets, then Enter.")?;
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
    say(&format!("   (In another terminal: {elsewhere})"))?;
    Ok(Here::Nothing)
}

fn is_settled(session: &Session, step: &Step) -> bool {
    matches!(session.mark_of(&step.id), Some((Mark::Done | Mark::NotForMe, _)))
}

fn open_to_ticks(session: &Session) -> Vec<Step> {
    session.plan().steps.into_iter().filter(|step| step.withdrawn.is_none()).collect()
}

fn summary(session: &Session) -> Result<u8, Failure> {
    let progress = session.progress();
    say("")?;
    say(&format!("{} of {} steps done or not needed.", progress.settled, progress.total))?;
    for step in open_to_ticks(session) {
        if !is_settled(session, &step) {
            say(&format!("Still open: {}", step.title))?;
        }
    }
    Ok(0)
}
