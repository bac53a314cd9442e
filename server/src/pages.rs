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
    page::{self, FormsSite, PageRequest},
    text::{App as TextOf, Text},
};
use sha2::{Digest, Sha256};
use shared::catalog::Catalog;
use tokio::sync::oneshot;

use crate::{clock::Clock, compress, log, metrics::Metrics, publication::Published, site::Site};

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
}

struct Job {
    address: PageAddress,
    published: Arc<Published>,
    today: String,
    answer: Option<oneshot::Sender<Arc<Page>>>,
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
        Self { jobs, polish, kept, clock }
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
        self.jobs.send(Job { address, published, today, answer: Some(answer) }).ok()?;
        answered.await.ok()
    }

    /// Renders the most visited pages of a new publication before someone asks.
    pub(crate) fn published(&self, published: &Arc<Published>) {
        let today = published.today(&self.clock).to_string();
        for language in &published.languages {
            for path in [format!("/{language}/"), format!("/{language}/angebote")] {
                let address = PageAddress { path, query: String::new(), language: language.clone() };
                let job =
                    Job { address, published: Arc::clone(published), today: today.clone(), answer: None };
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
    sources: HashMap<String, Sources>,
}

/// What the pages of one language are rendered from.
struct Sources {
    catalog: Rc<Catalog>,
    text: Text,
    site: page::Site,
    forms: FormsSite,
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
        let Sources { catalog, text, site, forms } = &self.sources[language];
        let request = PageRequest {
            path: &job.address.path,
            query: &job.address.query,
            languages: &job.published.languages,
            today: &job.today,
            fixed_today: self.fixed_today,
            catalog: Rc::clone(catalog),
            text: text.clone(),
            site,
            forms,
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

    fn sources(&self, published: &Published, language: &str) -> Option<Sources> {
        let file = published.catalog(language);
        let catalog = match file {
            Some(file) => Catalog::from_bytes(&file.plain).ok()?,
            None => Catalog { language: language.to_owned(), ..Catalog::default() },
        };
        let asset = |name: &str| self.site.asset(name).map(str::to_owned);
        let site = page::Site {
            script: asset("visitor.js"),
            wasm: asset("visitor_bg.wasm"),
            style: asset("style.css"),
            text: asset(&format!("text/{language}-visitor.bin")),
            catalog: file.map(|file| format!("/catalog/{language}/{}", file.hash)),
            ..page::Site::default()
        };
        let forms = FormsSite {
            text: Text::embedded(TextOf::Pages, language)?,
            site: page::Site {
                script: asset("ask.js"),
                wasm: asset("ask_bg.wasm"),
                more_style: asset("ask.css"),
                text: asset(&format!("text/{language}-ask.bin")),
                ..site.clone()
            },
        };
        Some(Sources {
            catalog: Rc::new(catalog),
            text: Text::embedded(TextOf::Visitor, language)?,
            site,
            forms,
        })
    }
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
