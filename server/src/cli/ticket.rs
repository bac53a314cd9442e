//! `markt ticket`.

use shared::document::MarketKey;

use super::{CliError, Data, Opened, parse_market};
use crate::{
    enrolment::{self, NewDevice},
    output,
    secret::Token,
    storage::{Holder, Pass, PassPurpose, Storage as _},
};

/// How long a ticket works.
const TICKET_MS: i64 = 15 * 60 * 1000;

/// Make a short-lived address for another automerge-repo program.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    holder: HolderName,
    /// Market of a device that is enrolled by this; without it the next one.
    #[arg(long, value_name = "SEASON/DATE", value_parser = parse_market, conflicts_with = "organiser")]
    market: Option<MarketKey>,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct HolderName {
    /// Act as this device; it is enrolled if there is none of that name.
    #[arg(long, value_name = "NAME")]
    device: Option<String>,
    /// Act as this organiser.
    #[arg(long, value_name = "NAME")]
    organiser: Option<String>,
}

impl Arguments {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let opened = Opened::open(&self.data.folder)?;
        let holder = match (self.holder.device, self.holder.organiser) {
            (Some(label), _) => device(&opened, label, self.market).await?,
            (None, name) => organiser(&opened, name.unwrap_or_default()).await?,
        };
        let token = Token::random();
        let expires_ms = opened.clock.now_ms() + TICKET_MS;
        let pass = Pass { token: token.hash(), purpose: PassPurpose::Ticket, holder, expires_ms };
        opened.storage.put_pass(pass).await?;
        output::line(&format!("ws://{}/sync?ticket={token}", opened.address.listen))?;
        opened.close().await
    }
}

async fn device(opened: &Opened, label: String, market: Option<MarketKey>) -> Result<Holder, CliError> {
    if let Some(device) = opened.storage.device_labelled(label.clone()).await? {
        return Ok(Holder::Device(device.id));
    }
    let market = opened.market(market).await?;
    let new = NewDevice { label, public_key: Vec::new() };
    let device = enrolment::add_device(&opened.storage, new, &market, opened.clock.now_ms()).await?;
    Ok(Holder::Device(device.id))
}

async fn organiser(opened: &Opened, name: String) -> Result<Holder, CliError> {
    let known = opened.storage.member_named(name.clone()).await?;
    let (member, _) = known.ok_or(CliError::NameUnknown { name })?;
    Ok(Holder::Member(member.id))
}
