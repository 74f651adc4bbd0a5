//! Why the desk could not do something: facts.

use std::io;
use std::path::PathBuf;

use notice::edition::EditionError;
use notice::{NoticeError, NoticeId, PublicKey};

use crate::own_file::OutputError;

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
    /// What would be written has no place there.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// What this computer has published cannot be understood.
    #[error("{path}, where the last numbers are kept, {}", if *newer { "is from a newer version of this program" } else { "cannot be understood" })]
    Numbers {
        /// Which file.
        path: PathBuf,
        /// Whether a newer version wrote it.
        newer: bool,
    },
    /// Another run that publishes has gone on for long.
    #[error("another run is publishing and has not ended ({path} is locked)")]
    Busy {
        /// What it holds.
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
    /// A passphrase that is guessed too soon for this kind of key.
    #[error("this passphrase is rated {score} of 4, and this key needs {needed}")]
    WeakPassphrase {
        /// How it is rated, 0 to 4.
        score: u8,
        /// What it must be rated at least.
        needed: u8,
    },
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
    /// A file is not believed to be the statement before.
    #[error("{path} is not taken as the statement before: {fault}")]
    Former {
        /// Which.
        path: PathBuf,
        /// Why.
        fault: FormerFault,
    },
    /// A later statement is known.
    #[error("{path} is statement {revision}, and statement {known} was published")]
    GoesBack {
        /// What would be counted from.
        path: PathBuf,
        /// Its number.
        revision: u32,
        /// The highest that is known.
        known: u32,
    },
    /// Two statements have the same number and different texts.
    #[error("there are two different statements with number {revision}")]
    TwoFormers {
        /// Their number.
        revision: u32,
    },
    /// A card before is known, and none was given.
    #[error("a card of this publisher is known, number {serial}")]
    CardKnown {
        /// Where it is; `None` where only its number is known.
        path: Option<PathBuf>,
        /// Its number.
        serial: u32,
    },
    /// A card that has been replaced is used.
    #[error("this card is number {serial}, and number {known} was used")]
    CardOlder {
        /// Its number.
        serial: u32,
        /// The highest that is known.
        known: u32,
    },
    /// A card says less than the one before.
    #[error("the card before names more: {}", left_out(domains, roots))]
    LeavesOut {
        /// Domains that it names.
        domains: Vec<String>,
        /// Roots that it lists.
        roots: Vec<PublicKey>,
    },
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
    /// The card has ended.
    #[error("the card ended on {expires}")]
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
    /// An address of a file, or with a query, where one of a folder is needed.
    #[error("{0} is no address of a folder")]
    AddressNotAFolder(String),
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

/// Why a file is not believed to be the statement before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormerFault {
    /// Nobody signed it.
    #[error("nobody signed it")]
    Unsigned,
    /// It cannot be read.
    #[error("{0}")]
    Damaged(NoticeError),
    /// Neither a desk key of the card in use signed it nor one of a card before it.
    #[error("no desk key of this publisher signed it")]
    Foreign,
    /// Its signed comment names another notice or number than its text.
    #[error("its signature is for another statement")]
    Comment,
    /// It is a statement of another notice.
    #[error("it is a statement of {0}")]
    AnotherNotice(NoticeId),
    /// It has the highest number, signed by a key that the card no longer names.
    #[error("it has the highest number that there is, and the card does not name the key that signed it")]
    LastNumberOfFormerKey,
    /// It has the highest number.
    #[error("it has the highest number that there is")]
    LastNumber,
}

/// The words are those by which a person knows a root.
fn left_out(domains: &[String], roots: &[PublicKey]) -> String {
    let roots = roots.iter().map(|root| format!("the root with the words \"{}\"", root.words()));
    domains.iter().cloned().chain(roots).collect::<Vec<_>>().join(", ")
}
