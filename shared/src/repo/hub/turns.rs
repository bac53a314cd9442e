//! Whose message is vetted when: of one connection only a few at a time, whatever it brings.

use std::collections::{HashMap, VecDeque};

use super::HubEffect;

/// So many messages of one connection are vetted at once; as many as there are threads at most.
const MAX_AT_ONCE: usize = 4;

/// Vettings that are under way, and those that wait for their turn.
#[derive(Debug, Default)]
pub(super) struct Turns {
    /// Vetting and connection.
    under_way: HashMap<u64, u64>,
    /// Of each connection that has any.
    lines: HashMap<u64, Line>,
}

#[derive(Debug, Default)]
struct Line {
    under_way: usize,
    waiting: VecDeque<(u64, HubEffect)>,
}

impl Turns {
    /// Takes a vetting in; says what to begin now.
    pub(super) fn take(&mut self, connection: u64, vetting: u64, effect: HubEffect) -> Option<HubEffect> {
        let line = self.lines.entry(connection).or_default();
        if line.under_way >= MAX_AT_ONCE {
            line.waiting.push_back((vetting, effect));
            return None;
        }
        line.under_way += 1;
        self.under_way.insert(vetting, connection);
        Some(effect)
    }

    /// A vetting has ended; says what to begin in its place.
    pub(super) fn ended(&mut self, vetting: u64) -> Option<HubEffect> {
        let connection = self.under_way.remove(&vetting)?;
        let line = self.lines.get_mut(&connection)?;
        line.under_way -= 1;
        if let Some((next, effect)) = line.waiting.pop_front() {
            line.under_way += 1;
            self.under_way.insert(next, connection);
            return Some(effect);
        }
        if line.under_way == 0 {
            self.lines.remove(&connection);
        }
        None
    }
}
