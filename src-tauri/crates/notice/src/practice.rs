//! The practice notice: a made-up forum, a made-up attack, in three revisions.

/// Its newest revision.
pub const LATEST: u32 = 3;

/// The bytes of one of its revisions, 1 to [`LATEST`].
#[must_use]
pub fn revision(number: u32) -> Option<&'static [u8]> {
    match number {
        1 => Some(include_bytes!("../practice/r1.notice")),
        2 => Some(include_bytes!("../practice/r2.notice")),
        3 => Some(include_bytes!("../practice/r3.notice")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_revision_reads_and_says_that_it_is_practice() {
        for number in 1..=LATEST {
            let notice = crate::read(revision(number).unwrap()).unwrap();
            assert_eq!(
                (notice.revision, notice.id.to_string().as_str()),
                (number, "willow.example/practice")
            );
            assert!(notice.title.get("en", "en").unwrap().starts_with("Practice"));
            assert_eq!(notice.history.len(), usize::try_from(number).unwrap());
        }
        assert_eq!((revision(0), revision(LATEST + 1)), (None, None));
    }

    #[test]
    fn whoever_read_the_first_sees_what_changed_since() {
        let notice = crate::read(revision(LATEST).unwrap()).unwrap();
        assert_eq!(crate::changes_since(&notice, 1, "en").len(), 2);
        assert!(crate::changes_since(&notice, LATEST, "en").is_empty());
    }

    #[test]
    fn steps_keep_their_ids_from_revision_to_revision() {
        let ids = |number| {
            let notice = crate::read(revision(number).unwrap()).unwrap();
            notice.steps.into_iter().map(|step| step.id).collect::<std::collections::BTreeSet<_>>()
        };
        assert!(ids(1).is_subset(&ids(2)) && ids(2).is_subset(&ids(3)));
    }
}
