//! Which steps and questions follow from the notice of a session.

use std::collections::BTreeMap;

use notice::verify::State;
use notice::{Certainty, ExtortionOf, SiteSafe, Status};
use plan::{Exposed, From as StepFrom, Given, Kind, Plan, Request, Step, Urgency};
use texts::Texts;

use super::{Session, Trust};

/// Steps whose presence says something private.
const PRIVATE: [&str; 2] = ["sensitive-data", "watched-phone"];

impl Session {
    /// The steps and questions that follow from the notice, the answers and the country.
    #[must_use]
    pub fn plan(&self) -> Plan {
        self.plan_with(&self.answers, true)
    }

    /// The same steps with "the site" where they name it: for paper that others may find.
    #[must_use]
    pub fn plan_without_names(&self) -> Plan {
        let mut plan = self.plan_with(&self.answers, false);
        let domain = notice::domain::registrable(&self.notice.id.domain);
        let unnamed = plan::the_site(&self.language);
        for step in plan.steps.iter_mut().filter(|step| step.from == StepFrom::Notice) {
            let texts = [&mut step.title, &mut step.why].into_iter().chain(&mut step.actions);
            for text in texts.chain(&mut step.withdrawn) {
                *text = without_domain(text, domain, unnamed);
            }
            step.links.retain(|link| link.url.as_ref().is_none_or(|url| !url.contains(domain)));
        }
        plan
    }

    /// Whether the plan says something that a person may want to keep private. Paper then leaves out the site and the
    /// title of its notice, unless the person asks for them.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.plan().steps.iter().any(|step| PRIVATE.contains(&step.id.as_str()))
    }

    /// The steps as they are for somebody who is not sure of anything: every other plan of this notice is part of it.
    #[must_use]
    pub fn widest_plan(&self) -> Plan {
        let unsure = plan::question_ids().into_iter().map(|id| (id.to_owned(), Given::NotSure)).collect();
        self.plan_with(&unsure, true)
    }

    pub(super) fn plan_with(&self, answers: &BTreeMap<String, Given>, naming: bool) -> Plan {
        let exposed: Vec<Exposed> = self
            .notice
            .exposed
            .iter()
            .map(|e| Exposed { class: e.class.clone(), asks: e.certainty != Certainty::RuledOut })
            .collect();
        let (mut own_steps, own_questions) = if self.trust.vouched() {
            (self.own_steps(), self.own_questions())
        } else {
            (Vec::new(), Vec::new())
        };
        // A notice that was taken back strikes out its own steps, and the library's only where somebody confirmed whose
        // it is: else a stranger could talk people out of our advice. Safety steps of the library always stay.
        let taken_back =
            self.trust == Trust::Signed(State::Withdrawn) && self.notice.status == Status::Withdrawn;
        let reason = taken_back.then(|| self.withdrawal().unwrap_or_else(|| self.notice.id.domain.clone()));
        for step in &mut own_steps {
            step.withdrawn = step.withdrawn.take().or_else(|| reason.clone());
        }
        let mut plan = plan::plan(&Request {
            exposed: &exposed,
            kinds: &self.kinds(),
            answers,
            country: self.country,
            language: &self.language,
            own_steps,
            strikes_out: self.confirmed,
            own_questions,
            site: match self.notice.id.domain.as_str() {
                notice::CATALOGUE_DOMAIN => plan::Site::None,
                _ if !naming => plan::Site::Unnamed,
                domain => plan::Site::Named(domain),
            },
            elsewhere: &self.elsewhere(),
        });
        if let Some(reason) = reason.filter(|_| self.confirmed) {
            for step in plan.steps.iter_mut().filter(|step| step.kind != Kind::Safety) {
                step.withdrawn.get_or_insert_with(|| reason.clone());
            }
        }
        plan
    }

    /// Kinds of attack, with what follows from the facts of the notice. What would take advice away counts only where
    /// somebody confirmed whose notice it is: a stranger could talk people out of it.
    fn kinds(&self) -> Vec<String> {
        let facts = &self.notice.facts;
        let mut kinds = self.notice.kinds.clone();
        let mut add = |kind: &str| {
            if !kinds.iter().any(|known| known == kind) {
                kinds.push(kind.to_owned());
            }
        };
        if self.trust.vouched() {
            if facts.children == Some(true) {
                add(plan::CHILDREN);
            }
            if facts.extortion_of == Some(ExtortionOf::Members) {
                add(plan::EXTORTION);
            }
            if self.confirmed && facts.site_safe == Some(SiteSafe::No) {
                add(plan::UNSAFE_SITE);
            }
            if self.confirmed && facts.extortion_of == Some(ExtortionOf::Us) {
                kinds.retain(|kind| kind != plan::EXTORTION);
            }
        }
        kinds
    }

    /// Other places of the notice, without the scheme that nobody types.
    fn elsewhere(&self) -> Vec<String> {
        let places = self.notice.facts.elsewhere.iter().filter(|_| self.trust.vouched());
        places
            .filter_map(|url| url.strip_prefix("https://"))
            .map(|url| url.trim_end_matches('/').to_owned())
            .collect()
    }

    /// Why the whole notice was withdrawn: what its history says of this revision; `None` where it says nothing.
    #[must_use]
    pub fn withdrawal(&self) -> Option<String> {
        let entry = self.notice.history.iter().find(|entry| entry.revision == self.notice.revision)?;
        Some(self.words(&entry.summary)).filter(|reason| !reason.is_empty())
    }

    /// The steps of the notice, and one for each help that it offers.
    fn own_steps(&self) -> Vec<Step> {
        let mut steps = self.written_steps();
        steps.extend(self.offers());
        steps
    }

    fn offers(&self) -> impl Iterator<Item = Step> {
        let texts = Texts::of(&self.language);
        let offered = self.notice.facts.offers.iter().zip(1_u32..);
        offered.filter(|(offer, _)| !self.words(&offer.what).is_empty()).map(move |(offer, number)| {
            let how = offer.how.get(&self.language, &self.notice.language).unwrap_or_default();
            let mut actions = self.actions(how, offer.url.as_deref());
            actions.extend(offer.until.map(|day| texts.plan_offer_until(day)));
            Step {
                id: format!("offer-{number}"),
                kind: Kind::Read,
                urgency: Urgency::Today,
                minutes: 10,
                cost: None,
                title: self.words(&offer.what),
                why: texts.plan_offer_why(),
                actions,
                links: self.step_links(how, offer.url.as_deref()),
                because: Vec::new(),
                from: StepFrom::Notice,
                country: None,
                withdrawn: None,
            }
        })
    }

    fn written_steps(&self) -> Vec<Step> {
        self.notice
            .steps
            .iter()
            .map(|s| {
                let text = s.text.get(&self.language, &self.notice.language).unwrap_or_default();
                let withdrawn = self.words(&s.withdrawn);
                Step {
                    id: s.id.clone(),
                    kind: Kind::from_code(&s.kind),
                    urgency: s
                        .urgency
                        .as_deref()
                        .and_then(Urgency::from_code)
                        .or(plan::step_defaults(&s.id).map(|(urgency, _)| urgency))
                        .unwrap_or(Urgency::ThisWeek),
                    minutes: s
                        .minutes
                        .or(plan::step_defaults(&s.id).map(|(_, minutes)| minutes))
                        .unwrap_or(5),
                    cost: None,
                    title: self.words(&s.title),
                    why: self.words(&s.why),
                    actions: self.actions(text, s.link.as_deref()),
                    links: self.step_links(text, s.link.as_deref()),
                    because: s.because.clone(),
                    from: StepFrom::Notice,
                    country: None,
                    withdrawn: (!withdrawn.is_empty()).then_some(withdrawn),
                }
            })
            .collect()
    }

    fn own_questions(&self) -> Vec<plan::OwnQuestion> {
        self.notice
            .questions
            .iter()
            .map(|q| plan::OwnQuestion {
                id: q.id.clone(),
                text: self.words(&q.text),
                why: self.words(&q.why),
                steps: q.steps.clone(),
            })
            .collect()
    }
}

/// A text of the notice in which nothing names this domain: an address of it goes whole.
fn without_domain(text: &str, domain: &str, instead: &str) -> String {
    const AROUND: [char; 14] = ['(', ')', '[', ']', '<', '>', ',', '.', ';', ':', '!', '?', '"', '“'];
    let unnamed = |word: &str| {
        let bare = word.trim().trim_matches(AROUND);
        if bare.to_lowercase().contains(domain) { word.replacen(bare, instead, 1) } else { word.to_owned() }
    };
    text.split_inclusive(char::is_whitespace).map(unnamed).collect()
}
