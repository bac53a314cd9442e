//! Locks a phone that nobody touches.

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use super::HandsHandle;
use crate::{services::use_services, team::state::hands::IDLE_MS};

/// How often the time is looked at.
const LOOK_EVERY_MS: u32 = 10_000;

/// Locks the phone when nobody has touched it for a while, also while it slept.
#[hook]
pub(super) fn use_idle_lock(handle: Option<&HandsHandle>) {
    let services = use_services();
    let used_ms = use_memo((), |()| Cell::new(services.clock.now_ms()));
    let round = use_state(|| 0_u32);
    {
        let (used_ms, services) = (used_ms.clone(), services.clone());
        use_effect_with((), move |()| {
            let clock = services.clock.clone();
            let touched = services.platform.on_use(Rc::new(move || used_ms.set(clock.now_ms())));
            move || drop(touched)
        });
    }
    let open = handle.filter(|handle| !handle.is_locked() && handle.hands.current().pin.is_some()).cloned();
    use_effect_with((open, *round), move |(open, number)| {
        let next = number.wrapping_add(1);
        let guards = open.clone().map(|handle| {
            let (clock, platform) = (services.clock.clone(), services.platform.clone());
            let used_ms = used_ms.clone();
            let look: Rc<dyn Fn()> = {
                let clock = clock.clone();
                Rc::new(move || {
                    if clock.now_ms() - used_ms.get() >= IDLE_MS {
                        handle.lock();
                    } else {
                        round.set(next);
                    }
                })
            };
            let woken = platform.on_wake(Rc::clone(&look));
            let later = clock.after(LOOK_EVERY_MS, Box::new(move || look()));
            (woken, later)
        });
        move || drop(guards)
    });
}
