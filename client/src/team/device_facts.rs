//! Keeps the device's own document true: organisers watch their phones by it.

use shared::document::{Kind, device};
use yew::prelude::*;

use super::{app::use_notices, local_notes::use_local_notes, session::DeviceSession};
use crate::{
    driver::{use_connection, use_document, use_documents, use_repo},
    services::{StorageHealth, spawn, use_services},
};

/// Properties of [`DeviceFacts`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DeviceFactsProps {
    pub(super) session: DeviceSession,
}

/// Shows nothing; writes the version, the storage and the number of records when they change.
#[component]
pub(super) fn DeviceFacts(props: &DeviceFactsProps) -> Html {
    let services = use_services();
    let repo = use_repo();
    let id = props.session.device;
    let device = use_document(id, |document| device::read(document).0);
    let contacts = use_documents(Kind::Contact, |_, _| ()).len();
    let feedback = use_documents(Kind::Feedback, |_, _| ()).len();
    let connection = use_connection();
    let stores = connection.storage_failure.is_none();
    let notes = use_local_notes();
    use_effect_with(stores, move |stores| {
        if *stores {
            spawn(async move { notes.store_what_waits().await });
        }
    });
    let here = i64::try_from(contacts + feedback + connection.unreadable).unwrap_or(i64::MAX);
    // It never shrinks: a record that is gone from here is one that organisers must miss.
    let recorded = device.as_ref().map_or(here, |device| device.recorded.max(here));
    let storage = storage_name(use_notices().health);
    let known = device.map(|device| (device.app_version.clone(), device.storage.clone(), device.recorded));
    use_effect_with((known, storage, recorded), move |(known, storage, recorded)| {
        let (Some((known_version, known_storage, known_recorded)), Some(storage)) = (known, storage) else {
            // The document comes with the first sync.
            return;
        };
        let version = services.platform.meta("build").unwrap_or_default();
        let described = *known_version == version && known_storage == storage;
        if described && known_recorded == recorded {
            return;
        }
        let written = repo.change(id, |tx| {
            device::describe(tx, &version, storage)?;
            device::set_recorded(tx, *recorded)
        });
        if let Err(error) = written {
            services.platform.log(&error);
        }
    });
    Html::default()
}

/// As the device's document says it; nothing while the browser has not answered.
fn storage_name(health: StorageHealth) -> Option<&'static str> {
    match health {
        StorageHealth::Unknown => None,
        StorageHealth::Persisted => Some("persisted"),
        StorageHealth::MayBeCleared | StorageHealth::AlmostFull | StorageHealth::Unavailable => {
            Some("best-effort")
        }
    }
}
