//! Who uses this browser: an enrolled device, a member of the team, or nobody yet.
//!
//! Kept on the phone, so that the app starts without a network. The server decides on its own what
//! a session may do; this is what the app shows.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use shared::{
    document::{DocumentId, MarketKey},
    seal::PublicKey,
};
use yew::prelude::*;

use super::standing::Standing;
use crate::services::{ApiError, Method, Row, Services, StorageError, Table};

/// Row in [`Table::Device`].
const ROW: &str = "session";

/// Who uses this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Session {
    /// Nobody has enrolled or signed in.
    #[default]
    None,
    /// A volunteer's phone.
    Device(DeviceSession),
    /// A person of the team.
    Member(MemberSession),
}

/// A volunteer's phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceSession {
    /// Its device document.
    pub device: DocumentId,
    /// What people call it.
    pub label: String,
    /// The market it was enrolled for.
    pub market: MarketKey,
    /// Name of the organiser who invited it.
    pub organiser: String,
    /// Whom contacts are sealed to; pinned at enrolment.
    pub sealing_key: PublicKey,
    /// Token of the invite that it was enrolled by; it names the signing key.
    pub invite: String,
    /// Whether the server, or an organiser, has not let it in yet. It records all the same.
    pub pending: bool,
}

/// A person of the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberSession {
    /// Their member document.
    pub member: DocumentId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// What a member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Plans, follows up, evaluates.
    Organiser,
    /// Staff of the job centre.
    Staff,
}

/// A session as it is stored.
///
/// **Shape**: JSON; ids, keys and markets as text.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum StoredSession {
    Device {
        device: String,
        label: String,
        market: String,
        organiser: String,
        sealing_key: String,
        invite: String,
        #[serde(default)]
        pending: bool,
    },
    Member {
        member: String,
        name: String,
        role: Role,
    },
}

impl Session {
    /// Names this peer on the wire.
    pub fn peer(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Device(session) => session.device.to_string(),
            Self::Member(session) => session.member.to_string(),
        }
    }

    /// The session of a volunteer's phone.
    pub fn device(&self) -> Option<&DeviceSession> {
        match self {
            Self::Device(session) => Some(session),
            Self::None | Self::Member(_) => None,
        }
    }

    /// Whether an organiser is signed in.
    pub fn is_organiser(&self) -> bool {
        matches!(self, Self::Member(MemberSession { role: Role::Organiser, .. }))
    }

    /// What the phone remembers.
    ///
    /// # Errors
    /// If the database can not be read.
    pub async fn stored(services: &Services) -> Result<Self, StorageError> {
        let bytes = services.storage.get(Table::Device, ROW).await?;
        let stored = bytes.and_then(|bytes| serde_json::from_slice::<StoredSession>(&bytes).ok());
        Ok(stored.and_then(Self::from_stored).unwrap_or_default())
    }

    /// Remembers it, or forgets the one before if there is none.
    ///
    /// # Errors
    /// If the database can not be written.
    pub async fn store(&self, services: &Services) -> Result<(), StorageError> {
        let Some(stored) = self.to_stored() else { return services.storage.delete(Table::Device, ROW).await };
        let bytes = serde_json::to_vec(&stored).expect("text and names always serialise");
        services.storage.put(vec![Row { table: Table::Device, key: ROW.to_owned(), bytes }]).await
    }

    /// What the server says of the cookie that the browser holds.
    ///
    /// # Errors
    /// If the server is away. A cookie that it does not know is no error but nobody.
    pub async fn asked(services: &Services) -> Result<Self, ApiError> {
        match services.api.call(Method::Get, "/api/session", None).await {
            Ok(answer) => Ok(Self::member_from(&answer)),
            Err(ApiError::Refused { status: 401, .. }) => Ok(Self::None),
            Err(error) => Err(error),
        }
    }

    /// The member of an answer to sign-in; a device's session can not be made from an answer, since
    /// the pinned key is missing.
    pub fn member_from(answer: &Value) -> Self {
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        let role = serde_json::from_value(answer["role"].clone()).ok();
        match (text("member").and_then(|member| member.parse().ok()), text("name"), role) {
            (Some(member), Some(name), Some(role)) => Self::Member(MemberSession { member, name, role }),
            _ => Self::None,
        }
    }

    fn from_stored(stored: StoredSession) -> Option<Self> {
        Some(match stored {
            StoredSession::Device { device, label, market, organiser, sealing_key, invite, pending } => {
                Self::Device(DeviceSession {
                    device: device.parse().ok()?,
                    label,
                    market: market.parse().ok()?,
                    organiser,
                    sealing_key: public_key(&sealing_key)?,
                    invite,
                    pending,
                })
            }
            StoredSession::Member { member, name, role } => {
                Self::Member(MemberSession { member: member.parse().ok()?, name, role })
            }
        })
    }

    fn to_stored(&self) -> Option<StoredSession> {
        match self {
            Self::None => None,
            Self::Device(session) => Some(StoredSession::Device {
                device: session.device.to_string(),
                label: session.label.clone(),
                market: session.market.to_string(),
                organiser: session.organiser.clone(),
                sealing_key: hex::encode(session.sealing_key.0),
                invite: session.invite.clone(),
                pending: session.pending,
            }),
            Self::Member(session) => Some(StoredSession::Member {
                member: session.member.to_string(),
                name: session.name.clone(),
                role: session.role,
            }),
        }
    }
}

/// Reads a public key of 64 hexadecimal digits.
pub fn public_key(text: &str) -> Option<PublicKey> {
    hex::decode(text).ok()?.try_into().ok().map(PublicKey)
}

/// The session, and ways to change it.
#[derive(Clone, PartialEq)]
pub struct SessionHandle {
    /// Who uses this browser.
    pub session: Session,
    /// Takes a new session: remembers it and connects as it.
    pub sign_in: Callback<Session>,
    /// Ends the session here and on the server.
    pub sign_out: Callback<()>,
    /// Takes news of the same device: remembers them, and goes on with what is open.
    pub renew: Callback<DeviceSession>,
    /// How the server sees this device.
    pub standing: Standing,
    /// Takes note of that.
    pub on_standing: Callback<Standing>,
}

/// The session, from the context that the app provides.
#[hook]
pub fn use_session() -> SessionHandle {
    use_context::<SessionHandle>().expect("the app provides the session around every page")
}
