//! What has arrived of a market, and what is still out on phones.

use shared::document::{DocumentId, contact::Contact, device::Device, feedback::Feedback, tally::Tally};

/// A document as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading<T> {
    /// What it says.
    pub(crate) value: T,
    /// Whether parts of it could not be understood.
    pub(crate) has_problems: bool,
}

impl<T> Reading<T> {
    /// What `read` of a document kind gave.
    pub(crate) fn of<P>((value, problems): (T, Vec<P>)) -> Self {
        Self { value, has_problems: !problems.is_empty() }
    }
}

/// Documents that belong to one market.
pub(crate) trait OfMarket {
    /// The market's key.
    fn market(&self) -> &str;
}

impl OfMarket for Contact {
    fn market(&self) -> &str {
        &self.market
    }
}

impl OfMarket for Feedback {
    fn market(&self) -> &str {
        &self.market
    }
}

impl OfMarket for Tally {
    fn market(&self) -> &str {
        &self.market
    }
}

impl OfMarket for Device {
    fn market(&self) -> &str {
        &self.market
    }
}

/// The figures of one market.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Contact requests.
    pub(crate) contacts: usize,
    /// Answered questionnaires.
    pub(crate) feedback: usize,
    /// Questions answered on the spot.
    pub(crate) questions: i64,
    /// Enrolled devices.
    pub(crate) devices: usize,
    /// Devices that declared that everything is sent, and of which nothing is missing.
    pub(crate) handed_in: usize,
}

/// What is known of one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HandIn {
    /// The device.
    pub(crate) id: DocumentId,
    /// What people call it.
    pub(crate) label: String,
    /// How many contacts and feedbacks it says it recorded.
    pub(crate) recorded: i64,
    /// How many of them are on the server.
    pub(crate) arrived: i64,
    /// When it declared that everything is sent; ms.
    pub(crate) at_ms: Option<i64>,
    /// When an organiser read its closing code, ms, and how many documents were only there.
    pub(crate) closing: Option<(i64, i64)>,
    /// Whether its browser keeps what it stores, as far as it has said.
    pub(crate) is_storage_safe: bool,
}

impl HandIn {
    /// How many are still only on the device.
    pub(crate) fn missing(&self) -> i64 {
        self.recorded - self.arrived
    }

    /// Whether nothing more is to come.
    pub(crate) fn is_complete(&self) -> bool {
        self.at_ms.is_some() && self.missing() == 0
    }
}

/// The devices of a market by label, with what arrived of each.
///
/// `authors` holds the device of every contact and feedback of the market.
pub(crate) fn hand_ins<'a>(
    devices: impl Iterator<Item = (DocumentId, &'a Device)>,
    authors: &[&str],
) -> Vec<HandIn> {
    let mut hand_ins: Vec<HandIn> = devices
        .map(|(id, device)| {
            let name = id.to_string();
            let arrived = authors.iter().filter(|author| **author == name).count();
            let arrived = i64::try_from(arrived).unwrap_or(i64::MAX);
            HandIn {
                id,
                label: device.label.clone(),
                // The count may still be on its way while what it counts has arrived.
                recorded: device.recorded.max(arrived),
                arrived,
                at_ms: device.handed_in_at_ms,
                closing: device.closing,
                is_storage_safe: device.storage != "best-effort",
            }
        })
        .collect();
    hand_ins.sort_by(|a, b| (&a.label, a.id).cmp(&(&b.label, b.id)));
    hand_ins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(recorded: i64, arrived: usize, handed_in: bool, missing: i64, complete: bool) {
        let id = DocumentId::from_bytes([1; 16]);
        let device = Device {
            recorded,
            handed_in_at_ms: handed_in.then_some(5),
            label: "Telefon 1".into(),
            ..Device::default()
        };
        let name = id.to_string();
        let authors = vec![name.as_str(); arrived];
        let found = hand_ins([(id, &device)].into_iter(), &authors);
        assert_eq!((found[0].missing(), found[0].is_complete()), (missing, complete), "{recorded} {arrived}");
    }

    #[test]
    fn what_is_missing() {
        check(5, 3, false, 2, false);
        check(5, 3, true, 2, false);
        check(5, 5, false, 0, false);
        check(5, 5, true, 0, true);
        check(4, 5, true, 0, true);
        check(-1, 0, true, 0, true);
    }

    #[test]
    fn devices_are_in_order_of_their_labels() {
        let device = |label: &str| Device { label: label.into(), ..Device::default() };
        let (b, a) = (device("B"), device("A"));
        let ids = [DocumentId::from_bytes([1; 16]), DocumentId::from_bytes([2; 16])];
        let found = hand_ins([(ids[0], &b), (ids[1], &a)].into_iter(), &["other"]);
        assert_eq!(found.iter().map(|hand_in| hand_in.label.as_str()).collect::<Vec<_>>(), ["A", "B"]);
        assert!(found.iter().all(|hand_in| hand_in.arrived == 0));
    }
}
