//! Files that other phones handed over: kept here, sealed and signed as they are, until the server has them.

use shared::repo::{ConnectionState, SignedBundle};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::handing_over::BUNDLES;
use crate::{
    components::{Symbol, icon},
    driver::use_connection,
    services::{ApiError, Row, Services, Table, random_bytes, spawn, use_services},
    text::{Msg, use_text},
};

/// What the rows of such files begin with, in [`Table::Device`].
const ROW: &str = "bundle ";

/// How far the files of others have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Carried {
    /// There are none.
    #[default]
    Nothing,
    /// So many wait here for a network.
    Waiting(usize),
    /// All that were here are with the server.
    Arrived,
    /// The server does not take so many; they stay here.
    Refused(usize),
    /// What was chosen is no such file, or could not be kept.
    NotTaken,
}

/// Keeps a chosen file; `false` if it is none of ours or there is no room.
async fn keep(services: &Services, text: &[u8]) -> bool {
    let text = text.trim_ascii();
    let Ok(bytes) = hex::decode(text) else { return false };
    if SignedBundle::from_bytes(&bytes).and_then(|bundle| bundle.unverified()).is_err() {
        return false;
    }
    let key = format!("{ROW}{}", hex::encode(random_bytes::<8>(&*services.random)));
    services.storage.put(vec![Row { table: Table::Device, key, bytes }]).await.is_ok()
}

/// Brings the server whatever is kept.
async fn pass_on(services: &Services) -> Carried {
    let rows = services.storage.all(Table::Device).await.unwrap_or_default();
    let (mut waiting, mut refused, mut arrived) = (0, 0, 0);
    for row in rows.into_iter().filter(|row| row.key.starts_with(ROW)) {
        match services.api.send(BUNDLES, row.bytes).await {
            Ok(_) => {
                // If it is still here next time, it is only sent once more.
                if let Err(error) = services.storage.delete(Table::Device, &row.key).await {
                    services.platform.log(&error);
                }
                arrived += 1;
            }
            Err(ApiError::Refused { status: 400..=428, .. }) => refused += 1,
            Err(_) => waiting += 1,
        }
    }
    match (waiting, refused, arrived) {
        (0, 0, 0) => Carried::Nothing,
        (0, 0, _) => Carried::Arrived,
        (0, refused, _) => Carried::Refused(refused),
        (waiting, ..) => Carried::Waiting(waiting),
    }
}

/// Brings the server what is kept, whatever page is open, whenever there is a connection.
#[hook]
pub(super) fn use_passing_on() {
    let services = use_services();
    let is_up_to_date = use_connection().state == ConnectionState::UpToDate;
    use_effect_with(is_up_to_date, move |is_up_to_date| {
        if *is_up_to_date {
            spawn(async move {
                pass_on(&services).await;
            });
        }
    });
}

/// Takes files of others in, and brings them to the server whenever there is a connection.
#[component]
pub(super) fn PassOn() -> Html {
    let text = use_text();
    let services = use_services();
    let carried = use_state(Carried::default);
    let is_up_to_date = use_connection().state == ConnectionState::UpToDate;
    {
        let (services, carried) = (services.clone(), carried.clone());
        use_effect_with(is_up_to_date, move |_| {
            spawn(async move {
                let now = pass_on(&services).await;
                if now != Carried::Nothing {
                    carried.set(now);
                }
            });
        });
    }
    let onchange = {
        let carried = carried.clone();
        Callback::from(move |event: Event| {
            let read = services.platform.read_file(&event.target_unchecked_into::<HtmlInputElement>());
            let (services, carried) = (services.clone(), carried.clone());
            spawn(async move {
                let Some(bytes) = read.await else { return };
                let kept = keep(&services, &bytes).await;
                carried.set(if kept { pass_on(&services).await } else { Carried::NotTaken });
            });
        })
    };
    let (state, words) = match *carried {
        Carried::Nothing => ("", AttrValue::default()),
        Carried::Waiting(count) => ("waiting", text.with(Msg::PASS_ON_WAITING, &[("n", count.into())])),
        Carried::Arrived => ("arrived", text.get(Msg::PASS_ON_ARRIVED)),
        Carried::Refused(count) => ("refused", text.with(Msg::PASS_ON_REFUSED, &[("n", count.into())])),
        Carried::NotTaken => ("not-taken", text.get(Msg::PASS_ON_NOT_TAKEN)),
    };
    html! {
        <div class="stack-s">
            <label class="button">
                { icon(Symbol::Download) }<span>{ text.get(Msg::PASS_ON_CHOOSE) }</span>
                <input type="file" class="hidden-text" accept=".txt,text/plain" data-action="pass-on" {onchange} />
            </label>
            <p role="status" data-carried={state}>{ words }</p>
        </div>
    }
}
