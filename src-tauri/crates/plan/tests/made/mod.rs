//! Plans for tests: what was exposed, what was answered, and what came of it.
#![allow(dead_code, unreachable_pub, reason = "shared by several tests, of which each takes what it needs")]

use std::collections::BTreeMap;

use plan::{Country, Exposed, From, Given, Kind, OwnQuestion, Plan, Request, Step, Urgency, plan};

#[derive(Default)]
pub struct Case<'a> {
    pub classes: &'a [&'a str],
    pub ruled_out: &'a [&'a str],
    pub kinds: &'a [&'a str],
    pub answers: &'a [(&'a str, Given)],
    pub own_steps: Vec<Step>,
    pub unconfirmed: bool,
    pub own_questions: Vec<OwnQuestion>,
    /// The United Kingdom where it is empty.
    pub country: &'a str,
}

pub fn make(case: &Case<'_>) -> Plan {
    let of = |class: &&str, asks| Exposed { class: (*class).to_owned(), asks };
    let exposed: Vec<_> =
        case.classes.iter().map(|c| of(c, true)).chain(case.ruled_out.iter().map(|c| of(c, false))).collect();
    let kinds: Vec<String> = case.kinds.iter().map(|k| (*k).to_owned()).collect();
    let answers: BTreeMap<String, Given> =
        case.answers.iter().map(|(id, g)| ((*id).to_owned(), *g)).collect();
    plan(&Request {
        exposed: &exposed,
        kinds: &kinds,
        answers: &answers,
        country: Country::from_code(if case.country.is_empty() { "gb" } else { case.country }).unwrap(),
        language: "en",
        own_steps: case.own_steps.clone(),
        strikes_out: !case.unconfirmed,
        own_questions: case.own_questions.clone(),
        site: plan::Site::Named("forum.example"),
        elsewhere: &[],
    })
}

pub fn ids(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.id.as_str()).collect()
}

pub fn questions(plan: &Plan) -> Vec<&str> {
    plan.questions.iter().map(|question| question.id.as_str()).collect()
}

pub fn own(id: &str) -> Step {
    Step {
        id: id.to_owned(),
        kind: Kind::Read,
        urgency: Urgency::Today,
        minutes: 3,
        cost: None,
        title: "Own".to_owned(),
        why: "Because.".to_owned(),
        actions: vec!["Do it.".to_owned()],
        links: Vec::new(),
        because: Vec::new(),
        from: From::Notice,
        country: None,
        withdrawn: None,
    }
}

/// The steps of a plan have these among them, in this order.
pub fn in_order(made: &Plan, wanted: &[&str]) {
    let all = ids(made);
    let places: Vec<Option<usize>> = wanted.iter().map(|id| all.iter().position(|step| step == id)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{wanted:?} of {all:?}");
}

pub fn actions(made: &Plan, id: &str) -> String {
    made.steps.iter().find(|step| step.id == id).unwrap_or_else(|| panic!("no {id}")).actions.join(" ")
}
