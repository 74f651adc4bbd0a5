//! The plans of everybody in a household, to lie on one table: who has what open, and what there is to do, each step
//! once, however many people it is for.

use household::{HouseholdError, Store};
use jiff::Timestamp;
use jiff::civil::Date;
use notice::verify::Memory;
use plan::{Country, Step};
use texts::Texts;

use crate::household::look;
use crate::reopening::reopen;
use crate::walk::{How, Mark, Session, Trust};

/// All plans.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Everybody {
    /// One for each notice that somebody follows.
    pub notices: Vec<Shared>,
    /// Titles of notices of which nothing may be shown any more.
    pub refused: Vec<String>,
}

/// A notice and everybody who follows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The domain that it is about; `None` where the plan says something private, so that paper does not name it.
    pub domain: Option<String>,
    /// Who vouches for it.
    pub trust: Trust,
    /// Whose contacts stand in it.
    pub countries: Vec<Country>,
    /// Who follows it.
    pub people: Vec<Person>,
    /// What somebody still has to do, in the order of the plan.
    pub steps: Vec<Step>,
}

/// One person's place.
#[derive(Debug, PartialEq, Eq)]
pub struct Person {
    /// What they are called.
    pub name: String,
    /// Their steps: those to do, those put off, those settled; each in the order of the plan.
    pub steps: Vec<Place>,
}

/// A step as it stands for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub title: String,
    /// What the person said; `None` while it is open.
    pub said: Option<(Mark, How)>,
    /// The day on which it comes up again.
    pub remind_on: Option<Date>,
}

/// The plans of everybody, in this language.
///
/// # Errors
/// When the household cannot be read.
pub fn everybody(
    store: &Store,
    memory: &Memory,
    language: &str,
    now: Timestamp,
) -> Result<Everybody, HouseholdError> {
    let mut all = Everybody::default();
    for person in store.people()? {
        for followed in store.followed(person.id)? {
            let Some(kept) = store.kept(&followed.id)? else { continue };
            let reopened = reopen(&kept, memory, now).ok().map(|reopened| reopened.session);
            // Of a notice by another key than the known one nothing is shown.
            let shown = reopened.filter(|session| !session.is_silent());
            let Some(mut session) = shown else {
                if !all.refused.contains(&kept.title) {
                    all.refused.push(kept.title);
                }
                continue;
            };
            session.set_language(language);
            look(store, person.id, &mut session)?;
            let known = all.notices.iter().position(|shared| shared.id == kept.id);
            let at = known.unwrap_or_else(|| {
                all.notices.push(Shared::new(&session));
                all.notices.len() - 1
            });
            if let Some(shared) = all.notices.get_mut(at) {
                shared.add(person.name.as_str(), &session);
            }
        }
    }
    Ok(all)
}

impl Shared {
    fn new(session: &Session) -> Self {
        let (notice, private) = (session.notice(), session.is_private());
        Self {
            id: notice.id.to_string(),
            title: if private {
                Texts::of(session.language()).sheet_private_title()
            } else {
                session.words(&notice.title)
            },
            domain: (!private).then(|| notice.id.domain.clone()),
            trust: session.trust(),
            countries: Vec::new(),
            people: Vec::new(),
            steps: Vec::new(),
        }
    }

    fn add(&mut self, name: &str, session: &Session) {
        if !self.countries.contains(&session.country()) {
            self.countries.push(session.country());
        }
        let mut steps = Vec::new();
        let plan = if self.domain.is_some() { session.plan() } else { session.plan_without_names() };
        for step in plan.steps.into_iter().filter(|step| step.withdrawn.is_none()) {
            let said = session.mark_of(&step.id);
            let remind_on = session.reminder_of(&step.id);
            steps.push(Place { title: step.title.clone(), said, remind_on });
            if !matches!(said, Some((Mark::Done | Mark::NotForMe, _))) {
                self.need(step);
            }
        }
        // A stable sort: within a group the order of the plan stays.
        steps.sort_by_key(|place| match place.said {
            None => 0,
            Some((Mark::Later, _)) => 1,
            Some((Mark::Done, _)) => 2,
            Some((Mark::NotForMe, _)) => 3,
        });
        self.people.push(Person { name: name.to_owned(), steps });
    }

    /// Somebody in another country has the same step with other contacts.
    fn need(&mut self, step: Step) {
        match self.steps.iter_mut().find(|known| known.id == step.id) {
            Some(known) => {
                for link in step.links {
                    if !known.links.contains(&link) {
                        known.links.push(link);
                    }
                }
            }
            None => self.steps.push(step),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use household::{Name, PersonId};

    use super::*;
    use crate::household::KeptWalk as Walk;

    /// A notice that one person follows.
    pub(crate) fn shared(session: &Session) -> Shared {
        let mut shared = Shared::new(session);
        shared.add("Ann", session);
        shared
    }

    /// Ann in Britain has one step done, one put off and one ruled out; Ben in Ireland has begun nothing.
    pub(crate) fn family() -> Store {
        let mut store = Store::in_memory().unwrap();
        let now = Timestamp::UNIX_EPOCH;
        let mut join = |name: &str, country| -> PersonId {
            let person = store.add(&Name::new(name).unwrap()).unwrap().id;
            let mut session = practice();
            let mut walk = Walk::new(&mut store, person);
            walk.begin(&mut session, now).unwrap();
            walk.set_country(&mut session, country).unwrap();
            if name == "Ann" {
                let day = Some(jiff::civil::date(2026, 12, 1));
                let told = How::YouToldUs;
                walk.mark(&mut session, "new-forum-password", (Mark::Done, told), None, now).unwrap();
                walk.mark(&mut session, "user-name", (Mark::Later, told), day, now).unwrap();
                walk.mark(&mut session, "ip-address", (Mark::NotForMe, told), None, now).unwrap();
            }
            person
        };
        join("Ann", Country::from_code("gb").unwrap());
        join("Ben", Country::from_code("ie").unwrap());
        store
    }

    fn practice() -> Session {
        Session::open(notice::practice::revision(3).unwrap(), Trust::Practice).unwrap()
    }

    #[test]
    fn everybody_has_their_own_place_and_each_step_stands_once() {
        let all = everybody(&family(), &Memory::default(), "en", Timestamp::UNIX_EPOCH).unwrap();
        assert!(all.refused.is_empty());
        let [shared] = all.notices.as_slice() else { panic!("one notice: {all:?}") };
        assert_eq!(shared.countries, [Country::from_code("gb").unwrap(), Country::from_code("ie").unwrap()]);
        let [ann, ben] = shared.people.as_slice() else { panic!("two people") };
        let said: Vec<_> = ann.steps.iter().filter_map(|place| place.said.map(|(mark, _)| mark)).collect();
        assert_eq!(said, [Mark::Later, Mark::Done, Mark::NotForMe], "open ones come first");
        assert!(ann.steps[0].said.is_none());
        assert!(ben.steps.iter().all(|place| place.said.is_none()));
        let ids: std::collections::BTreeSet<_> = shared.steps.iter().map(|step| &step.id).collect();
        assert_eq!(ids.len(), shared.steps.len(), "each step once");
        assert_eq!(shared.steps.len(), ben.steps.len(), "what Ann has done, Ben still has to do");
        let numbers: String =
            shared.steps.iter().flat_map(|step| &step.links).map(|link| &*link.text).collect();
        assert!(numbers.contains("999") && numbers.contains("112"), "of both countries: {numbers}");
    }

    #[test]
    fn the_plans_come_in_the_language_that_was_chosen() {
        let all = everybody(&family(), &Memory::default(), "de", Timestamp::UNIX_EPOCH).unwrap();
        assert!(all.notices[0].title.starts_with("Übung"));
    }
}
