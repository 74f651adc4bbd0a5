//! Waiting for the window to be at rest, and the ways through it that many tests take.

use super::{Outcome, Window};

/// Counts the calls of the page to the program. Each call is a request to the scheme `ipc:`, which the page makes with
/// `fetch`; one counts as ended once its answer was read.
const COUNT_CALLS: &str = "if (!window.countedCalls) {
    const fetched = window.fetch;
    const calls = { open: 0 };
    window.countedCalls = calls;
    window.fetch = async (...request) => {
        calls.open += 1;
        try {
            const answer = await fetched(...request);
            await answer.clone().arrayBuffer();
            return answer;
        } finally {
            setTimeout(() => { calls.open -= 1; }, 0);
        }
    };
}";

/// Answers once three frames in a row were drawn while no call was open.
const SETTLE: &str = "const done = arguments[0];
let quiet = 0;
const look = () => {
    quiet = window.countedCalls?.open ? 0 : quiet + 1;
    if (quiet > 3) done(); else requestAnimationFrame(look);
};
look();";

/// Answers once a part was drawn in the same place four times in a row, or is not there. One that lies under what stays
/// in sight, such as the buttons of a step, is scrolled to first, as a person would.
const STAND_STILL: &str = "const [css, done] = arguments;
const covered = (part) => {
    const place = part.getBoundingClientRect();
    const top = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
    if (document.querySelector('[data-stays]') === null) return false;
    return top === null || (!part.contains(top) && top.closest('[data-stays]') !== null);
};
const first = document.querySelector(css);
if (first && covered(first)) first.scrollIntoView({ block: 'center' });
let before = null, same = 0;
const look = () => {
    const part = document.querySelector(css);
    if (!part) return done();
    const place = JSON.stringify(part.getBoundingClientRect());
    same = place === before ? same + 1 : 0;
    before = place;
    if (same > 2) done(); else requestAnimationFrame(look);
};
look();";

impl Window {
    /// Waits until a part is no longer moved by what loads above it: the driver clicks where it was seen.
    ///
    /// # Errors
    /// When the page does not answer.
    pub(super) async fn stands_still(&self, css: &str) -> Outcome {
        self.client.execute_async(STAND_STILL, vec![css.into()]).await?;
        Ok(())
    }

    /// From here on the calls of the page are counted. A click does this by itself.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn count_calls(&self) -> Outcome {
        self.run(COUNT_CALLS).await?;
        Ok(())
    }

    /// Waits until the page is at rest: every call to the program was answered, and what came of it is drawn.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn settled(&self) -> Outcome {
        self.count_calls().await?;
        self.client.execute_async(SETTLE, Vec::new()).await?;
        Ok(())
    }

    /// Waits until an interval of the page's own clock has passed so many times. A timer of the page with the same
    /// interval has fired at least once less: both are served by one event loop, in the order of their times.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn after_intervals(&self, milliseconds: u32, times: u32) -> Outcome {
        let script = format!(
            "const done = arguments[0];
            let left = {times};
            const timer = setInterval(() => {{ left -= 1; if (left === 0) {{ clearInterval(timer); done(); }} }}, {milliseconds});"
        );
        self.client.execute_async(&script, Vec::new()).await?;
        self.settled().await
    }

    /// From the first question to the first step; every question is answered with "not sure".
    ///
    /// # Errors
    /// When the step is not reached.
    pub async fn answer_all(&self) -> Outcome {
        for _ in 0..12 {
            self.settled().await?;
            if self.has("progress").await {
                return Ok(());
            }
            self.click("answer-not_sure").await?;
        }
        Err("more than 12 questions".into())
    }

    /// Presses `button` until the part `wanted` is there.
    ///
    /// # Errors
    /// When it is not there after 40 times.
    pub async fn press_until(&self, button: &str, wanted: &str) -> Outcome {
        for _ in 0..40 {
            self.settled().await?;
            if self.has(wanted).await {
                return Ok(());
            }
            self.click(button).await?;
        }
        Err(format!("40 times {button} do not lead to {wanted}").into())
    }
}
