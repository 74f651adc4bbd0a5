//! Values of the screens about people: who is here, *Household* and *Together*.

use super::args::MarkCode;
use super::words::{HouseholdCode, HowCode, LockedByCode, TrustCode, WipedKeyCode};
use crate::everybody::{Everybody, Place, Shared};
use crate::household::{due, look};
use crate::walk::{Session, Trust};
use household::{Followed, HouseholdError, Imported, KeyringEntry, LockedBy, Mark, PersonId, Store, Wiped};
use jiff::ZonedDateTime;
use jiff::civil::Date;
use notice::verify::State;
use plan::Country;
use serde::Serialize;
use ts_rs::TS;

use crate::current_person::CurrentPerson;
use crate::data::DataDir;
use crate::views::{Failure, NoticeView, PartView};

/// Who is at the window, and what is kept.
#[derive(Serialize, TS)]
pub struct HouseholdView {
    /// `none`: nothing is kept on this computer yet; `closed`: there is a household to be opened; `nothing`:
    /// somebody chose to keep nothing.
    state: HouseholdCode,
    locked_by: Option<LockedByCode>,
    people: Vec<PersonView>,
    who: Option<u32>,
    /// Name of a damaged file that was set aside.
    set_aside: Option<String>,
    today: String,
    tables: Vec<TableView>,
    reminders: Vec<ReminderView>,
}

/// Somebody.
#[derive(Serialize, TS)]
pub struct PersonView {
    id: u32,
    name: String,
}

/// How far each person has come with one notice, in counts.
#[derive(Serialize, TS)]
pub struct TableView {
    notice: String,
    title: String,
    rows: Vec<CountRowView>,
}

/// One person's counts.
#[derive(Serialize, TS)]
pub struct CountRowView {
    person: u32,
    done: u32,
    not_for_me: u32,
    later: u32,
    open: u32,
}

/// A step that was put off until today or earlier.
#[derive(Serialize, TS)]
pub struct ReminderView {
    notice: String,
    step: String,
    title: String,
    on: String,
}

/// Somebody was chosen, and what they had open.
#[derive(Serialize, TS)]
pub struct ChosenView {
    pub(crate) household: HouseholdView,
    pub(crate) notice: Option<NoticeView>,
    /// Why what they had open may not be shown any more.
    pub(crate) refused: Option<Failure>,
}

/// What a wipe removed.
#[derive(Serialize, TS)]
pub struct WipedView {
    files: u32,
    /// `passphrase`: there was none in a keyring, and a passphrase opens copies; `unknown`: the key's file was damaged.
    key: WipedKeyCode,
}

/// The open notice for everybody at the table.
#[derive(Serialize, TS)]
pub struct TogetherView {
    title: String,
    steps: Vec<TogetherStepView>,
}

/// One step, with a tick for each person.
#[derive(Serialize, TS)]
pub struct TogetherStepView {
    id: String,
    title: String,
    why: String,
    actions: Vec<String>,
    minutes: u32,
    people: Vec<TogetherPersonView>,
}

/// One person's word on a step.
#[derive(Serialize, TS)]
pub struct TogetherPersonView {
    person: u32,
    name: String,
    /// Whether the plan asks this person for it.
    asked: bool,
    mark: Option<MarkCode>,
}

/// What came in from a file.
#[derive(Serialize, TS)]
pub struct ImportedView {
    people: u32,
    new_people: u32,
    household: HouseholdView,
    notice: Option<NoticeView>,
    refused: Option<Failure>,
}

/// The plans of everybody, for paper.
#[derive(Serialize, TS)]
pub struct EverybodyView {
    notices: Vec<SharedView>,
    refused: Vec<String>,
    /// The day by which the contacts should have been looked at again, if it has passed.
    contacts_overdue: Option<String>,
}

/// A notice, everybody who follows it, and what there is to do.
#[derive(Serialize, TS)]
pub struct SharedView {
    id: String,
    title: String,
    /// None where the plan says something private.
    domain: Option<String>,
    trust: TrustCode,
    countries: Vec<&'static str>,
    people: Vec<PaperPersonView>,
    steps: Vec<PartView>,
}

/// One person's steps by their titles.
#[derive(Serialize, TS)]
pub struct PaperPersonView {
    name: String,
    steps: Vec<PaperStepView>,
}

/// What one person said of a step.
#[derive(Serialize, TS)]
pub struct PaperStepView {
    title: String,
    mark: Option<MarkCode>,
    how: Option<HowCode>,
    remind_on: Option<String>,
}

impl EverybodyView {
    pub(crate) fn of(all: Everybody, today: Date) -> Self {
        let overdue = plan::authorities_overdue(today);
        Self {
            notices: all.notices.into_iter().map(SharedView::from).collect(),
            refused: all.refused,
            contacts_overdue: overdue.then(|| plan::authorities_review_by().to_owned()),
        }
    }
}

impl From<Shared> for SharedView {
    fn from(shared: Shared) -> Self {
        Self {
            id: shared.id,
            title: shared.title,
            domain: shared.domain,
            trust: shared.trust.into(),
            countries: shared.countries.into_iter().map(Country::code).collect(),
            people: shared
                .people
                .into_iter()
                .map(|person| PaperPersonView {
                    name: person.name,
                    steps: person.steps.into_iter().map(PaperStepView::from).collect(),
                })
                .collect(),
            steps: shared.steps.into_iter().map(PartView::from).collect(),
        }
    }
}

impl From<Place> for PaperStepView {
    fn from(place: Place) -> Self {
        Self {
            title: place.title,
            mark: place.said.map(|(mark, _)| mark.into()),
            how: place.said.map(|(_, how)| how.into()),
            remind_on: place.remind_on.map(|day| day.to_string()),
        }
    }
}

impl ImportedView {
    pub(crate) fn new(
        imported: Imported,
        household: HouseholdView,
        notice: Option<NoticeView>,
        refused: Option<Failure>,
    ) -> Self {
        let (people, new_people) = (count(imported.people), count(imported.new_people));
        Self { people, new_people, household, notice, refused }
    }
}

impl HouseholdView {
    pub(crate) fn of(current: &CurrentPerson, data: Option<&DataDir>) -> Result<Self, HouseholdError> {
        let locked_by = data.map(|data| Store::locked_by(data.path())).transpose();
        let state = match (current.store(), &locked_by) {
            (Some(_), _) => HouseholdCode::Open,
            _ if current.nothing => HouseholdCode::Nothing,
            (None, Ok(None | Some(None))) => HouseholdCode::None,
            (None, _) => HouseholdCode::Closed,
        };
        let mut view = Self {
            state,
            locked_by: locked_by.ok().flatten().flatten().map(LockedByCode::from),
            people: Vec::new(),
            who: current.who().map(number),
            set_aside: current
                .set_aside
                .as_ref()
                .and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned())),
            today: ZonedDateTime::now().date().to_string(),
            tables: Vec::new(),
            reminders: Vec::new(),
        };
        if let Some(store) = current.store() {
            view.fill(store, current.who())?;
        }
        Ok(view)
    }

    fn fill(&mut self, store: &Store, who: Option<PersonId>) -> Result<(), HouseholdError> {
        for person in store.people()? {
            for followed in store.followed(person.id)? {
                let row = CountRowView::new(person.id, &followed);
                let table = self.tables.iter_mut().find(|table| table.notice == followed.id);
                if let Some(table) = table {
                    table.rows.push(row);
                } else {
                    let title = title_of(store, &followed)?;
                    let notice = followed.id;
                    self.tables.push(TableView { notice, title, rows: vec![row] });
                }
            }
            self.people.push(PersonView { id: number(person.id), name: person.name.as_str().to_owned() });
        }
        if let Some(who) = who {
            let due = due(store, who, ZonedDateTime::now().date())?;
            self.reminders = due
                .into_iter()
                .map(|r| ReminderView {
                    notice: r.notice,
                    step: r.step,
                    title: r.title,
                    on: r.on.to_string(),
                })
                .collect();
        }
        Ok(())
    }
}

/// What a notice is called beside the fields for a passphrase: its own words only if its publisher was known when it
/// was kept, else its domain.
fn title_of(store: &Store, followed: &Followed) -> Result<String, HouseholdError> {
    let known = [Trust::Practice, Trust::Signed(State::Verified), Trust::Signed(State::Stale)];
    let kept = store.kept(&followed.id)?;
    if kept.is_some_and(|kept| known.iter().any(|trust| trust.code() == kept.trust)) {
        return Ok(followed.title.clone());
    }
    Ok(followed.id.split('/').next().unwrap_or_default().to_owned())
}

impl CountRowView {
    fn new(person: PersonId, followed: &Followed) -> Self {
        Self {
            person: number(person),
            done: count(followed.marked(Mark::Done)),
            not_for_me: count(followed.marked(Mark::NotForMe)),
            later: count(followed.marked(Mark::Later)),
            open: count(followed.open().saturating_sub(followed.marked(Mark::Later))),
        }
    }
}

impl From<Wiped> for WipedView {
    fn from(wiped: Wiped) -> Self {
        let key = match (wiped.keyring, wiped.locked_by) {
            (KeyringEntry::Removed, _) => WipedKeyCode::Removed,
            (KeyringEntry::None, Some(LockedBy::Passphrase)) => WipedKeyCode::Passphrase,
            (KeyringEntry::None, _) => WipedKeyCode::None,
            (KeyringEntry::NotReached, Some(_)) => WipedKeyCode::NotReached,
            (KeyringEntry::NotReached, None) => WipedKeyCode::Unknown,
        };
        Self { files: count(wiped.files.len()), key }
    }
}

impl TogetherView {
    /// The steps of the widest plan, so that everybody's are among them, with what each person said.
    pub(crate) fn of(store: &Store, session: &Session) -> Result<Self, HouseholdError> {
        let mut everybody = Vec::new();
        for person in store.people()? {
            let mut theirs = session.for_another();
            look(store, person.id, &mut theirs)?;
            let asked: Vec<String> = theirs.plan().steps.into_iter().map(|step| step.id).collect();
            everybody.push((person, theirs, asked));
        }
        let mut widest = session.for_another();
        widest.set_language(session.language());
        let steps = widest.widest_plan().steps.into_iter().filter(|step| step.withdrawn.is_none());
        let steps = steps.map(|step| TogetherStepView {
            people: everybody
                .iter()
                .map(|(person, theirs, asked)| TogetherPersonView {
                    person: number(person.id),
                    name: person.name.as_str().to_owned(),
                    asked: asked.contains(&step.id),
                    mark: theirs.mark_of(&step.id).map(|(mark, _)| mark.into()),
                })
                .collect(),
            id: step.id,
            title: step.title,
            why: step.why,
            actions: step.actions,
            minutes: step.minutes,
        });
        let asked = |step: &TogetherStepView| step.people.iter().any(|person| person.asked);
        Ok(Self { title: session.words(&session.notice().title), steps: steps.filter(asked).collect() })
    }
}

fn number(person: PersonId) -> u32 {
    u32::try_from(person.number()).unwrap_or(u32::MAX)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
