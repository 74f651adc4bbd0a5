//! The steps of a page, with the contacts of every country that the notice names.

use jiff::civil::Date;
use notice::text::{self, Block};
use notice::{Localised, Notice, OwnStep};
use plan::{Country, From, Link, Step};

use super::parts::{Blocks, parts};
use super::tongue::{Said, Tongue};
use crate::walk::Session;

/// A contact or a page, with the ways to reach it first.
pub(super) struct Place {
    pub(super) name: String,
    pub(super) ways: Vec<plan::Way>,
    pub(super) url: Option<String>,
    /// The host of a page that may be opened.
    pub(super) host: Option<String>,
    /// What the page is, where the name does not link to it.
    pub(super) label: Option<String>,
    pub(super) note: Option<String>,
    pub(super) checked: Option<String>,
}

/// More contacts than this are folded: a long list is not read.
const OPEN: usize = 5;

/// Contacts, of which the first are open.
pub(super) struct Places(Vec<Place>);

impl Places {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn first(&self) -> &[Place] {
        self.0.get(..OPEN).unwrap_or(&self.0)
    }

    pub(super) fn rest(&self) -> &[Place] {
        self.0.get(OPEN..).unwrap_or_default()
    }
}

/// The contacts of one country, or the pages of one service.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) open: bool,
    pub(super) places: Places,
}

/// One step.
pub(super) struct Entry {
    pub(super) id: String,
    /// Its place in the plan.
    pub(super) place: usize,
    pub(super) title: Said,
    pub(super) new: bool,
    pub(super) when: String,
    pub(super) minutes: u32,
    pub(super) why: Said,
    /// All of its text, where the notice has one; else what to do.
    pub(super) text: Option<(String, Blocks)>,
    /// The attributes of what the advice of this program says.
    pub(super) lang: String,
    pub(super) actions: Vec<String>,
    pub(super) links: Places,
    pub(super) groups: Vec<Group>,
    pub(super) withdrawn: Option<Said>,
}

/// The steps as they are for each country of a page, in one language.
pub(super) struct Countries {
    /// Every plan has the same steps; only their contacts differ.
    plans: Vec<(Country, Vec<Step>)>,
}

impl Countries {
    /// The countries that the notice names, and what holds anywhere last.
    pub(super) fn of(session: &mut Session) -> Self {
        let named = session.notice().countries.iter().filter_map(|code| Country::from_code(code));
        let mut countries: Vec<Country> = Vec::new();
        for country in named.filter(|country| *country != Country::GENERIC) {
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
        countries.push(Country::GENERIC);
        let mut plan_of = |country: Country| {
            session.set_country(country);
            (country, session.plan().steps)
        };
        let plans = countries.into_iter().map(&mut plan_of).collect();
        session.set_country(Country::GENERIC);
        Self { plans }
    }

    /// What is to be done, and what is not any more.
    pub(super) fn entries(
        &self,
        notice: &Notice,
        tongue: Tongue<'_>,
        former: Option<&Notice>,
        live: &impl Fn(&str) -> Option<String>,
    ) -> (Vec<Entry>, Vec<Entry>) {
        let steps = self.plans.last().map(|(_, steps)| steps.as_slice()).unwrap_or_default();
        let entries = steps.iter().enumerate().map(|(place, step)| {
            let own = notice.steps.iter().find(|own| own.id == step.id && step.from == From::Notice);
            let maker = Maker { step, own, notice, tongue, live };
            let (links, groups) = self.places(&maker);
            let new = own.is_some_and(|own| is_new(own, notice, former));
            Entry { place, new, ..maker.entry(links, groups) }
        });
        entries.partition(|entry| entry.withdrawn.is_none())
    }

    /// Links that are the same everywhere, and those of each country and of each service.
    fn places<L: Fn(&str) -> Option<String>>(&self, maker: &Maker<'_, L>) -> (Vec<Place>, Vec<Group>) {
        let of = |steps: &'_ [Step]| -> Vec<Link> {
            let links = steps
                .iter()
                .find(|step| step.id == maker.step.id)
                .map(|s| s.links.clone())
                .unwrap_or_default();
            plan::by_service(links).0
        };
        let services = self.plans.iter().flat_map(|(_, steps)| steps).find(|step| step.id == maker.step.id);
        let services = services.map(|step| plan::by_service(step.links.clone()).1).unwrap_or_default();
        let services = services.into_iter().filter_map(|of| {
            let places = maker.places_of(&of.pages);
            (!places.is_empty()).then_some(Group { name: of.service, open: false, places: Places(places) })
        });
        let all: Vec<(Country, Vec<Link>)> =
            self.plans.iter().map(|(country, steps)| (*country, of(steps))).collect();
        if all.len() == 1 {
            return (all.iter().flat_map(|(_, links)| maker.places(links)).collect(), services.collect());
        }
        let everywhere = |link: &Link| all.iter().all(|(_, links)| links.contains(link));
        let first = all.first().map(|(_, links)| links.as_slice()).unwrap_or_default();
        let common: Vec<Link> = first.iter().filter(|link| everywhere(link)).cloned().collect();
        let groups = all.iter().enumerate().filter_map(|(n, (country, links))| {
            let links: Vec<Link> = links.iter().filter(|link| !everywhere(link)).cloned().collect();
            let places = maker.places_of(&links);
            let name = crate::sheet::country_name(maker.tongue.texts(), *country);
            (!places.is_empty()).then_some(Group { name, open: n == 0, places: Places(places) })
        });
        (maker.places(&common), groups.chain(services).collect())
    }
}

/// Both in the order of the plan.
pub(super) fn in_order(mut open: Vec<Entry>, gone: Vec<Entry>) -> Vec<Entry> {
    open.extend(gone);
    open.sort_by_key(|entry| entry.place);
    open
}

/// Whether a step came with this statement.
fn is_new(own: &OwnStep, notice: &Notice, former: Option<&Notice>) -> bool {
    let here = notice.revision > 1 && own.since == Some(notice.revision);
    let unknown = former.is_some_and(|former| !former.steps.iter().any(|known| known.id == own.id));
    here || (unknown && own.since.is_none())
}

struct Maker<'a, L> {
    step: &'a Step,
    /// What the notice itself has for it.
    own: Option<&'a OwnStep>,
    notice: &'a Notice,
    tongue: Tongue<'a>,
    live: &'a L,
}

impl<L: Fn(&str) -> Option<String>> Maker<'_, L> {
    fn entry(&self, links: Vec<Place>, groups: Vec<Group>) -> Entry {
        let (step, texts) = (self.step, self.tongue.texts());
        let text = self.own.and_then(|own| self.tongue.say(&own.text));
        let text =
            text.map(|said| (said.lang, Blocks { parts: parts(&text::parse(&said.words), 4, self.live) }));
        Entry {
            id: step.id.clone(),
            place: 0,
            title: self.said(&step.title, |own| &own.title),
            new: false,
            when: crate::sheet::when(texts, step),
            minutes: step.minutes,
            why: self.said(&step.why, |own| &own.why),
            text,
            lang: self.tongue.own(),
            actions: plan::without_program(&step.actions, self.tongue.page),
            links: Places(links),
            groups,
            withdrawn: step
                .withdrawn
                .as_ref()
                .map(|reason| Said { words: reason.clone(), lang: self.reason_language() }),
        }
    }

    /// What the plan says, in the language of the notice's own text or of the advice.
    fn said(&self, words: &str, field: impl Fn(&OwnStep) -> &Localised) -> Said {
        let own = self.own.and_then(|own| self.tongue.say(field(own)));
        Said { words: words.to_owned(), lang: own.map_or_else(|| self.tongue.own(), |said| said.lang) }
    }

    /// Why a step was withdrawn: said of the step, or of the whole notice.
    fn reason_language(&self) -> String {
        let of_step = self.notice.steps.iter().find(|own| own.id == self.step.id);
        let of_step = of_step.and_then(|own| self.tongue.say(&own.withdrawn));
        let entry = self.notice.history.iter().find(|entry| entry.revision == self.notice.revision);
        let said = of_step.or_else(|| entry.and_then(|entry| self.tongue.say(&entry.summary)));
        said.map(|said| said.lang).unwrap_or_default()
    }

    /// The step's own link first, then others that do not stand in its text.
    fn places(&self, links: &[Link]) -> Vec<Place> {
        let here = self.tongue.texts().page_here();
        let own = self.own.and_then(|own| own.link.as_deref()).map(|url| self.place_of_own(url, here));
        own.into_iter().chain(self.places_of(links)).collect()
    }

    fn places_of(&self, links: &[Link]) -> Vec<Place> {
        let link = self.own.and_then(|own| own.link.as_deref());
        let in_text = text::links(&self.written());
        let known = |url: &str| link == Some(url) || in_text.iter().any(|(_, other)| other == url);
        links
            .iter()
            .filter(|other| !other.url.as_deref().is_some_and(known))
            .map(|link| self.place(link))
            .collect()
    }

    fn written(&self) -> Vec<Block> {
        let said = self.own.and_then(|own| self.tongue.say(&own.text));
        said.map(|said| text::parse(&said.words)).unwrap_or_default()
    }

    fn place_of_own(&self, url: &str, name: String) -> Place {
        Place {
            name,
            ways: Vec::new(),
            host: (self.live)(url),
            url: Some(url.to_owned()),
            label: None,
            note: None,
            checked: None,
        }
    }

    fn place(&self, link: &Link) -> Place {
        let texts = self.tongue.texts();
        // The name of somebody to call leads to no page; nor does a name that stands for no single body.
        let label = match link {
            Link { url: None, .. } => None,
            Link { generic: true, .. } => Some(texts.page_about_it()),
            Link { ways, .. } if !ways.is_empty() => Some(texts.page_web_page()),
            _ => None,
        };
        Place {
            name: link.name.clone(),
            ways: link.ways.clone(),
            // The plan holds only links that may be opened.
            host: link.url.as_deref().and_then(notice::host_of).map(str::to_owned),
            url: link.url.clone(),
            label,
            note: link.note.clone(),
            checked: link.checked.parse::<Date>().ok().map(|day| texts.page_checked_on(day)),
        }
    }
}
