//! Looks at every screen.

use crate::cover::{self, Cover, VISITOR_LANGUAGES, View};
use crate::inspector::{self, Findings, Sight};
use crate::screens::{SCREENS, Screen, Season, Step};
use futures_util::FutureExt as _;
use serde_json::json;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use tests::browser::Phone;
use tests::market::Market;

/// Browsers at work at the same time.
const PHONES: usize = 2;

/// A page of every program, without a script of its own: from there storage can be emptied.
const QUIET_PAGE: &str = "/manifest/de.webmanifest";

/// A screen in a language, and how to look at it.
struct Job {
    screen: &'static Screen,
    language: &'static str,
    views: Vec<View>,
}

/// The example season on different days, each when it is first asked for.
#[derive(Default)]
struct Markets {
    running: OnceLock<Arc<Market>>,
    between: OnceLock<Arc<Market>>,
    cancelled: OnceLock<Arc<Market>>,
    over: OnceLock<Arc<Market>>,
}

impl Markets {
    fn origin(&self, season: Season) -> String {
        let on = |today: &str| Arc::new(Market::start_on(today));
        let market = match season {
            Season::Running => self.running.get_or_init(Market::shared),
            Season::Between => self.between.get_or_init(|| on("2026-06-01")),
            Season::Cancelled => self.cancelled.get_or_init(|| on("2026-05-16")),
            Season::Over => self.over.get_or_init(|| on("2026-11-01")),
        };
        market.origin()
    }
}

#[test]
fn every_screen_of_visitors_is_for_everyone() {
    let cover = Cover::asked();
    let jobs: Vec<Job> = SCREENS
        .iter()
        .enumerate()
        .filter(|(_, screen)| cover::is_asked_for(screen.name))
        .flat_map(|(at, screen)| {
            let views = cover.views(at, screen.important, &VISITOR_LANGUAGES);
            views.into_iter().map(move |(language, views)| Job { screen, language, views })
        })
        .collect();
    let markets = Markets::default();
    let findings = Mutex::new(Findings::default());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..PHONES {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let seen = runtime.expect("a runtime").block_on(look_at(&jobs, &next, &markets));
                findings.lock().expect("nobody fell while merging").merge(seen);
            });
        }
    });
    findings.into_inner().expect("nobody fell while merging").tell();
}

async fn look_at(jobs: &[Job], next: &AtomicUsize, markets: &Markets) -> Findings {
    let mut findings = Findings::default();
    let mut phone = inspector::phone("eyes").await;
    while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
        let sight = Sight { screen: job.screen.name.to_owned(), language: job.language };
        let looking = async {
            bring_about(&phone, &markets.origin(job.screen.season), job).await;
            findings.look(&phone, &sight, &job.views).await;
        };
        // One screen that does not come about leaves the others to be seen.
        if AssertUnwindSafe(looking).catch_unwind().await.is_err() {
            findings.miss(&sight);
            phone = inspector::phone("eyes").await;
        }
    }
    findings
}

/// From a phone that keeps nothing to the screen.
async fn bring_about(phone: &Phone, origin: &str, Job { screen, language, .. }: &Job) {
    phone.open(&format!("{origin}{QUIET_PAGE}")).await;
    let saved = json!(screen.saved.join("\n"));
    let forget = format!(
        "localStorage.clear(); sessionStorage.clear(); \
         if ({saved}) localStorage.setItem('markt-visitor-saved', {saved}); \
         const clock = {clock}; if (clock) sessionStorage.setItem('test-clock', clock); \
         return new Promise(done => {{ const gone = indexedDB.deleteDatabase('markt-visitor-ask'); \
         gone.onsuccess = gone.onerror = gone.onblocked = () => done(true); }})",
        clock = json!(screen.clock),
    );
    phone.expect_script("a phone that keeps nothing", &forget).await;
    block(phone, &[]).await;
    phone.open(&format!("{origin}/{language}/{}", screen.path)).await;
    // Pages that are only read never come alive.
    let alive = "const { script } = document.getElementById('app').dataset; \
                 return !script || document.documentElement.hasAttribute('data-alive')";
    phone.expect_script("the page", alive).await;
    for step in screen.first.iter().chain(screen.steps) {
        take(phone, *step).await;
    }
}

async fn take(phone: &Phone, step: Step) {
    match step {
        Step::Click(selector) => phone.click(selector).await,
        Step::Fill(selector, words) => phone.fill(selector, words).await,
        Step::See(selector) => drop(phone.find(selector).await),
        Step::Await(truth) => drop(phone.expect_script(truth, &format!("return {truth}")).await),
        Step::Do(script) => drop(phone.script(script).await),
        Step::CutOff => block(phone, &["*/api/*"]).await,
    }
}

async fn block(phone: &Phone, addresses: &[&str]) {
    phone.devtools("Network.enable", json!({})).await;
    phone.devtools("Network.setBlockedURLs", json!({ "urls": addresses })).await;
}
