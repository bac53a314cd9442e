//! Devices, the invites by which they come, and what waits of theirs.

use shared::{document::DocumentId, sync::enrolment::ProofKey};

use crate::secret::TokenHash;

/// A device that was invited, or that the operator has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Device {
    /// Id of the `device` document; with a key it follows from that.
    pub id: DocumentId,
    /// What its owner calls it.
    pub label: String,
    /// SEC1 bytes of the public signing key; empty for a program without claims.
    pub public_key: Vec<u8>,
    /// Market for which it records, `<season>/<date>`.
    pub market: String,
    /// When it was enrolled, milliseconds since the Unix epoch.
    pub enrolled_ms: i64,
    /// What it may do.
    pub state: DeviceState,
    /// When it was last connected, milliseconds since the Unix epoch.
    pub last_contact_ms: Option<i64>,
}

/// What a device may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DeviceState {
    /// Nothing until an organiser has confirmed it; what it hands over is kept.
    Waiting,
    /// Records.
    Active,
    /// Connect no more; what it recorded before is taken when it comes.
    Retired,
    /// Nothing: someone else may hold it. What comes from it waits for an organiser.
    Lost,
}

impl DeviceState {
    const ALL: [Self; 4] = [Self::Waiting, Self::Active, Self::Retired, Self::Lost];

    /// Its name in the database and the API.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Active => "active",
            Self::Retired => "retired",
            Self::Lost => "lost",
        }
    }

    /// The state of that name; of an unknown one, which a newer version may have written, nothing is allowed.
    pub(crate) fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Lost)
    }
}

/// How an invite reaches a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InviteWay {
    /// Shown for some minutes; an organiser then confirms the phone.
    OnScreen,
    /// On paper, until the market closes.
    Printed,
}

impl InviteWay {
    /// Its name in the database and the API.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OnScreen => "on-screen",
            Self::Printed => "printed",
        }
    }

    /// The way of that name; of an unknown one the phone is to be confirmed.
    pub(crate) fn from_name(name: &str) -> Self {
        if name == Self::Printed.name() { Self::Printed } else { Self::OnScreen }
    }
}

/// A one-time permission to enrol a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invite {
    /// Hash of its token.
    pub token: TokenHash,
    /// Market for which the device will record, `<season>/<date>`.
    pub market: String,
    /// Who made it; the operator's have none.
    pub created_by: Option<DocumentId>,
    /// When it stops working, milliseconds since the Unix epoch.
    pub expires_ms: i64,
    /// The device that used it.
    pub used_by: Option<DocumentId>,
    /// How it reaches the phone.
    pub way: InviteWay,
    /// Checks the proof in a bundle; none in invites of older versions.
    pub proof_key: Option<ProofKey>,
}

/// What became of an attempt to enrol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Enrolment {
    /// The device is known, by this attempt or since an earlier one whose answer was lost.
    Enrolled {
        /// The device.
        device: Box<Device>,
        /// Whether this attempt has made it.
        is_new: bool,
    },
    /// There is no such invite.
    Unknown,
    /// It was used by another device.
    Used,
    /// It is too late.
    Expired,
}

/// A bundle that waits for an organiser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptBundle {
    /// SHA-256 over the file.
    pub hash: [u8; 32],
    /// The device that signed it.
    pub device: DocumentId,
    /// When it came, milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What became of a bundle that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PutBundle {
    /// It is kept, since now or before.
    Kept,
    /// Too much waits; nothing was dropped for it.
    Full,
}
