//! From what was exposed to what to do: the advice library, its order, its questions and its authorities.
//!
//! Pure: values in, values out; no disk, network, clock or environment. The advice itself is data (`advice/`,
//! `data/`). Not here: reading notices (crate `notice`) and what is ticked (crate `selfcheck`).

mod authority;
mod library;
mod planning;
mod step;

pub use authority::{authorities_compiled, authorities_review_by};
pub use library::{asks_for_nothing, knows_class, question_ids, step_ids};
pub use planning::{Exposed, Given, OwnQuestion, Plan, Question, Request, plan};
pub use step::{Country, From, Kind, Link, Step, Urgency};
