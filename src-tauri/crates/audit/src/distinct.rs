//! Equal passwords, told apart once: everything that asks about a password asks each one once.

use std::collections::HashMap;

use password::Password;

use crate::Login;

/// Why a log-in is listed apart instead of being checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotChecked {
    /// There is no password.
    Empty,
    /// Digits only, at most five, and on no list on this computer: a PIN, which no rating fits.
    Pin,
}

impl NotChecked {
    /// Its word in results.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Pin => "pin",
        }
    }
}

/// Digits of the longest PIN.
const PIN_DIGITS: usize = 5;

/// A spelling in which a password is looked up besides that of its first login: the passwords that are equal in
/// Unicode's normalization form C are one, and any of their spellings may be the one on a list.
struct Spelling {
    password: u32,
    /// The login that has it.
    login: u32,
    /// Whether it is that login's password in form C, and not as it is written.
    composed: bool,
}

/// Which logins have which password.
pub(crate) struct Distinct {
    of_login: Vec<Option<u32>>,
    members: Vec<Vec<u32>>,
    pins: Vec<bool>,
    /// Sorted by password.
    spellings: Vec<Spelling>,
}

impl Distinct {
    /// Sorts places instead of filling a table, so that no hash of a password is made, and no copy but the composed
    /// form of one that is written otherwise.
    pub(crate) fn of(logins: &[Login]) -> Self {
        let composed: HashMap<u32, Password> = (0_u32..)
            .zip(logins)
            .filter_map(|(index, login)| Some((index, login.password.as_ref()?.in_nfc()?)))
            .collect();
        let written =
            |index: u32| logins.get(index as usize)?.password.as_ref().map(Password::expose_for_rating);
        let equal =
            |index: u32| composed.get(&index).map(Password::expose_for_rating).or_else(|| written(index));
        let mut order: Vec<(&str, u32)> =
            (0_u32..).take(logins.len()).filter_map(|index| Some((equal(index)?, index))).collect();
        order.sort_unstable();
        let mut distinct = Self {
            of_login: vec![None; logins.len()],
            members: Vec::new(),
            pins: Vec::new(),
            spellings: Vec::new(),
        };
        for (group, password) in order.chunk_by(|(one, _), (other, _)| one == other).zip(0_u32..) {
            let mut known: Vec<&str> = Vec::new();
            for (equal, index) in group {
                if let Some(place) = distinct.of_login.get_mut(*index as usize) {
                    *place = Some(password);
                }
                let spellings = [(written(*index), false), (Some(*equal), true)];
                for (spelling, composed) in spellings.into_iter().filter_map(|(text, of)| Some((text?, of))) {
                    if known.contains(&spelling) {
                        continue;
                    }
                    if !known.is_empty() {
                        distinct.spellings.push(Spelling { password, login: *index, composed });
                    }
                    known.push(spelling);
                }
            }
            distinct.pins.push(group.first().is_some_and(|(text, _)| is_pin(text)));
            distinct.members.push(group.iter().map(|(_, index)| *index).collect());
        }
        distinct
    }

    /// How many passwords there are.
    pub(crate) fn len(&self) -> usize {
        self.members.len()
    }

    /// How many spellings there are to look up. The first [`Self::len`] are those of each password's first login.
    pub(crate) fn spellings(&self) -> usize {
        self.members.len() + self.spellings.len()
    }

    /// The password that has this spelling.
    pub(crate) fn of_spelling(&self, spelling: u32) -> Option<u32> {
        match (spelling as usize).checked_sub(self.len()) {
            None => Some(spelling),
            Some(further) => self.spellings.get(further).map(|spelling| spelling.password),
        }
    }

    /// A login with this spelling, and whether it is the composed form of that login's password.
    pub(crate) fn spelled(&self, spelling: u32) -> Option<(u32, bool)> {
        match (spelling as usize).checked_sub(self.len()) {
            None => Some((*self.members(spelling).first()?, false)),
            Some(further) => self.spellings.get(further).map(|further| (further.login, further.composed)),
        }
    }

    /// The spellings of a password.
    pub(crate) fn spellings_of(&self, password: u32) -> impl Iterator<Item = usize> {
        let start = self.spellings.partition_point(|spelling| spelling.password < password);
        let further =
            self.spellings.iter().skip(start).take_while(move |further| further.password == password);
        std::iter::once(password as usize)
            .chain((self.len() + start..).zip(further).map(|(number, _)| number))
    }

    /// Whether a password is like a PIN: digits only, at most five. Such a one is never asked of a service, and means
    /// nothing where no list holds it.
    pub(crate) fn is_pin(&self, password: u32) -> bool {
        self.pins.get(password as usize).copied().unwrap_or_default()
    }

    /// The password of a login, by its number; `None` where there is none.
    pub(crate) fn of_login(&self, login: usize) -> Option<u32> {
        self.of_login.get(login).copied().flatten()
    }

    /// The logins that have a password, in the order of the file.
    pub(crate) fn members(&self, password: u32) -> &[u32] {
        self.members.get(password as usize).map_or(&[], Vec::as_slice)
    }
}

/// Digits of any script count: five of them are as few as five of ours.
pub(crate) fn is_pin(text: &str) -> bool {
    text.chars().take(PIN_DIGITS + 1).count() <= PIN_DIGITS && text.chars().all(char::is_numeric)
}
