//! Two phones, two laptops and a server, through lost connections, crashes and full disks in any order:
//! afterwards all agree, and nothing that was acknowledged is missing.

mod world;

use proptest::prelude::*;
use proptest::test_runner::Config;
use world::{Step, World};

/// Which of the four replicas: the first two are phones, the others laptops.
const REPLICAS: std::ops::Range<usize> = 0..4;

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0_usize..2).prop_map(|phone| Step::Record { phone }),
        4 => (REPLICAS, any::<u8>()).prop_map(|(replica, which)| Step::Edit { replica, which }),
        10 => REPLICAS.prop_map(|replica| Step::DeliverUp { replica }),
        10 => Just(Step::DeliverDown),
        5 => REPLICAS.prop_map(|replica| Step::Store { replica }),
        5 => Just(Step::Commit),
        4 => REPLICAS.prop_map(|replica| Step::Connect { replica }),
        2 => REPLICAS.prop_map(|replica| Step::Disconnect { replica }),
        1 => REPLICAS.prop_map(|replica| Step::CrashReplica { replica }),
        1 => Just(Step::CrashServer),
        1 => Just(Step::FillDisk),
        1 => Just(Step::ClearDisk),
        2 => REPLICAS.prop_map(|replica| Step::Wake { replica }),
    ]
}

proptest! {
    #![proptest_config(Config { cases: 150, max_shrink_iters: 2_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn all_agree_and_nothing_acknowledged_is_lost(steps in prop::collection::vec(step(), 1..250)) {
        let mut world = World::new();
        for step in steps {
            world.take(step);
        }
        world.heal();
        world.assert_agreement();
        world.assert_nothing_acknowledged_is_lost();
    }
}
