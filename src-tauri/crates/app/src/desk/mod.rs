//! The desk, where staff write a notice: keys and cards, a signature, and the folder that they publish.
//!
//! Owns files and randomness. Not here: the rules of a draft and of the container (crate `notice`), which steps
//! follow (crate `plan`), questions to people and sentences (the shells).

mod address;
mod breach;
mod calendar;
mod card;
mod ceremony;
mod drafts;
mod error;
mod feed;
mod files;
mod folder;
mod former;
mod keys;
mod numbers;
mod page;
mod preview;
mod publish;
mod qr;

use std::collections::BTreeSet;

use jiff::Timestamp;
use notice::lint::{LibraryStep, Surroundings};

pub use breach::{NoNotice, from_breach};
pub use calendar::{Life, NEAR, life};
pub use card::{CardPlace, CardRequest, MadeCard, card_of, make_card};
pub use ceremony::{CardWords, Ceremony, MadeKey, NamedKey};
pub use drafts::{Drafts, addition};
pub use error::{DeskError, FormerFault};
pub use files::{read, read_text, write_new};
pub use former::Origin;
pub use keys::{Hardness, KeyKind, SigningKey, make_key};
pub use numbers::{FILE as NUMBERS_FILE, Numbers};
pub use preview::{Preview, PreviewRequest, preview};
pub use publish::{
    Doubt, Edition, Given, PublishRequest, Published, Signed, draft_of, edition, link, publish, sign,
};

/// The registrable domains of the shipped data: whatever a notice may link to beside its own.
#[must_use]
pub fn listed_domains() -> BTreeSet<String> {
    let urls = plan::contacts().into_iter().filter_map(|contact| contact.url);
    urls.filter_map(notice::host_of).map(|host| notice::domain::registrable(host).to_owned()).collect()
}

/// What the lint is told beside a draft.
#[must_use]
pub fn surroundings(now: Timestamp) -> Surroundings {
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    let step = |(id, kind, askers): (&str, plan::Kind, Vec<&str>)| LibraryStep {
        id: id.to_owned(),
        kind: kind.code().to_owned(),
        asked_by: owned(askers),
    };
    Surroundings {
        listed: listed_domains(),
        now: Some(now),
        countries: owned(plan::Country::all().map(plan::Country::code).collect()),
        library: plan::askers_of_steps().into_iter().map(step).collect(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn pages_of_authorities_may_be_linked() {
        let listed = super::listed_domains();
        assert!(listed.contains("actionfraud.police.uk") || listed.len() > 50, "{listed:?}");
    }

    #[test]
    fn template_with_its_gaps_filled_has_no_step_twice_and_names_no_unknown_step() {
        use notice::lint::{Code, lint};
        for template in notice::template::ALL {
            let text = template.text.replace("{{", "").replace("}}", "");
            let found = lint(text.as_bytes(), &super::surroundings(jiff::Timestamp::UNIX_EPOCH)).unwrap();
            let of_steps = |code: Code| matches!(code, Code::DoubledStep | Code::UnknownStep);
            assert!(!found.iter().any(|finding| of_steps(finding.code)), "{}: {found:?}", template.name);
        }
        let text = notice::template::named("forum-breach").unwrap().text;
        let doubled = text.replace("id = \"change-password-here\"", "id = \"new-site-password\"");
        let found = lint(doubled.as_bytes(), &super::surroundings(jiff::Timestamp::UNIX_EPOCH)).unwrap();
        let about =
            found.iter().find(|finding| finding.code == Code::DoubledStep).map(|f| f.about.as_deref());
        assert_eq!(about, Some(Some("change-password-here")));
    }
}
