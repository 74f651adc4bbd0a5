//! What goes over to the screens and back: plain values, and the TypeScript made from them.

mod audit;
mod contract;
mod desk;
mod desk_change;
mod desk_keys;
mod desk_parts;
mod error;
mod household;
mod notice;
mod password;
mod settings;

pub(crate) use audit::{
    AuditReceiptView, AuditView, CatalogueView, ComparedView, CountView, ExportView, ReadingView, RowView,
    RowsView, SkippedView, WarningView, small,
};
pub(crate) use desk::{ChosenFilesView, ClassView, DeskView, DraftLineView, DraftView, PublishedView};
pub(crate) use desk_change::{ChangeArgs, PartArg};
pub(crate) use desk_keys::{KeysView, MadeCardView, MadeKeyView};
pub(crate) use error::IpcError;
pub(crate) use household::{ChosenView, EverybodyView, HouseholdView, ImportedView, TogetherView, WipedView};
pub(crate) use notice::{AnsweredView, NoticeView, PartView, PreviewView, Start, WalkView};
pub(crate) use password::{CheckView, CopyView, PassphraseView, StrengthView};
pub(crate) use settings::SettingsView;
