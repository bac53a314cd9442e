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
    let job = VettingJob::of_message(data.to_vec());
    let (document, number) = (DocumentId::from_bytes([number; 16]), u64::from(number));
    Vetting { document, number, connection: number, job }
}

async fn next(results: &mut mpsc::UnboundedReceiver<Answered>) -> (u64, RefusalCode) {
    let events = results.recv().await.expect("an answer");
    let [HubEvent::Vetted { vetting, outcome: Err(code), .. }] = &events[..] else { panic!("{events:?}") };
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

#[test]
fn only_what_uses_a_processor_for_too_long_is_refused_for_good() {
    let second = Duration::from_secs(1);
    let running_for = |passed: Duration| {
        let since = Instant::now().checked_sub(passed).expect("the machine runs for a minute");
        let document = DocumentId::from_bytes([1; 16]);
        Running { document, number: 1, connection: 1, since, used_before: None }
    };
    let judge = |passed: Duration, used: [u32; 2]| {
        let mut running = running_for(passed);
        used.map(|used| running.judge(Some(second * used), 5 * second))[1]
    };
    assert_eq!(judge(7 * second, [100, 106]), Some(RefusalCode::TooLarge));
    assert_eq!(judge(59 * second, [100, 104]), None, "the machine is busy");
    assert_eq!(judge(61 * second, [100, 104]), Some(RefusalCode::Temporary));
    let mut unknown = running_for(6 * second);
    assert_eq!(unknown.judge(None, 5 * second), Some(RefusalCode::TooLarge), "where no one counts");
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
