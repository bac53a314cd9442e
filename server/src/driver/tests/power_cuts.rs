//! The server's core over a disk that loses what was not synced, fills up and fails.
//!
//! A world is a server and its peers through several power cuts, with a seed. Whatever the server ever said
//! to have must be there when it is back, whatever it said to have erased must not, its database must be
//! sound each time, and in the end all must agree. What people do and when the power goes follows from the seed;
//! what threads do at once is left to the system. `MARKT_CUTS=n` makes that many cuts, `MARKT_SEED=n` those
//! of one world.

mod peer;
mod world;

use std::time::Instant;

use self::world::{Figures, World};

/// Cuts in each run of the tests.
const CUTS: u64 = 200;
/// Cuts of one world.
const CUTS_OF_A_WORLD: u64 = 10;
/// Worlds in which one at least must notice that a disk lies.
const LYING_WORLDS: u64 = 3;

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} is a whole number, not {text}")))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_with_the_power() {
    let worlds = number("MARKT_CUTS").unwrap_or(CUTS).div_ceil(CUTS_OF_A_WORLD);
    let seeds = number("MARKT_SEED").map_or(0..worlds, |seed| seed..seed + 1);
    let started = Instant::now();
    let mut sum = Figures::default();
    for seed in seeds {
        let outcome = World::new(seed).live(CUTS_OF_A_WORLD).await;
        let figures = outcome
            .unwrap_or_else(|broken| panic!("world {seed}: {broken}; again: cargo xtask cut --seed {seed}"));
        sum.add(figures);
    }
    eprintln!("{sum:?} in {:.1} s", started.elapsed().as_secs_f64());
    assert!(sum.promised > 0 && sum.erased > 0 && sum.refused > 0, "all of it happens: {sum:?}");
}

/// What proves that the test above can fail.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_only_says_that_it_syncs_is_noticed() {
    for seed in 0..LYING_WORLDS {
        let world = World::new(seed);
        world.disk.lie();
        if world.live(CUTS_OF_A_WORLD).await.is_err() {
            return;
        }
    }
    panic!("{LYING_WORLDS} worlds on disks that lie, and nothing is missing");
}
