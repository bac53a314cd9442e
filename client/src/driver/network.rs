//! The way to the server.

use std::rc::Rc;

use shared::repo::{ConnectionState, ReplicaEvent};

use super::{Repo, subscribers::Topic, with};
use crate::services::{SocketEvent, random_bytes};

impl Repo {
    pub(super) fn connect(&self) {
        if self.0.socket.borrow().is_some() {
            return;
        }
        self.0.retry.take();
        self.0.next_try_ms.set(None);
        if self.0.services.platform.has_no_network() {
            self.retry_later();
            return;
        }
        let weak = Rc::downgrade(&self.0);
        let socket = self.0.services.transport.connect(Rc::new(move |event| {
            with(&weak, |repo| repo.on_socket_event(event));
        }));
        match socket {
            Some(socket) => {
                self.0.socket.replace(Some(socket));
            }
            None => self.retry_later(),
        }
        self.0.subscribers.tell(Topic::Connection, None);
    }

    fn on_socket_event(&self, event: SocketEvent) {
        match event {
            SocketEvent::Opened => self.handle(ReplicaEvent::Opened),
            SocketEvent::Received(frame) => {
                self.0.last_contact_ms.set(Some(self.0.services.clock.now_ms()));
                self.handle(ReplicaEvent::Received(frame));
                let state = self.0.replica.borrow().connection();
                if matches!(state, ConnectionState::Reading | ConnectionState::UpToDate) {
                    // Only a server that lets this peer in ends the series of failures: one that
                    // says no and closes must not be asked every second.
                    self.0.backoff.borrow_mut().reset();
                    self.0.close_code.set(None);
                }
            }
            SocketEvent::Closed(code) => self.disconnected(Some(code)),
        }
    }

    pub(super) fn disconnected(&self, close_code: Option<u16>) {
        self.0.socket.take();
        self.0.close_code.set(close_code);
        self.handle(ReplicaEvent::Closed);
        self.retry_later();
        self.0.subscribers.tell(Topic::Connection, None);
    }

    fn retry_later(&self) {
        let [random] = random_bytes::<1>(&*self.0.services.random);
        let wait_ms = self.0.backoff.borrow_mut().next_ms(random);
        self.0.next_try_ms.set(Some(self.0.services.clock.now_ms() + i64::from(wait_ms)));
        let weak = Rc::downgrade(&self.0);
        let guard =
            self.0.services.clock.after(wait_ms, Box::new(move || with(&weak, |repo| repo.connect())));
        self.0.retry.replace(Some(guard));
    }
}
