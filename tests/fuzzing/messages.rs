//! Mutated messages against the server's core: it neither falls nor stores what cannot be read.

use crate::attacks;
use automerge::Automerge;
use fuzz::bounds;
use fuzz::cost::Cost;
use fuzz::mutation::{mutate, with_mutated_chunk};
use fuzz::readers;
use fuzz::traffic::{Sent, Traffic};
use shared::document::{DocumentId, heads};
use shared::repo::HubEvent;
use shared::sync::message::{Message, PROTOCOL_VERSION};
use shared::sync::share_policy::Principal;
use shared::sync::vetting;
use shared::testing::{Committed, MemoryServer};
use std::collections::BTreeMap;
use tests::chance::Chance;

/// What became of the messages.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Messages that were no messages, and closed their connection.
    pub(crate) closed: usize,
    /// Messages that were refused and put into quarantine.
    pub(crate) quarantined: usize,
    /// Messages that changed a document.
    pub(crate) accepted: usize,
    /// The highest cost of a message.
    pub(crate) worst: Cost,
}

impl Outcome {
    /// Both together.
    pub(crate) fn and(self, other: Outcome) -> Outcome {
        Outcome {
            closed: self.closed + other.closed,
            quarantined: self.quarantined + other.quarantined,
            accepted: self.accepted + other.accepted,
            worst: self.worst.worse(other.worst),
        }
    }
}

/// Sends message `number` of `seed` to a server that is as it was at some moment of the market.
///
/// # Errors
/// Says what is wrong and shows the message.
pub(crate) fn send(traffic: &Traffic, seed: u64, number: u64) -> Result<Outcome, String> {
    let mut chance = Chance::of(seed.rotate_left(32) ^ number);
    let Sent { principal, moment, frame } = message(traffic, &mut chance);
    let moment =
        &traffic.moments[if chance.one_in(4) { chance.below(traffic.moments.len()) } else { moment }];
    let mut server = MemoryServer::new();
    server.database.documents.clone_from(moment);
    server.devices.clone_from(&traffic.devices);
    match sender(&frame) {
        Some(sender) => join(&mut server, principal.clone(), &sender),
        None => server.connect(1, principal.clone()),
    }
    let shown = hex(&frame);
    let checked = bounds::hold(|| server.handle(HubEvent::Received { connection: 1, frame }))
        .and_then(|((), cost)| Ok((cost, check_stored(moment, &server.database.documents)?)));
    let (worst, accepted) =
        checked.map_err(|what| format!("message {number} of seed {seed}: {what}: {principal:?} {shown}"))?;
    Ok(Outcome { closed: server.closed.len(), quarantined: server.quarantined.len(), accepted, worst })
}

/// Sends an attack to an empty server.
///
/// # Errors
/// Says what is wrong.
pub(crate) fn attack(frame: Vec<u8>) -> Result<Outcome, String> {
    attack_in_steps([frame])
}

/// Sends one frame after the other to an empty server.
///
/// # Errors
/// Says what is wrong.
pub(crate) fn attack_in_steps<const N: usize>(frames: [Vec<u8>; N]) -> Result<Outcome, String> {
    let mut server = MemoryServer::new();
    join(&mut server, Principal::Organiser { member: attacks::target() }, attacks::SENDER);
    let mut sum = Outcome::default();
    for frame in frames {
        let before = server.database.documents.clone();
        let ((), cost) = bounds::hold(|| server.handle(HubEvent::Received { connection: 1, frame }))?;
        sum.accepted += check_stored(&before, &server.database.documents)?;
        sum.worst = sum.worst.worse(cost);
    }
    Ok(Outcome { closed: server.closed.len(), quarantined: server.quarantined.len(), ..sum })
}

fn join(server: &mut MemoryServer, principal: Principal, sender: &str) {
    server.connect(1, principal);
    let join = Message::Join { sender: sender.to_owned(), versions: vec![PROTOCOL_VERSION.to_owned()] };
    server.handle(HubEvent::Received { connection: 1, frame: join.encode() });
}

/// The name that a frame gives; nothing if it is one to begin with.
fn sender(frame: &[u8]) -> Option<String> {
    match Message::decode(frame) {
        Ok(
            Message::Sync { sender, .. }
            | Message::Log { sender, .. }
            | Message::Ephemeral { sender, .. }
            | Message::Unavailable { sender, .. }
            | Message::Leave { sender },
        ) => Some(sender),
        Ok(_) | Err(_) => None,
    }
}

/// A message of real traffic with some damage: to the frame, to the sync message in it, or to a chunk of
/// changes in that.
fn message(traffic: &Traffic, chance: &mut Chance) -> Sent {
    let mut sent = chance.pick(&traffic.up).expect("there was traffic").clone();
    match Message::decode(&sent.frame) {
        Ok(Message::Sync { sender, target, document, mut data, request, claim, voucher })
            if !chance.one_in(4) =>
        {
            if chance.one_in(3) {
                mutate(&mut data, &traffic.chunks, chance);
            } else {
                let message = vetting::decode(&data).expect("real traffic");
                let mutated = with_mutated_chunk(message, &traffic.chunks, chance);
                data = mutated.expect("there are chunks").encode();
            }
            sent.frame = Message::Sync { sender, target, document, data, request, claim, voucher }.encode();
        }
        _ => mutate(&mut sent.frame, &traffic.frames, chance),
    }
    sent
}

/// Whatever was stored can be loaded and read; gives how many documents have changed.
fn check_stored(
    before: &BTreeMap<DocumentId, Committed>,
    after: &BTreeMap<DocumentId, Committed>,
) -> Result<usize, String> {
    let mut changed = 0;
    for (document, committed) in after {
        if before
            .get(document)
            .is_some_and(|before| before.seq == committed.seq && before.heads == committed.heads)
        {
            continue;
        }
        changed += 1;
        let loaded = Automerge::load(&committed.chunks.concat())
            .map_err(|error| format!("it leaves {document} unreadable ({error})"))?;
        if heads(&loaded) != committed.heads {
            return Err(format!("it leaves {document} in another state than acknowledged"));
        }
        bounds::hold(|| readers::read_all(&loaded)).map_err(|what| format!("reading {document}: {what}"))?;
    }
    Ok(changed)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().take(4_000).map(|byte| format!("{byte:02x}")).collect()
}
