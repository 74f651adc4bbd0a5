//! Start and memory against an empty window, in one run. Run by `cargo xtask bench window`.
#![allow(clippy::print_stdout, reason = "a measurement prints")]

use std::time::Duration;

use acceptance::{Outcome, Window};

const RUNS: usize = 7;

/// Medians of milliseconds to the second frame with the page, and mebibytes two seconds later.
async fn measure(variables: &[(&str, &str)]) -> Outcome<(f64, f64)> {
    let (mut starts, mut sizes) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let window = Window::open_any(variables).await?;
        starts.push(window.start_to_paint().await?);
        tokio::time::sleep(Duration::from_secs(2)).await;
        sizes.push(window.memory()?);
    }
    let median = |mut all: Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all.get(RUNS / 2).copied().unwrap_or_default()
    };
    Ok((median(starts), median(sizes)))
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes half a minute and wants a quiet machine"]
async fn measure_start_and_memory_against_an_empty_window() -> Outcome {
    let (empty_start, empty_size) = measure(&[("SELFCHECK_TEST_EMPTY", "1")]).await?;
    let (start, size) = measure(&[]).await?;
    println!("{:16} {:>10} {:>10} {:>8} {:>8}", "", "empty", "ours", "ratio", "limit");
    for (what, empty, ours) in [("second frame, ms", empty_start, start), ("memory, MiB", empty_size, size)] {
        println!("{what:16} {empty:>10.0} {ours:>10.0} {:>8.2} {:>8.2}", ours / empty, 1.3);
    }
    Ok(())
}
