//! The board: contacts in columns by where their follow-up stands.

use shared::document::contact::FollowUp;

use super::entry::Entry;

/// States with a column, in the order of the follow-up.
pub(crate) const COLUMNS: [FollowUp; 5] =
    [FollowUp::New, FollowUp::HandedOver, FollowUp::Reached, FollowUp::Appointment, FollowUp::Started];

/// States that are over and stand below the board.
pub(crate) const ENDED: [FollowUp; 3] = [FollowUp::Closed, FollowUp::Unreachable, FollowUp::Withdrawn];

/// The entries of one state: overdue ones first, then the oldest.
pub(crate) fn column<'a>(entries: &'a [Entry], state: FollowUp, today: &str, now_ms: i64) -> Vec<&'a Entry> {
    let mut column: Vec<&Entry> = entries.iter().filter(|entry| entry.contact.state == state).collect();
    column.sort_by_key(|entry| {
        (
            entry.overdue(today, now_ms).is_none(),
            entry.contact.due.clone(),
            entry.contact.recorded_at_ms,
            entry.id,
        )
    });
    column
}

/// The state that the arrow keys lead to from `state`; `None` at the ends and outside of the board.
pub(crate) fn neighbour(state: FollowUp, forward: bool) -> Option<FollowUp> {
    let at = COLUMNS.iter().position(|column| *column == state)?;
    let next = if forward { at.checked_add(1) } else { at.checked_sub(1) }?;
    COLUMNS.get(next).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::desk::entry::tests::changed;

    #[test]
    fn every_state_is_in_the_columns_or_below() {
        for state in FollowUp::ALL {
            assert!(COLUMNS.contains(&state) ^ ENDED.contains(&state), "{state:?}");
        }
    }

    #[test]
    fn overdue_contacts_come_first() {
        let entries = [
            changed(1, |contact| contact.recorded_at_ms = 2),
            changed(2, |contact| contact.recorded_at_ms = 1),
            changed(3, |contact| {
                contact.recorded_at_ms = 3;
                contact.due = Some("2026-05-01".into());
            }),
            changed(4, |contact| contact.state = FollowUp::Started),
        ];
        let ids: Vec<u8> = column(&entries, FollowUp::New, "2026-05-24", 4)
            .iter()
            .map(|entry| entry.id.as_bytes()[0])
            .collect();
        assert_eq!(ids, [3, 2, 1]);
    }

    #[test]
    fn arrows_stop_at_the_ends() {
        assert_eq!(neighbour(FollowUp::New, true), Some(FollowUp::HandedOver));
        assert_eq!(neighbour(FollowUp::New, false), None);
        assert_eq!(neighbour(FollowUp::Started, true), None);
        assert_eq!(neighbour(FollowUp::Withdrawn, false), None);
    }
}
