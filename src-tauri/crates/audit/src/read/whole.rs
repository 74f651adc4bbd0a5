//! What only the whole file can decide about its log-ins: their encoding, and what was written in the place of
//! single characters.

use base64::Engine as _;
use password::Password;
use zeroize::Zeroizing;

use super::letters::as_mac_roman;
use super::repair::{without_entities, without_percents};
use super::taking::{Exporter, Taking};
use super::{Encoding, Source, Warning, WarningKind};
use crate::Login;

impl Taking {
    /// Decides it, and mends the log-ins. Gives the encoding of the file.
    pub(super) fn decide(&mut self, encoding: Encoding) -> Encoding {
        let encoding = self.decide_letters(encoding);
        self.decide_entities();
        self.decide_exporter();
        if let Some(line) = self.backslash_line {
            self.warn(line, WarningKind::BackslashDoubtful);
            self.doubt(|password| password.contains('\\'));
        }
        // Where nothing says how many cells a row has, a separator may be part of a password.
        if self.widths_differ && self.layout.url.is_none() && self.layout.source == Source::Custom {
            self.doubt(|_| true);
        }
        self.say_once(WarningKind::BlanksTrimmed);
        encoding
    }

    fn decide_letters(&mut self, encoding: Encoding) -> Encoding {
        let Some(guessed) = self.letters.guessed() else {
            for (login, is_password) in &self.other_letters {
                if let Some(login) = self.logins.get_mut(*login) {
                    login.doubtful |= is_password;
                }
            }
            return encoding;
        };
        let first = self.warnings.iter().find(|warning| warning.kind == WarningKind::BrokenLetters);
        let line = first.map_or(1, |warning| warning.line);
        self.warnings.retain(|warning| warning.kind != WarningKind::BrokenLetters);
        self.warn(line, WarningKind::EncodingGuessed);
        if guessed == Encoding::MacRomanGuessed {
            for (login, _) in &self.other_letters {
                let Some(login) = self.logins.get_mut(*login) else { continue };
                for text in [&mut login.title, &mut login.username].into_iter().chain(&mut login.urls) {
                    *text = as_mac_roman(text).to_string();
                }
                rewrite(login, |text| Some(as_mac_roman(text)));
            }
        }
        self.doubt(|password| !password.is_ascii());
        guessed
    }

    /// LastPass writes entities in the whole file; where another program has done so, that is a guess.
    fn decide_entities(&mut self) {
        if !self.has_entities {
            return;
        }
        let is_certain = self.layout.source == Source::LastPass && !self.has_bare_ampersands;
        let mut first = None;
        for login in &mut self.logins {
            if self.layout.source == Source::LastPass {
                for text in [&mut login.title, &mut login.username].into_iter().chain(&mut login.urls) {
                    if let Some(undone) = without_entities(text) {
                        *text = undone.to_string();
                    }
                }
            }
            if rewrite(login, without_entities) {
                login.doubtful |= !is_certain;
                first = first.or(Some(login.line));
                if !is_certain {
                    self.warnings.push(Warning { line: login.line, kind: WarningKind::EntitiesUndone });
                }
            }
        }
        if let (true, Some(line)) = (is_certain, first) {
            self.warn(line, WarningKind::EntitiesUndone);
        }
    }

    fn decide_exporter(&mut self) {
        let Some(exporter) = self.exporter else { return };
        let decode = |text: &str| {
            let bytes = base64::engine::general_purpose::STANDARD.decode(text).ok()?;
            String::from_utf8(bytes).ok().map(Zeroizing::new)
        };
        let mut lines = Vec::new();
        for login in &mut self.logins {
            if exporter == Exporter::Base64 {
                login.username = decode(&login.username).map_or_else(String::new, |text| text.to_string());
                login.doubtful |= !rewrite(login, decode);
                continue;
            }
            if let Some(undone) = without_percents(&login.username) {
                login.username = undone.to_string();
            }
            if rewrite(login, without_percents) {
                lines.push(login.line);
            }
        }
        if let Some(line) = lines.first() {
            self.warn(*line, WarningKind::PercentUndone);
        }
    }

    fn doubt(&mut self, is_doubtful: impl Fn(&str) -> bool) {
        for login in &mut self.logins {
            login.doubtful |=
                login.password.as_ref().is_some_and(|password| is_doubtful(password.expose_for_rating()));
        }
    }

    /// Keeps the first of the warnings of a kind that is about the whole file.
    fn say_once(&mut self, kind: WarningKind) {
        let mut said = false;
        self.warnings.retain(|warning| warning.kind != kind || !std::mem::replace(&mut said, true));
    }
}

/// Puts what `undo` makes of a password in its place. Says whether it did.
fn rewrite(login: &mut Login, undo: impl Fn(&str) -> Option<Zeroizing<String>>) -> bool {
    let Some(mut undone) = login.password.as_ref().and_then(|password| undo(password.expose_for_rating()))
    else {
        return false;
    };
    let bytes = Zeroizing::new(std::mem::take(&mut *undone).into_bytes());
    if let Ok(password) = Password::from_bytes(bytes) {
        login.password = Some(password);
        true
    } else {
        login.doubtful = true;
        false
    }
}
