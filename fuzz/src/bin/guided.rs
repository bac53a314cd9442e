//! A guided run of the target that `MARKT_TARGET` names: libFuzzer's program.

#![no_main]

use fuzz::bounds;
use fuzz::chance::Chance;
use fuzz::cost::Counting;
use fuzz::targets::Target;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::sync::LazyLock;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("MARKT_TARGET").unwrap_or_default();
    Target::from_name(&name).expect("MARKT_TARGET is frame, vetting, document or import")
});

fuzz_target!(|input: &[u8]| {
    if let Err(what) = TARGET.run(input) {
        panic!("{what}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut chance = Chance::of(seed.into());
    let mut input = data[..size].to_vec();
    // A panic that is caught would be the program's end for libFuzzer, unless it is held.
    let is_mutated =
        chance.one_in(2) && matches!(bounds::hold(|| TARGET.mutate(&mut input, &mut chance)), Ok((true, _)));
    if is_mutated && input.len() <= max_size {
        data[..input.len()].copy_from_slice(&input);
        return input.len();
    }
    fuzzer_mutate(data, size, max_size)
});
