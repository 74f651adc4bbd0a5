//! Rows that are no log-ins, by what each source says of them; and what tells a table of Keeper from another.

use std::io::Read;

use super::fit::is_address;
use super::rows::Rows;
use super::{SkipReason, Source};

/// What tells a table of Keeper from another one without a header.
#[derive(Default)]
pub(super) struct Keeper {
    rows: u64,
    misfits: u64,
    addresses: u64,
    other_addresses: u64,
    address_as_password: u64,
    /// Rows that would show something which may be a password if they were of another program.
    unsure: u64,
}

impl Keeper {
    pub(super) fn look<R: Read>(&mut self, rows: &Rows<'_, R>, fits: bool) {
        self.rows += 1;
        self.misfits += u64::from(!fits);
        if !fits {
            return;
        }
        let (name, password, url) = (rows.raw_cell(2), rows.raw_cell(3), rows.raw_cell(4).trim_ascii());
        self.addresses += u64::from(is_address(url));
        self.other_addresses += u64::from(!url.is_empty() && !is_address(url));
        self.address_as_password += u64::from(is_address(password) && !password.contains(&b' '));
        self.unsure += u64::from(!rows.is_all_quoted() || !(name.is_empty() || name.contains(&b'@')));
    }

    pub(super) fn is_it(&self) -> bool {
        let few = |some: u64, all: u64| some * 5 <= all;
        let certain = self.addresses > 0 || (self.unsure == 0 && self.other_addresses == 0);
        certain
            && few(self.misfits, self.rows)
            && few(self.other_addresses, self.addresses)
            && few(self.address_as_password, self.rows)
    }
}

/// What KeePassXC calls its bin, in its languages.
const BINS: &[&str] = &[
    "Recycle Bin",
    "Papierkorb",
    "Corbeille",
    "Papelera",
    "Papelera de reciclaje",
    "Cestino",
    "Prullenbak",
    "Lixeira",
    "Reciclagem",
    "Kosz",
    "Koš",
    "Kôš",
    "Корзина",
    "Кошик",
    "Papirkurv",
    "Papperskorg",
    "Papperskorgen",
    "Roskakori",
    "Lomtár",
    "Paperera",
    "Geri Dönüşüm Kutusu",
    "ごみ箱",
    "ゴミ箱",
    "回收站",
    "資源回收筒",
    "휴지통",
];

/// Rows that are no log-ins, by what each source says of them.
pub(super) fn not_a_login(source: Source, sort: &str, url: &str, folder: &str) -> Result<(), SkipReason> {
    match source {
        Source::Firefox if url.starts_with("chrome://FirefoxAccounts") => Err(SkipReason::BrowserAccount),
        Source::LastPass if url == "http://sn" => Err(SkipReason::SecureNote),
        Source::LastPass if url == "http://group" => Err(SkipReason::OtherKind),
        Source::KeePassXc if folder.split('/').any(|part| BINS.contains(&part.trim())) => {
            Err(SkipReason::InTheBin)
        }
        Source::Bitwarden | Source::ProtonPass | Source::NordPass => {
            match sort.trim().to_lowercase().as_str() {
                "" | "login" | "password" => Ok(()),
                "note" | "securenote" | "secure_note" => Err(SkipReason::SecureNote),
                "card" | "creditcard" | "credit_card" => Err(SkipReason::Card),
                "identity" | "personal_info" => Err(SkipReason::Identity),
                "passkey" | "sshkey" | "ssh_key" => Err(SkipReason::Key),
                "alias" => Err(SkipReason::Alias),
                _ => Err(SkipReason::OtherKind),
            }
        }
        _ => Ok(()),
    }
}

/// Keeper's own name for the seed of one-time codes, among the labels at the end of a row.
pub(super) fn has_keeper_codes<R: Read>(rows: &Rows<'_, R>) -> bool {
    (7..rows.len()).step_by(2).any(|label| {
        let label = rows.raw_cell(label);
        label.starts_with(b"TFC:") || label.windows(11).any(|part| part.eq_ignore_ascii_case(b"onetimecode"))
    })
}
