//! What the official automerge-repo client (2.5.6) has sent to a server of ours: its CBOR has other forms of
//! numbers, bytes and absent fields than ours. One frame a line, in hexadecimal; tickets are no part of frames.

use crate::traffic::{device, id};
use shared::sync::share_policy::Principal;

const DEVICE: &str = include_str!("../recorded/device.hex");
const ORGANISER: &str = include_str!("../recorded/organiser.hex");

/// Every frame and whose it was.
pub(crate) fn frames() -> impl Iterator<Item = (Principal, Vec<u8>)> {
    let whose = [(DEVICE, device(id(201))), (ORGANISER, Principal::Organiser { member: id(203) })];
    whose.into_iter().flat_map(|(recorded, principal)| {
        recorded.lines().map(move |line| (principal.clone(), hex::decode(line).expect("it is hexadecimal")))
    })
}
