//! Locks keys that no one uses.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    lock::KeysEvent,
    vault::{Vault, VaultEvent},
};
use crate::services::use_services;

/// How often the time is looked at.
const LOOK_EVERY_MS: u32 = 10_000;

/// Keeps keys unlocked while the organiser works, and locks them when no one does.
#[hook]
pub(crate) fn use_idle_lock(vault: &UseReducerHandle<Vault>) {
    let services = use_services();
    let any = vault.keys().any();
    let dispatcher = vault.dispatcher();
    let tick = use_state(|| 0_u32);
    {
        let (services, dispatcher) = (services.clone(), dispatcher.clone());
        use_effect_with((any, *tick), move |(any, count)| {
            let (any, count) = (*any, *count);
            let clock = services.clock.clone();
            let guard = any.then(|| {
                services.clock.after(
                    LOOK_EVERY_MS,
                    Box::new(move || {
                        let now_ms = clock.now_ms();
                        dispatcher.dispatch(VaultEvent::Keys(KeysEvent::TimePassed { now_ms }));
                        tick.set(count.wrapping_add(1));
                    }),
                )
            });
            move || drop(guard)
        });
    }
    use_effect_with(any, move |any| {
        let listening = any.then(|| {
            let clock = services.clock.clone();
            services.platform.on_use(Rc::new(move || {
                let now_ms = clock.now_ms();
                dispatcher.dispatch(VaultEvent::Keys(KeysEvent::Used { now_ms }));
            }))
        });
        move || drop(listening)
    });
}
