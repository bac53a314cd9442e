//! Why the app does not run here, and what helps; said before anything can be recorded.

use yew::prelude::*;

use crate::{
    components::{Button, CanopyParts, Cloth, ClothBox, Rank, Symbol, canopy},
    services::{StorageError, Writer},
    text::{Msg, Text},
};

/// The browser lacks something.
pub(super) fn missing(text: &Text, missing: &[&'static str], in_app: bool) -> Html {
    if !in_app && *missing == ["indexed-db"] {
        return no_storage(text, &StorageError::Unavailable);
    }
    let advice = if in_app {
        Msg::TEAM_MISSING_IN_APP
    } else if missing.contains(&"https") {
        Msg::TEAM_MISSING_HTTPS
    } else {
        Msg::TEAM_MISSING_OLD
    };
    alone(
        text,
        html! {
            <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(Msg::TEAM_MISSING_HEADING)} level=1 id="fehlt">
                <p>{ text.get(advice) }</p>
                <p class="small">{ text.with(Msg::TEAM_MISSING_WHAT, &[("what", missing.join(", ").into())]) }</p>
            </ClothBox>
        },
    )
}

/// There is no database.
pub(super) fn no_storage(text: &Text, error: &StorageError) -> Html {
    let advice = match error {
        StorageError::Full(_) => Msg::TEAM_STORAGE_FULL,
        StorageError::Unavailable => Msg::TEAM_STORAGE_PRIVATE,
        StorageError::ReadBackDiffers { .. } | StorageError::Failed { .. } => Msg::TEAM_STORAGE_FAILED,
    };
    alone(
        text,
        html! {
            <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(Msg::TEAM_STORAGE_HEADING)} level=1 id="fehlt">
                <p>{ text.get(advice) }</p>
                <p class="small">{ text.with(Msg::TEAM_STORAGE_DETAIL, &[("detail", error.to_string().into())]) }</p>
            </ClothBox>
        },
    )
}

/// Another tab writes.
pub(super) fn other_tab(text: &Text, writer: Writer, on_take: Callback<()>) -> Html {
    let sentence = match writer {
        Writer::Waiting | Writer::Me => Msg::TEAM_TAB_WAITING,
        Writer::Lost => Msg::TEAM_TAB_LOST,
    };
    alone(
        text,
        html! {
            <ClothBox cloth={Cloth::Sun} symbol={Symbol::Mobile} heading={text.get(Msg::TEAM_TAB_HEADING)} level=1 id="fenster">
                <p>{ text.get(sentence) }</p>
                <div class="actions">
                    <Button rank={Rank::First} action="take-over" on_click={on_take}>{ text.get(Msg::TEAM_TAB_TAKE) }</Button>
                </div>
            </ClothBox>
        },
    )
}

fn alone(text: &Text, content: Html) -> Html {
    html! {
        <>
            { canopy(text, CanopyParts { home: "/team/".into(), ..CanopyParts::default() }) }
            <main id="inhalt" class="page" tabindex="-1">{ content }</main>
        </>
    }
}
