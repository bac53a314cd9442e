//! Frames in words, for whoever replays a seed.

use shared::sync::message::Message;
use shared::sync::vetting;

/// One line about a frame.
pub(crate) fn describe(frame: &[u8]) -> String {
    match Message::decode(frame) {
        Ok(Message::Sync { sender, target, document, data, request, .. }) => {
            let kind = if request { "request" } else { "sync" };
            match vetting::decode(&data) {
                Ok(sync) => format!(
                    "{sender} to {target}: {kind} {document}: heads {:?}, need {:?}, {} haves, {} chunks",
                    short(&sync.heads),
                    short(&sync.need),
                    sync.have.len(),
                    sync.changes.len()
                ),
                Err(code) => format!("{sender} to {target}: {kind} {document}: {code:?}"),
            }
        }
        Ok(other) => format!("{other:?}"),
        Err(error) => error.to_string(),
    }
}

fn short(heads: &[automerge::ChangeHash]) -> Vec<String> {
    heads.iter().map(|head| head.to_string()[..6].to_owned()).collect()
}
