//! Pages for visitors, rendered by the client's components and kept until the next publication.
//!
//! The catalog that pages are rendered from cannot leave its thread, so a few threads render; each
//! keeps the catalogs of the current publication decoded.

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    rc::Rc,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use bytes::Bytes;
use client::{
    page::{self, PageRequest},
    route::{Address, Program},
    text::{App as TextOf, Text},
};
use sha2::{Digest, Sha256};
use shared::catalog::{Catalog, SmallPrint};
use tokio::sync::oneshot;

use crate::{
    clock::Clock,
    compress, log,
    metrics::{Metrics, Preparation, Preparing},
    publication::Published,
    respond,
    site::Site,
};

/// Two cores: one renders while the other serves.
const RENDERERS: usize = 2;
/// Brotli quality of what is rendered while someone waits.
const QUICK: i32 = 5;
/// Brotli quality of what is kept.
const SMALL: i32 = 11;
/// More pages than this are not kept; a season has a few hundred per language.
const MAX_KEPT: usize = 4096;

/// A page as it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// HTTP status.
    pub status: u16,
    /// Strong entity tag without quotes.
    pub etag: String,
    /// HTML.
    pub plain: Bytes,
    /// Brotli.
    pub brotli: Bytes,
    /// Gzip.
    pub gzip: Bytes,
}

/// Which page, of which publication, on which day.
#[derive(Clone, Debug)]
pub(crate) struct PageAddress {
    /// Path, such as `/de/angebote`.
    pub path: String,
    /// Query without `?`; empty for most.
    pub query: String,
    /// Language of the texts.
    pub language: String,
}

/// Renders pages and keeps them.
pub(crate) struct Pages {
    jobs: Sender<Job>,
    polish: Sender<Job>,
    kept: Arc<Mutex<Kept>>,
    clock: Clock,
    preparing: Preparing,
    /// The content security policy of every page.
    policy: String,
}

struct Job {
    address: PageAddress,
    published: Arc<Published>,
    today: String,
    answer: Option<oneshot::Sender<Arc<Page>>>,
    /// While it is there, the server is not at rest.
    preparation: Option<Preparation>,
}

/// The pages of one publication and day.
#[derive(Default)]
struct Kept {
    version: u64,
    today: String,
    pages: HashMap<String, Arc<Page>>,
}

impl Pages {
    /// Starts the threads. `origin` is what absolute addresses begin with.
    pub(crate) fn start(site: &Arc<Site>, clock: Clock, origin: &str, metrics: &Arc<Metrics>) -> Self {
        let preparing = metrics.preparing.clone();
        let kept = Arc::new(Mutex::new(Kept::default()));
        let (polish, to_polish) = channel();
        let (jobs, to_render) = channel();
        let to_render = Arc::new(Mutex::new(to_render));
        let start = |name: &str, quality, jobs: Arc<Mutex<Receiver<Job>>>, then: Option<Sender<Job>>| {
            let (site, metrics, origin) = (Arc::clone(site), Arc::clone(metrics), origin.to_owned());
            let kept = Arc::clone(&kept);
            thread::Builder::new()
                .name(name.into())
                .spawn(move || {
                    let fixed_today = clock.fixed_today.is_some();
                    let mut renderer =
                        Renderer { site, origin, fixed_today, metrics, version: 0, sources: HashMap::new() };
                    loop {
                        let job = jobs.lock().expect("no job runs under the lock").recv();
                        let Ok(job) = job else { return };
                        renderer.work(job, quality, &kept, then.as_ref());
                    }
                })
                .expect("the system has a thread for pages");
        };
        for _ in 0..RENDERERS {
            start("pages", QUICK, Arc::clone(&to_render), Some(polish.clone()));
        }
        start("pages-polish", SMALL, Arc::new(Mutex::new(to_polish)), None);
        let policy = respond::page_policy(&page::scripts(), style(site).as_deref());
        Self { jobs, polish, kept, clock, preparing, policy }
    }

    /// The content security policy that pages are sent with.
    pub(crate) fn policy(&self) -> &str {
        &self.policy
    }

    /// The page at `address`.
    pub(crate) async fn page(&self, address: PageAddress, published: Arc<Published>) -> Option<Arc<Page>> {
        let today = published.today(&self.clock).to_string();
        if address.query.is_empty() {
            let kept = self.kept.lock().expect("no one panics under the lock");
            if kept.version == published.version
                && kept.today == today
                && let Some(page) = kept.pages.get(&address.path)
            {
                return Some(Arc::clone(page));
            }
        }
        let (answer, answered) = oneshot::channel();
        self.jobs.send(Job { address, published, today, answer: Some(answer), preparation: None }).ok()?;
        answered.await.ok()
    }

    /// Renders the most visited pages of a new publication before someone asks.
    pub(crate) fn published(&self, published: &Arc<Published>) {
        let today = published.today(&self.clock).to_string();
        for language in &published.languages {
            for path in [format!("/{language}/"), format!("/{language}/angebote")] {
                let address = PageAddress { path, query: String::new(), language: language.clone() };
                let job = Job {
                    address,
                    published: Arc::clone(published),
                    today: today.clone(),
                    answer: None,
                    preparation: Some(self.preparing.begin()),
                };
                // Only a preparation: without it the first visitor's request renders the page.
                drop(self.polish.send(job));
            }
        }
    }
}

/// What one thread renders with.
struct Renderer {
    site: Arc<Site>,
    origin: String,
    fixed_today: bool,
    metrics: Arc<Metrics>,
    version: u64,
    sources: HashMap<String, (Rc<Catalog>, Rc<SmallPrint>, Text)>,
}

impl Renderer {
    fn work(&mut self, mut job: Job, quality: i32, kept: &Mutex<Kept>, then: Option<&Sender<Job>>) {
        let Some(page) = self.render(&job, quality) else { return };
        let page = Arc::new(page);
        if let Some(answer) = job.answer.take() {
            // Whoever asked may have gone away.
            drop(answer.send(Arc::clone(&page)));
        }
        if job.address.query.is_empty() && page.status == 200 {
            kept.lock().expect("no one panics under the lock").keep(&job, page);
            if let Some(polish) = then {
                job.preparation = Some(self.metrics.preparing.begin());
                drop(polish.send(job));
            }
        }
    }

    fn render(&mut self, job: &Job, quality: i32) -> Option<Page> {
        if self.version != job.published.version {
            self.version = job.published.version;
            self.sources.clear();
        }
        let language = job.address.language.as_str();
        if !self.sources.contains_key(language) {
            let sources = self.sources(&job.published, language)?;
            self.sources.insert(language.to_owned(), sources);
        }
        let (catalog, small_print, text) = &self.sources[language];
        let program = Address::parse(&job.address.path, &job.address.query).route.program();
        let site = self.site(&job.published, language, program);
        let request = PageRequest {
            path: &job.address.path,
            query: &job.address.query,
            languages: &job.published.languages,
            today: &job.today,
            fixed_today: self.fixed_today,
            catalog: Rc::clone(catalog),
            small_print: Rc::clone(small_print),
            text: text.clone(),
            site: &site,
            origin: &self.origin,
        };
        let rendered = catch_unwind(AssertUnwindSafe(|| page::render(request)));
        let Ok(response) = rendered else {
            self.metrics.panics.add(1);
            log::error("page_panicked", &[("path", &job.address.path)]);
            return None;
        };
        self.metrics.pages_rendered.add(1);
        let plain = Bytes::from(response.html);
        Some(Page {
            status: response.status,
            etag: hex::encode(&Sha256::digest(&plain)[..8]),
            brotli: compress::brotli(&plain, quality),
            gzip: compress::gzip(&plain),
            plain,
        })
    }

    fn sources(&self, published: &Published, language: &str) -> Option<(Rc<Catalog>, Rc<SmallPrint>, Text)> {
        let catalog = match published.catalog(language) {
            Some(file) => Catalog::from_bytes(&file.plain).ok()?,
            None => Catalog { language: language.to_owned(), ..Catalog::default() },
        };
        let small_print = match published.small_print(language) {
            Some(file) => SmallPrint::from_bytes(&file.plain).ok()?,
            None => SmallPrint::default(),
        };
        Some((Rc::new(catalog), Rc::new(small_print), Text::embedded(TextOf::Pages, language)?))
    }

    /// What a page loads that `program` brings to life; some are only read.
    fn site(&self, published: &Published, language: &str, program: Option<Program>) -> page::Site {
        let style = style(&self.site);
        let Some(program) = program else { return page::Site { style, ..page::Site::default() } };
        let asset = |name: String| self.site.asset(&name).map(str::to_owned);
        let name = program.name();
        page::Site {
            script: asset(format!("{name}.js")),
            wasm: asset(format!("{name}_bg.wasm")),
            style,
            own_style: asset(format!("{name}.css")),
            text: asset(format!("text/{language}-{name}.bin")),
            catalog: published.catalog_address(language),
            small_print: published.small_print_address(language).filter(|_| program == Program::Ask),
        }
    }
}

/// The style sheet, as it stands in every page.
fn style(site: &Site) -> Option<String> {
    let file = site.file(site.asset("style.css")?)?;
    Some(String::from_utf8_lossy(&file.plain).into_owned())
}

impl Kept {
    fn keep(&mut self, job: &Job, page: Arc<Page>) {
        if job.published.version < self.version {
            return;
        }
        if self.version != job.published.version || self.today != job.today {
            *self = Self { version: job.published.version, today: job.today.clone(), pages: HashMap::new() };
        }
        if self.pages.len() < MAX_KEPT || self.pages.contains_key(&job.address.path) {
            self.pages.insert(job.address.path.clone(), page);
        }
    }
}
