//! From what was exposed to what to do: the advice library, its order, its questions and its authorities.
//!
//! Pure: values in, values out; no disk, network, clock or environment. The advice itself is data (`advice/`,
//! `data/`). Not here: reading notices (crate `notice`) and what is ticked (crate `app`).

mod authority;
mod country;
mod leaflet;
mod library;
mod planning;
mod services;
mod shipped;
mod step;
mod texts;

pub use authority::{Contact, authorities_compiled, authorities_overdue, authorities_review_by, contacts};
pub use country::Country;
pub use leaflet::{Part, leaflet};
pub use library::{
    LANGUAGES, askers_of_steps, asks_for_nothing, cause_name, class_name, classes, knows_cause, knows_class,
    question_ids, step_defaults, step_ids, the_site, without_program,
};
pub use planning::{
    CHILDREN, Difference, EXTORTION, Exposed, Given, OwnQuestion, Plan, Question, Request, Site, UNSAFE_SITE,
    difference, plan,
};
pub use services::service_pages;
pub use step::{Cost, From, Kind, Link, ServicePages, Step, Urgency, Way, by_service};
