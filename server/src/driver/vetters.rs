//! The threads that run vettings.
//!
//! What they run is bounded by counting before it is begun, so that none should hang; if one does, or
//! dies, it takes only its own input with it. A thread cannot be killed: one that hangs is left
//! behind, and another takes its place.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
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

type Outcome = Result<Vetted, RefusalCode>;
type Run = fn(VettingJob) -> Outcome;

/// One message to vet.
pub(super) struct Vetting {
    pub(super) document: DocumentId,
    pub(super) number: u64,
    pub(super) job: Box<VettingJob>,
}

/// The threads, and what each is doing.
pub(super) struct Vetters {
    jobs: Sender<Vetting>,
    waiting: Arc<Mutex<Receiver<Vetting>>>,
    desks: Vec<Desk>,
    results: mpsc::UnboundedSender<Answered>,
    run: Run,
    patience: Duration,
}

/// What one thread is working on; taken away from it when it is given up.
type Desk = Arc<Mutex<Option<Running>>>;

#[derive(Clone, Copy)]
struct Running {
    document: DocumentId,
    number: u64,
    since: Instant,
}

impl Vetters {
    /// As many threads as the machine can use.
    pub(super) fn start(results: mpsc::UnboundedSender<Answered>) -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MAX_THREADS);
        Self::with(threads, PATIENCE, |job| job.run(), results)
    }

    fn with(threads: usize, patience: Duration, run: Run, results: mpsc::UnboundedSender<Answered>) -> Self {
        let (jobs, waiting) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        let mut vetters = Self { jobs, waiting, desks: Vec::new(), results, run, patience };
        vetters.desks = (0..threads).map(|_| vetters.employ()).collect();
        vetters
    }

    /// Vets a message as soon as a thread is free; the answer comes as [`HubEvent::Vetted`].
    pub(super) fn vet(&self, vetting: Vetting) {
        // The threads end with the process.
        drop(self.jobs.send(vetting));
    }

    /// Refuses what has taken too long, and lets other threads take the place of those that hang.
    /// Answers how many.
    pub(super) fn give_up_on_hung(&mut self) -> usize {
        let mut given_up = 0;
        for desk in 0..self.desks.len() {
            let hung = lock(&self.desks[desk]).take_if(|running| running.since.elapsed() > self.patience);
            let Some(running) = hung else { continue };
            given_up += 1;
            log::error("vetting_given_up", &[("vetting", &running.number)]);
            answer(&self.results, running, Err(RefusalCode::TooLarge));
            self.desks[desk] = self.employ();
        }
        given_up
    }

    fn employ(&self) -> Desk {
        let desk = Desk::default();
        let (waiting, own, results, run) =
            (Arc::clone(&self.waiting), Arc::clone(&desk), self.results.clone(), self.run);
        thread::Builder::new()
            .name("vetting".into())
            .spawn(move || work(&waiting, &own, &results, run))
            .expect("the system has a thread for vetting");
        desk
    }
}

fn work(
    waiting: &Mutex<Receiver<Vetting>>,
    desk: &Mutex<Option<Running>>,
    results: &mpsc::UnboundedSender<Answered>,
    run: Run,
) {
    loop {
        let next = lock(waiting).recv();
        let Ok(Vetting { document, number, job }) = next else { return };
        *lock(desk) = Some(Running { document, number, since: Instant::now() });
        let outcome = catch_unwind(AssertUnwindSafe(|| run(*job))).unwrap_or(Err(RefusalCode::Unloadable));
        // Given up meanwhile: the answer is out, and another thread sits in this one's place.
        let Some(running) = lock(desk).take() else { return };
        answer(results, running, outcome);
    }
}

fn answer(results: &mpsc::UnboundedSender<Answered>, running: Running, outcome: Outcome) {
    let Running { document, number: vetting, .. } = running;
    // The core only ends with the process.
    drop(results.send(vec![HubEvent::Vetted { document, vetting, outcome }]));
}

/// No vetting runs under a lock, so what it guards is whole even after a panic.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Messages that say what is to become of them.
    fn run(job: VettingJob) -> Outcome {
        match job.data() {
            b"hang" => loop {
                thread::park();
            },
            b"die" => panic!("a vetting dies"),
            _ => Err(RefusalCode::WrongKind),
        }
    }

    fn vetting(number: u8, data: &[u8]) -> Vetting {
        let job = VettingJob::of_message(data.to_vec());
        Vetting { document: DocumentId::from_bytes([number; 16]), number: number.into(), job: Box::new(job) }
    }

    async fn next(results: &mut mpsc::UnboundedReceiver<Answered>) -> (u64, RefusalCode) {
        let events = results.recv().await.expect("an answer");
        let [HubEvent::Vetted { vetting, outcome: Err(code), .. }] = &events[..] else {
            panic!("{events:?}")
        };
        (*vetting, *code)
    }

    #[tokio::test]
    async fn an_input_that_hangs_or_dies_takes_nothing_else_with_it() {
        let (results, mut answers) = mpsc::unbounded_channel();
        let mut vetters = Vetters::with(2, Duration::from_millis(100), run, results);
        vetters.vet(vetting(1, b"hang"));
        vetters.vet(vetting(2, b"die"));
        vetters.vet(vetting(3, b"plain"));
        assert_eq!(next(&mut answers).await, (2, RefusalCode::Unloadable));
        assert_eq!(next(&mut answers).await, (3, RefusalCode::WrongKind));

        // The second thread hangs as well: now all wait for someone to notice.
        vetters.vet(vetting(4, b"hang"));
        vetters.vet(vetting(5, b"plain"));
        let mut given_up = 0;
        while given_up < 2 {
            given_up += vetters.give_up_on_hung();
            tokio::task::yield_now().await;
        }
        let mut answered = Vec::new();
        for _ in 0..3 {
            answered.push(next(&mut answers).await);
        }
        answered.sort_by_key(|(number, _)| *number);
        let hung = RefusalCode::TooLarge;
        assert_eq!(answered, [(1, hung), (4, hung), (5, RefusalCode::WrongKind)]);
        assert_eq!(vetters.give_up_on_hung(), 0);
    }
}
