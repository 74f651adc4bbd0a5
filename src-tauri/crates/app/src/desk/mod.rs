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
mod publish;
mod qr;

use std::collections::BTreeSet;

pub use breach::{UnknownBreach, from_breach};
pub use calendar::{Life, NEAR, life};
pub use card::{CardPlace, CardRequest, MadeCard, card_of, make_card};
pub use ceremony::{CardWords, Ceremony, MadeKey, NamedKey};
pub use drafts::{Drafts, addition};
pub use error::DeskError;
pub use files::{read, read_text, write_new};
pub use former::{FormerFault, Origin};
pub use keys::{Hardness, KeyKind, SigningKey, make_key};
pub use numbers::{FILE as NUMBERS_FILE, Numbers};
pub use publish::{
    Doubt, Edition, Given, Preview, PreviewRequest, PublishRequest, Published, Signed, draft_of, edition,
    link, preview, publish, sign,
};

/// The registrable domains of the shipped data: whatever a notice may link to beside its own.
#[must_use]
pub fn listed_domains() -> BTreeSet<String> {
    let urls = plan::contacts().into_iter().filter_map(|contact| contact.url);
    urls.filter_map(notice::host_of).map(|host| notice::domain::registrable(host).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn pages_of_authorities_may_be_linked() {
        let listed = super::listed_domains();
        assert!(listed.contains("actionfraud.police.uk") || listed.len() > 50, "{listed:?}");
    }
}
