//! Simulated markets: phones, laptops and a server with the real sync core, through cut connections,
//! crashes, full disks, lost databases and wrong clocks. Afterwards all agree, nothing that was stored
//! or acknowledged is missing, and nobody is stuck.
//!
//! Everything that happens follows from a seed. `MARKT_SEED=n` runs the world of one seed and tells what
//! happens in it; `MARKT_SEEDS=n` runs that many, `MARKT_FIRST_SEED=n` from another one than 0 on.

mod peer;
mod plain;
mod promises;
mod server;
mod telling;
mod wire;
mod work;
mod world;

use std::panic::catch_unwind;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use world::World;

/// Worlds in each run of the tests.
const SEEDS: u64 = 500;
/// So many failures are enough to look at.
const FAILURES: usize = 10;

#[test]
fn all_agree_and_nothing_acknowledged_is_lost() {
    if let Some(seed) = number("MARKT_SEED") {
        simulate(seed, true).unwrap_or_else(|broken| panic!("{broken}"));
        return;
    }
    let first = number("MARKT_FIRST_SEED").unwrap_or(0);
    let failures = simulate_all(first, first + number("MARKT_SEEDS").unwrap_or(SEEDS));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} is a whole number, not {text}")))
}

/// One world, from its seed to its end; gives how many moves it took.
fn simulate(seed: u64, tells: bool) -> Result<usize, String> {
    let mut world = World::new(seed, tells);
    world.live(100 + (seed % 7) as usize * 100);
    world.rest()?;
    promises::check(&world)?;
    Ok(world.moves)
}

/// All worlds from `first` up to `end`, on all processors; gives the failures.
fn simulate_all(first: u64, end: u64) -> Vec<String> {
    let (next, moves, failures) = (AtomicU64::new(first), AtomicUsize::new(0), Mutex::new(Vec::new()));
    let started = Instant::now();
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= end || failures.lock().unwrap_or_else(PoisonError::into_inner).len() >= FAILURES {
                return;
            }
            match outcome(seed) {
                Ok(more) => _ = moves.fetch_add(more, Ordering::Relaxed),
                Err(broken) => {
                    let replay = format!("cargo xtask simulate --seed {seed}");
                    let failure = format!("seed {seed}: {broken}\n    replay: {replay}");
                    failures.lock().unwrap_or_else(PoisonError::into_inner).push(failure);
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let (seconds, moves) = (started.elapsed().as_secs_f64(), moves.into_inner());
    let count = end - first;
    eprintln!("{count} seeds, {moves} moves, {:.0} seeds/s, {seconds:.1} s", count as f64 / seconds);
    failures.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn outcome(seed: u64) -> Result<usize, String> {
    catch_unwind(|| simulate(seed, false)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        Err(text.or(panic.downcast_ref::<&str>().copied()).unwrap_or("a panic").to_owned())
    })
}
