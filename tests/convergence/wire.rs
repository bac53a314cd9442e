//! A connection as a stream protocol gives it: frames arrive in order and once, until it is cut; then
//! some of those under way still arrive, and each end notices in its own time. Frames of an old
//! connection and of a new one overtake each other.

use std::collections::VecDeque;
use tests::chance::Chance;

/// See the module's documentation.
pub(crate) struct Wire {
    /// Whose connection it is.
    pub(crate) peer: usize,
    /// Whether the peer believes that the connection stands.
    pub(crate) peer_end: bool,
    /// Whether the server believes that the connection stands.
    pub(crate) server_end: bool,
    up: VecDeque<Vec<u8>>,
    down: VecDeque<Vec<u8>>,
    is_cut: bool,
    /// Whether the hub was told that too much waits for the peer.
    pub(crate) is_congested: bool,
}

impl Wire {
    pub(crate) fn new(peer: usize) -> Wire {
        let (up, down) = (VecDeque::new(), VecDeque::new());
        Wire { peer, peer_end: true, server_end: true, up, down, is_cut: false, is_congested: false }
    }

    /// The peer sends; what is sent into a cut connection is lost.
    pub(crate) fn send_up(&mut self, frame: Vec<u8>) {
        if !self.is_cut {
            self.up.push_back(frame);
        }
    }

    /// The server sends; what is sent into a cut connection is lost.
    pub(crate) fn send_down(&mut self, frame: Vec<u8>) {
        if !self.is_cut {
            self.down.push_back(frame);
        }
    }

    /// The next frame that reaches the server.
    pub(crate) fn arrive_up(&mut self) -> Option<Vec<u8>> {
        self.up.pop_front()
    }

    /// The next frame that reaches the peer.
    pub(crate) fn arrive_down(&mut self) -> Option<Vec<u8>> {
        self.down.pop_front()
    }

    /// Cuts the connection: of the frames under way, only the first few arrive.
    pub(crate) fn cut(&mut self, chance: &mut Chance) {
        self.is_cut = true;
        for frames in [&mut self.up, &mut self.down] {
            let arriving = chance.below(frames.len() + 1);
            frames.truncate(arriving);
        }
    }

    pub(crate) fn can_arrive_up(&self) -> bool {
        self.server_end && !self.up.is_empty()
    }

    pub(crate) fn can_arrive_down(&self) -> bool {
        self.peer_end && !self.down.is_empty()
    }

    /// Whether the peer may learn now that the connection is gone.
    pub(crate) fn peer_can_notice(&self) -> bool {
        self.peer_end && self.down.is_empty() && (self.is_cut || !self.server_end)
    }

    /// Whether the server may learn now that the connection is gone.
    pub(crate) fn server_can_notice(&self) -> bool {
        self.server_end && self.up.is_empty() && (self.is_cut || !self.peer_end)
    }

    pub(crate) fn is_gone(&self) -> bool {
        !self.peer_end && !self.server_end
    }
}
