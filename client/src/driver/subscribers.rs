//! Who wants to be told of changes.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use shared::document::DocumentId;

/// What subscribers are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// A document changed, or where it is safe; with its id.
    Documents,
    /// The connection or the storage changed.
    Connection,
}

type Listener = (u64, Topic, Rc<dyn Fn(Option<DocumentId>)>);

#[derive(Default)]
pub(super) struct Subscribers {
    next: Cell<u64>,
    listeners: Rc<RefCell<Vec<Listener>>>,
}

impl Subscribers {
    pub(super) fn add(&self, topic: Topic, then: Rc<dyn Fn(Option<DocumentId>)>) -> Subscription {
        let id = self.next.get();
        self.next.set(id + 1);
        self.listeners.borrow_mut().push((id, topic, then));
        Subscription { id, listeners: Rc::downgrade(&self.listeners) }
    }

    /// Listeners may subscribe and unsubscribe while they are told.
    pub(super) fn tell(&self, topic: Topic, document: Option<DocumentId>) {
        let told: Vec<_> = self
            .listeners
            .borrow()
            .iter()
            .filter(|(_, of, _)| *of == topic)
            .map(|(_, _, then)| Rc::clone(then))
            .collect();
        for then in told {
            then(document);
        }
    }
}

/// Ends the subscription when dropped.
pub struct Subscription {
    id: u64,
    listeners: Weak<RefCell<Vec<Listener>>>,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(listeners) = self.listeners.upgrade() {
            listeners.borrow_mut().retain(|(id, _, _)| *id != self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_only_those_who_still_listen_to_that_topic() {
        let heard = Rc::new(Cell::new(0));
        let subscribers = Subscribers::default();
        let listen = |topic| {
            let heard = Rc::clone(&heard);
            subscribers.add(topic, Rc::new(move |_| heard.set(heard.get() + 1)))
        };
        let documents = listen(Topic::Documents);
        let _connection = listen(Topic::Connection);
        subscribers.tell(Topic::Documents, None);
        assert_eq!(heard.get(), 1);
        drop(documents);
        subscribers.tell(Topic::Documents, None);
        assert_eq!(heard.get(), 1);
    }
}
