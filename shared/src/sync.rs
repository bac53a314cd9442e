//! What crosses the wire, and what may.
//!
//! The wire is the automerge-repo WebSocket protocol, version 1, with our additions (claims, the
//! log, coded errors) in fields and messages that other programs ignore; `docs/PROTOCOL.md`
//! specifies it. Changes are exchanged by [`automerge::sync`].

pub mod claim;
pub mod closing;
pub mod derived;
pub mod enrolment;
pub mod message;
pub mod reach;
pub mod share_policy;
pub mod vetting;
pub mod voucher;

/// Why the server refuses something about one document. The socket stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefusalCode {
    /// This principal may not do this, or someone else made a document of this id first.
    Denied,
    /// The document is of another kind than its claim or its past says.
    WrongKind,
    /// The claim's signature does not hold.
    BadClaim,
    /// The bytes are no changes, or would leave a document that cannot be loaded.
    Unloadable,
    /// More than a limit allows.
    TooLarge,
    /// The document was erased and may not come back.
    Erased,
    /// The server cannot store at the moment; try again later.
    Temporary,
}

impl RefusalCode {
    const ALL: [Self; 7] = [
        Self::Denied,
        Self::WrongKind,
        Self::BadClaim,
        Self::Unloadable,
        Self::TooLarge,
        Self::Erased,
        Self::Temporary,
    ];

    /// As it stands in an `error` message.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::WrongKind => "wrong-kind",
            Self::BadClaim => "bad-claim",
            Self::Unloadable => "unloadable",
            Self::TooLarge => "too-large",
            Self::Erased => "erased",
            Self::Temporary => "temporary",
        }
    }

    /// The code of that name; an unknown one is a denial.
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|code| code.name() == name).unwrap_or(Self::Denied)
    }
}
