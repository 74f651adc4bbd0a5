//! Lines of a list of passwords: what is undone in them, what is only said, and what shows that they are something else.
//!
//! A file of hashes, of user names with passwords or of counts with passwords would be built without an error, and
//! nobody's password would ever be found on it.

use password::{Digest, Password};
use zeroize::Zeroizing;

use super::LineFault;

/// Lines of a file after which it is decided what it holds.
const SAMPLE: u32 = 200;

/// What the first lines of one file look like.
#[derive(Default)]
pub struct Sample {
    lines: u32,
    hashes: u32,
    mails: u32,
    pairs: u32,
    counted: u32,
}

impl Sample {
    /// Takes one more line.
    ///
    /// # Errors
    /// Once nearly all of the first lines are no passwords.
    pub fn take(&mut self, line: &[u8]) -> Result<(), LineFault> {
        if self.lines >= SAMPLE {
            return Ok(());
        }
        self.lines += 1;
        self.hashes += u32::from(is_hash(line));
        self.mails += u32::from(is_mail_and_more(line));
        self.pairs += u32::from(is_pair(line));
        self.counted += u32::from(is_counted(line));
        if self.lines == SAMPLE { self.judge() } else { Ok(()) }
    }

    /// What the file looks like at its end.
    ///
    /// # Errors
    /// When nearly all lines are no passwords.
    pub fn judge(&self) -> Result<(), LineFault> {
        let nearly_all = |part: u32, least: u32| self.lines >= least && part * 10 >= self.lines * 9;
        if nearly_all(self.hashes, 1) {
            Err(LineFault::Hashes)
        } else if nearly_all(self.mails, 1) || nearly_all(self.pairs, 3) {
            Err(LineFault::Pairs)
        } else if nearly_all(self.counted, 2) {
            Err(LineFault::Counted)
        } else {
            Ok(())
        }
    }
}

/// A hexadecimal hash of 128, 160, 224, 256, 384 or 512 bits, with or without something after a colon, a comma or a
/// blank.
fn is_hash(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let ended = line.get(digits).is_none_or(|byte| matches!(byte, b':' | b',' | b';' | b' ' | b'\t'));
    ended && matches!(digits, 32 | 40 | 56 | 64 | 96 | 128)
}

/// An e-mail address, and something after a separator.
fn is_mail_and_more(line: &[u8]) -> bool {
    let Some(end) = line.iter().position(|byte| matches!(byte, b':' | b';' | b',' | b'\t' | b'|')) else {
        return false;
    };
    let (mail, rest) = line.split_at(end);
    let at = mail.iter().position(|byte| *byte == b'@');
    let domain = at.and_then(|at| mail.get(at + 1..)).unwrap_or_default();
    rest.len() > 1 && at.is_some_and(|at| at > 0) && domain.contains(&b'.') && !mail.contains(&b' ')
}

/// Something before a separator and something after it.
fn is_pair(line: &[u8]) -> bool {
    let at = line.iter().position(|byte| matches!(byte, b':' | b';' | b',' | b'\t' | b'|'));
    at.is_some_and(|at| at > 0 && at + 1 < line.len())
}

/// A number, blanks, and something else; or something, blanks and a number.
fn is_counted(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let blank = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b' ' | b'\t'));
    let before = digits > 0 && blank(line.get(digits));
    let digits = line.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let after = digits > 0 && line.len() > digits && blank(line.get(line.len() - digits - 1));
    before || after
}

/// The bytes in `$HEX[…]`, as password crackers write what is no plain text.
pub(super) fn undo_hex(line: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let digits = line.strip_prefix(b"$HEX[")?.strip_suffix(b"]")?;
    if digits.is_empty() || digits.len() % 2 != 0 {
        return None;
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(digits.len() / 2));
    for pair in digits.chunks_exact(2) {
        let [high, low] = [pair.first()?, pair.last()?].map(|digit| char::from(*digit).to_digit(16));
        bytes.push(u8::try_from(high? << 4 | low?).ok()?);
    }
    Some(bytes)
}

/// The hash of the composed form (NFC) of a line, if it is another one. macOS writes some letters in two parts; who
/// types the password elsewhere writes them in one.
pub(super) fn composed(line: &[u8]) -> Option<Digest> {
    if line.is_ascii() {
        return None;
    }
    let password = Password::from_bytes(Zeroizing::new(line.to_vec())).ok()?;
    password.in_nfc().map(|composed| composed.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(lines: &[&str]) -> Result<(), LineFault> {
        let mut sample = Sample::default();
        lines.iter().try_for_each(|line| sample.take(line.as_bytes()))?;
        sample.judge()
    }

    #[test]
    fn files_of_something_else_than_passwords_are_told_apart() {
        let (md5, sha1) = ("5f4dcc3b5aa765d61d8327deb882cf99", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8");
        let sha256 = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";
        for hash in [md5, sha1, sha256, &md5.to_uppercase()] {
            for end in ["", ":3", ",3", " 3"] {
                assert_eq!(judged(&[&format!("{hash}{end}")]), Err(LineFault::Hashes), "{hash}{end}");
            }
        }
        assert_eq!(judged(&["ann@mail.example:password1"]), Err(LineFault::Pairs));
        assert_eq!(judged(&["ann:one", "bob:two", "cid:three"]), Err(LineFault::Pairs));
        assert_eq!(judged(&["ann\tone", "bob\ttwo", "cid\tthree"]), Err(LineFault::Pairs));
        assert_eq!(judged(&["  12345 password1", "    123 letmein1"]), Err(LineFault::Counted));
        assert_eq!(judged(&["password1 12345", "letmein1 123"]), Err(LineFault::Counted));
        let long: Vec<&str> = std::iter::repeat_n(sha1, 500).collect();
        assert_eq!(judged(&long), Err(LineFault::Hashes), "decided before the end");
    }

    #[test]
    fn passwords_that_look_odd_are_passwords() {
        for lines in [
            &["password1", "a:b", "letmein1"][..],
            &["5f4dcc3b5aa765d61d8327deb882cf99", "password1"],
            &["a:b"],
            &["12345 password1"],
            &["correct horse", "battery 1", "staple"],
            &["ann@mail.example"],
            &[],
        ] {
            assert_eq!(judged(lines), Ok(()), "{lines:?}");
        }
    }

    #[test]
    fn hexadecimal_notation_is_undone_and_what_only_looks_like_it_is_not() {
        assert_eq!(*undo_hex(b"$HEX[70617373]").unwrap(), b"pass");
        for line in [&b"$HEX[]"[..], b"$HEX[7]", b"$HEX[7g]", b"$HEX[70", b"HEX[70]"] {
            assert!(undo_hex(line).is_none(), "{line:?}");
        }
    }

    #[test]
    fn letters_in_two_parts_are_composed_and_others_stay() {
        let whole = Password::from_bytes("contraseña".as_bytes().to_vec().into()).ok().unwrap().digest();
        let made = composed("contrasen\u{303}a".as_bytes()).unwrap();
        assert!(made.expose_bytes() == whole.expose_bytes());
        for line in [&b"plain"[..], "contraseña".as_bytes(), b"\xf1"] {
            assert!(composed(line).is_none());
        }
    }
}
