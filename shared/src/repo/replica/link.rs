//! The connection to the server.

/// How the connection is, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConnectionState {
    /// There is none.
    Offline,
    /// The transport stands, the server has not answered yet.
    Joining,
    /// Connected; the server's log is being read.
    Reading,
    /// Connected, and everything that the server has is here.
    UpToDate,
}

#[derive(Debug)]
pub(super) enum Link {
    Offline,
    Joining,
    Ready {
        /// Peer id of the server.
        server: String,
        /// How far its log was read.
        log: LogReading,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogReading {
    /// A page was asked for.
    Asked,
    /// A page came, and there is another.
    More,
    /// Read to the end; what is committed from now on comes by itself.
    AtEnd,
}

impl Link {
    pub(super) fn server(&self) -> Option<&str> {
        match self {
            Self::Ready { server, .. } => Some(server),
            Self::Offline | Self::Joining => None,
        }
    }

    /// A page of the log came; `more` says whether another one waits.
    pub(super) fn log_page(&mut self, more: bool) {
        if let Self::Ready { log, .. } = self {
            *log = if more { LogReading::More } else { LogReading::AtEnd };
        }
    }

    /// Whether the next page is to be asked for now; says so once.
    pub(super) fn take_next_page(&mut self) -> bool {
        match self {
            Self::Ready { log: log @ LogReading::More, .. } => {
                *log = LogReading::Asked;
                true
            }
            Self::Ready { .. } | Self::Offline | Self::Joining => false,
        }
    }

    /// Whether the log was read to its end.
    pub(super) fn has_read_log(&self) -> bool {
        matches!(self, Self::Ready { log: LogReading::AtEnd, .. })
    }
}
