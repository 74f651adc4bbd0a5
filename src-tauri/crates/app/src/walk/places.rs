//! The addresses inside a notice: which may be opened, and how the others are printed.
//!
//! Not here: which sites are known ([`crate::links`]).

use notice::verify::Publisher;
use notice::{Localised, text};
use plan::Link;

use super::{Session, Trust};
use crate::links::{self, Target};

pub(super) fn own_domains(publisher: Option<&Publisher>, pinned: &[String]) -> Vec<String> {
    publisher.map(|publisher| links::own_domains(&publisher.domains, pinned)).unwrap_or_default()
}

impl Session {
    /// Says which domains somebody pinned on this computer, for looking for what could be mistaken for them.
    pub fn set_pinned(&mut self, domains: Vec<String>) {
        self.own = own_domains(self.publisher.as_ref(), &domains);
        self.pinned = domains;
    }

    /// Whether an address of the notice may be opened: a domain of its publisher or of the shipped data, and a
    /// state in which links live.
    #[must_use]
    pub fn opens(&self, url: &str) -> bool {
        matches!(self.trust, Trust::Signed(state) if state.links_live()) && links::may_open(url, &self.own)
    }

    /// Where a link of the notice leads, by its words and its address.
    #[must_use]
    pub fn target(&self, words: &str, url: &str) -> Target {
        Target::new(words, url, self.opens(url))
    }

    /// Whether `url` is a link somewhere in the texts of the notice and may be opened.
    #[must_use]
    pub fn opens_from_text(&self, url: &str) -> bool {
        let notice = &self.notice;
        let own = [
            &notice.what_happened,
            &notice.consequences,
            &notice.what_we_do,
            &notice.not_exposed,
            &notice.not_known,
        ];
        let notes = notice.exposed.iter().map(|exposed| &exposed.note);
        let mut found: Vec<(String, String)> =
            own.into_iter().chain(notes).flat_map(|text| text::links(&self.blocks(text))).collect();
        found.extend(notice.contact.iter().filter_map(|contact| Some((String::new(), contact.url.clone()?))));
        self.opens(url) && found.iter().any(|(words, each)| each == url && self.target(words, each).live)
    }

    /// A text of the notice with what stands in it, for a page that can open links.
    #[must_use]
    pub fn blocks(&self, text: &Localised) -> Vec<text::Block> {
        let words = text.get(&self.language, &self.notice.language).filter(|_| !self.is_silent());
        words.map(text::parse).unwrap_or_default()
    }

    /// What a step asks to do. Of a link that may be opened the host stands after its words, and the link apart; any
    /// other address is there to copy.
    pub(super) fn actions(&self, text: &str, link: Option<&str>) -> Vec<String> {
        let mut actions = text::actions_with(text, &mut |words, url| {
            let target = self.target(words, url);
            if target.live { target.host } else { target.shown }
        });
        if let Some(url) = link.filter(|url| !self.opens(url) && self.trust != Trust::Practice) {
            let shown = self.target("", url).shown;
            match actions.last_mut() {
                Some(last) => *last = format!("{last} ({shown})"),
                None => actions.push(shown),
            }
        }
        actions
    }

    /// The links of a step that may be opened: its own by the name of its host, those of its text by their words.
    pub(super) fn step_links(&self, text: &str, link: Option<&str>) -> Vec<Link> {
        let mut found: Vec<(String, String)> = Vec::new();
        if let Some(url) = link.filter(|url| self.opens(url)) {
            found.push((self.target("", url).host, url.to_owned()));
        }
        for (words, url) in text::links(&text::parse(text)) {
            if self.target(&words, &url).live && !found.iter().any(|(_, known)| *known == url) {
                found.push((words, url));
            }
        }
        let link = |(text, url): (String, String)| Link {
            name: text.clone(),
            text,
            ways: Vec::new(),
            url: Some(url),
            generic: false,
            checked: String::new(),
            note: None,
            service: None,
        };
        found.into_iter().map(link).collect()
    }
}

#[cfg(test)]
mod tests {
    use notice::verify::State;

    use super::*;

    const TEXT: &str = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"interim\"\n\
        what_happened.en = \"[Ours](https://forum.example/help) [theirs](https://elsewhere.example/) \
        [known](https://www.adobe.com/) [a bank](http://forum.example/) [bank.com](https://forum.example/bank)\"\n\
        [[step]]\nid = \"log-out\"\nkind = \"read\"\ntitle.en = \"Log out\"\n\
        text.en = \"- Go to [the settings](https://forum.example/settings)\\n- Not to [that](https://elsewhere.example/x)\"\n";

    fn session(state: State) -> Session {
        let mut session = Session::open(TEXT.as_bytes(), Trust::Signed(state)).unwrap();
        session.publisher = Some(Publisher {
            name: "Forum".to_owned(),
            domains: vec!["forum.example".to_owned()],
            root: notice_faults::Keys::public(&notice_faults::Keys::make().unwrap().root_a).unwrap(),
        });
        session.set_pinned(vec!["forum.example".to_owned()]);
        session
    }

    #[test]
    fn a_link_in_a_text_opens_only_where_links_live_and_the_site_is_known() {
        let opened = |state: State| {
            let all = ["help", "bank", "settings"].map(|page| format!("https://forum.example/{page}"));
            let mut all = all.to_vec();
            all.extend(
                ["https://elsewhere.example/", "https://www.adobe.com/", "http://forum.example/"]
                    .map(str::to_owned),
            );
            let session = session(state);
            all.into_iter().filter(|url| session.opens_from_text(url)).collect::<Vec<_>>()
        };
        for state in State::ALL.iter().copied() {
            let live = matches!(state, State::Verified | State::Stale | State::NewPublisher);
            // Not the page whose words name a bank, and not one that stands in no text.
            let expected: &[&str] =
                if live { &["https://forum.example/help", "https://www.adobe.com/"] } else { &[] };
            assert_eq!(opened(state), expected, "{}", state.code());
        }
        let unsigned = Session::open(TEXT.as_bytes(), Trust::Unsigned).unwrap();
        assert!(!unsigned.opens_from_text("https://www.adobe.com/"));
    }

    #[test]
    fn a_links_of_a_steps_text_stand_apart_and_dead_ones_are_there_to_copy() {
        let step =
            |state: State| session(state).plan().steps.into_iter().find(|step| step.id == "log-out").unwrap();
        let live = step(State::Verified);
        assert_eq!(
            live.actions,
            ["Go to the settings (forum.example)", "Not to that (https://elsewhere.example/x)"]
        );
        let urls: Vec<&str> = live.links.iter().map(|link| link.url.as_deref().unwrap_or_default()).collect();
        assert_eq!(urls, ["https://forum.example/settings"]);
        let dead = step(State::Unconfirmed);
        assert_eq!(dead.actions.first().unwrap(), "Go to the settings (https://forum.example/settings)");
        assert!(dead.links.is_empty());
    }
}
