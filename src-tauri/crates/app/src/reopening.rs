//! A notice that was kept, on another day: its bytes are verified again, against the pins and the date of today.
//!
//! What was said of it when it was kept counts for nothing but to say that it has changed for the worse.

use household::Kept;
use jiff::Timestamp;
use notice::practice;
use notice::verify::{Memory, Outcome, Site, State};

use crate::fetch::Address;
use crate::opening::Source;
use crate::walk::{Session, Trust};

/// States from the best to the worst, for whoever opens a notice again.
const FROM_THE_BEST: [State; 9] = [
    State::Verified,
    State::Stale,
    State::NewPublisher,
    State::Unconfirmed,
    State::Withdrawn,
    State::Older,
    State::Conflict,
    State::Expired,
    State::ChangedKey,
];

/// A kept notice that is open again.
pub struct Reopened {
    /// The notice, nothing ticked yet.
    pub session: Session,
    /// Its bytes and where they came from, with what their verification found; `None` for the practice notice.
    pub signed: Option<(Source, Outcome)>,
    /// The state in which it was kept, if the one of today is worse.
    pub was: Option<State>,
}

/// Opens a kept notice again.
///
/// # Errors
/// With what its verification found, where nothing of the notice may be shown any more.
pub fn reopen(kept: &Kept, memory: &Memory, now: Timestamp) -> Result<Reopened, Box<Outcome>> {
    if let Some(session) = practised(kept) {
        return Ok(Reopened { session, signed: None, was: None });
    }
    let source = Source {
        bytes: kept.text.clone().into_bytes(),
        address: kept.address.as_deref().and_then(|text| Address::parse(text).ok()),
        link: kept.link.as_deref().and_then(|text| text.parse().ok()),
        root: None,
    };
    let outcome = source.verify(Site::NotAsked, now, memory);
    let Some(session) = Session::verified(&source.bytes, &outcome) else { return Err(Box::new(outcome)) };
    let was = rank_of(&kept.trust).filter(|was| rank_of(outcome.state.code()).is_some_and(|now| now > *was));
    let was = was.and_then(|rank| FROM_THE_BEST.get(rank)).copied();
    Ok(Reopened { session, signed: Some((source, outcome)), was })
}

/// The practice notice is taken from the program and never from what is kept, which may have come from elsewhere.
fn practised(kept: &Kept) -> Option<Session> {
    if kept.trust != Trust::Practice.code() {
        return None;
    }
    let bytes = practice::revision(kept.revision).or_else(|| practice::revision(practice::LATEST))?;
    let session = Session::open(bytes, Trust::Practice).ok()?;
    (session.notice().id.to_string() == kept.id).then_some(session)
}

fn rank_of(code: &str) -> Option<usize> {
    FROM_THE_BEST.iter().position(|state| state.code() == code)
}

#[cfg(test)]
mod tests {
    use household::{Name, Store};
    use notice::verify::Reason;
    use notice::{Link, PublicKey};
    use notice_faults::{Body, Keys};

    use super::*;
    use crate::household::KeptWalk;

    const ADDRESS: &str = "https://forum.example/incident/2026-03.notice";

    fn on(day: &str) -> Timestamp {
        format!("2026-{day}T12:00:00Z").parse().unwrap()
    }

    fn source(keys: &Keys) -> Source {
        let card = keys.card("forum.example").unwrap();
        let file = keys.notice(&Body::new("forum.example").unwrap(), &card).unwrap();
        let code = root(keys).link_code();
        Source {
            bytes: file.into_bytes(),
            address: Some(Address::parse(ADDRESS).unwrap()),
            link: Some(Link::new(ADDRESS, &code).unwrap()),
            root: None,
        }
    }

    fn root(keys: &Keys) -> PublicKey {
        Keys::public(&keys.root_a).unwrap()
    }

    fn pinned(keys: &Keys) -> Memory {
        let mut memory = Memory::default();
        memory.pin("forum.example", root(keys), on("03-15"));
        memory
    }

    /// Opens the notice with these pins, keeps it for somebody, and gives what is kept.
    fn keep(source: &Source, memory: &Memory) -> Kept {
        let outcome = source.verify(Site::NotAsked, on("03-15"), memory);
        let mut session = Session::verified(&source.bytes, &outcome).unwrap();
        let mut store = Store::in_memory().unwrap();
        let ann = store.add(&Name::new("Ann").unwrap()).unwrap().id;
        KeptWalk::new(&mut store, ann).from_source(Some(source)).begin(&mut session, on("03-15")).unwrap();
        store.kept("forum.example/2026-03").unwrap().unwrap()
    }

    fn reopened(kept: &Kept, memory: &Memory, day: &str) -> (State, Option<State>) {
        let Ok(reopened) = reopen(kept, memory, on(day)) else { panic!("nothing of it may be shown") };
        (reopened.signed.unwrap().1.state, reopened.was)
    }

    #[test]
    fn a_signed_notice_is_verified_again_and_knows_where_it_came_from() {
        let keys = Keys::make().unwrap();
        let (source, memory) = (source(&keys), pinned(&keys));
        let kept = keep(&source, &memory);
        let again = reopen(&kept, &memory, on("03-15")).ok().unwrap();
        let (from, outcome) = again.signed.unwrap();
        assert_eq!((outcome.state, again.was), (State::Verified, None));
        assert_eq!((from.bytes, from.address, from.link), (source.bytes, source.address, source.link));
        assert!(again.session.plan().steps.iter().any(|step| step.id == "log-out-of-our-app"));
    }

    #[test]
    fn a_state_that_got_worse_is_told_with_the_one_before() {
        let keys = Keys::make().unwrap();
        let memory = pinned(&keys);
        let kept = keep(&source(&keys), &memory);
        assert_eq!(reopened(&kept, &memory, "03-20"), (State::Stale, Some(State::Verified)));
        assert_eq!(reopened(&kept, &memory, "09-01"), (State::Expired, Some(State::Verified)));
        // Unpinned meanwhile.
        let nobody = Memory::default();
        assert_eq!(reopened(&kept, &nobody, "03-15"), (State::Unconfirmed, Some(State::Verified)));
        let stale = Kept { trust: State::Stale.code().to_owned(), ..kept };
        assert_eq!(reopened(&stale, &memory, "03-20"), (State::Stale, None));
    }

    #[test]
    fn a_publisher_who_was_replaced_meanwhile_is_a_changed_key() {
        let (keys, others) = (Keys::make().unwrap(), Keys::make().unwrap());
        // Without the link: it asks for its own root, whatever is pinned.
        let kept = keep(&Source { link: None, ..source(&keys) }, &pinned(&keys));
        assert_eq!(reopened(&kept, &pinned(&others), "03-15"), (State::ChangedKey, Some(State::Verified)));
    }

    #[test]
    fn what_nobody_signed_is_not_opened_again_once_its_site_is_known() {
        let keys = Keys::make().unwrap();
        let unsigned = Source::file(Body::new("forum.example").unwrap().text().into_bytes());
        let kept = keep(&unsigned, &Memory::default());
        assert_eq!(kept.trust, "unsigned");
        assert!(reopen(&kept, &Memory::default(), on("03-15")).is_ok());
        let refused = reopen(&kept, &pinned(&keys), on("03-15")).err().unwrap();
        assert!(matches!(refused.reason, Some(Reason::SignatureMissing { .. })));
    }

    #[test]
    fn only_the_programs_own_practice_notice_passes_as_practice() {
        let forged = Kept {
            id: "forum.example/2026-03".to_owned(),
            revision: 1,
            trust: Trust::Practice.code().to_owned(),
            title: String::new(),
            text: Body::new("forum.example").unwrap().text(),
            address: None,
            link: None,
        };
        let opened = reopen(&forged, &Memory::default(), on("03-15")).ok().unwrap();
        assert_eq!(opened.session.trust(), Trust::Unsigned);
        let id = "willow.example/practice".to_owned();
        let opened = reopen(&Kept { id, ..forged }, &Memory::default(), on("03-15")).ok().unwrap();
        assert_eq!(opened.session.trust(), Trust::Practice);
        assert_eq!(opened.session.text(), practice::revision(1).unwrap());
    }
}
