//! The threads that run vettings.
//!
//! What they run is bounded by counting before it is begun, so that none should hang; if one does, or
//! dies, it takes only its own input with it, and the connection that brought it. A thread cannot be
//! killed: one that hangs is left behind, and another takes its place. When too many were left behind,
//! their places stay empty until they end, and once all are empty, peers are told to try later.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
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

use super::Answered;
use crate::log;

/// A vetting that takes longer is given up; the costliest input that is let in takes a fraction.
const PATIENCE: Duration = Duration::from_secs(5);
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
    pub(super) job: Box<VettingJob>,
}

/// A vetting that does not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GivenUp {
    pub(super) document: DocumentId,
    pub(super) number: u64,
    pub(super) connection: u64,
}

/// The threads, and what each is doing.
pub(super) struct Vetters {
    jobs: Sender<Vetting>,
    waiting: Arc<Mutex<Receiver<Vetting>>>,
    /// Empty where too many threads were left behind.
    desks: Vec<Option<Desk>>,
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

/// What one thread is working on; taken away from it when it is given up.
type Desk = Arc<Mutex<Option<Running>>>;

#[derive(Clone, Copy)]
struct Running {
    vetting: GivenUp,
    since: Instant,
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
            let hung = self.desks[desk].as_ref().and_then(|desk| {
                lock(desk).take_if(|running| running.since.elapsed() > self.bounds.patience)
            });
            if let Some(Running { vetting, .. }) = hung {
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

    fn employ(&self) -> Desk {
        let desk = Desk::default();
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

/// Vets until it is left behind, or the process ends.
fn work(
    waiting: &Mutex<Receiver<Vetting>>,
    desk: &Mutex<Option<Running>>,
    results: &mpsc::UnboundedSender<Answered>,
    run: Run,
) {
    loop {
        let next = lock(waiting).recv();
        let Ok(Vetting { document, number, connection, job }) = next else { return };
        let vetting = GivenUp { document, number, connection };
        *lock(desk) = Some(Running { vetting, since: Instant::now() });
        let outcome = catch_unwind(AssertUnwindSafe(|| run(*job))).unwrap_or(Err(RefusalCode::Unloadable));
        // Given up meanwhile: the answer is out, and perhaps another thread sits in this one's place.
        if lock(desk).take().is_none() {
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;

    static IS_RELEASED: AtomicBool = AtomicBool::new(false);

    /// Messages that say what is to become of them.
    fn run(job: VettingJob) -> Outcome {
        match job.data() {
            b"hang" => loop {
                thread::park();
            },
            b"hang until released" => {
                while !IS_RELEASED.load(Ordering::SeqCst) {
                    thread::yield_now();
                }
                Err(RefusalCode::WrongKind)
            }
            b"die" => panic!("a vetting dies"),
            _ => Err(RefusalCode::WrongKind),
        }
    }

    fn vetters(threads: usize, left_behind: usize) -> (Vetters, mpsc::UnboundedReceiver<Answered>) {
        let (results, answers) = mpsc::unbounded_channel();
        let bounds = Bounds { threads, left_behind, patience: Duration::from_millis(100) };
        (Vetters::with(bounds, run, results), answers)
    }

    fn vetting(number: u8, data: &[u8]) -> Vetting {
        let job = Box::new(VettingJob::of_message(data.to_vec()));
        let (document, number) = (DocumentId::from_bytes([number; 16]), u64::from(number));
        Vetting { document, number, connection: number, job }
    }

    async fn next(results: &mut mpsc::UnboundedReceiver<Answered>) -> (u64, RefusalCode) {
        let events = results.recv().await.expect("an answer");
        let [HubEvent::Vetted { vetting, outcome: Err(code), .. }] = &events[..] else {
            panic!("{events:?}")
        };
        (*vetting, *code)
    }

    /// Waits until so many were given up, and says which connections brought them.
    async fn given_up(vetters: &mut Vetters, count: usize) -> Vec<u64> {
        let mut connections = Vec::new();
        while connections.len() < count {
            connections.extend(vetters.give_up_on_hung().into_iter().map(|given_up| given_up.connection));
            tokio::task::yield_now().await;
        }
        connections.sort_unstable();
        connections
    }

    #[tokio::test]
    async fn an_input_that_hangs_or_dies_takes_nothing_else_with_it() {
        let (mut vetters, mut answers) = vetters(2, 8);
        vetters.vet(vetting(1, b"hang"));
        vetters.vet(vetting(2, b"die"));
        vetters.vet(vetting(3, b"plain"));
        assert_eq!(next(&mut answers).await, (2, RefusalCode::Unloadable));
        assert_eq!(next(&mut answers).await, (3, RefusalCode::WrongKind));

        // The second thread hangs as well: now all wait for someone to notice.
        vetters.vet(vetting(4, b"hang"));
        vetters.vet(vetting(5, b"plain"));
        assert_eq!(given_up(&mut vetters, 2).await, [1, 4]);
        assert_eq!(next(&mut answers).await, (5, RefusalCode::WrongKind));
        assert_eq!(vetters.give_up_on_hung(), []);
    }

    #[tokio::test]
    async fn threads_that_hang_do_not_pile_up() {
        let (mut vetters, mut answers) = vetters(2, 1);
        for number in 1..=3 {
            vetters.vet(vetting(number, b"hang until released"));
        }
        vetters.vet(vetting(4, b"plain"));
        assert_eq!(given_up(&mut vetters, 3).await, [1, 2, 3]);
        // Whoever waits, and whoever comes, is told to try later.
        assert_eq!(next(&mut answers).await, (4, RefusalCode::Temporary));
        vetters.vet(vetting(5, b"plain"));
        assert_eq!(next(&mut answers).await, (5, RefusalCode::Temporary));
        assert_eq!(vetters.left_behind.load(Ordering::SeqCst), 3);

        IS_RELEASED.store(true, Ordering::SeqCst);
        while vetters.left_behind.load(Ordering::SeqCst) > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(vetters.give_up_on_hung(), []);
        vetters.vet(vetting(6, b"plain"));
        assert_eq!(next(&mut answers).await, (6, RefusalCode::WrongKind));
    }
}
