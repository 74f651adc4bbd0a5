//! The whole plan of incidents shaped like real ones, as a person would read it.
//!
//! Each `incidents/NAME.toml` says what happened; `incidents/NAME.txt` is what a person gets. After a change that is
//! meant, `UPDATE_PLANS=1` writes the texts anew: then read the difference, every word of it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use plan::{Country, Exposed, Given, LANGUAGES, Request, plan};
use serde::Deserialize;

#[derive(Deserialize)]
struct Incident {
    site: Option<String>,
    country: String,
    #[serde(default)]
    language: Option<String>,
    kinds: Vec<String>,
    exposed: Vec<String>,
    #[serde(default)]
    ruled_out: Vec<String>,
    #[serde(default)]
    answers: BTreeMap<String, String>,
}

fn made(incident: &Incident) -> plan::Plan {
    let exposed: Vec<Exposed> = incident
        .exposed
        .iter()
        .map(|class| (class, true))
        .chain(incident.ruled_out.iter().map(|class| (class, false)))
        .map(|(class, asks)| Exposed { class: class.clone(), asks })
        .collect();
    let answers = incident
        .answers
        .iter()
        .map(|(id, answer)| {
            let given = match answer.as_str() {
                "yes" => Given::Yes,
                "no" => Given::No,
                "not_sure" => Given::NotSure,
                other => panic!("{other} is no answer"),
            };
            (id.clone(), given)
        })
        .collect();
    plan(&Request {
        exposed: &exposed,
        kinds: &incident.kinds,
        answers: &answers,
        country: Country::from_code(&incident.country).unwrap(),
        language: incident.language.as_deref().unwrap_or("en"),
        own_steps: Vec::new(),
        strikes_out: true,
        own_questions: Vec::new(),
        elsewhere: &[],
        site: incident.site.as_deref().map_or(plan::Site::Unnamed, plan::Site::Named),
    })
}

fn told(incident: &Incident) -> String {
    let plan = made(incident);
    let mut out = String::new();
    for question in &plan.questions {
        writeln!(out, "? {}: {}\n  {}", question.id, question.text, question.why).unwrap();
    }
    for (number, step) in plan.steps.iter().enumerate() {
        let country =
            step.country.map(|country| format!(", contacts for {}", country.code())).unwrap_or_default();
        write!(
            out,
            "\n{}. {}\n   {}, {}, {}, {} min{country}\n",
            number + 1,
            step.title,
            step.id,
            step.kind.code(),
            step.urgency.code(),
            step.minutes
        )
        .unwrap();
        if !step.because.is_empty() {
            writeln!(out, "   because of {}", step.because.join(", ")).unwrap();
        }
        writeln!(out, "   {}", step.why).unwrap();
        for action in &step.actions {
            writeln!(out, "   - {action}").unwrap();
        }
        for link in &step.links {
            let note = link.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
            writeln!(
                out,
                "   * {} <{}>{note} [{}]",
                link.text,
                link.url.as_deref().unwrap_or_default(),
                link.checked
            )
            .unwrap();
        }
    }
    out
}

fn incidents() -> Vec<(PathBuf, Incident)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/incidents");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path, toml::from_str(&text).unwrap())
        })
        .collect();
    found.sort_by(|(a, _): &(PathBuf, Incident), (b, _)| a.cmp(b));
    found
}

#[test]
fn each_incident_gives_the_plan_that_was_read_and_found_good() {
    let incidents = incidents();
    assert!(incidents.len() >= 12);
    for (path, incident) in incidents {
        let wanted = path.with_extension("txt");
        let now = told(&incident);
        if std::env::var_os("UPDATE_PLANS").is_some() {
            std::fs::write(&wanted, &now).unwrap();
        }
        let before = std::fs::read_to_string(&wanted).unwrap_or_default();
        assert_eq!(before, now, "{}: if it is meant, UPDATE_PLANS=1 writes it anew", wanted.display());
    }
}

#[test]
fn every_language_gives_the_same_steps_questions_and_contacts() {
    for (path, mut incident) in incidents() {
        let facts = LANGUAGES.map(|language| {
            incident.language = Some(language.to_owned());
            let plan = made(&incident);
            let steps: Vec<_> = plan
                .steps
                .into_iter()
                .map(|s| {
                    let pages: Vec<_> = s.links.into_iter().map(|link| (link.url, link.checked)).collect();
                    (s.id, s.kind, s.urgency, s.minutes, s.actions.len(), s.because, s.country, pages)
                })
                .collect();
            let questions: Vec<_> = plan.questions.into_iter().map(|question| question.id).collect();
            (steps, questions)
        });
        assert_eq!(facts[0], facts[1], "{}", path.display());
    }
}
