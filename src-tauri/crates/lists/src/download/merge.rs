//! Writes the list file from a complete journal and, for what did not change, from the list before it.

use std::fs::OpenOptions;
use std::path::Path;

use tokio_util::sync::CancellationToken;

use super::journal::{Content, Journal};
use super::tags::Tags;
use super::{DownloadError, DownloadOptions, DownloadProgress, Downloaded};
use crate::RangeUrl;
use crate::build::{aside, folder_of, stand_at};
use crate::disk::{DiskList, Facts, Parameters, Writer};

/// How often progress is told: every so many ranges.
const STEP: u32 = 1 << 12;

pub(super) fn write(
    journal: &Journal,
    old: Option<&DiskList>,
    out: &Path,
    address: &RangeUrl,
    options: &DownloadOptions,
    progress: &mut impl FnMut(DownloadProgress),
    cancel: &CancellationToken,
) -> Result<Downloaded, DownloadError> {
    let io = |source| DownloadError::Io { path: out.to_owned(), source };
    progress(DownloadProgress::Writing { done: 0, total: options.ranges });
    let mut tags = Tags::new(address.as_str());
    let (mut entries, mut unchanged) = (0, 0);
    let mut before = old.map(DiskList::ranges);
    for record in journal.in_order()? {
        let record = record?;
        entries += match (&record.content, &mut before) {
            (Content::Entries(own), _) => own.len() as u64,
            (Content::NotModified, Some(before)) => {
                unchanged += 1;
                before.read(record.prefix.value())?.len() as u64
            }
            // Without a list before it no tag was sent.
            (Content::NotModified, None) => 0,
        };
        tags.push(record.tag);
    }
    let parameters = Parameters {
        entries,
        false_positive_exponent: old
            .map_or(options.false_positive_exponent, |old| old.facts().parameters.false_positive_exponent),
        source: address.host_label(),
        as_of: options.as_of.clone(),
        ranges: options.ranges,
        counts: true,
    };
    // Entries of the old list are numbers in its own universe, so the new one keeps it.
    let facts = match old {
        Some(old) if unchanged > 0 => {
            let facts = Facts { parameters, universe: old.facts().universe, data_bytes: 0 };
            if facts.universe >> facts.parameters.false_positive_exponent < entries {
                return Err(DownloadError::Outgrown { entries });
            }
            facts
        }
        _ => Facts::new(parameters).map_err(crate::disk::WriteError::from)?,
    };
    let part = aside(folder_of(out)).map_err(io)?;
    let mut open = || OpenOptions::new().read(true).write(true).open(part.path());
    let mut writer = Writer::with_facts(facts, &mut open)?;
    let mut before = old.map(DiskList::ranges);
    for (record, done) in journal.in_order()?.zip(1_u32..) {
        let record = record?;
        let number = record.prefix.value();
        match (record.content, &mut before) {
            (Content::Entries(own), _) => {
                for (suffix, class) in own {
                    writer.push(u64::from(number) << 44 | suffix, class)?;
                }
            }
            (Content::NotModified, Some(before)) => {
                for (value, class) in before.read(number)? {
                    writer.push_value(value, class)?;
                }
            }
            (Content::NotModified, None) => {}
        }
        if done.is_multiple_of(STEP) {
            if cancel.is_cancelled() {
                return Err(DownloadError::Cancelled);
            }
            progress(DownloadProgress::Writing { done, total: options.ranges });
        }
    }
    let facts = writer.finish()?;
    // Tags first: a list without its tags could only be fetched anew, tags without a list do no harm.
    let new = DiskList::open(part.path())?.identity()?;
    tags.write(out, new)?;
    stand_at(part, out).map_err(io)?;
    Tags::keep_only(out, new);
    Ok(Downloaded { fetched: options.ranges - unchanged, unchanged, facts })
}
