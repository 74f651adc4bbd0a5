//! What is publicly known of sites: breaches, change-password pages, second steps, shared log-ins, and the
//! registrable domain of an address.
//!
//! Pure: no disk, network, clock or environment. Not here: what any of it means for a saved password (crate
//! `audit`) and fetching a newer catalogue (crate `app`).

mod address;
mod affiliation;
mod breaches;
mod change;
mod domain;
mod second_step;
mod shipped;
mod shown;

pub use affiliation::{affiliated, log_ins};
pub use breaches::{Breach, Catalogue, CatalogueError, Flag, breaches};
pub use change::{ChangePage, change_page};
pub use domain::RegistrableDomain;
pub use second_step::{Region, TwoStep, two_step};
pub use shown::shown;

/// Every site that the shipped data names, by host or domain; some more than once.
pub fn shipped_names() -> impl Iterator<Item = &'static str> {
    let breached = breaches().all().iter().filter_map(|breach| breach.domain.as_deref());
    breached.chain(change::hosts()).chain(second_step::domains())
}
