//! What the window is told without asking: that something has changed, so that the page asks for it then and not from
//! time to time. No value travels this way.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde::Serialize;
use ts_rs::TS;

use crate::lock::lock;

/// Progress is told at most this often; the end of a work always.
const PAUSE: Duration = Duration::from_millis(200);

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A link from outside waits to be looked at.
    Link,
    /// How far the file is that is being read.
    Reading,
    /// How far the open audit is, or that its work has ended.
    Audit,
    /// How far a list is that is fetched or verified, or that it has ended.
    Lists,
    /// A file is waited for that another Selfcheck is writing to.
    Waiting,
}

const KINDS: usize = 5;

type Listener = Box<dyn Fn(News) + Send>;

/// The one listener, which is the page of the window. A page that was loaded again takes its place.
#[derive(Default)]
pub struct NewsFeed {
    listener: Mutex<Option<Listener>>,
    told: Mutex<[Option<Instant>; KINDS]>,
}

impl NewsFeed {
    /// From now on `listener` is told, and nobody else.
    pub fn listen(&self, listener: impl Fn(News) + Send + 'static) {
        *lock(&self.listener) = Some(Box::new(listener));
    }

    /// Tells it at once: an end, or something that happens once.
    pub fn tell(&self, news: News) {
        if let Some(told) = lock(&self.told).get_mut(news as usize) {
            *told = Some(Instant::now());
        }
        if let Some(listener) = &*lock(&self.listener) {
            listener(news);
        }
    }

    /// Tells it unless the same was told a moment ago. Work that calls this tells its end.
    pub fn progress(&self, news: News) {
        let now = Instant::now();
        let is_due = |told: &Option<Instant>| told.is_none_or(|at| now.duration_since(at) >= PAUSE);
        if lock(&self.told).get(news as usize).is_some_and(is_due) {
            self.tell(news);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn progress_is_told_now_and_then_and_an_end_always() {
        let feed = NewsFeed::default();
        feed.tell(News::Link);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&heard);
        feed.listen(move |news| lock(&told).push(news));
        for _ in 0..1_000 {
            feed.progress(News::Audit);
        }
        feed.progress(News::Lists);
        feed.tell(News::Audit);
        let heard = lock(&heard);
        assert_eq!(heard.first(), Some(&News::Audit));
        assert!(heard.contains(&News::Lists), "each kind has its own pause");
        assert_eq!(heard.last(), Some(&News::Audit));
        assert!(heard.len() < 100, "{}", heard.len());
    }
}
