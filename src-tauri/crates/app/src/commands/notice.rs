//! Commands of the screens *Notice* and *Walk*.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::household::{PutOff, Walk};
use crate::opening::Source;
use crate::walk::{How, Mark, Session, Trust};
use household::HouseholdError;
use jiff::tz::TimeZone;
use notice::practice;
use notice::verify::Site;
use plan::{Country, Difference, Given};

use crate::lock::lock;
use crate::open_notice::Opened;
use crate::platform::Pick;
use crate::shown;
use crate::state::App;
use crate::views::{AnsweredView, ErrorCode, Failure, GivenCode, MarkCode, NoticeView, WalkView};

impl App {
    /// Lets the person pick a file; `None` if they picked none. What was open stays open if the file cannot be read.
    pub fn open_notice_file(&self) -> Result<Option<NoticeView>, Failure> {
        let Some(path) = self.platform.pick(Pick::Notice) else { return Ok(None) };
        self.open_file(&path).map(Some)
    }

    /// The name of a file that was handed over from outside, without its folder.
    pub fn waiting_file(&self) -> Result<Option<String>, Failure> {
        let name =
            |path: PathBuf| path.file_name().map(|name| shown::line(&name.to_string_lossy()).into_owned());
        Ok(self.file_that_waits().and_then(name))
    }

    pub fn open_waiting_file(&self) -> Result<Option<NoticeView>, Failure> {
        self.take_file().map(|path| self.open_file(&path)).transpose()
    }

    pub fn leave_waiting_file(&self) -> Result<(), Failure> {
        self.take_file();
        Ok(())
    }

    fn open_file(&self, path: &Path) -> Result<NoticeView, Failure> {
        let mut bytes = Vec::new();
        let file = files::open(path).map_err(|_| Failure::new(ErrorCode::FileUnreadable))?;
        let read = file.take(notice::MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|_| Failure::new(ErrorCode::FileUnreadable))?;
        self.show(Source::file(bytes), None, Site::NotAsked)
    }

    pub fn open_practice(&self, revision: Option<u32>) -> Result<NoticeView, Failure> {
        let bytes = practice::revision(revision.unwrap_or(practice::LATEST))
            .ok_or_else(|| Failure::new(ErrorCode::NoSuchRevision))?;
        self.settle(Session::open(bytes, Trust::Practice)?, None, |_| ())
    }

    pub fn current_notice(&self) -> Result<Option<NoticeView>, Failure> {
        Ok(self.opened().as_ref().map(NoticeView::from))
    }

    /// The page of this revision is before somebody.
    pub fn notice_shown(&self, revision: u32) -> Result<(), Failure> {
        if let Some(opened) = self.opened().as_mut() {
            // Another may have come meanwhile.
            opened.shown |= opened.session.notice().revision == revision;
        }
        Ok(())
    }

    pub fn close_notice(&self) -> Result<(), Failure> {
        let mut current = lock(&self.household);
        *self.opened() = None;
        Ok(current.note_open(None)?)
    }

    /// `checked` says that the program found it out, not the person. `until` is for a step that is put off: `tomorrow`,
    /// `week` or a day.
    pub fn mark_step(
        &self,
        step: String,
        mark: Option<MarkCode>,
        checked: bool,
        until: Option<String>,
    ) -> Result<WalkView, Failure> {
        let how = if checked { How::WeChecked } else { How::YouToldUs };
        let mark = mark.map(Mark::from);
        let until = match until.as_deref() {
            None => PutOff::Open,
            Some("tomorrow") => PutOff::Tomorrow,
            Some("week") => PutOff::InAWeek,
            Some(day) => PutOff::On(day.parse().map_err(|_| Failure::new(ErrorCode::DayPast))?),
        };
        let day = until
            .day(self.platform.now().to_zoned_datetime(TimeZone::system()).date())
            .map_err(|_| Failure::new(ErrorCode::DayPast))?;
        let now = self.platform.now();
        self.walk(|session, walk| {
            match mark {
                Some(mark) => walk.mark(session, &step, (mark, how), day, now)?,
                None => walk.unmark(session, &step)?,
            };
            Ok(())
        })
    }

    pub fn answer_question(&self, id: String, answer: Option<GivenCode>) -> Result<AnsweredView, Failure> {
        let given = answer.map(Given::from);
        let mut changed = Difference::default();
        let walk = self.walk(|session, walk| {
            changed = walk.answer(session, &id, given, self.platform.now())?;
            Ok(())
        })?;
        Ok(AnsweredView::new(walk, changed))
    }

    pub fn set_country(&self, country: String) -> Result<WalkView, Failure> {
        let country = Country::from_code(&country).ok_or_else(|| Failure::new(ErrorCode::UnknownCountry))?;
        self.walk(|session, walk| walk.set_country(session, country))
    }

    /// Takes `fresh`, which came from `source`, as the open notice; `note` says what else is known of it. Another statement
    /// of the notice that is open takes its place and keeps its ticks.
    pub(crate) fn settle(
        &self,
        mut fresh: Session,
        source: Option<&Source>,
        note: impl FnOnce(&mut Opened),
    ) -> Result<NoticeView, Failure> {
        fresh.set_language(&self.language());
        let practice = |session: &Session| session.trust() == Trust::Practice;
        let mut current = lock(&self.household);
        let mut opened = self.opened();
        let id = fresh.notice().id.to_string();
        let before = opened.as_mut().filter(|before| {
            before.session.notice().id == fresh.notice().id && practice(&before.session) == practice(&fresh)
        });
        if let Some(before) = before {
            let read = before.session.notice().revision;
            if read < fresh.notice().revision {
                before.last_read = read_before(before.last_read, read, before.shown);
                before.shown = false;
            }
            before.session.take_over(fresh);
            current.walk(source).follow(&before.session)?;
        } else {
            let last_read = current.walk(source).begin(&mut fresh, self.platform.now())?;
            *opened = Some(Opened { last_read, ..Opened::new(fresh) });
        }
        // Only what is kept can be noted.
        current.note_open(Some(&id))?;
        let now = opened.as_mut().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
        note(now);
        Ok(NoticeView::from(&*now))
    }

    /// Changes the walk, which is kept if the current person is remembered.
    pub(crate) fn walk(
        &self,
        change: impl FnOnce(&mut Session, &mut Walk<'_>) -> Result<(), HouseholdError>,
    ) -> Result<WalkView, Failure> {
        let mut current = lock(&self.household);
        let mut opened = self.opened();
        let Opened { session, source, .. } =
            opened.as_mut().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
        change(session, &mut current.walk(source.as_ref()))?;
        Ok(WalkView::from(&*session))
    }
}

/// Which revision counts as read when another takes the place of `open`: what came by itself and was never looked at
/// does not, so that what changed in it is still told.
fn read_before(last_read: Option<u32>, open: u32, shown: bool) -> Option<u32> {
    last_read.filter(|read| !shown && *read < open).or(Some(open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_looked_at_does_not_count_as_read() {
        // 4 was read, 5 came by itself, then 6.
        assert_eq!(read_before(None, 4, true), Some(4));
        assert_eq!(read_before(Some(4), 5, false), Some(4));
        assert_eq!(read_before(Some(4), 5, true), Some(5));
        // Opened again from another day: which one was read then is not known here.
        assert_eq!(read_before(None, 4, false), Some(4));
        // An older one was opened on purpose.
        assert_eq!(read_before(Some(6), 5, false), Some(5));
    }
}
