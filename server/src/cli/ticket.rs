//! `markt ticket`.

use futures_util::future::try_join_all;
use serde::Serialize;
use shared::document::{DocumentId, MarketKey};

use super::{CliError, Data, Opened, parse_market};
use crate::{
    enrolment::{self, NewDevice, is_public_key},
    output,
    secret::Token,
    storage::{Holder, Pass, PassPurpose, Storage as _},
};

/// How long a ticket works.
const TICKET_MS: i64 = 15 * 60 * 1000;

/// Make short-lived addresses for other automerge-repo programs.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    holder: HolderName,
    /// Market of devices that are enrolled by this; without it the next one.
    #[arg(long, value_name = "SEASON/DATE", value_parser = parse_market, conflicts_with = "organiser")]
    market: Option<MarketKey>,
    /// Print the addresses, with the ids of the devices, as one JSON list.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct HolderName {
    /// Act as this device; it is enrolled if there is none of that name. With KEY, 65 bytes in hexadecimal
    /// (an uncompressed point of P-256), it can sign claims. May be given several times.
    #[arg(long, value_name = "NAME[=KEY]", value_parser = parse_device)]
    device: Vec<DeviceName>,
    /// Act as this organiser.
    #[arg(long, value_name = "NAME")]
    organiser: Option<String>,
}

#[derive(Clone, Debug)]
struct DeviceName {
    label: String,
    public_key: Vec<u8>,
}

/// An address, and who acts at it.
#[derive(Debug, Serialize)]
struct Address {
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
}

impl Arguments {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let opened = Opened::open(&self.data.folder)?;
        let holders = match self.holder.organiser {
            Some(name) => vec![organiser(&opened, name).await?],
            None => devices(&opened, self.holder.device, self.market).await?,
        };
        // Asked for side by side, they share a transaction.
        let addresses = try_join_all(holders.into_iter().map(|holder| address(&opened, holder))).await?;
        if self.json {
            output::line(&serde_json::to_string(&addresses).expect("addresses are plain JSON"))?;
        } else {
            for Address { address, .. } in &addresses {
                output::line(address)?;
            }
        }
        opened.close().await
    }
}

async fn address(opened: &Opened, holder: Holder) -> Result<Address, CliError> {
    let token = Token::random();
    let expires_ms = opened.clock.now_ms() + TICKET_MS;
    let pass = Pass { token: token.hash(), purpose: PassPurpose::Ticket, holder, expires_ms };
    opened.storage.put_pass(pass).await?;
    let address = format!("ws://{}/sync?ticket={token}", opened.address.listen);
    let device = match holder {
        Holder::Device(device) => Some(device.to_string()),
        Holder::Member(_) => None,
    };
    Ok(Address { address, device })
}

async fn devices(
    opened: &Opened,
    names: Vec<DeviceName>,
    market: Option<MarketKey>,
) -> Result<Vec<Holder>, CliError> {
    let known: Vec<Option<DocumentId>> = try_join_all(names.iter().map(async |name| {
        let known = opened.storage.device_labelled(name.label.clone()).await?;
        Ok::<_, CliError>(known.map(|device| device.id))
    }))
    .await?;
    let market = match known.iter().all(Option::is_some) {
        true => None,
        false => Some(opened.market(market).await?),
    };
    let now_ms = opened.clock.now_ms();
    let enrolled =
        std::iter::zip(names, known).map(async |(DeviceName { label, public_key }, known)| {
            match (known, &market) {
                (None, Some(market)) => {
                    let new = NewDevice { label, public_key };
                    let device = enrolment::add_device(&opened.storage, new, market, now_ms).await?;
                    Ok(Holder::Device(device.id))
                }
                (known, _) => Ok(Holder::Device(known.expect("without a market all are known"))),
            }
        });
    try_join_all(enrolled).await
}

async fn organiser(opened: &Opened, name: String) -> Result<Holder, CliError> {
    let known = opened.storage.member_named(name.clone()).await?;
    let (member, _) = known.ok_or(CliError::NameUnknown { name })?;
    Ok(Holder::Member(member.id))
}

fn parse_device(text: &str) -> Result<DeviceName, String> {
    let Some((label, key)) = text.split_once('=') else {
        return Ok(DeviceName { label: text.to_owned(), public_key: Vec::new() });
    };
    match hex::decode(key) {
        Ok(public_key) if is_public_key(&public_key) => {
            Ok(DeviceName { label: label.to_owned(), public_key })
        }
        _ => Err("expected after = an uncompressed point of P-256 in hexadecimal, 130 digits".to_owned()),
    }
}
