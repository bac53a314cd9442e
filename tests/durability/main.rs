//! A real server that is killed in mid-sync, again and again: whatever it said to have is there when it is
//! back, and in the end all agree.
//!
//! Who does what, and after how many frames the server is killed, follows from a seed; what it was doing at
//! that moment is left to the system. `MARKT_KILLS=n` kills so often, `MARKT_SEED=n` begins elsewhere.

mod life;
mod peer;

use life::Life;
use std::time::Instant;

/// How often the server is killed in each run of the tests.
const KILLS: u64 = 50;
/// So often with the same data and peers; then anew, so that documents do not grow for ever.
const KILLS_OF_A_LIFE: u64 = 25;

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} is a whole number, not {text}")))
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    let (kills, first) = (number("MARKT_KILLS").unwrap_or(KILLS), number("MARKT_SEED").unwrap_or(0));
    let started = Instant::now();
    let (mut promised, mut in_mid_sync) = (0, 0);
    for seed in first..first + kills.div_ceil(KILLS_OF_A_LIFE) {
        let done = (seed - first) * KILLS_OF_A_LIFE;
        let mut life = Life::begin(seed).await;
        let outcome = life.live(KILLS_OF_A_LIFE.min(kills - done)).await;
        outcome.unwrap_or_else(|broken| {
            panic!("seed {seed}: {broken}; again: cargo xtask kill --cycles {KILLS_OF_A_LIFE} --seed {seed}")
        });
        promised += life.promised();
        in_mid_sync += life.killed_in_mid_sync;
    }
    let seconds = started.elapsed().as_secs_f64();
    eprintln!("{kills} kills, {in_mid_sync} in mid-sync, {promised} documents acknowledged, {seconds:.1} s");
    assert!(promised > 0 && in_mid_sync > 0, "the server was killed while it had something to do");
}
