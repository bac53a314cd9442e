//! Whether a long list stays smooth.

use crate::keystroke::{SLOWDOWN, searching};
use serde_json::{Value, json};

/// Milliseconds that a task may take.
const LIMIT: f64 = 50.0;

/// How often the end of the list is reached and more is asked for.
const TIMES: usize = 15;

/// Notes how long tasks take that the browser calls long.
const WATCH: &str = "
    window.longTasks = [];
    new PerformanceObserver(list => {
      for (const task of list.getEntries()) longTasks.push(task.duration);
    }).observe({ type: 'longtask' });
    return true";

/// Scrolls to the end of the page, half a screen in each frame.
const SCROLL: &str = "
    window.atEnd = false;
    const step = () => {
      scrollBy(0, innerHeight / 2);
      const { scrollHeight } = document.documentElement;
      if (scrollY + innerHeight < scrollHeight - 2) requestAnimationFrame(step);
      else window.atEnd = true;
    };
    requestAnimationFrame(step);
    return true";

#[tokio::test]
#[ignore = "measures; cargo xtask bench search"]
async fn ten_thousand_offers_are_scrolled_through() {
    let (_market, phone) = searching(10_000).await;
    for slowdown in [1, SLOWDOWN] {
        phone.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown })).await;
        phone.expect_script("a watch on long tasks", WATCH).await;
        let before = phone.count("main [data-offer]").await;
        for _ in 0..TIMES {
            let shown = phone.count("main [data-offer]").await;
            phone.expect_script("scrolling", SCROLL).await;
            phone.expect_script("the end of the list", "return window.atEnd").await;
            phone.click("main a[data-action=more]").await;
            let more = format!("return document.querySelectorAll('main [data-offer]').length > {shown}");
            phone.expect_script("more offers", &more).await;
        }
        let after = phone.count("main [data-offer]").await;
        let tasks = phone.script("return longTasks").await;
        let tasks: Vec<f64> = tasks.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let longest = tasks.iter().copied().fold(0.0, f64::max);
        println!("10000 offers at 1/{slowdown} speed, {before} to {after} cards: long tasks {tasks:.0?}");
        if slowdown == 1 {
            assert!(longest <= LIMIT, "a task took {longest:.0} ms, wanted is {LIMIT} ms");
        }
    }
}
