//! Keeps the device's own document true: organisers watch their phones by it.

use shared::document::{Kind, device};
use yew::prelude::*;

use super::{app::Notices, session::DeviceSession};
use crate::{
    driver::{use_document, use_documents, use_repo},
    services::{StorageHealth, use_services},
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
    let notices = use_context::<Notices>().expect("the app provides its notices around every page");
    let id = props.session.device;
    let device = use_document(id, |document| device::read(document).0);
    let contacts = use_documents(Kind::Contact, |_, _| ()).len();
    let feedback = use_documents(Kind::Feedback, |_, _| ()).len();
    let recorded = i64::try_from(contacts + feedback).unwrap_or(i64::MAX);
    let storage = storage_name(notices.health);
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
