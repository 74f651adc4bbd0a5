//! Equal passwords, told apart once: everything that asks about a password asks each one once.

use password::Password;

use crate::Login;

/// Why a log-in is listed apart instead of being checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotChecked {
    /// There is no password.
    Empty,
    /// Digits only, at most five: a PIN, which any list holds and no rating fits.
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

/// Which log-ins have which password.
pub(crate) struct Distinct {
    of_login: Vec<Result<u32, NotChecked>>,
    members: Vec<Vec<u32>>,
}

impl Distinct {
    /// Sorts places instead of filling a table, so that no copy and no hash of a password is made.
    pub(crate) fn of(logins: &[Login]) -> Self {
        let mut of_login = vec![Err(NotChecked::Empty); logins.len()];
        let mut order: Vec<(&str, u32)> = Vec::with_capacity(logins.len());
        for ((place, login), index) in of_login.iter_mut().zip(logins).zip(0_u32..) {
            let Some(text) = login.password.as_ref().map(Password::expose_for_rating) else { continue };
            if text.len() <= PIN_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) {
                *place = Err(NotChecked::Pin);
            } else {
                order.push((text, index));
            }
        }
        order.sort_unstable();
        let mut members: Vec<Vec<u32>> = Vec::new();
        for group in order.chunk_by(|(one, _), (other, _)| one == other) {
            let number = u32::try_from(members.len()).unwrap_or(u32::MAX);
            for (_, index) in group {
                if let Some(place) = of_login.get_mut(*index as usize) {
                    *place = Ok(number);
                }
            }
            members.push(group.iter().map(|(_, index)| *index).collect());
        }
        Self { of_login, members }
    }

    /// How many passwords there are.
    pub(crate) fn len(&self) -> usize {
        self.members.len()
    }

    /// The password of a log-in, by its number, or why it is not checked.
    pub(crate) fn of_login(&self, login: usize) -> Result<u32, NotChecked> {
        self.of_login.get(login).copied().unwrap_or(Err(NotChecked::Empty))
    }

    /// The log-ins that have a password, in the order of the file.
    pub(crate) fn members(&self, password: u32) -> &[u32] {
        self.members.get(password as usize).map_or(&[], Vec::as_slice)
    }
}
