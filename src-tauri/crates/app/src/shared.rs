//! Whether two people at one table typed the same password: found out in the memory of this session alone.
//!
//! Digests are compared, wiped with the session, and never written, shown or sent. It is said that somebody else
//! typed the same, not who: a person could otherwise try out what another one's password is, with a name as the prize.

use password::{Digest, Password};

/// So many passwords are remembered at most; the oldest goes first.
const MOST: usize = 200;

/// A place at the table. Every hand-over to somebody else is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Typist(pub u32);

/// What was typed in this session, as digests that are wiped when it ends.
#[derive(Default)]
pub struct TypedHere {
    /// Boxed, so that growing moves the pointers and leaves no copy of a digest behind.
    seen: Vec<(Typist, Box<Digest>)>,
}

impl TypedHere {
    /// Notes what somebody typed; whether somebody else typed the same.
    pub fn note(&mut self, typist: Typist, password: &Password) -> bool {
        let digest = Box::new(password.digest_of_any_spelling());
        let same = |seen: &Digest| seen.expose_bytes() == digest.expose_bytes();
        let elsewhere = self.seen.iter().any(|(other, seen)| *other != typist && same(seen));
        if !self.seen.iter().any(|(own, seen)| *own == typist && same(seen)) {
            if self.seen.len() >= MOST {
                self.seen.remove(0);
            }
            self.seen.push((typist, digest));
        }
        elsewhere
    }

    /// Whoever sat at `from` sits at `to` now: they said who they are.
    pub fn move_to(&mut self, from: Typist, to: Typist) {
        for (typist, _) in self.seen.iter_mut().filter(|(typist, _)| *typist == from) {
            *typist = to;
        }
    }

    /// Forgets everything.
    pub fn forget(&mut self) {
        self.seen.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Password {
        Password::from_bytes(text.as_bytes().to_vec().into()).ok().unwrap()
    }

    #[test]
    fn same_password_by_two_people_is_found_and_by_one_it_is_not() {
        let mut typed = TypedHere::default();
        assert!(!typed.note(Typist(1), &password("plum")));
        assert!(!typed.note(Typist(1), &password("plum")), "twice by one person");
        assert!(!typed.note(Typist(2), &password("Plum")));
        assert!(typed.note(Typist(2), &password("plum")));
        assert!(typed.note(Typist(1), &password("plum")), "the first one is told too, at the next check");
        assert!(!typed.note(Typist(1), &password("contrase\u{f1}a")));
        assert!(typed.note(Typist(2), &password("contrasen\u{303}a")), "one password, spelled in two ways");
        typed.move_to(Typist(1), Typist(7));
        assert!(typed.note(Typist(7), &password("plum")) && !typed.note(Typist(7), &password("pear")));
        typed.forget();
        assert!(!typed.note(Typist(3), &password("plum")));
    }

    #[test]
    fn a_long_evening_does_not_fill_the_memory() {
        let mut typed = TypedHere::default();
        for number in 0..=MOST {
            typed.note(Typist(1), &password(&format!("password {number}")));
        }
        assert_eq!(typed.seen.len(), MOST);
        assert!(!typed.note(Typist(2), &password("password 0")));
        assert!(typed.note(Typist(2), &password(&format!("password {MOST}"))));
    }
}
