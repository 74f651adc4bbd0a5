//! The plan itself: which steps, in which order, and which questions would change it.

use std::collections::BTreeMap;

use crate::authority;
use crate::country::Country;
use crate::library::{Effect, Frame, Library, library};
use crate::services;
use crate::step::{From, Kind, Step, Urgency};
use crate::texts::Words;

/// A class of data that a notice names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposed {
    /// A data-class name of Have I Been Pwned, or any other.
    pub class: String,
    /// Whether it asks for anything; `false` where it was ruled out.
    pub asks: bool,
}

/// What a person answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure; the same as no answer.
    NotSure,
}

/// A question that a notice brings along: "no" takes its steps away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// The steps that "no" takes away.
    pub steps: Vec<String>,
}

/// All that a plan depends on.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// Classes of data.
    pub exposed: &'a [Exposed],
    /// Kinds of attack; unknown ones are ignored.
    pub kinds: &'a [String],
    /// Answers by question id; no answer is "not sure".
    pub answers: &'a BTreeMap<String, Given>,
    /// Whose authorities.
    pub country: Country,
    /// The language of the texts.
    pub language: &'a str,
    /// Steps of the notice; one with the id of a library step replaces it.
    pub own_steps: Vec<Step>,
    /// Whether a step of the notice that was taken back may strike out the library step of its name: only where
    /// somebody confirmed whose notice it is. A safety step of the library is never struck out.
    pub strikes_out: bool,
    /// Questions of the notice.
    pub own_questions: Vec<OwnQuestion>,
    /// The site of the incident.
    pub site: Site<'a>,
    /// Where else the notice is, as people may type it.
    pub elsewhere: &'a [String],
}

/// The kind of attack that a site which is not safe to open counts as: nothing is to be done there until it is.
pub const UNSAFE_SITE: &str = "unsafe-site";
/// The kind that children among the members count as.
pub const CHILDREN: &str = "children";
/// The kind of an incident in which members are asked for money.
pub const EXTORTION: &str = "extortion";

impl Request<'_> {
    fn site_is_safe(&self) -> bool {
        !self.kinds.iter().any(|kind| kind == UNSAFE_SITE)
    }
}

/// The site that an incident is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site<'a> {
    /// Its domain, for texts that name it.
    Named(&'a str),
    /// There is one, and texts say "the site".
    Unnamed,
    /// There is none: the data is a collection, or came from the computers of its owners. Nothing can be changed there.
    None,
}

impl<'a> Site<'a> {
    fn name(self, words: &'a Words) -> &'a str {
        match self {
            Self::Named(domain) => domain,
            Self::Unnamed | Self::None => &words.the_site,
        }
    }

    /// Whether something can be done there.
    fn is_there(self) -> bool {
        self != Self::None
    }
}

/// A question that would change the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
}

/// Steps in their order, and the questions on which pending ones depend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// By urgency, then highest harm first, then id; steps of the notice among each other as it has them; each step once.
    pub steps: Vec<Step>,
    /// Questions, those of the library first.
    pub questions: Vec<Question>,
}

/// What an answer, or a newer statement, changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Steps that were not there before, in their order.
    pub came: Vec<Step>,
    /// Steps that are not there any more, in their former order.
    pub went: Vec<Step>,
}

/// Compares two plans by the ids of their steps. A step that its publisher took back counts as gone.
#[must_use]
pub fn difference(before: &Plan, after: &Plan) -> Difference {
    let lacks = |plan: &Plan, id: &str| !plan.steps.iter().any(|s| s.id == id && s.withdrawn.is_none());
    let only_in = |plan: &Plan, other: &Plan| -> Vec<Step> {
        let steps = plan.steps.iter().filter(|step| step.withdrawn.is_none() && lacks(other, &step.id));
        steps.cloned().collect()
    };
    Difference { came: only_in(after, before), went: only_in(before, after) }
}

/// Makes the plan.
#[must_use]
pub fn plan(request: &Request<'_>) -> Plan {
    let library = library();
    let mut causes = causes(library, request);
    let said_no = |id: &str| request.answers.get(id) == Some(&Given::No);
    let lifting: Vec<&Effect> =
        library.effects.iter().filter(|(id, _)| said_no(id)).map(|(_, effect)| effect).collect();
    let asked: Vec<String> = causes.keys().map(|id| (*id).to_owned()).collect();
    // Who says of one step that it is for them keeps it, whatever another answer would take along.
    let said_yes = |id: &str| request.answers.get(id) == Some(&Given::Yes);
    let kept: Vec<&str> = library
        .effects
        .iter()
        .filter(|(id, _)| said_yes(id))
        .filter_map(|(_, effect)| effect.step.as_deref())
        .collect();
    for effect in &lifting {
        lift(&mut causes, effect, &kept);
    }
    let mut steps: Vec<Step> = library
        .frames
        .iter()
        .filter_map(|(id, frame)| {
            Some(library_step(library, id, frame, causes.remove(id.as_str())?, request))
        })
        .collect();
    for own in &request.own_steps {
        let mut own = own.clone();
        if own.withdrawn.is_some() && stays(&steps, &own.id, request) {
            continue;
        }
        if lift_own(&mut own, &lifting, &asked, &steps, library) {
            add_own(&mut steps, own, library, request);
        }
    }
    steps.retain(|step| !taken_away(step, library, request));
    // What cannot wait comes first, however much harm the rest could do later.
    steps.sort_by_cached_key(|step| (step.urgency, harm(step, library), step.id.clone()));
    as_written(&mut steps, library, request);
    let questions = questions(&steps, library, request);
    Plan { steps, questions }
}

/// Whether the library asks for this step and its place is not the notice's to strike out.
fn stays(steps: &[Step], id: &str, request: &Request<'_>) -> bool {
    let ours = steps.iter().find(|step| step.id == id && step.from == From::Library);
    ours.is_some_and(|step| step.kind == Kind::Safety || !request.strikes_out)
}

/// Steps of the notice that are as harmful and as urgent as each other stand in its own order, in the places that their
/// names gave them.
fn as_written(steps: &mut [Step], library: &Library, request: &Request<'_>) {
    let rank = |step: &Step| (step.urgency, harm(step, library));
    let written = |step: &Step| request.own_steps.iter().position(|own| own.id == step.id);
    for group in steps.chunk_by_mut(|one, next| rank(one) == rank(next)) {
        let mut own: Vec<Step> = group.iter().filter(|step| step.from == From::Notice).cloned().collect();
        own.sort_by_key(written);
        for (place, step) in group.iter_mut().filter(|step| step.from == From::Notice).zip(own) {
            *place = step;
        }
    }
}

/// Step id to the classes and kinds that ask for it, in the order of the request.
fn causes<'a>(library: &'a Library, request: &'a Request<'_>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut causes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, _) in library.frames.iter().filter(|(_, frame)| frame.any) {
        causes.insert(id, Vec::new());
    }
    let mut ask = |step: &'a str, asker: &'a str| {
        let askers = causes.entry(step).or_default();
        if !askers.contains(&asker) {
            askers.push(asker);
        }
    };
    for exposed in request.exposed.iter().filter(|exposed| exposed.asks) {
        for step in library.for_class(&exposed.class) {
            ask(step, &exposed.class);
        }
        for (id, effect) in &library.effects {
            let answered = matches!(request.answers.get(id), Some(Given::Yes | Given::NotSure));
            if let Some(step) =
                effect.step.as_deref().filter(|_| answered && effect.is_asked_by(&exposed.class))
            {
                ask(step, &exposed.class);
            }
        }
    }
    for kind in request.kinds {
        for step in library.kinds.get(kind).into_iter().flatten() {
            ask(step, kind);
        }
    }
    causes
}

/// Takes the causes away that "no" lifts; a step without any left is not asked for any more.
fn lift(causes: &mut BTreeMap<&str, Vec<&str>>, effect: &Effect, kept: &[&str]) {
    for step in effect.lifted_steps().filter(|step| !kept.contains(step)) {
        if let Some(askers) = causes.get_mut(step) {
            askers.retain(|asker| !effect.lifts(step, asker));
            if askers.is_empty() {
                causes.remove(step);
            }
        }
    }
}

/// The step that an effect lifts, if it is about this step: the library's, one of the notice that replaces it, or one of the notice
/// that does the same thing. Plain advice is not the same thing as other plain advice.
fn concerns<'a>(effect: &'a Effect, step: &Step, library: &Library) -> Option<&'a str> {
    effect.lifted_steps().find(|id| {
        let kind = library.frames.get(*id).map(Frame::kind).filter(|kind| *kind != Kind::Read);
        step.id == *id || (step.from == From::Notice && kind == Some(step.kind))
    })
}

/// Takes the lifted causes off a step of the notice. Returns whether it is still asked for: by another cause, or
/// because it is for everybody and does not merely replace a library step that is gone.
fn lift_own(
    own: &mut Step,
    lifting: &[&Effect],
    asked: &[String],
    steps: &[Step],
    library: &Library,
) -> bool {
    if own.kind == Kind::Safety {
        return true;
    }
    let replaces_what_is_gone = asked.contains(&own.id) && !steps.iter().any(|step| step.id == own.id);
    if own.because.is_empty() {
        return !replaces_what_is_gone;
    }
    let about: Vec<(&Effect, &str)> =
        lifting.iter().filter_map(|effect| Some((*effect, concerns(effect, own, library)?))).collect();
    own.because.retain(|asker| !about.iter().any(|(effect, step)| effect.lifts(step, asker)));
    !own.because.is_empty() || steps.iter().any(|step| step.id == own.id)
}

/// Whether an answer takes a whole step away. Nothing takes a safety step away but its own causes.
fn taken_away(step: &Step, library: &Library, request: &Request<'_>) -> bool {
    let said_no = |id: &str| request.answers.get(id) == Some(&Given::No);
    if step.kind == Kind::Safety {
        return false;
    }
    let can_be_done = request.site.is_there() && (request.site_is_safe() || step.from == From::Notice);
    if !can_be_done && matches!(step.kind, Kind::ChangePassword | Kind::SignOutEverywhere) {
        return true;
    }
    let by_library = library
        .effects
        .iter()
        .any(|(id, effect)| said_no(id) && effect.removes_kinds.iter().any(|kind| kind == step.kind.code()));
    by_library || request.own_questions.iter().any(|q| said_no(&q.id) && q.steps.contains(&step.id))
}

fn library_step(
    library: &Library,
    id: &str,
    frame: &Frame,
    because: Vec<&str>,
    request: &Request<'_>,
) -> Step {
    let texts = library.texts(request.language);
    let elsewhere = request.elsewhere.join(&texts.words.or);
    let fill = |text: &str| {
        text.replace("{site}", request.site.name(&texts.words)).replace("{elsewhere}", &elsewhere)
    };
    let at_the_site = request.site.is_there() && request.site_is_safe();
    let can_be_done = |action: &&String| {
        (at_the_site || !action.contains("{site}"))
            && (!elsewhere.is_empty() || !action.contains("{elsewhere}"))
    };
    let text = texts.steps.get(id);
    let wished = |purpose: &&String| match frame.only.get(*purpose) {
        Some(classes) => because.is_empty() || because.iter().any(|asker| classes.iter().any(|c| c == asker)),
        None => true,
    };
    let found = authority::links(frame.authorities.iter().filter(wished), request.country, request.language);
    let mut step = Step {
        id: id.to_owned(),
        kind: frame.kind(),
        urgency: frame.urgency(),
        minutes: frame.minutes,
        cost: frame.cost(request.country),
        title: text.map(|t| fill(&t.title)).unwrap_or_default(),
        why: text.map(|t| fill(&t.why)).unwrap_or_default(),
        actions: text
            .map(|t| t.actions.iter().filter(can_be_done).map(|action| fill(action)).collect())
            .unwrap_or_default(),
        country: found.by_country.then_some(request.country),
        links: found.links.into_iter().chain(services::links(&frame.services, texts)).collect(),
        because: because.into_iter().map(str::to_owned).collect(),
        from: From::Library,
        withdrawn: None,
    };
    if request.answers.get("in-danger-now") == Some(&Given::Yes) && NOTICED_BY_OTHERS.contains(&id) {
        // The longest lists have six; what everybody is told comes after what may save a life.
        step.actions.insert(0, texts.words.in_danger.clone());
    }
    if id == NOTHING_ASKED {
        say_why_nothing(&mut step, library, request.language);
    }
    step
}

/// Steps that somebody who watches an account would notice.
const NOTICED_BY_OTHERS: [&str; 3] = ["email-account-first", "change-password-here", "sign-out-everywhere"];

const NOTHING_ASKED: &str = "nothing-asked";

/// The reasons why these classes alone ask for nothing: one becomes the why, several stand before the last action.
fn say_why_nothing(step: &mut Step, library: &Library, language: &str) {
    let sentences = &library.texts(language).reasons;
    let mut reasons: Vec<String> = library
        .reasons
        .iter()
        .filter(|(_, classes)| {
            step.because.iter().any(|asker| classes.iter().any(|class| class.eq_ignore_ascii_case(asker)))
        })
        .filter_map(|(group, _)| sentences.get(group).cloned())
        .collect();
    match reasons.len() {
        0 => {}
        1 => step.why = reasons.remove(0),
        _ => {
            reasons.extend(step.actions.pop());
            step.actions = reasons;
        }
    }
}

/// A step of the notice; what it leaves empty comes from the library step of the same id.
fn add_own(steps: &mut Vec<Step>, own: Step, library: &Library, request: &Request<'_>) {
    let base = match steps.iter().position(|step| step.id == own.id) {
        Some(place) if steps.get(place).is_some_and(|step| step.from == From::Library) => {
            Some(steps.remove(place))
        }
        // The first of two own steps with one id counts.
        Some(_) => return,
        None => library
            .frames
            .get(&own.id)
            .map(|frame| library_step(library, &own.id, frame, Vec::new(), request)),
    };
    let mut step = own;
    if let Some(base) = base {
        if step.title.is_empty() {
            step.title = base.title;
        }
        if step.why.is_empty() {
            step.why = base.why;
        }
        if step.actions.is_empty() {
            step.actions = base.actions;
            // Other instructions may cost something else.
            step.cost = base.cost;
        }
        if step.because.is_empty() {
            step.because = base.because;
        }
        if step.links.is_empty() {
            step.links = base.links;
            step.country = base.country;
        }
        if step.kind == Kind::Read {
            step.kind = base.kind;
        }
    }
    if step.title.is_empty() {
        step.title.clone_from(&step.id);
    }
    if step.actions.is_empty() {
        step.actions.push(step.title.clone());
    }
    step.minutes = step.minutes.clamp(1, 600);
    steps.push(step);
}

/// A step of the notice stands where the library's first step of the same kind stands; plain advice after
/// passwords and sessions, earlier if it is urgent.
fn harm(step: &Step, library: &Library) -> u32 {
    if let Some(frame) = library.frames.get(&step.id) {
        return frame.harm;
    }
    let of_kind = library.frames.values().filter(|f| f.kind() == step.kind && step.kind != Kind::Read);
    of_kind.map(|frame| frame.harm).min().unwrap_or(match step.urgency {
        Urgency::Now => 16,
        Urgency::Today => 66,
        Urgency::ThisWeek => 88,
    })
}

fn questions(steps: &[Step], library: &Library, request: &Request<'_>) -> Vec<Question> {
    let pending = || steps.iter().filter(|step| step.withdrawn.is_none());
    let depends = |effect: &Effect| {
        pending().any(|step| {
            let of_kind = effect.removes_kinds.iter().any(|kind| kind == step.kind.code());
            let by_cause = concerns(effect, step, library)
                .is_some_and(|id| step.because.iter().any(|asker| effect.lifts(id, asker)));
            of_kind || by_cause || effect.watches.contains(&step.id)
        })
    };
    let exposed = |effect: &Effect| {
        request.exposed.iter().any(|exposed| exposed.asks && effect.is_asked_by(&exposed.class))
    };
    let texts = library.texts(request.language);
    let site = request.site.name(&texts.words);
    let mut questions: Vec<Question> = QUESTION_ORDER
        .iter()
        .filter(|id| library.effects.get(**id).is_some_and(|effect| depends(effect) || exposed(effect)))
        .filter_map(|id| {
            let text = texts.questions.get(*id)?;
            let fill = |text: &str| text.replace("{site}", site);
            Some(Question { id: (*id).to_owned(), text: fill(&text.text), why: fill(&text.why) })
        })
        .collect();
    for own in &request.own_questions {
        let known = library.effects.contains_key(&own.id);
        if !known && pending().any(|step| step.kind != Kind::Safety && own.steps.contains(&step.id)) {
            questions.push(Question { id: own.id.clone(), text: own.text.clone(), why: own.why.clone() });
        }
    }
    questions
}

/// Danger first, then children, then what takes the most away.
const QUESTION_ORDER: [&str; 9] = [
    "in-danger-now",
    "under-18",
    "already-paid",
    "locked-out",
    "account-there",
    "still-have-account",
    "same-password-elsewhere",
    "same-password-as-email",
    "other-sign-in",
];
