//! Why the desk could not do something: facts.

use std::io;
use std::path::PathBuf;

use notice::NoticeError;
use notice::edition::EditionError;

/// Why something was not made. Nothing was written then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeskError {
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that must not be there is there.
    #[error("{path} is there already")]
    Exists {
        /// Which.
        path: PathBuf,
    },
    /// Nobody has said where to write.
    #[error("no folder is chosen")]
    NoFolder,
    /// A file is no text or larger than any of its kind.
    #[error("{path} is not a text file of this kind")]
    NotText {
        /// Which.
        path: PathBuf,
    },
    /// A file is no key of the kind that is needed.
    #[error("{path} is not a minisign key of this kind")]
    NotAKey {
        /// Which.
        path: PathBuf,
    },
    /// The passphrase does not open the key.
    #[error("the passphrase does not open {path}")]
    WrongPassphrase {
        /// Which key.
        path: PathBuf,
    },
    /// A key without a passphrase.
    #[error("a key needs a passphrase")]
    NoPassphrase,
    /// A passphrase that minisign would cut or not take.
    #[error("a passphrase must be text of at most 1,024 bytes")]
    PassphraseNotText,
    /// The key's randomness or its form failed.
    #[error("no key could be made")]
    KeyNotMade,
    /// A file is no notice or card.
    #[error("{path}: {source}")]
    Notice {
        /// Which.
        path: PathBuf,
        /// What is wrong and where.
        source: NoticeError,
    },
    /// A line of the text would be taken for a mark of a signed file.
    #[error("{path}, line {line}: this line would be taken for a part of a signature")]
    MarkedLine {
        /// Which file.
        path: PathBuf,
        /// Its line.
        line: u32,
    },
    /// The text does not end with a line end.
    #[error("{path} does not end with a line end")]
    NoLineEnd {
        /// Which file.
        path: PathBuf,
    },
    /// A draft does not follow its former revision.
    #[error(transparent)]
    Edition(#[from] EditionError),
    /// A card has more than 90 days, or none.
    #[error("a card lives 1 to 90 days")]
    Days,
    /// A name of a site that is none.
    #[error("{0} is not a domain in small letters")]
    NotADomain(String),
    /// Keys for a card that does not name them.
    #[error("{path} is a root that neither the card nor the one before it names")]
    ForeignRoot {
        /// Which key.
        path: PathBuf,
    },
    /// More signatures than a card has room for.
    #[error("a card has room for one or two signatures")]
    SignatureCount,
    /// The highest serial is used up.
    #[error("the card before has the highest serial that there is")]
    NoSerialLeft,
    /// The card does not name the desk key.
    #[error("the card does not name this desk key")]
    DeskKeyNotInCard,
    /// The card does not speak for the domain of the notice.
    #[error("the card does not speak for {domain}")]
    ForeignDomain {
        /// The domain.
        domain: String,
    },
    /// The card has ended, or has not begun.
    #[error("the card is good until {expires}")]
    CardExpired {
        /// Its last moment.
        expires: jiff::Timestamp,
    },
    /// No root of the card signed it.
    #[error("no signature of the card is good")]
    CardNotSigned,
    /// An address that may not stand in a link, or of another domain than the card's.
    #[error("{0} is no https address of the publisher")]
    Address(String),
    /// The lint found errors.
    #[error("{} faults keep the draft from being published", findings.len())]
    Refused {
        /// Each of them, with its place in the draft where it has one there.
        findings: Vec<notice::lint::Finding>,
    },
    /// Something that cannot fail did.
    #[error("the page could not be put together")]
    Page,
}
