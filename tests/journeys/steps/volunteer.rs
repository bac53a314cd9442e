//! A volunteer with the team app.

use tests::browser::Phone;

/// Someone who does not exist, as a volunteer writes them down.
pub(crate) struct Visitor {
    pub(crate) name: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) note: &'static str,
}

/// Opens an invite, enrols the phone and waits until it would work without a network.
pub(crate) async fn enrol(phone: &Phone, invite: &str, label: &str) {
    phone.open(invite).await;
    phone.expect_alive().await;
    phone.fill("#label", label).await;
    phone.click("[data-action=enrol]").await;
    phone.expect_count("[data-connection=online]", 1).await;
    phone.expect_worker("/team/").await;
}

/// Records a contact request and waits until the phone has stored it.
pub(crate) async fn record_contact(phone: &Phone, visitor: &Visitor) {
    record_contact_for_receipt(phone, visitor).await;
}

/// The same, and gives back the code of the receipt.
pub(crate) async fn record_contact_for_receipt(phone: &Phone, visitor: &Visitor) -> String {
    phone.click("a[href='/team/aufnehmen']").await;
    phone.click("[data-matter=question]").await;
    phone.click("[data-action=continue]").await;
    phone.fill("#name", visitor.name).await;
    phone.fill("#reach", visitor.phone).await;
    phone.click("details summary").await;
    phone.fill("#note", visitor.note).await;
    phone.click("[data-action=continue]").await;
    phone.click("[data-action=agree]").await;
    phone.find("[data-receipt]:is([data-custody=phone], [data-custody=server])").await;
    let code = phone.text_of(".code").await;
    phone.click("[data-action=done]").await;
    code
}

/// Writes down how a visitor is reached, first of all.
pub(crate) async fn begin_contact(phone: &Phone, visitor: &Visitor) {
    phone.click("[data-step=reach]").await;
    phone.fill("#name", visitor.name).await;
    phone.fill("#reach", visitor.phone).await;
    phone.click("details summary").await;
    phone.fill("#note", visitor.note).await;
}

/// Waits until the phone says that what was written last is kept; within a second it must be.
pub(crate) async fn expect_kept(phone: &Phone) {
    phone
        .expect_script(
            "a draft that is kept",
            "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => \
             done(document.querySelector('[data-keeping=kept]') !== null))))",
        )
        .await;
}

/// Waits until the form shows what was written down of a visitor.
pub(crate) async fn expect_begun(phone: &Phone, visitor: &Visitor) {
    phone.click("[data-step=reach]").await;
    let Visitor { name, phone: number, note } = visitor;
    let script = format!(
        "return ['{name}', '{number}', '{note}'].every((words, at) => \
         document.getElementById(['name', 'reach', 'note'][at])?.value === words)"
    );
    phone.expect_script("the form as it was left", &script).await;
}

/// Fills in the questionnaire, every free text with `words`, and waits until the phone has stored it.
pub(crate) async fn record_feedback(phone: &Phone, words: &str) {
    phone.click("a[href='/team/']").await;
    phone.click("a[href='/team/rueckmeldung']").await;
    answer_everything(phone, words).await;
    phone.find("[data-feedback]:is([data-custody=phone], [data-custody=server])").await;
    phone.click("[data-action=done]").await;
}

/// Answers all questions, every free text with `words`, and finishes.
pub(crate) async fn answer_everything(phone: &Phone, words: &str) {
    loop {
        phone.find("form.feedback").await;
        phone
            .script(
                "document.querySelectorAll('form.feedback fieldset').forEach(group => \
                 group.querySelector('input:not(:checked)')?.click())",
            )
            .await;
        for text in 0..phone.count("form.feedback textarea").await {
            phone.fill(&format!("form.feedback div:nth-of-type({}) textarea", text + 1), words).await;
        }
        if phone.count("[data-action=finish]").await == 1 {
            break;
        }
        phone.click("[data-action=continue]").await;
    }
    phone.click("[data-action=finish]").await;
}

/// Waits until the list shows so many contacts that are where `custody` says.
pub(crate) async fn expect_contacts(phone: &Phone, custody: &str, count: usize) {
    phone.click("a[href='/team/liste']").await;
    phone.expect_count(&format!("[data-contact][data-custody={custody}]"), count).await;
}
