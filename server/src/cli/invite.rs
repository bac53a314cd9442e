//! `markt invite`.

use shared::document::MarketKey;

use super::{CliError, Data, Opened, parse_market};
use crate::{
    enrolment::{self, Wanted},
    output,
    publication::stored_market,
    storage::InviteWay,
};

/// Make invites for volunteers: each enrols one phone until the market closes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Which market; without it the next one.
    #[arg(long, value_name = "SEASON/DATE", value_parser = parse_market)]
    market: Option<MarketKey>,
    /// How many.
    #[arg(long, default_value_t = 1)]
    count: usize,
}

impl Arguments {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let opened = Opened::open(&self.data.folder)?;
        let market = opened.market(self.market).await?;
        let name = market.to_string();
        let stored = stored_market(&opened.storage, &market).await?;
        let stored = stored.ok_or_else(|| CliError::MarketUnknown { market: name.clone() })?;
        let key = stored.sealing_key.ok_or_else(|| CliError::NoSealingKey { market: name.clone() })?;
        let time_zone = opened.published().await?.season.time_zone;
        for _ in 0..self.count {
            let wanted = Wanted { market: &market, time_zone: &time_zone, by: None };
            let made = enrolment::invite(&opened.storage, &opened.clock, &wanted, InviteWay::Printed).await?;
            let (token, _) = made.map_err(|_| CliError::MarketOver { market: name.clone() })?;
            output::line(&enrolment::invite_address(&opened.address.origin, &token, &key.fingerprint))?;
        }
        opened.close().await
    }
}
