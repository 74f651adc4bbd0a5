//! A plan to print and take away, and a sheet for somebody without a computer: one HTML file each, in large type,
//! without a script, a picture or anything from elsewhere.
//!
//! Not here: the print dialog (the window) and where a file is put (the shells).

use std::collections::BTreeSet;

use askama::Template;
use jiff::civil::Date;
use notice::verify::Late;
use plan::{Cost, Link, ServicePages, Step, Urgency, Way};

use crate::everybody::{Everybody, Place};
use crate::walk::{How, Mark, Session, Trust};
use texts::Texts;

/// What a country is called.
#[must_use]
pub fn country_name(texts: &Texts, country: plan::Country) -> String {
    texts.known("country-", country.code()).unwrap_or_else(|| country.code().to_uppercase())
}

/// How soon a step is to be done, and how long it takes and what it costs.
#[must_use]
pub fn when(texts: &Texts, step: &Step) -> String {
    let when = texts.step_when(&urgency(texts, step.urgency), step.minutes.into());
    match &step.cost {
        Some(Cost::Free) => texts.step_when_cost(&when, &texts.cost_free()),
        Some(Cost::UpTo(amount)) => texts.step_when_cost(&when, &texts.cost_up_to(amount)),
        None => when,
    }
}

fn urgency(texts: &Texts, urgency: Urgency) -> String {
    match urgency {
        Urgency::Now => texts.urgency_now(),
        Urgency::Today => texts.urgency_today(),
        Urgency::ThisWeek => texts.urgency_this_week(),
    }
}

/// A sheet could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the sheet could not be written")]
pub struct SheetError(#[from] askama::Error);

#[derive(Template)]
#[template(path = "sheet.html")]
struct Page<'a> {
    texts: &'static Texts,
    title: String,
    sheets: Vec<Sheet<'a>>,
    foot: [String; 2],
}

struct Sheet<'a> {
    title: String,
    person: Option<&'a str>,
    about: Vec<String>,
    overdue: Option<String>,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    steps: Vec<Entry>,
}

struct Entry {
    title: String,
    /// Whether there is a box to tick by hand.
    to_do: bool,
    when: Option<String>,
    why: Option<String>,
    actions: Vec<String>,
    links: Vec<Contact>,
    services: Vec<ServiceLine>,
    /// Services whose pages are not written out.
    unlisted: Option<String>,
}

/// The pages of one service in a line.
struct ServiceLine {
    service: String,
    /// What each is for, and its address.
    pages: Vec<(String, String)>,
}

/// Whether paper has the addresses of the services' pages: for what cannot wait. They would fill a page otherwise.
pub(crate) fn prints_pages(step: &Step) -> bool {
    step.urgency == Urgency::Now
}

struct Contact {
    name: String,
    /// Numbers and addresses: on paper they are read, on a screen they are called or written to.
    ways: Vec<Way>,
    note: Option<String>,
    /// Its page, and when it was looked at.
    place: Option<String>,
}

/// Contacts as they come; one that stands on the sheet already is named again by its number alone.
struct Contacts {
    texts: &'static Texts,
    named: BTreeSet<String>,
}

impl Contacts {
    fn new(texts: &'static Texts) -> Self {
        Self { texts, named: BTreeSet::new() }
    }

    /// An entry with its contacts and the services that it names; `pages` says whether their addresses stand there.
    fn add(&mut self, entry: Entry, links: Vec<Link>, pages: bool) -> Entry {
        let (links, services) = plan::by_service(links);
        let links = links.into_iter().map(|link| self.one(link)).collect();
        if !pages {
            let names: Vec<String> = services.into_iter().map(|pages| pages.service).collect();
            let unlisted =
                (!names.is_empty()).then(|| self.texts.services_on_paper(&self.texts.listed(&names)));
            return Entry { links, unlisted, ..entry };
        }
        let line = |of: ServicePages| ServiceLine {
            service: of.service,
            pages: of.pages.into_iter().filter_map(|page| Some((page.text, page.url?))).collect(),
        };
        Entry { links, services: services.into_iter().map(line).collect(), ..entry }
    }

    fn one(&mut self, link: Link) -> Contact {
        if !self.named.insert(link.text.clone()) {
            return Contact { name: link.name, ways: link.ways, note: None, place: None };
        }
        let place = link.url.map(|url| match link.checked.parse::<Date>() {
            Ok(day) => format!("{url} ({})", self.texts.sheet_checked_on(day)),
            Err(_) => url,
        });
        Contact { name: link.name, ways: link.ways, note: link.note, place }
    }
}

/// What a sheet says of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// Its name and the title of its notice, because the person asked for that.
    Site,
    /// The same, but for a plan that says something private: then neither.
    UnlessPrivate,
}

/// The plan of `session` as it stands on `today`: what is open with all that is needed to do it, what is put off, and
/// what is settled by its title alone. `person` is whose plan it is, where somebody is named.
///
/// # Errors
/// When the sheet cannot be put together; nothing in a plan can cause that.
pub fn of_plan(
    session: &Session,
    person: Option<&str>,
    naming: Naming,
    today: Date,
) -> Result<String, SheetError> {
    let texts = Texts::of(session.language());
    let (mut open, mut later, mut done, mut not_for_me, mut withdrawn) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut contacts = Contacts::new(texts);
    let named = naming == Naming::Site || !session.is_private();
    let plan = if named { session.plan() } else { session.plan_without_names() };
    for step in plan.steps {
        if let Some(reason) = step.withdrawn {
            withdrawn.push(Entry { why: Some(reason), ..titled(step.title) });
            continue;
        }
        match session.mark_of(&step.id) {
            None => open.push(whole(step, &mut contacts)),
            Some((Mark::Later, _)) => later.push(whole(step, &mut contacts)),
            Some((Mark::NotForMe, _)) => not_for_me.push(titled(step.title)),
            Some((Mark::Done, how)) => {
                let how = match how {
                    How::YouToldUs => texts.sheet_you_told_us(),
                    How::WeChecked => texts.sheet_we_checked(),
                };
                done.push(Entry { when: Some(how), ..titled(step.title) });
            }
        }
    }
    let groups = [
        (texts.sheet_open(), open),
        (texts.sheet_later(), later),
        (texts.sheet_done(), done),
        (texts.sheet_not_for_me(), not_for_me),
        (texts.sheet_withdrawn(), withdrawn),
    ];
    let mut about = Vec::new();
    about.extend(named.then(|| texts.paper_from(&session.notice().id.domain)));
    about.extend(standing(texts, session.trust()));
    about.extend(session.late().map(|late| late_since(texts, late)));
    about.push(texts.sheet_as_of(today));
    about.push(texts.contacts_for(&country_name(texts, session.country())));
    let sheet = Sheet {
        title: if named { session.words(&session.notice().title) } else { texts.sheet_private_title() },
        person,
        about,
        overdue: overdue(texts, today),
        groups: groups
            .into_iter()
            .filter(|(_, steps)| !steps.is_empty())
            .map(|(title, steps)| Group { title, steps })
            .collect(),
    };
    page(texts, vec![sheet], [texts.paper_no_secret(), texts.paper_keep()])
}

/// The plans of a whole household: who has what to do, and then each step once with all that is needed to do it.
///
/// # Errors
/// When the sheet cannot be put together; nothing in a plan can cause that.
pub fn of_everybody(all: &Everybody, language: &str, today: Date) -> Result<String, SheetError> {
    let texts = Texts::of(language);
    let mut contacts = Contacts::new(texts);
    let sheets = all.notices.iter().map(|shared| {
        let countries: Vec<_> =
            shared.countries.iter().map(|country| country_name(texts, *country)).collect();
        let mut about: Vec<String> = shared.domain.iter().map(|domain| texts.paper_from(domain)).collect();
        about.push(texts.sheet_as_of(today));
        about.extend(standing(texts, shared.trust));
        about.push(texts.contacts_for(&texts.listed(&countries)));
        let mut groups: Vec<Group> = shared
            .people
            .iter()
            .map(|person| Group {
                title: person.name.clone(),
                steps: person.steps.iter().map(|place| placed(texts, place)).collect(),
            })
            .collect();
        let steps = shared.steps.iter().map(|step| whole(step.clone(), &mut contacts));
        let steps: Vec<_> = steps.map(|entry| Entry { to_do: false, ..entry }).collect();
        if !steps.is_empty() {
            groups.push(Group { title: texts.sheet_step_by_step(), steps });
        }
        Sheet { title: shared.title.clone(), person: None, about, overdue: overdue(texts, today), groups }
    });
    let sheets = sheets.collect();
    page(texts, sheets, [texts.paper_no_secret(), texts.paper_keep()])
}

fn page(texts: &'static Texts, sheets: Vec<Sheet<'_>>, foot: [String; 2]) -> Result<String, SheetError> {
    let title = sheets.first().map_or_else(String::new, |sheet| sheet.title.clone());
    Ok(Page { texts, title, sheets, foot }.render()?)
}

/// A step by its title alone, with what the person said of it.
fn placed(texts: &Texts, place: &Place) -> Entry {
    let when = match place.said {
        None => None,
        Some((Mark::Later, _)) => Some(match place.remind_on {
            Some(day) => texts.sheet_until(day),
            None => texts.sheet_later(),
        }),
        Some((Mark::NotForMe, _)) => Some(texts.sheet_not_for_them()),
        Some((Mark::Done, _)) => Some(texts.sheet_done()),
    };
    let to_do = matches!(place.said, None | Some((Mark::Later, _)));
    Entry { to_do, when, ..titled(place.title.clone()) }
}

/// What of the notice has passed; its day in Greenwich.
fn late_since(texts: &Texts, late: Late) -> String {
    let day = |at: jiff::Timestamp| at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    match late {
        Late::Promised(at) => texts.sheet_promised(day(at)),
        Late::Current(at) => texts.sheet_current_until(day(at)),
    }
}

/// What has to be said of a notice that no publisher vouches for.
fn standing(texts: &Texts, trust: Trust) -> Option<String> {
    match trust {
        Trust::Practice => Some(texts.sheet_practice()),
        trust if !trust.vouched() => Some(texts.sheet_unsigned()),
        _ => None,
    }
}

/// The sheet for somebody without a computer, with the numbers of `country`.
///
/// # Errors
/// When the sheet cannot be put together; nothing in the advice can cause that.
pub fn without_computer(country: plan::Country, language: &str, today: Date) -> Result<String, SheetError> {
    let texts = Texts::of(language);
    let mut contacts = Contacts::new(texts);
    let steps = plan::leaflet(country, language)
        .into_iter()
        .map(|part| {
            let entry =
                Entry { to_do: true, why: Some(part.why), actions: part.actions, ..titled(part.title) };
            contacts.add(entry, part.links, true)
        })
        .collect();
    let sheet = Sheet {
        title: texts.leaflet_title(),
        person: None,
        about: vec![
            texts.leaflet_for(),
            texts.sheet_as_of(today),
            texts.contacts_for(&country_name(texts, country)),
        ],
        overdue: overdue(texts, today),
        groups: vec![Group { title: texts.leaflet_parts(), steps }],
    };
    page(texts, vec![sheet], [texts.leaflet_foot(), texts.paper_no_secret()])
}

fn overdue(texts: &Texts, today: Date) -> Option<String> {
    let review_by = plan::authorities_review_by();
    let day = review_by.parse().map_or_else(|_| review_by.to_owned(), |day| texts.day(day));
    plan::authorities_overdue(today).then(|| texts.sheet_contacts_overdue(&day))
}

fn titled(title: String) -> Entry {
    Entry {
        title,
        to_do: false,
        when: None,
        why: None,
        actions: Vec::new(),
        links: Vec::new(),
        services: Vec::new(),
        unlisted: None,
    }
}

fn whole(step: Step, contacts: &mut Contacts) -> Entry {
    let texts = contacts.texts;
    let pages = prints_pages(&step);
    let entry = Entry {
        when: Some(when(texts, &step)),
        to_do: true,
        why: Some(step.why),
        actions: plan::without_program(&step.actions, texts.language()),
        ..titled(step.title)
    };
    contacts.add(entry, step.links, pages)
}

#[cfg(test)]
mod tests {
    use plan::Country;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn practice() -> Session {
        let mut session = Session::open(notice::practice::revision(3).unwrap(), Trust::Practice).unwrap();
        session.set_country(Country::from_code("gb").unwrap());
        session
    }

    #[test]
    fn a_sheet_tells_open_from_put_off_done_and_taken_back() {
        let mut session = practice();
        session.mark("ip-address", Mark::Done, How::YouToldUs);
        session.mark("change-password-here", Mark::Done, How::WeChecked);
        session.mark("audit-export", Mark::Later, How::YouToldUs);
        session.mark("user-name", Mark::NotForMe, How::YouToldUs);
        let html = of_plan(&session, Some("Ann"), Naming::Site, day("2026-11-25")).unwrap();
        let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} is not on the sheet"));
        let order = [
            "For Ann",
            "Still to do",
            "Put off until later",
            ">Done<",
            "Does not apply",
            "Withdrawn by the site",
        ];
        assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
        assert!(at("Put off until later") < at("Change the same password everywhere else"));
        assert!(at(">Done<") < at("We checked") && at(">Done<") < at("You told us"));
        for wanted in
            ["call 999", "Contacts for: United Kingdom", "checked on 24 November 2026", "Practice. Nothing"]
        {
            at(wanted);
        }
    }

    #[test]
    fn a_contact_that_several_steps_name_has_its_page_once() {
        let html = of_plan(&practice(), None, Naming::UnlessPrivate, day("2026-11-25")).unwrap();
        assert!(html.matches("Police Scotland</strong>: <a href=\"tel:101\">call 101</a>").count() >= 2);
        assert_eq!(html.matches("https://www.scotland.police.uk/contact-us/").count(), 1);
    }

    #[test]
    fn pages_of_services_are_written_out_for_what_cannot_wait_and_only_named_for_the_rest() {
        let html = of_plan(&practice(), None, Naming::UnlessPrivate, day("2026-11-25")).unwrap();
        let step = |title: &str| {
            let part = html.split("<h3>").find(|part| part.starts_with(title));
            part.unwrap_or_else(|| panic!("{title} is not on the sheet")).to_owned()
        };
        let mail = step("Secure your e-mail account");
        let line = "<strong>Google</strong>: Security Checkup, <span class=\"address\">https://";
        assert!(mail.contains(line), "{mail}");
        let basics = step("Four habits");
        assert!(basics.contains("look in the security settings of your account"), "{basics}");
        assert!(!basics.contains("https://myaccount.google.com"), "{basics}");
    }

    #[test]
    fn the_sheet_of_a_family_says_who_has_what_to_do_and_each_step_once() {
        let store = crate::everybody::tests::family();
        let memory = notice::verify::Memory::default();
        let now = jiff::Timestamp::UNIX_EPOCH;
        let all = crate::everybody::everybody(&store, &memory, "en", now).unwrap();
        let html = of_everybody(&all, "en", day("2026-11-25")).unwrap();
        let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} is not on the sheet"));
        assert!(at(">Ann<") < at(">Ben<") && at(">Ben<") < at("What to do, step by step"));
        assert!(at("Put off until 1 December 2026") < at(">Ben<"), "it is Ann who put it off");
        assert!(at("Contacts for: United Kingdom, Ireland") < at(">Ann<"));
        let what = html.split("What to do, step by step").nth(1).unwrap();
        assert!(what.contains("call 999") && what.contains("112"));
        let title = "Change the same password everywhere else";
        assert_eq!(what.matches(title).count(), 1, "each step once");
        assert_eq!(html.matches(title).count(), 3, "and its title for both");
        assert!(!html.contains("<script") && html.contains("There is no password on this sheet"));
    }

    #[test]
    fn what_a_notice_or_a_name_holds_stays_text() {
        let text = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\n[title]\nen = \"<script>alert(1)</script> & co\"\n[[exposed]]\nclass = \"<b>x</b>\"\ncertainty = \"confirmed\"\n";
        let session = Session::open(text.as_bytes(), Trust::Unsigned).unwrap();
        let html = of_plan(&session, Some("<img src=x onerror=y>"), Naming::UnlessPrivate, day("2026-11-25"))
            .unwrap();
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"), "{html}");
        assert!(html.contains("We cannot tell who wrote this notice."));
    }

    #[test]
    fn every_country_has_a_name() {
        for language in texts::LANGUAGES {
            for country in Country::all() {
                let named = Texts::of(language).known("country-", country.code());
                assert!(named.is_some(), "{language}: {}", country.code());
            }
        }
    }

    #[test]
    fn a_private_plan_names_the_site_only_when_asked() {
        let text = "format = 1\nid = \"dating.example/a\"\nrevision = 1\nstatus = \"final\"\n[title]\nen = \"The attack on Dating Example\"\n[[exposed]]\nclass = \"Sexual orientations\"\ncertainty = \"confirmed\"\n[[exposed]]\nclass = \"Passwords\"\ncertainty = \"confirmed\"\n";
        let session = Session::open(text.as_bytes(), Trust::Unsigned).unwrap();
        assert!(session.is_private());
        let told = |naming| of_plan(&session, None, naming, day("2026-11-25")).unwrap();
        let quiet = told(Naming::UnlessPrivate);
        for word in ["dating.example", "Dating Example", "Sexual"] {
            assert!(!quiet.contains(word), "{word}");
        }
        assert!(quiet.contains("Change your password at the site"), "the steps are there");
        assert!(told(Naming::Site).contains("dating.example"));
        let together =
            Everybody { notices: vec![crate::everybody::tests::shared(&session)], ..Everybody::default() };
        let paper = of_everybody(&together, "en", day("2026-11-25")).unwrap();
        assert!(!paper.contains("dating.example") && !paper.contains("Dating Example"), "{paper}");
        assert!(paper.contains("Change your password at the site"));
    }

    #[test]
    fn a_sheet_loads_nothing_and_runs_nothing() {
        let sheets = [
            of_plan(&practice(), None, Naming::UnlessPrivate, day("2026-11-25")).unwrap(),
            without_computer(Country::from_code("us").unwrap(), "en", day("2026-11-25")).unwrap(),
        ];
        for html in sheets {
            let addresses = html.split("href=\"").skip(1);
            let leads = |to: &str| ["tel:", "sms:", "mailto:"].iter().any(|scheme| to.starts_with(scheme));
            assert!(addresses.clone().count() > 0 && addresses.into_iter().all(leads));
            assert!(!html.contains("Check the new one here"));
            for unwanted in ["<script", "src=", "<link", "@import", "url(", "onload", "<form"] {
                assert!(!html.contains(unwanted), "{unwanted}");
            }
            assert_eq!(html.matches("<h1").count(), 1);
            assert!(html.contains("default-src 'none'"));
        }
    }

    #[test]
    fn past_their_day_the_sheet_says_that_numbers_may_have_changed() {
        let early = without_computer(Country::from_code("gb").unwrap(), "en", day("2026-11-25")).unwrap();
        let late = without_computer(Country::from_code("gb").unwrap(), "en", day("2028-01-01")).unwrap();
        assert!(!early.contains("Numbers may have changed") && late.contains("Numbers may have changed"));
    }

    #[test]
    fn the_sheets_speak_german() {
        let mut session = practice();
        session.set_language("de");
        let html = of_plan(&session, None, Naming::UnlessPrivate, day("2026-11-25")).unwrap();
        assert!(html.contains("<html lang=\"de\" dir=\"ltr\">") && html.contains("Noch zu tun"));
        assert!(html.contains("Dasselbe Passwort überall sonst ändern"));
        let sheet = without_computer(Country::from_code("de").unwrap(), "de", day("2026-11-25")).unwrap();
        assert!(sheet.contains("Telefon 110") && sheet.contains("Rufen Sie Ihre Bank an"), "{sheet}");
    }
}
