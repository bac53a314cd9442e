//! The log: the latest state of each document, in order of commit.

use rusqlite::{Connection, Row, params_from_iter, types::Value};
use shared::{
    document::Kind,
    repo::{LogEntry, LogPage},
    sync::reach::Reach,
};

use super::{
    backups,
    documents::{document_id, facts, heads, last_seq},
};

/// What changed after place `after`, at most `limit` of it, in order.
///
/// For whom a million documents of others are out of reach, none of them is looked at.
pub(super) fn read(
    connection: &Connection,
    reach: &Reach,
    after: u64,
    limit: usize,
) -> rusqlite::Result<LogPage> {
    let last = last_seq(connection)?;
    let asked = i64::try_from(after).unwrap_or(i64::MAX);
    // Whoever has read further has read a newer copy of this data: what it has read does not count.
    let after = if asked > last { 0 } else { asked };
    // One more than asked for tells whether there is more.
    let wanted = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let mut parameters = vec![Value::Integer(after), Value::Integer(wanted)];
    if let Reach::Some { own, .. } = reach {
        parameters.push(Value::Text(own.to_string()));
    }
    let mut statement = connection.prepare_cached(&query(reach))?;
    let mut entries: Vec<LogEntry> =
        statement.query_map(params_from_iter(parameters), entry)?.collect::<rusqlite::Result<_>>()?;
    let more = entries.len() > limit;
    entries.truncate(limit);
    let read_up_to = match entries.last() {
        Some(last) if more => last.seq,
        // What is out of reach was passed over, too.
        _ => last.cast_unsigned(),
    };
    Ok(LogPage { entries, cursor: read_up_to, more, backup: backups::up_to(connection)? })
}

/// Each part runs along an index in order of `seq`, so that they can be merged without sorting.
fn query(reach: &Reach) -> String {
    const LIVING: &str = "SELECT id, heads, seq, kind, market, owner FROM documents WHERE";
    const ERASED: &str = "SELECT document, x'', seq, kind, market, owner FROM tombstones
        WHERE seq > ?1 AND owner IS NOT NULL";
    let parts = match reach {
        Reach::Everything => vec![format!("{LIVING} seq > ?1"), ERASED.to_owned()],
        Reach::Some { kinds, .. } => {
            let names: Vec<String> = kinds.iter().map(|kind| format!("'{}'", kind.name())).collect();
            let names = names.join(", ");
            let own = format!("{LIVING} owner = ?3 AND seq > ?1 AND (kind IS NULL OR kind NOT IN ({names}))");
            let of_kind = |kind: &Kind| format!("{LIVING} kind = '{}' AND seq > ?1", kind.name());
            let erased = format!("{ERASED} AND (owner = ?3 OR kind IN ({names}))");
            std::iter::once(own).chain(kinds.iter().map(of_kind)).chain([erased]).collect()
        }
    };
    format!("{} ORDER BY seq LIMIT ?2", parts.join(" UNION ALL "))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<LogEntry> {
    let seq: i64 = row.get(2)?;
    Ok(LogEntry {
        document: document_id(row, 0)?,
        facts: facts(row, 3)?,
        heads: heads(row, 1)?,
        seq: seq.cast_unsigned(),
    })
}

#[cfg(test)]
mod tests {
    use rusqlite::params;
    use shared::{
        document::DocumentId,
        sync::{
            reach::reach,
            share_policy::{Access, Facts, Owner, Principal, access},
        },
    };

    use super::*;
    use crate::storage::sqlite::schema;

    const MARKETS: [&str; 2] = ["pankow-2026/2026-05-23", "pankow-2026/2026-06-20"];

    fn id(number: usize) -> DocumentId {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&number.to_be_bytes());
        DocumentId::from_bytes(bytes)
    }

    fn database() -> Connection {
        let mut connection = Connection::open_in_memory().expect("opens");
        schema::migrate(&mut connection).expect("makes the tables");
        connection
    }

    /// A document of each kind, market and owner, of which every fourth was erased.
    fn fill(connection: &Connection, owners: &[Owner]) -> usize {
        let mut number = 0;
        for kind in Kind::ALL {
            for (market, owner) in
                MARKETS.iter().flat_map(|market| owners.iter().map(move |one| (market, one)))
            {
                number += 1;
                let statement = match number % 4 {
                    0 => {
                        "INSERT INTO tombstones (document, seq, kind, market, owner, reason, erased_on)
                         VALUES (?, ?, ?, ?, ?, 'organiser', '2026-05-24')"
                    }
                    _ => {
                        "INSERT INTO documents (id, seq, kind, market, owner, heads) VALUES (?, ?, ?, ?, ?, x'')"
                    }
                };
                let seq = i64::try_from(number).expect("few");
                let document = id(number);
                let values = params![document.as_bytes(), seq, kind.name(), market, owner.to_string()];
                connection.execute(statement, values).expect("inserts");
            }
        }
        connection
            .execute(
                "UPDATE meta SET value = ? WHERE key = 'last_seq'",
                [i64::try_from(number).expect("few")],
            )
            .expect("updates");
        number
    }

    #[test]
    fn every_reader_finds_all_that_they_may_see_page_by_page_in_order() {
        let connection = database();
        let owners =
            [Owner::Organisers, Owner::Member(id(2_000)), Owner::Device(id(3_000)), Owner::Device(id(4_000))];
        let last = fill(&connection, &owners);
        for principal in [
            Principal::Organiser { member: id(1_000) },
            Principal::Staff { member: id(2_000) },
            Principal::Device { device: id(3_000), market: MARKETS[0].parse().expect("valid") },
        ] {
            let may_see = |facts: &Facts| access(&principal, facts) != Access::None;
            let all = read(&connection, &Reach::Everything, 0, usize::MAX).expect("reads");
            let expected: Vec<u64> =
                all.entries.iter().filter(|entry| may_see(&entry.facts)).map(|entry| entry.seq).collect();

            let (mut found, mut after) = (Vec::new(), 0);
            loop {
                let page = read(&connection, &reach(&principal), after, 5).expect("reads");
                found
                    .extend(page.entries.iter().filter(|entry| may_see(&entry.facts)).map(|entry| entry.seq));
                after = page.cursor;
                if !page.more {
                    break;
                }
            }
            assert_eq!(found, expected, "{principal:?}");
            assert_eq!(after, last as u64, "read to the end, whoever wrote what is there");
        }
    }

    #[test]
    fn whoever_has_read_further_than_the_log_goes_begins_again() {
        let connection = database();
        let last = fill(&connection, &[Owner::Organisers]) as u64;
        let all = read(&connection, &Reach::Everything, 0, usize::MAX).expect("reads");
        let again = read(&connection, &Reach::Everything, last + 1, usize::MAX).expect("reads");
        assert_eq!((again.entries.len(), again.cursor), (all.entries.len(), last));
        let at_its_end = read(&connection, &Reach::Everything, last, usize::MAX).expect("reads");
        assert_eq!((at_its_end.entries.len(), at_its_end.cursor), (0, last));
    }

    #[test]
    fn nothing_out_of_reach_is_looked_at() {
        let connection = database();
        let device = Principal::Device { device: id(3_000), market: MARKETS[0].parse().expect("valid") };
        let plan: Vec<String> = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {}", query(&reach(&device))))
            .expect("prepares")
            .query_map(params![0, 501, "device x"], |row| row.get(3))
            .expect("explains")
            .collect::<rusqlite::Result<_>>()
            .expect("explains");
        assert!(!plan.iter().any(|step| step.contains("SCAN") || step.contains("TEMP B-TREE")), "{plan:#?}");
    }
}
