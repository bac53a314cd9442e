//! Ways through the app with the keyboard alone: everything is reached, the focus is always somewhere and seen,
//! and what happens is told to those who do not see it.

mod hands;

use crate::inspector;
use hands::Hands;
use tests::browser::Phone;
use tests::market::Market;

#[tokio::test]
async fn an_offer_is_found_and_kept() {
    let market = Market::shared();
    let mut hands = Hands::new(&market).await;
    hands.open("/de/").await;
    hands.tab_to(".skip").await;
    hands.enter().await;
    hands.tab_to("main a[href='/de/angebote']").await;
    hands.enter().await;
    hands.expect_focus("#inhalt").await;
    hands.tab_to("#q").await;
    hands.write("schweisen").await;
    hands.phone.find("mark").await;
    hands.expect_heard("für „schweisen“").await;

    // The sheet keeps the focus inside, and gives it back.
    hands.tab_to("[data-action=filters]").await;
    hands.enter().await;
    hands.expect_focus_within("dialog:modal").await;
    hands.tab_to("dialog input[name=sprache]").await;
    hands.space().await;
    hands.expect_focus("dialog input[name=sprache]:checked").await;
    for _ in 0..60 {
        hands.tab().await;
        hands.expect_focus_within_or_browser("dialog:modal").await;
    }
    hands.escape().await;
    hands.expect_focus("[data-action=filters]").await;
    hands.tab_to(".tag").await;
    hands.enter().await;
    hands.phone.expect_count(".tag[data-kind=set]", 0).await;
    hands.expect_focus("#treffer").await;

    hands.tab_to("[data-offer] [data-action=save]").await;
    hands.space().await;
    hands.expect_focus("[data-offer] [data-action=save][aria-pressed=true]").await;
    hands.expect_heard("ist gemerkt").await;
    hands.back_to("[data-offer] h2 a, [data-offer] h3 a").await;
    hands.enter().await;
    hands.expect_focus("#inhalt").await;
    hands.tab_to("[data-action=save][aria-pressed=true]").await;
    hands.space().await;
    hands.expect_focus("[data-action=save][aria-pressed=false]").await;
    hands.space().await;
    hands.expect_heard("Meine Liste").await;
    hands.tab_to(".tab-bar a[href='/de/liste']").await;
    hands.enter().await;
    hands.phone.find("main [data-offer]").await;
}

#[tokio::test]
async fn what_is_asked_back_has_the_focus() {
    let market = Market::shared();
    let mut hands = Hands::new(&market).await;
    hands.save(&["schweissen-mit-pruefung"]).await;
    hands.open("/de/ansicht").await;
    hands.tab_to("[data-action=erase]").await;
    hands.enter().await;
    hands.expect_heard("Wirklich alles löschen?").await;
    hands.expect_some_focus().await;
    hands.tab_to("[data-action=erase-keep]").await;
    hands.enter().await;
    hands.phone.find("[data-action=erase]").await;
    hands.expect_some_focus().await;

    hands.open("/de/quittung#7K2M0000AAAA9999").await;
    hands.tab_to("[data-action=withdraw]").await;
    hands.enter().await;
    hands.expect_heard("Wirklich zurückziehen?").await;
    hands.expect_some_focus().await;
    hands.tab_to("[data-action=withdraw-confirm]").await;
    hands.space().await;
    hands.expect_heard("Zu diesem Code ist nichts da.").await;
    hands.expect_some_focus().await;
}

#[tokio::test]
async fn a_request_is_written_sent_and_taken_back() {
    let market = Market::shared();
    let mut hands = Hands::new(&market).await;
    hands.open("/de/angebote/schweissen-mit-pruefung").await;
    hands.tab_to("a[href^='/de/kontakt?angebot=']").await;
    hands.enter().await;
    hands.phone.find("#ask form #reach").await;
    hands.tab_to("#note").await;
    hands.write("Geht es auch am Abend?").await;
    hands.tab_to("[type=radio][name=weg], [type=radio]").await;
    hands.right().await;
    hands.expect_focus("[type=radio]:checked").await;
    hands.left().await;
    hands.tab_to("#reach").await;
    hands.write("030 5550131").await;
    hands.tab_to("#name").await;
    hands.write("Philomena Distelfink").await;
    // Sent without a yes, it says what is missing, and where.
    hands.tab_to("[data-action=send]").await;
    hands.enter().await;
    hands.expect_focus("#fehlt").await;
    hands.expect_heard("Ohne Ihr Ja senden wir nichts.").await;
    hands.back_to("input[name=ja]").await;
    hands.space().await;
    hands.tab_to("[data-action=send]").await;
    hands.enter().await;
    hands.expect_focus("#fertig").await;
    hands.phone.find("[data-request=server]").await;
    hands.expect_heard("Gut angekommen.").await;

    hands.tab_to("[data-action=requests]").await;
    hands.enter().await;
    hands.phone.find("[data-entry=server]").await;
    hands.tab_to("[data-action=show-receipt]").await;
    hands.enter().await;
    hands.phone.find("[data-entry] .code").await;
    hands.expect_some_focus().await;
    hands.tab_to("[data-action=withdraw]").await;
    hands.enter().await;
    hands.phone.find("[data-action=withdraw-confirm]").await;
    hands.expect_heard("Wirklich zurücknehmen?").await;
    hands.expect_some_focus().await;
    hands.tab_to("[data-action=withdraw-keep]").await;
    hands.enter().await;
    hands.expect_focus("[data-entry] h2").await;
    hands.tab_to("[data-action=withdraw]").await;
    hands.enter().await;
    hands.tab_to("[data-action=withdraw-confirm]").await;
    hands.enter().await;
    hands.phone.expect_count("[data-entry]", 0).await;
    hands.expect_heard("Ihre Angaben sind gelöscht.").await;
    hands.expect_some_focus().await;
}

#[tokio::test]
async fn a_list_is_put_in_order_noted_and_shared() {
    let market = Market::shared();
    let mut hands = Hands::new(&market).await;
    hands.save(&["schweissen-mit-pruefung", "integrationskurs-abend", "schulden-erste-hilfe"]).await;
    hands.open("/de/liste").await;
    hands.tab_to("[data-action=order]").await;
    hands.enter().await;
    hands.expect_focus("[data-action=order][aria-pressed=true]").await;
    hands.tab_to("#hoch-schulden-erste-hilfe").await;
    hands.enter().await;
    hands.expect_focus("#hoch-schulden-erste-hilfe").await;
    hands.expect_heard("ist jetzt auf Platz 2 von 3").await;
    hands.back_to("[data-action=order]").await;
    hands.space().await;
    hands.expect_focus("[data-action=order][aria-pressed=false]").await;

    hands.tab_to("#schreiben-schulden-erste-hilfe").await;
    hands.enter().await;
    hands.expect_focus("#notiz-schulden-erste-hilfe").await;
    hands.write("Frau Zaunkönig fragen").await;
    hands.tab_to("#schreiben-schulden-erste-hilfe").await;
    hands.enter().await;
    hands.expect_focus("#schreiben-schulden-erste-hilfe").await;
    hands.phone.expect_text_of("[data-offer='schulden-erste-hilfe'] .note", "Frau Zaunkönig fragen").await;
    hands.tab_to("[data-offer='schulden-erste-hilfe'] input[name=erledigt]").await;
    hands.space().await;
    hands.expect_focus("input[name=erledigt]:checked").await;

    // Taken away and brought back.
    hands.tab_to("[data-offer='integrationskurs-abend'] [data-action=save]").await;
    hands.enter().await;
    hands.phone.expect_count("main ol [data-offer]", 2).await;
    hands.expect_heard("ist nicht mehr auf der Liste").await;
    hands.expect_some_focus().await;
    hands.back_or_on_to("#zurueckholen").await;
    hands.enter().await;
    hands.phone.expect_count("main ol [data-offer]", 3).await;
    hands.expect_heard("ist wieder auf der Liste").await;
    hands.expect_some_focus().await;

    // One offer to be scanned, and back.
    hands.tab_to("[data-action=show]").await;
    hands.enter().await;
    hands.phone.find("main .qr").await;
    hands.expect_some_focus().await;
    hands.tab_to("[data-action=leave]").await;
    hands.enter().await;
    hands.phone.expect_count("main ol [data-offer]", 3).await;
    hands.expect_some_focus().await;

    hands
        .phone
        .script(
            "Object.defineProperty(navigator, 'share', { configurable: true, value: undefined }); \
             Object.defineProperty(navigator, 'clipboard', { configurable: true, \
             value: { writeText: text => { window.copied = text; return Promise.resolve(); } } })",
        )
        .await;
    hands.tab_to("[data-action=share]").await;
    hands.enter().await;
    hands.expect_heard("Der Link ist kopiert.").await;
    hands.expect_focus("[data-action=share]").await;
    hands.phone.expect_script("a link", "return window.copied.includes('/liste#1')").await;
}

#[tokio::test]
async fn feedback_is_given() {
    let market = Market::shared();
    let mut hands = Hands::new(&market).await;
    hands.open("/de/rueckmeldung").await;
    hands.phone.find("#ask form .scale").await;
    hands.tab_to("#ask form .scale input").await;
    hands.space().await;
    hands.right().await;
    hands.expect_focus(".scale input:checked").await;
    while hands.phone.count("[data-action=finish]").await == 0 {
        let part = hands.phone.text_of("#fragen").await;
        hands.tab_to("[data-action=continue]").await;
        hands.enter().await;
        hands.phone.expect_other_text("#fragen", &part).await;
        hands.expect_focus("#fragen").await;
    }
    hands.tab_to("[data-action=finish]").await;
    hands.enter().await;
    hands.expect_focus("#fertig").await;
    hands.phone.find("[data-request=server]").await;
    hands.expect_heard("Gut angekommen.").await;
}

/// A phone whose pages are listened to.
async fn phone() -> Phone {
    let phone = inspector::phone("hands").await;
    phone.run_first(include_str!("ear.js")).await;
    phone
}
