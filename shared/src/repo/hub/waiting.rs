//! Messages that wait for one document: of each connection in the order in which they came, and the connections
//! in turn, so that none makes the others wait for all that it has sent.

use std::collections::VecDeque;

use super::incoming::Incoming;

/// See the module's documentation.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// None of them empty; whoever's turn it is comes first.
    lines: VecDeque<Line>,
}

#[derive(Debug)]
struct Line {
    connection: u64,
    messages: VecDeque<Incoming>,
}

impl Waiting {
    /// Lets a message wait behind those of its connection.
    pub(super) fn push(&mut self, message: Incoming) {
        match self.lines.iter_mut().find(|line| line.connection == message.connection) {
            Some(line) => line.messages.push_back(message),
            None => {
                let mut line = Line::of(&message);
                line.messages.push_back(message);
                self.lines.push_back(line);
            }
        }
    }

    /// Puts back a message that was taken: it is the next one again.
    pub(super) fn put_back(&mut self, message: Incoming) {
        let place = self.lines.iter().position(|line| line.connection == message.connection);
        let mut line = place.and_then(|place| self.lines.remove(place)).unwrap_or_else(|| Line::of(&message));
        line.messages.push_front(message);
        self.lines.push_front(line);
    }

    /// Takes the next message that `may` be handled now; whose first one may not is passed over.
    pub(super) fn take(&mut self, mut may: impl FnMut(&Incoming) -> bool) -> Option<Incoming> {
        let is_next = |line: &Line| line.messages.front().is_some_and(&mut may);
        let place = self.lines.iter().position(is_next)?;
        let mut line = self.lines.remove(place)?;
        let message = line.messages.pop_front()?;
        if !line.messages.is_empty() {
            self.lines.push_back(line);
        }
        Some(message)
    }

    /// Drops what waits of one connection.
    pub(super) fn leave(&mut self, connection: u64) {
        self.lines.retain(|line| line.connection != connection);
    }

    /// Drops all.
    pub(super) fn clear(&mut self) {
        self.lines.clear();
    }

    /// Whether anything of a connection waits.
    pub(super) fn has(&self, connection: u64) -> bool {
        self.lines.iter().any(|line| line.connection == connection)
    }

    /// Those of which something waits; whoever's turn it is comes first.
    pub(super) fn connections(&self) -> impl Iterator<Item = u64> {
        self.lines.iter().map(|line| line.connection)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Incoming> {
        self.lines.iter().flat_map(|line| &line.messages)
    }
}

impl Line {
    fn of(message: &Incoming) -> Self {
        Self { connection: message.connection, messages: VecDeque::new() }
    }
}
