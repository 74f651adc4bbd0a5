//! Facts that members, authorities and messages need and that the draft does not give. A withdrawn notice needs none, nor
//! does one from the public catalogue, whose writer cannot know them.

use super::language::claims;
use super::{Code, Draft, Finding};
use crate::Status;

/// Kinds of attack in which somebody demands money.
const DEMANDS: [&str; 2] = ["extortion", "ransomware"];

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    if notice.status == Status::Withdrawn || notice.origin.is_some() {
        return;
    }
    let facts = &notice.facts;
    let demanded = notice.kinds.iter().any(|kind| DEMANDS.contains(&kind.as_str()));
    let began = facts.occurred.and_then(|occurred| occurred.from.or(occurred.to));
    for (missing, code, field) in [
        (began.is_none(), Code::NoOccurred, "occurred"),
        (facts.discovered.is_none(), Code::NoDiscovered, "discovered"),
        (facts.site_safe.is_none(), Code::SiteSafeNotSaid, "site_safe"),
        (facts.children.is_none(), Code::ChildrenNotSaid, "audience.children"),
        (demanded && facts.extortion_of.is_none(), Code::ExtortionOfWhom, "extortion_of"),
        (facts.reported.is_empty(), Code::NoReported, "reported"),
        (facts.offers.is_empty(), Code::NoOffer, "offer"),
        (facts.apology.is_empty() && !apologises(draft), Code::NoApology, "apology"),
    ] {
        if missing {
            findings.push(draft.finding(code, field, None, None));
        }
    }
}

/// Whether any of its texts says sorry.
fn apologises(draft: &Draft<'_>) -> bool {
    let says = |text: &str| {
        let text = text.to_lowercase();
        claims().sorry.iter().any(|word| text.contains(word.as_str()))
    };
    draft
        .texts
        .iter()
        .filter(|text| text.on_the_page)
        .flat_map(|text| &text.paragraphs)
        .any(|text| says(text))
}
