//! Drafts to start from, each for one kind of incident, with gaps where only the staff know what to write.

/// A draft to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The draft.
    pub text: &'static str,
}

/// Each of them.
pub const ALL: &[Template] = &[
    Template { name: "forum-breach", text: include_str!("../templates/forum-breach.toml") },
    Template { name: "phishing-wave", text: include_str!("../templates/phishing-wave.toml") },
    Template { name: "ddos-hijacked-pages", text: include_str!("../templates/ddos-hijacked-pages.toml") },
    Template { name: "lost-laptop", text: include_str!("../templates/lost-laptop.toml") },
    Template { name: "supplier", text: include_str!("../templates/supplier.toml") },
    Template { name: "all-at-once", text: include_str!("../templates/all-at-once.toml") },
    Template { name: "unknown", text: include_str!("../templates/unknown.toml") },
];

/// The one with this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Template> {
    ALL.iter().find(|template| template.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Code, Level, Surroundings, lint};

    #[test]
    fn every_template_reads_and_lacks_only_what_the_staff_must_fill_in() {
        for template in ALL {
            let notice =
                crate::read(template.text.as_bytes()).unwrap_or_else(|e| panic!("{}: {e}", template.name));
            assert_eq!(notice.revision, 1, "{}", template.name);
            let found = lint(template.text.as_bytes(), &Surroundings::default()).unwrap();
            for finding in &found {
                let gap = finding.about.is_some() && finding.code != Code::ReadingAge;
                let by_publishing = finding.code == Code::NoNextUpdate;
                // A date or a word of a set cannot stand as a gap; its line is there as a comment.
                let as_comment = match finding.code {
                    Code::NoOccurred => Some("# occurred = "),
                    Code::NoDiscovered => Some("# discovered = "),
                    Code::SiteSafeNotSaid => Some("# site_safe = "),
                    Code::ChildrenNotSaid => Some("# audience.children = "),
                    Code::NoReported => Some("# [[reported]]"),
                    Code::NoOffer => Some("# [[offer]]"),
                    _ => None,
                };
                let as_comment = as_comment.is_some_and(|line| template.text.contains(line));
                assert!(gap || by_publishing || as_comment, "{}: {finding:?}", template.name);
            }
            assert!(
                found.iter().any(|f| f.code.level() == Level::Error && f.about.is_some()),
                "{}",
                template.name
            );
        }
    }

    #[test]
    fn a_template_with_its_gaps_filled_can_be_published() {
        for template in ALL {
            let mut parts = template.text.split("{{");
            let mut text = parts.next().unwrap().to_owned();
            for part in parts {
                text.push_str("Monday");
                text.push_str(part.split_once("}}").unwrap().1);
            }
            let wrong: Vec<_> = lint(text.as_bytes(), &Surroundings::default())
                .unwrap()
                .into_iter()
                .filter(|f| f.code.level() == Level::Error)
                .filter(|f| !f.field.starts_with("contact.url"))
                .collect();
            assert!(wrong.is_empty(), "{}: {wrong:?}", template.name);
        }
    }
}
