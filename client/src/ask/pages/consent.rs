//! What the person agrees to: the season's text, and for this request who gets it and until when.

use shared::catalog::ConsentText;
use yew::prelude::*;

use crate::{
    ask::state::market::TakingMarket,
    components::{Choice, ChoiceKind, Cloth, ClothBox},
    text::{Date, Msg, Text, direction},
};

/// The text, recipients and date, and the box to tick.
pub(super) fn consent(
    text: &Text,
    shown: &ConsentText,
    market: &TakingMarket,
    recipient: Option<&str>,
    agreed: &UseStateHandle<bool>,
) -> Html {
    let who = match recipient {
        Some(name) => text.with(Msg::ASK_CONSENT_WHO_NAMES, &[("names", name.into())]),
        None => text.get(Msg::ASK_CONSENT_WHO_TEAM),
    };
    let date = text.date(Date::Year, &market.erase_on);
    let until = text.with(Msg::ASK_CONSENT_UNTIL_SAYS, &[("date", date.into())]);
    let point =
        |name: Msg, says: AttrValue| html! { <li><strong>{ text.get(name) }</strong>{ " " }{ says }</li> };
    let on_change = {
        let agreed = agreed.setter();
        Callback::from(move |yes| agreed.set(yes))
    };
    html! {
        <ClothBox cloth={Cloth::Sky} heading={text.get(Msg::ASK_CONSENT)} id="ja">
            <p lang={shown.language.clone()} dir={direction(&shown.language)}>{ &shown.text }</p>
            if shown.machine {
                <p class="small">{ text.get(Msg::ASK_CONSENT_MACHINE) }</p>
            }
            <ul class="stack-s points">
                { point(Msg::ASK_CONSENT_WHO, who) }
                { point(Msg::ASK_CONSENT_UNTIL, until) }
            </ul>
            <Choice kind={ChoiceKind::Checkbox} name="ja" checked={**agreed} {on_change}>
                { text.get(Msg::ASK_CONSENT_YES) }
            </Choice>
        </ClothBox>
    }
}
