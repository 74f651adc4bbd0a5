//! Whether two people at one table typed the same password: found out in the memory of this session alone.
//!
//! Digests are compared, wiped with the session, and never written, shown or sent. It is said that somebody else
//! typed the same, not who: a person could otherwise try out what another one's password is, with a name as the prize.

use password::{Digest, Password};

/// So many passwords are remembered at most; the oldest goes first.
const MOST: usize = 200;

/// A place at the table. Every hand-over to somebody else is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seat(pub u32);

/// What was typed in this session, as digests that are wiped when it ends.
#[derive(Default)]
pub struct TypedHere {
    /// Boxed, so that growing moves the pointers and leaves no copy of a digest behind.
    seen: Vec<(Seat, Box<Digest>)>,
}

impl TypedHere {
    /// Notes what was typed at a seat; whether somebody at another seat typed the same.
    pub fn note(&mut self, seat: Seat, password: &Password) -> bool {
        let digest = Box::new(password.digest_of_any_spelling());
        let same = |seen: &Digest| seen.expose_bytes() == digest.expose_bytes();
        let elsewhere = self.seen.iter().any(|(other, seen)| *other != seat && same(seen));
        if !self.seen.iter().any(|(own, seen)| *own == seat && same(seen)) {
            if self.seen.len() >= MOST {
                self.seen.remove(0);
            }
            self.seen.push((seat, digest));
        }
        elsewhere
    }

    /// Whoever sat at `from` sits at `to` now: they said who they are.
    pub fn move_to(&mut self, from: Seat, to: Seat) {
        for (seat, _) in self.seen.iter_mut().filter(|(seat, _)| *seat == from) {
            *seat = to;
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
    fn the_same_password_at_two_seats_is_found_and_at_one_seat_it_is_not() {
        let mut typed = TypedHere::default();
        assert!(!typed.note(Seat(1), &password("plum")));
        assert!(!typed.note(Seat(1), &password("plum")), "twice at one seat is one person");
        assert!(!typed.note(Seat(2), &password("Plum")));
        assert!(typed.note(Seat(2), &password("plum")));
        assert!(typed.note(Seat(1), &password("plum")), "the first one is told too, at the next check");
        assert!(!typed.note(Seat(1), &password("contrase\u{f1}a")));
        assert!(typed.note(Seat(2), &password("contrasen\u{303}a")), "one password, spelled in two ways");
        typed.move_to(Seat(1), Seat(7));
        assert!(typed.note(Seat(7), &password("plum")) && !typed.note(Seat(7), &password("pear")));
        typed.forget();
        assert!(!typed.note(Seat(3), &password("plum")));
    }

    #[test]
    fn a_long_evening_does_not_fill_the_memory() {
        let mut typed = TypedHere::default();
        for number in 0..=MOST {
            typed.note(Seat(1), &password(&format!("password {number}")));
        }
        assert_eq!(typed.seen.len(), MOST);
        assert!(!typed.note(Seat(2), &password("password 0")));
        assert!(typed.note(Seat(2), &password(&format!("password {MOST}"))));
    }
}
