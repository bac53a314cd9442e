//! Hostile input: what real traffic becomes when it is damaged. Nothing panics, nothing costs more than a
//! message may, and what is accepted stays readable.
//!
//! Chance is seeded, so that a failure can be repeated. `MARKT_MESSAGES=n` sends that many messages to the
//! server's core, `MARKT_SEED=n` begins chance elsewhere.

mod attacks;
mod messages;

use automerge::Automerge;
use fuzz::cost::{Cost, Counting};
use fuzz::targets::{self, Target};
use fuzz::{bounds, documents, mutation, readers, traffic};
use messages::Outcome;
use shared::sync::message::Message;
use std::path::Path;
use std::time::Instant;
use tests::chance::Chance;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Messages to the server's core in each run of the tests.
const MESSAGES: u64 = 10_000;
/// Inputs of each other kind.
const INPUTS: u64 = 4_000;

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} is a whole number, not {text}")))
}

#[test]
fn the_servers_core_stands_any_message() {
    let (count, seed) = (number("MARKT_MESSAGES").unwrap_or(MESSAGES), number("MARKT_SEED").unwrap_or(0));
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    let started = Instant::now();
    let outcome = std::thread::scope(|scope| {
        let work = |first: u64| {
            let traffic = traffic::record();
            (first..count).step_by(threads as usize).try_fold(Outcome::default(), |sum, number| {
                messages::send(&traffic, seed, number).map(|outcome| sum.and(outcome))
            })
        };
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || work(first))).collect();
        let done = running.into_iter().map(|thread| thread.join().expect("failures are told, not thrown"));
        done.reduce(|one, other| Ok(one?.and(other?))).expect("there is a thread")
    });
    let outcome = outcome.unwrap_or_else(|failure| panic!("{failure}"));
    let per_second = count as f64 / started.elapsed().as_secs_f64();
    eprintln!("{count} messages, {per_second:.0}/s: {outcome:?}");
    assert!(outcome.accepted > 0, "some damage does no harm");
    assert!(outcome.quarantined > 0 && outcome.closed > 0, "some does");
}

#[test]
fn no_attack_costs_more_than_a_message_may() {
    for (name, frame) in attacks::all() {
        let outcome = messages::attack(frame).unwrap_or_else(|what| panic!("{name}: {what}"));
        eprintln!("{name}: {outcome:?}");
    }
}

#[test]
fn a_small_change_to_the_largest_document_costs_no_more_than_a_message_may() {
    for (name, frames) in attacks::small_changes_to_large_documents() {
        let outcome = messages::attack_in_steps(frames).unwrap_or_else(|what| panic!("{name}: {what}"));
        eprintln!("{name}: {outcome:?}");
        assert_eq!(outcome.accepted, 2, "{name}: both are allowed");
    }
}

/// Handles damaged copies of `originals`, and gives the highest cost.
fn damage(originals: &[Vec<u8>], handle: impl Fn(&[u8])) -> Cost {
    let seed = number("MARKT_SEED").unwrap_or(0);
    (0..INPUTS).fold(Cost::default(), |worst, number| {
        let mut chance = Chance::of(seed.rotate_left(32) ^ number);
        let mut bytes = chance.pick(originals).expect("there are originals").clone();
        mutation::mutate(&mut bytes, originals, &mut chance);
        match bounds::hold(|| handle(&bytes)) {
            Ok(((), cost)) => worst.worse(cost),
            Err(what) => {
                panic!("input {number} of seed {seed}: {what}: {:?}", String::from_utf8_lossy(&bytes))
            }
        }
    })
}

#[test]
fn the_codec_stands_any_frame_and_reads_what_it_writes() {
    let worst = damage(&traffic::record().frames, |frame| {
        if let Ok(message) = Message::decode(frame) {
            assert_eq!(Message::decode(&message.encode()), Ok(message));
        }
    });
    eprintln!("frames: {worst:?}");
}

#[test]
fn a_phone_stands_any_stored_bytes() {
    let worst = damage(&targets::stored_documents(&traffic::record()), targets::read_stored);
    eprintln!("stored bytes: {worst:?}");
}

#[test]
fn any_content_of_a_document_can_be_read() {
    let traffic = traffic::record();
    let stored = traffic.moments.last().expect("a market has moments");
    let whole: Vec<Automerge> = stored
        .values()
        .map(|committed| Automerge::load(&committed.chunks.concat()).expect("real traffic"))
        .collect();
    let mut worst = Cost::default();
    for number in 0..INPUTS {
        let mut chance = Chance::of(number);
        let mut document = chance.pick(&whole).expect("there are documents").clone();
        documents::spoil(&mut document, &mut chance);
        let held = bounds::hold(|| readers::read_all(&document));
        worst = worst.worse(held.unwrap_or_else(|what| panic!("document {number}: {what}")).1);
    }
    eprintln!("documents: {worst:?}");
}

#[test]
fn an_import_stands_any_file() {
    for extension in ["json", "csv"] {
        let worst = damage(&targets::hsds_files(extension), |bytes| {
            let text = String::from_utf8_lossy(bytes);
            for table in ["organizations", "services", "phones"] {
                targets::import_as(&format!("{table}.{extension}"), &text);
            }
        });
        eprintln!("{extension} files: {worst:?}");
    }
}

/// `cargo xtask fuzz --guided` puts its findings there.
#[test]
fn what_guided_runs_have_found_is_mended() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/found");
    for target in Target::ALL {
        let mut inputs = target.seeds();
        for entry in std::fs::read_dir(found.join(target.name())).into_iter().flatten() {
            let path = entry.expect("the folder is readable").path();
            inputs.push(std::fs::read(path).expect("a file can be read"));
        }
        for input in inputs {
            target.run(&input).unwrap_or_else(|what| panic!("{}: {what}: {input:?}", target.name()));
        }
    }
}
