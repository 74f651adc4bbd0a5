use plan::{From as StepFrom, Step};

use super::*;

fn practice(revision: u32) -> Session {
    Session::open(notice::practice::revision(revision).unwrap(), Trust::Practice).unwrap()
}

#[test]
fn an_unsigned_file_gives_the_librarys_steps_and_none_of_its_own() {
    let bytes = notice::practice::revision(3).unwrap();
    let unsigned = Session::open(bytes, Trust::Unsigned).unwrap();
    assert!(unsigned.plan().steps.iter().all(|step| step.from == StepFrom::Library));
    assert!(!unsigned.all_questions().iter().any(|question| question.id == "used-false-page"));
    assert!(practice(3).plan().steps.iter().any(|step| step.from == StepFrom::Notice));
    assert!(practice(3).all_questions().iter().any(|question| question.id == "used-false-page"));
}

/// What a reader with this memory, whose site answers so, sees struck out and not, of a notice that was taken back.
fn taken_back(pinned: bool, asked: bool) -> (bool, Vec<String>, Vec<String>) {
    let keys = notice_faults::Keys::make().unwrap();
    let card = keys.card("forum.example").unwrap();
    let mut body = notice_faults::Body::new("forum.example").unwrap();
    "withdrawn".clone_into(&mut body.status);
    "\n[[step]]\nid = \"stay-safe\"\ntitle.en = \"All is well\"\n".clone_into(&mut body.more);
    let text = keys.notice(&body, &card).unwrap();
    let text = text.replace("never_asks", "kinds = [\"swatting\"]\nnever_asks");
    let text = text.split("untrusted comment:").next().unwrap().to_owned();
    let publisher = notice_faults::Keys::publish(&card, &[&keys.root_a]).unwrap();
    let block =
        notice_faults::sign(&keys.desk, &text, "desk key", "notice forum.example/2026-03 r1").unwrap();
    let file = format!("{text}{block}{}{publisher}", notice::container::SEPARATOR_LINE);
    let now = "2026-03-15T12:00:00Z".parse().unwrap();
    let mut memory = notice::verify::Memory::default();
    if pinned {
        memory.pin("forum.example", notice_faults::Keys::public(&keys.root_a).unwrap(), now);
    }
    let site = if asked {
        notice::verify::Site::Published(publisher.as_bytes())
    } else {
        notice::verify::Site::NotAsked
    };
    let outcome = crate::opening::Source::file(file.clone().into_bytes()).verify(site, now, &memory);
    assert_eq!(outcome.state, State::Withdrawn);
    assert_eq!(outcome.site_to_ask().is_some(), !pinned && !asked);
    let session = Session::verified(file.as_bytes(), &outcome).unwrap();
    assert!(session.withdrawal().is_some_and(|reason| !reason.is_empty()));
    let safe = session.plan().steps.into_iter().find(|step| step.id == "stay-safe").unwrap();
    assert_eq!((safe.from, safe.withdrawn.is_some()), (StepFrom::Library, false));
    let (struck, open): (Vec<Step>, Vec<Step>) =
        session.plan().steps.into_iter().partition(|step| step.withdrawn.is_some());
    let ids = |steps: Vec<Step>| steps.into_iter().map(|step| step.id).collect();
    (session.withdrawn_by_a_stranger(), ids(struck), ids(open))
}

#[test]
fn a_notice_taken_back_by_nobody_knows_whom_strikes_out_its_own_steps_alone() {
    let (stranger, struck, open) = taken_back(false, false);
    assert!(stranger);
    assert_eq!(struck, ["log-out-of-our-app"]);
    for id in ["stay-safe", "warn-about-hoax-calls", "know-this-is-real", "change-password-here"] {
        assert!(open.iter().any(|step| step == id), "{id}: {open:?}");
    }
}

#[test]
fn a_notice_taken_back_by_its_publisher_strikes_out_all_but_our_safety_steps() {
    for (pinned, asked) in [(true, false), (false, true)] {
        let (stranger, struck, open) = taken_back(pinned, asked);
        assert!(!stranger && struck.iter().any(|step| step == "change-password-here"));
        assert_eq!(open, ["stay-safe", "warn-about-hoax-calls"]);
    }
}

#[test]
fn ticks_survive_a_new_revision() {
    let mut session = practice(1);
    assert!(session.mark("new-forum-password", Mark::Done, How::YouToldUs));
    session.replace(notice::practice::revision(3).unwrap()).unwrap();
    assert_eq!(session.mark_of("new-forum-password"), Some((Mark::Done, How::YouToldUs)));
    assert_eq!(session.changes_since(1).len(), 2);
}

#[test]
fn a_broken_revision_changes_nothing() {
    let mut session = practice(1);
    assert!(session.replace(b"format = 1").is_err());
    assert_eq!(session.notice().revision, 1);
}

#[test]
fn a_withdrawn_step_is_shown_with_its_reason_and_not_counted() {
    let session = practice(3);
    let plan = session.plan();
    assert!(plan.steps.iter().any(|step| step.id == "stay-away" && step.withdrawn.is_some()));
    assert_eq!(session.progress().total, plan.steps.len() - 1);
}

#[test]
fn progress_counts_done_and_not_for_me_but_not_later() {
    let mut session = practice(3);
    let before = session.progress();
    session.mark("ip-address", Mark::Done, How::YouToldUs);
    session.mark("user-name", Mark::NotForMe, How::YouToldUs);
    session.mark("audit-export", Mark::Later, How::YouToldUs);
    let after = session.progress();
    assert_eq!(after.settled, 2);
    assert!(after.minutes_left < before.minutes_left);
    session.unmark("ip-address");
    assert_eq!(session.progress().settled, 1);
    assert!(!session.mark("no-such-step", Mark::Done, How::YouToldUs));
}

#[test]
fn an_answer_says_what_it_changed() {
    let mut session = practice(3);
    let changed = session.answer("same-password-elsewhere", Some(Given::No));
    assert_eq!(changed.went.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["audit-export"]);
    let back = session.answer("same-password-elsewhere", None);
    assert_eq!((back.came, back.went.len()), (changed.went, 0));
}

#[test]
fn a_question_that_another_answer_settled_is_not_needed() {
    let mut session = practice(3);
    assert!(session.needs("still-have-account") && session.needs("account-there"));
    session.answer("account-there", Some(Given::No));
    assert!(!session.needs("still-have-account"), "there is no password to change any more");
    assert!(session.needs("account-there"), "its own answer does not settle it");
}

#[test]
fn advice_comes_in_the_language_that_was_chosen_and_the_notice_in_what_it_has() {
    let mut session = practice(3);
    session.set_language("de");
    let steps = session.plan().steps;
    let audit = steps.iter().find(|step| step.id == "audit-export").unwrap();
    assert_eq!(audit.title, "Dasselbe Passwort überall sonst ändern");
    assert!(session.words(&session.notice().title).starts_with("Übung"));
}

#[test]
fn a_question_can_be_answered_and_answered_again() {
    let mut session = practice(3);
    let all = session.plan().steps.len();
    session.answer("same-password-elsewhere", Some(Given::No));
    assert!(session.plan().steps.len() < all);
    assert!(session.all_questions().iter().any(|question| question.id == "same-password-elsewhere"));
    session.answer("same-password-elsewhere", None);
    assert_eq!(session.plan().steps.len(), all);
}

/// A notice of forum.example with these facts, as somebody sees it who pinned the publisher, or who did not.
fn with_facts(facts: &str, rows: &str, pinned: bool) -> Session {
    let text = format!(
        "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"interim\"\n{facts}\n\
         [[exposed]]\nclass = \"Passwords\"\ncertainty = \"confirmed\"\n{rows}"
    );
    let trust = Trust::Signed(if pinned { State::Verified } else { State::Unconfirmed });
    let mut session = Session::open(text.as_bytes(), Trust::Practice).unwrap();
    session.trust = trust;
    session.confirmed = pinned;
    session
}

fn has(session: &Session, step: &str) -> bool {
    session.plan().steps.iter().any(|each| each.id == step)
}

#[test]
fn a_site_that_is_not_safe_is_not_opened_and_its_steps_wait() {
    let facts = "site_safe = \"no\"";
    let rows = "[[elsewhere]]\nurl = \"https://status.example/forum\"\n";
    let session = with_facts(facts, rows, true);
    let plan = session.plan();
    let step = plan.steps.iter().find(|step| step.id == "do-not-open-site").unwrap();
    assert_eq!(step.title, "Do not open forum.example for now");
    assert!(
        step.actions.iter().any(|action| action == "The notice is also at status.example/forum."),
        "{step:?}"
    );
    assert!(!has(&session, "change-password-here") && !has(&session, "sign-out-everywhere"));
    let texts = plan.steps.iter().flat_map(|step| &step.actions);
    assert!(
        texts.clone().all(|action| !action.contains("forum.example") || action.contains("status.example"))
    );
    // Somebody whom nobody confirmed takes no advice away.
    assert!(has(&with_facts(facts, rows, false), "change-password-here"));
    assert!(!has(&with_facts(facts, rows, false), "do-not-open-site"));
    let alone = with_facts(facts, "", true).plan();
    assert!(alone.steps.iter().all(|step| step.actions.iter().all(|action| !action.contains("also at"))));
    assert!(has(&with_facts("site_safe = \"yes\"", "", true), "change-password-here"));
}

#[test]
fn demands_of_the_publisher_alone_bring_no_step_and_those_of_members_do() {
    let demanded = "kinds = [\"extortion\"]\n";
    for (facts, pinned, expected) in [
        (demanded.to_owned(), true, true),
        (format!("{demanded}extortion_of = \"us\""), true, false),
        (format!("{demanded}extortion_of = \"us\""), false, true),
        ("extortion_of = \"members\"".to_owned(), true, true),
        (String::new(), true, false),
    ] {
        assert_eq!(has(&with_facts(&facts, "", pinned), "extortion"), expected, "{facts}");
    }
}

#[test]
fn children_among_the_members_bring_the_step_for_parents_and_no_takes_it_away() {
    let mut session = with_facts("audience.children = true", "", true);
    assert!(has(&session, "childrens-data"));
    assert_eq!(session.all_questions()[0].id, "under-18", "after danger, which is not asked here, children");
    session.answer("under-18", Some(Given::No));
    assert!(!has(&session, "childrens-data"));
    assert!(!has(&with_facts("audience.children = false", "", true), "childrens-data"));
}

#[test]
fn an_offer_is_a_step_of_the_notice() {
    let rows = "[[offer]]\nwhat.en = \"A year of credit monitoring\"\nhow.en = \"Write to us.\"\n\
                until = 2026-06-01\nurl = \"https://forum.example/offer\"\n";
    let plan = with_facts("", rows, true).plan();
    let offer = plan.steps.iter().find(|step| step.id == "offer-1").unwrap();
    assert_eq!((offer.title.as_str(), offer.from), ("A year of credit monitoring", StepFrom::Notice));
    assert_eq!(offer.actions.last().map(String::as_str), Some("You can get it until 1 June 2026."));
    assert!(offer.actions[0].contains("https://forum.example/offer"), "{offer:?}");
}

#[test]
fn paper_that_names_no_site_hides_it_in_the_notices_own_words_too() {
    let rows = "[[step]]\nid = \"look\"\ntitle.en = \"Look at Forum.example\"\nwhy.en = \"It is on www.forum.example, too.\"\n\
                text.en = \"- Open [the settings](https://forum.example/settings).\\n- Write to help@forum.example.\"\n\
                link = \"https://forum.example/look\"\n";
    let session = with_facts("kinds = [\"private-site\"]", rows, true);
    let plan = session.plan_without_names();
    let step = plan.steps.iter().find(|step| step.id == "look").unwrap();
    assert_eq!((step.title.as_str(), step.why.as_str()), ("Look at the site", "It is on the site, too."));
    assert!(!format!("{plan:?}").to_lowercase().contains("forum.example"), "{plan:?}");
    assert!(format!("{:?}", session.plan()).contains("forum.example"));
}
