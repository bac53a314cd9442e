//! A pause, so that the browser can paint before heavy work begins.

use std::{cell::RefCell, future::poll_fn, rc::Rc, task::Poll, task::Waker};

use crate::services::Services;

/// Long enough for a frame to be painted.
const PAINT_MS: u32 = 60;

/// Lets the browser paint.
pub(crate) async fn pause(services: &Services) {
    let state: Rc<RefCell<(bool, Option<Waker>)>> = Rc::default();
    let done = state.clone();
    let _guard = services.clock.after(
        PAINT_MS,
        Box::new(move || {
            let waker = {
                let mut state = done.borrow_mut();
                state.0 = true;
                state.1.take()
            };
            if let Some(waker) = waker {
                waker.wake();
            }
        }),
    );
    poll_fn(|context| {
        let mut state = state.borrow_mut();
        if state.0 {
            return Poll::Ready(());
        }
        state.1 = Some(context.waker().clone());
        Poll::Pending
    })
    .await;
}
