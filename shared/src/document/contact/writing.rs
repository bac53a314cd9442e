//! Changing a contact.

use automerge::{
    AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value,
    transaction::{Transactable, Transaction},
};

use super::{HOUR_MS, NewContact, SealedPart, Step};

/// Fills a blank contact document.
///
/// # Errors
/// When the document is not a blank contact.
pub fn fill(tx: &mut Transaction<'_>, contact: &NewContact) -> Result<(), AutomergeError> {
    tx.put(ROOT, "market", contact.market.as_str())?;
    if let Some(device) = contact.device {
        tx.put(ROOT, "device", device.to_string())?;
    }
    tx.put(ROOT, "recorded_at", contact.recorded_at_ms - contact.recorded_at_ms.rem_euclid(HOUR_MS))?;
    tx.put(ROOT, "entered", contact.entered.name())?;
    tx.put(ROOT, "language", contact.language.as_str())?;
    tx.put(ROOT, "topic", contact.topic.name())?;
    tx.put(ROOT, "receipt_hash", contact.receipt_hash.to_vec())?;
    let wishes = container(tx, "wishes")?;
    for wish in &contact.wishes {
        let object = tx.put_object(&wishes, wish.id.as_str(), ObjType::Map)?;
        tx.put(&object, "provider", wish.provider.as_str())?;
        if let Some(offer) = &wish.offer {
            tx.put(&object, "offer", offer.as_str())?;
        }
    }
    let groups = container(tx, "target_groups")?;
    for group in &contact.target_groups {
        tx.put(&groups, group.as_str(), true)?;
    }
    let consent = container(tx, "consent")?;
    tx.put(&consent, "version", contact.consent.version.as_str())?;
    tx.put(&consent, "language", contact.consent.language.as_str())?;
    tx.put(&consent, "given", contact.consent.given.as_str())?;
    tx.put(&consent, "erase_on", contact.consent.erase_on.as_str())?;
    let recipients = tx.put_object(&consent, "recipients", ObjType::Map)?;
    for recipient in &contact.consent.recipients {
        tx.put(&recipients, recipient.as_str(), true)?;
    }
    add_part(tx, &contact.person.0, &contact.person.1)
}

/// Adds a sealed part; parts are never changed, a correction is another part.
///
/// # Errors
/// When the document is not a contact.
pub fn add_part(tx: &mut Transaction<'_>, id: &str, part: &SealedPart) -> Result<(), AutomergeError> {
    let sealed = container(tx, "sealed")?;
    crate::document::feedback::put_part(tx, &sealed, id, part)
}

/// The id of a part that corrects the `earlier` ones of a contact. Parts are read in the order of their ids, and
/// the first has an id of hexadecimal digits; so this one comes after it and after earlier corrections.
pub fn correction_id(earlier: usize, random: &str) -> String {
    format!("z{earlier:04}{random}")
}

/// Sets where the follow-up stands and writes the step down.
///
/// # Errors
/// When the document is not a contact.
pub fn set_state(tx: &mut Transaction<'_>, step: &Step) -> Result<(), AutomergeError> {
    let follow_up = container(tx, "follow_up")?;
    tx.put(&follow_up, "state", step.state.name())?;
    let steps = container(tx, "steps")?;
    let object = tx.put_object(&steps, step.id.as_str(), ObjType::Map)?;
    tx.put(&object, "state", step.state.name())?;
    tx.put(&object, "at", step.at_ms)?;
    tx.put(&object, "by", step.by.as_str())
}

/// Sets when something is due (ISO 8601), or that nothing is.
///
/// # Errors
/// When the document is not a contact.
pub fn set_due(tx: &mut Transaction<'_>, due: Option<&str>) -> Result<(), AutomergeError> {
    put_optional(tx, "due", due)
}

/// Sets which member takes care, or that nobody does.
///
/// # Errors
/// When the document is not a contact.
pub fn set_assigned(tx: &mut Transaction<'_>, member: Option<&str>) -> Result<(), AutomergeError> {
    put_optional(tx, "assigned", member)
}

/// Says that a device of `member` has opened the contact; the first time stays.
///
/// # Errors
/// When the document has no map `opened`.
pub fn mark_opened(tx: &mut Transaction<'_>, member: &str, at_ms: i64) -> Result<(), AutomergeError> {
    let opened = container(tx, "opened")?;
    if tx.get(&opened, member)?.is_none() {
        tx.put(&opened, member, at_ms)?;
    }
    Ok(())
}

fn put_optional(tx: &mut Transaction<'_>, key: &str, text: Option<&str>) -> Result<(), AutomergeError> {
    let follow_up = container(tx, "follow_up")?;
    match text {
        Some(text) => tx.put(&follow_up, key, text),
        None if tx.get(&follow_up, key)?.is_some() => tx.delete(&follow_up, key),
        None => Ok(()),
    }
}

/// The map below `key` of the root; made if another program left it out.
pub(in crate::document) fn container(tx: &mut Transaction<'_>, key: &str) -> Result<ObjId, AutomergeError> {
    match tx.get(ROOT, key)? {
        Some((Value::Object(ObjType::Map), id)) => Ok(id),
        Some((Value::Scalar(scalar), _)) if !matches!(scalar.as_ref(), ScalarValue::Null) => {
            Err(AutomergeError::InvalidOp(ObjType::Map))
        }
        _ => tx.put_object(ROOT, key, ObjType::Map),
    }
}
