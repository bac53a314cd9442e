//! `markt organiser`.

use super::{CliError, Data, Opened, existing};
use crate::{
    enrolment, erasure, output,
    secret::{PasswordHash, readable_password},
    storage::{EraseReason, ErasureLog, MemberRole, Storage as _},
};

/// Add, list, help and remove organisers and staff.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Action {
    /// Add an organiser, or one of the JobCenter's staff; prints the password once.
    Add(New),
    /// Give an organiser a new password and end their sessions; prints the password once.
    Reset(Named),
    /// Remove an organiser, or one of the staff: ends their sessions and erases their name everywhere.
    Remove(Named),
    /// List everyone who can sign in.
    List(Data),
}

#[derive(Debug, clap::Args)]
pub(super) struct Named {
    #[command(flatten)]
    data: Data,
    /// What they sign in as.
    name: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct New {
    #[command(flatten)]
    named: Named,
    /// They belong to the JobCenter's staff and organise nothing.
    #[arg(long)]
    staff: bool,
}

impl Action {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self {
            Self::Add(New { named: Named { data, name }, staff }) => {
                let role = if staff { MemberRole::Staff } else { MemberRole::Organiser };
                add(&data, name, role).await
            }
            Self::Reset(Named { data, name }) => reset(&data, name).await,
            Self::Remove(Named { data, name }) => remove(&data, name).await,
            Self::List(data) => list(&data).await,
        }
    }
}

async fn add(data: &Data, name: String, role: MemberRole) -> Result<(), CliError> {
    let opened = Opened::open(&data.folder)?;
    let password = readable_password();
    let hash = PasswordHash::of(&password);
    let added = enrolment::add_member(&opened.storage, &name, role, hash).await?;
    let member = added.ok_or(CliError::NameTaken { name })?;
    output::line(&format!("{}  password {password}", member.name))?;
    opened.close().await
}

async fn reset(data: &Data, name: String) -> Result<(), CliError> {
    let opened = Opened::open(&data.folder)?;
    let password = readable_password();
    if !opened.storage.set_password(name.clone(), PasswordHash::of(&password)).await? {
        return Err(CliError::NameUnknown { name });
    }
    output::line(&format!("{name}  password {password}"))?;
    opened.close().await
}

async fn remove(data: &Data, name: String) -> Result<(), CliError> {
    let opened = Opened::open(&data.folder)?;
    let erasures = ErasureLog::new(existing(&data.folder)?.erasure_log());
    let members = opened.storage.members().await?;
    let Some(member) = members.iter().find(|member| member.name == name) else {
        return Err(CliError::NameUnknown { name });
    };
    let organisers = members.iter().filter(|member| member.role == MemberRole::Organiser).count();
    if member.role == MemberRole::Organiser && organisers == 1 {
        return Err(CliError::LastOrganiser { name });
    }
    let today = opened.clock.erasure_day(&opened.published().await?.season.time_zone);
    erasure::erase(&opened.storage, &erasures, vec![member.id], EraseReason::Operator, today).await?;
    output::line(&format!("Removed {name}."))?;
    opened.close().await
}

async fn list(data: &Data) -> Result<(), CliError> {
    let opened = Opened::open(&data.folder)?;
    for member in opened.storage.members().await? {
        output::line(&format!("{}  {}", member.name, member.role.name()))?;
    }
    opened.close().await
}
