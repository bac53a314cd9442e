//! What phones do: record and hand over, or begin afresh and read.

use std::{sync::Arc, time::Duration};

use p256::ecdsa::SigningKey;
use rand::{Rng as _, RngExt as _, SeedableRng as _, rngs::StdRng};
use serde::Deserialize;
use serde_json::json;
use shared::document::{DocumentId, Kind, MarketKey, contact};
use tokio::{task::JoinSet, time::Instant};

use crate::{
    Failure, PATIENCE, hear,
    phone::{Cut, Phone},
    say,
    signing::{claim, public_key, signing_key},
    traffic::Traffic,
};

/// Noon on the example season's running market.
const RECORDED_AT_MS: i64 = 1_779_530_400_000;
/// Who is cut off stays away for up to so long.
const MAX_AWAY_MS: u64 = 1_000;

#[derive(Deserialize)]
struct Enrolled {
    address: String,
    device: String,
}

/// Many phones hand over what they recorded, all at once.
pub(crate) async fn record(
    phones: &str,
    contacts: &str,
    cut: &str,
    seed: &str,
    market: &str,
) -> Result<(), Failure> {
    let (phones, contacts, cut): (usize, usize, usize) = (phones.parse()?, contacts.parse()?, cut.parse()?);
    let market: MarketKey = market.parse()?;
    let mut chance = StdRng::seed_from_u64(seed.parse()?);
    let keys: Vec<SigningKey> = (0..phones).map(|_| signing_key(&mut chance)).collect();
    let names = keys
        .iter()
        .enumerate()
        .map(|(number, key)| format!("{}={}", name(seed, number), hex::encode(public_key(key))));
    say(&json!({ "devices": names.collect::<Vec<_>>() }))?;
    let enrolled: Vec<Enrolled> = serde_json::from_str(&hear()?)?;

    let traffic = Arc::new(Traffic::default());
    let mut made = Vec::with_capacity(phones);
    for (number, (key, enrolled)) in keys.iter().zip(enrolled).enumerate() {
        let device: DocumentId = enrolled.device.parse()?;
        let actor = *device.as_bytes();
        let mut phone = Phone::new(&name(seed, number), enrolled.address, actor, Arc::clone(&traffic));
        for _ in 0..contacts {
            let document = DocumentId::from_bytes(chance.random());
            let signed = claim(key, document, device, &market);
            let new = contact::invented(device, &market, RECORDED_AT_MS, |bytes| chance.fill_bytes(bytes));
            let effects =
                phone.replica.create(document, Kind::Contact, Some(signed), |tx| contact::fill(tx, &new))?;
            phone.perform(effects);
        }
        if number * 100 < phones * cut {
            // Each document takes two frames or so until it is acknowledged.
            let after_frames = chance.random_range(0..contacts.max(1) * 2);
            let away = Duration::from_millis(chance.random_range(0..MAX_AWAY_MS));
            phone.will_be_cut(Cut { after_frames, away });
        }
        made.push(phone);
    }
    say(&json!({ "ready": made.len() }))?;
    hear()?;

    let started = Instant::now();
    let late = started + PATIENCE;
    let mut talking = JoinSet::new();
    for mut phone in made {
        talking.spawn(async move {
            phone.talk_until(late, |phone| phone.acknowledged() >= contacts).await;
            phone.acknowledged()
        });
    }
    let acknowledged: usize = talking.join_all().await.into_iter().sum();
    say(&json!({
        "ms": started.elapsed().as_secs_f64() * 1000.0,
        "documents": acknowledged,
        "traffic": traffic.to_json(),
    }))?;
    Ok(())
}

fn name(seed: &str, number: usize) -> String {
    format!("Telefon {seed}.{number}")
}

/// A fresh peer reads what it may see.
pub(crate) async fn read(address: &str, documents: &str, cut_after: &str) -> Result<(), Failure> {
    let (wanted, cut_after): (usize, usize) = (documents.parse()?, cut_after.parse()?);
    let traffic = Arc::new(Traffic::default());
    let started = Instant::now();
    let late = started + PATIENCE;
    let mut phone = Phone::new("fresh", address.to_owned(), [1; 16], Arc::clone(&traffic));
    if cut_after > 0 {
        phone.will_be_cut(Cut { after_frames: cut_after, away: Duration::ZERO });
    }
    let complete =
        phone.talk_until(late, |phone| phone.acknowledged() >= wanted && phone.is_up_to_date()).await;
    say(&json!({
        "ms": started.elapsed().as_secs_f64() * 1000.0,
        "documents": if complete { phone.acknowledged() } else { 0 },
        "traffic": traffic.to_json(),
    }))?;
    Ok(())
}
