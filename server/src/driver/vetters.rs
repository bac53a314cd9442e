//! The threads that run vettings.
//!
//! What they run is bounded by counting before it is begun, so that none should hang; if one does, or
//! dies, it takes only its own input with it, and the connection that brought it. A thread cannot be
//! killed: one that hangs is left behind, and another takes its place. When too many were left behind,
//! their places stay empty until they end, and once all are empty, peers are told to try later.

#[cfg(test)]
mod tests;
mod thread_time;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use shared::{
    document::DocumentId,
    repo::HubEvent,
    sync::{
        RefusalCode,
        vetting::{Vetted, VettingJob},
    },
};
use tokio::sync::mpsc;

use self::thread_time::ThreadTime;
use super::Answered;
use crate::log;

/// A vetting that has had more of a processor's time is refused; the costliest input that is let in takes a fraction.
const PATIENCE: Duration = Duration::from_secs(5);
/// So many times as long may pass, on a machine that is busy with other things, until it is put off.
const MUCH_LONGER: u32 = 12;
/// More threads than this would starve those that store and send.
const MAX_THREADS: usize = 4;
/// So many threads that were left behind are replaced: each costs memory, and perhaps a processor.
const MAX_LEFT_BEHIND: usize = 8;

pub(super) type Outcome = Result<Vetted, RefusalCode>;
pub(super) type Run = fn(VettingJob) -> Outcome;

/// One message to vet.
pub(super) struct Vetting {
    pub(super) document: DocumentId,
    pub(super) number: u64,
    pub(super) connection: u64,
    pub(super) job: VettingJob,
}

/// A vetting that does not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GivenUp {
    pub(super) document: DocumentId,
    pub(super) number: u64,
    pub(super) connection: u64,
    /// Whether it is to come again: it may be the machine that has no time.
    pub(super) code: RefusalCode,
}

/// The threads, and what each is doing.
pub(super) struct Vetters {
    jobs: Sender<Vetting>,
    waiting: Arc<Mutex<Receiver<Vetting>>>,
    /// Empty where too many threads were left behind.
    desks: Vec<Option<Arc<Desk>>>,
    /// Threads that were given up and still run.
    left_behind: Arc<AtomicUsize>,
    results: mpsc::UnboundedSender<Answered>,
    run: Run,
    bounds: Bounds,
}

/// How many threads there are, and for how long each may take.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) threads: usize,
    pub(super) left_behind: usize,
    pub(super) patience: Duration,
}

/// One thread, and what it is working on; that is taken away from it when it is given up.
#[derive(Default)]
struct Desk {
    running: Mutex<Option<Running>>,
    time: OnceLock<ThreadTime>,
}

#[derive(Clone, Copy)]
struct Running {
    document: DocumentId,
    number: u64,
    connection: u64,
    since: Instant,
    /// What the thread had used when it was first seen at it.
    used_before: Option<Duration>,
}

impl Running {
    /// Whether it has taken too long, and what becomes of it then.
    fn judge(&mut self, used: Option<Duration>, patience: Duration) -> Option<RefusalCode> {
        let passed = self.since.elapsed();
        let had = match used {
            Some(used) => used.saturating_sub(*self.used_before.get_or_insert(used)),
            None => passed,
        };
        if had > patience {
            Some(RefusalCode::TooLarge)
        } else if passed > patience * MUCH_LONGER {
            Some(RefusalCode::Temporary)
        } else {
            None
        }
    }
}

impl Vetters {
    /// As many threads as the machine can use.
    pub(super) fn start(results: mpsc::UnboundedSender<Answered>) -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MAX_THREADS);
        let bounds = Bounds { threads, left_behind: MAX_LEFT_BEHIND, patience: PATIENCE };
        Self::with(bounds, |job| job.run(), results)
    }

    pub(super) fn with(bounds: Bounds, run: Run, results: mpsc::UnboundedSender<Answered>) -> Self {
        let (jobs, waiting) = channel();
        let (waiting, left_behind) = (Arc::new(Mutex::new(waiting)), Arc::default());
        let mut vetters = Self { jobs, waiting, desks: Vec::new(), left_behind, results, run, bounds };
        vetters.desks = (0..bounds.threads).map(|_| Some(vetters.employ())).collect();
        vetters
    }

    /// Vets a message as soon as a thread is free; the answer comes as [`HubEvent::Vetted`].
    pub(super) fn vet(&self, vetting: Vetting) {
        // The threads end with the process.
        drop(self.jobs.send(vetting));
        self.put_off_if_no_one_is_left();
    }

    /// Gives up what has taken too long, and lets other threads take the place of those that hang.
    /// Answers what was given up; no [`HubEvent::Vetted`] comes of it.
    pub(super) fn give_up_on_hung(&mut self) -> Vec<GivenUp> {
        let mut given_up = Vec::new();
        for desk in 0..self.desks.len() {
            let hung = self.desks[desk].as_ref().and_then(|desk| desk.take_if_hung(self.bounds.patience));
            if let Some(vetting) = hung {
                given_up.push(vetting);
                self.desks[desk] = None;
                let left_behind = self.left_behind.fetch_add(1, Ordering::SeqCst) + 1;
                log::error("vetting_given_up", &[("vetting", &vetting.number), ("hanging", &left_behind)]);
            }
            if self.desks[desk].is_none()
                && self.left_behind.load(Ordering::SeqCst) <= self.bounds.left_behind
            {
                self.desks[desk] = Some(self.employ());
            }
        }
        self.put_off_if_no_one_is_left();
        given_up
    }

    /// Refuses for now what no thread will take.
    fn put_off_if_no_one_is_left(&self) {
        if self.desks.iter().any(Option::is_some) {
            return;
        }
        let put_off: Vec<Vetting> = lock(&self.waiting).try_iter().collect();
        for Vetting { document, number, .. } in put_off {
            answer(&self.results, document, number, Err(RefusalCode::Temporary));
        }
    }

    fn employ(&self) -> Arc<Desk> {
        let desk = Arc::<Desk>::default();
        let (waiting, own, results, run) =
            (Arc::clone(&self.waiting), Arc::clone(&desk), self.results.clone(), self.run);
        let left_behind = Arc::clone(&self.left_behind);
        thread::Builder::new()
            .name("vetting".into())
            .spawn(move || {
                work(&waiting, &own, &results, run);
                left_behind.fetch_sub(1, Ordering::SeqCst);
            })
            .expect("the system has a thread for vetting");
        desk
    }
}

impl Desk {
    fn take_if_hung(&self, patience: Duration) -> Option<GivenUp> {
        let mut running = lock(&self.running);
        let used = running.as_ref().and_then(|_| self.time.get()?.used());
        let code = running.as_mut()?.judge(used, patience)?;
        running.take().map(|Running { document, number, connection, .. }| GivenUp {
            document,
            number,
            connection,
            code,
        })
    }
}

/// Vets until it is left behind, or the process ends.
fn work(
    waiting: &Mutex<Receiver<Vetting>>,
    desk: &Desk,
    results: &mpsc::UnboundedSender<Answered>,
    run: Run,
) {
    _ = desk.time.set(ThreadTime::of_this_thread());
    loop {
        let next = lock(waiting).recv();
        let Ok(Vetting { document, number, connection, job }) = next else { return };
        let running = Running { document, number, connection, since: Instant::now(), used_before: None };
        *lock(&desk.running) = Some(running);
        let outcome = catch_unwind(AssertUnwindSafe(|| run(job))).unwrap_or(Err(RefusalCode::Unloadable));
        // Given up meanwhile: the answer is out, and perhaps another thread sits in this one's place.
        if lock(&desk.running).take().is_none() {
            return;
        }
        answer(results, document, number, outcome);
    }
}

fn answer(results: &mpsc::UnboundedSender<Answered>, document: DocumentId, vetting: u64, outcome: Outcome) {
    // The core only ends with the process.
    drop(results.send(vec![HubEvent::Vetted { document, vetting, outcome }]));
}

/// No vetting runs under a lock, so what it guards is whole even after a panic.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
