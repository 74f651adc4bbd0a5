//! Which tool belongs to a step, and on which page it may stand.
//!
//! Words of a stranger beside a field for a password are how passwords are stolen. So the tools that take or make a
//! password stand beside a notice's own words only if its publisher is pinned; else they have a page of their own,
//! on which nothing is the notice's.

use plan::{From as StepFrom, Kind, Plan, Step};

use super::{Mark, Session};

/// A tool that takes or makes a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Rates a password and looks it up; `maker` says that it may also make one.
    Check {
        /// Whether a new password is wanted.
        maker: bool,
    },
    /// Reads an export of saved passwords, which may be locked with one.
    Export,
    /// Makes a passphrase.
    Maker,
}

/// Where a tool stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// On the page of its step.
    Beside,
    /// On a page of its own, after that of its step.
    Apart,
}

impl Tool {
    fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::ChangePassword => Some(Self::Check { maker: true }),
            Kind::CheckPassword => Some(Self::Check { maker: false }),
            Kind::AuditExport => Some(Self::Export),
            Kind::CheckRecoveryEmail => Some(Self::Maker),
            _ => None,
        }
    }
}

/// Which tools the steps of a plan have now.
#[derive(Debug, Clone, Copy)]
pub struct Tools {
    /// Whether a password that is typed on this computer may be read by a harmful program: no field for one is shown
    /// until the step about that is done or does not apply.
    waits_for_a_clean_device: bool,
    /// Whether words of the notice may stand beside a field for a password.
    beside_passwords: bool,
}

impl Tools {
    /// The tool of a step and where it stands; `None` for a step without one.
    #[must_use]
    pub fn of(self, step: &Step) -> Option<(Tool, Standing)> {
        let ours =
            step.from == StepFrom::Library && step.because.iter().all(|cause| plan::knows_cause(cause));
        let tool = Tool::of(step.kind).filter(|_| !self.waits_for_a_clean_device)?;
        Some((tool, if self.beside_passwords || ours { Standing::Beside } else { Standing::Apart }))
    }
}

impl Session {
    /// The tools of the steps of `plan`, which is this session's.
    #[must_use]
    pub fn tools(&self, plan: &Plan) -> Tools {
        const CLEAN_DEVICE: &str = "clean-device";
        let open = matches!(self.mark_of(CLEAN_DEVICE), None | Some((Mark::Later, _)));
        Tools {
            waits_for_a_clean_device: open && plan.steps.iter().any(|step| step.id == CLEAN_DEVICE),
            beside_passwords: self.words_beside_passwords(),
        }
    }

    /// Whether words of the notice may stand on a page that has a field for a password.
    #[must_use]
    pub fn words_beside_passwords(&self) -> bool {
        self.trust.pinned()
    }
}

#[cfg(test)]
mod tests {
    use notice::verify::State;

    use super::super::Trust;
    use super::*;

    /// The practice notice, whose own steps ask for a new password, as if its verification had found this.
    fn session(trust: Trust) -> Session {
        Session::open(notice::practice::revision(3).unwrap(), trust).unwrap()
    }

    fn standings(trust: Trust) -> Vec<(StepFrom, Tool, Standing)> {
        let session = session(trust);
        let steps = session.plan().steps;
        steps
            .iter()
            .filter_map(|step| {
                session.tools(&session.plan()).of(step).map(|(tool, standing)| (step.from, tool, standing))
            })
            .collect()
    }

    #[test]
    fn beside_a_password_only_a_pinned_publisher_has_words() {
        for state in State::ALL.iter().copied() {
            let pinned = matches!(state, State::Verified | State::Stale);
            assert_eq!(session(Trust::from(state)).words_beside_passwords(), pinned, "{}", state.code());
            for (from, tool, standing) in standings(Trust::from(state)) {
                let beside = pinned || from == StepFrom::Library;
                assert_eq!(standing == Standing::Beside, beside, "{} {tool:?}", state.code());
            }
        }
        assert!(session(Trust::Practice).words_beside_passwords());
    }

    #[test]
    fn a_new_publishers_own_step_has_its_check_on_a_page_of_its_own() {
        let found = standings(Trust::Signed(State::NewPublisher));
        let check = Tool::Check { maker: true };
        assert!(found.contains(&(StepFrom::Notice, check, Standing::Apart)), "{found:?}");
        let known = standings(Trust::Signed(State::Verified));
        assert!(known.contains(&(StepFrom::Notice, check, Standing::Beside)), "{known:?}");
    }

    #[test]
    fn a_cause_in_a_strangers_words_counts_as_the_strangers() {
        let session = session(Trust::Unsigned);
        let tools = session.tools(&session.plan());
        let mut step = session.plan().steps.into_iter().find(|step| tools.of(step).is_some()).unwrap();
        assert_eq!(tools.of(&step).unwrap().1, Standing::Beside);
        step.because.push("Type your forum password below".to_owned());
        assert_eq!(tools.of(&step).unwrap().1, Standing::Apart);
    }
}
