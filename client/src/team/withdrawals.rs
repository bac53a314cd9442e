//! Codes of receipts whose contacts shall be erased: they wait for a network, on whichever phone.
//!
//! Who knows a code can open the contact that it belongs to. So it lies encrypted here, and only until the
//! server has erased that contact.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use serde_json::json;
use shared::{
    document::{Kind, contact},
    seal::receipt::Secret,
};
use yew::prelude::*;

use super::recording::Recorder;
use crate::{
    driver::Repo,
    forms::drafts::DraftError,
    services::{ApiError, Guard, Method, Row, Services, StorageError, Table, spawn, use_services},
};

/// Row in [`Table::Device`].
const ROW: &str = "withdrawals";

/// After so long the server is asked again while codes wait.
const RETRY_MS: u32 = 60_000;

/// What became of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The server was not reached yet.
    Waits,
    /// The server knows no such contact; it may still be on another phone.
    Unknown,
}

/// A code that waits.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    /// As [`Secret::code`] writes it.
    pub code: String,
    /// How far it has come.
    pub stage: Stage,
}

/// All codes that wait on this phone.
#[derive(Clone)]
pub struct Withdrawals(Rc<Inner>);

struct Inner {
    services: Services,
    waiting: RefCell<Vec<Waiting>>,
    busy: Cell<bool>,
    timer: RefCell<Option<Box<dyn Guard>>>,
    woken: RefCell<Option<Box<dyn Guard>>>,
    changed: RefCell<Callback<Vec<Waiting>>>,
}

impl PartialEq for Withdrawals {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Withdrawals {
    fn new(services: Services) -> Self {
        Self(Rc::new(Inner {
            services,
            waiting: RefCell::default(),
            busy: Cell::default(),
            timer: RefCell::default(),
            woken: RefCell::default(),
            changed: RefCell::default(),
        }))
    }

    /// Reads what waits and sends it, now and whenever a network may be back; `changed` is told what is left.
    fn start(&self, changed: Callback<Vec<Waiting>>) {
        self.0.changed.replace(changed);
        let withdrawals = self.clone();
        let woken = self.0.services.platform.on_wake(Rc::new(move || withdrawals.send()));
        self.0.woken.replace(Some(woken));
        let withdrawals = self.clone();
        spawn(async move {
            match withdrawals.stored().await {
                Ok(codes) => {
                    let waiting = codes.into_iter().map(|code| Waiting { code, stage: Stage::Waits });
                    withdrawals.0.waiting.borrow_mut().extend(waiting);
                    withdrawals.tell();
                    withdrawals.send();
                }
                Err(error) => withdrawals.0.services.platform.log(&error),
            }
        });
    }

    async fn stored(&self) -> Result<Vec<String>, DraftError> {
        let services = &self.0.services;
        let Some(sealed) = services.storage.get(Table::Device, ROW).await? else { return Ok(Vec::new()) };
        Ok(serde_json::from_slice(&services.draft_key.open(sealed).await?).unwrap_or_default())
    }

    fn tell(&self) {
        let changed = self.0.changed.borrow().clone();
        changed.emit(self.all());
    }

    fn stop(&self) {
        self.0.woken.take();
        self.0.timer.take();
    }

    /// What waits.
    pub fn all(&self) -> Vec<Waiting> {
        self.0.waiting.borrow().clone()
    }

    /// Takes a code, and sends it as soon as it is stored.
    ///
    /// # Errors
    /// If it could not be encrypted or stored; then it does not wait here.
    pub async fn add(&self, secret: &Secret) -> Result<(), DraftError> {
        let before = self.all();
        let code = secret.code();
        if before.iter().all(|waiting| waiting.code != code) {
            self.0.waiting.borrow_mut().push(Waiting { code, stage: Stage::Waits });
            if let Err(error) = self.store().await {
                self.0.waiting.replace(before);
                return Err(error);
            }
        }
        self.send();
        Ok(())
    }

    /// Forgets a code, of which nothing came.
    pub fn forget(&self, code: &str) {
        self.0.waiting.borrow_mut().retain(|waiting| waiting.code != code);
        let withdrawals = self.clone();
        spawn(async move { withdrawals.keep().await });
    }

    /// Asks the server about each that waits, one after the other.
    fn send(&self) {
        if self.0.waiting.borrow().is_empty() || self.0.busy.replace(true) {
            return;
        }
        let withdrawals = self.clone();
        spawn(async move {
            for Waiting { code, .. } in withdrawals.all() {
                let body = json!({ "code": code });
                let answer = withdrawals.0.services.api.call(Method::Post, "/api/withdraw", Some(body)).await;
                let mut waiting = withdrawals.0.waiting.borrow_mut();
                match answer {
                    Ok(_) => waiting.retain(|waiting| waiting.code != code),
                    Err(ApiError::Refused { status: 404, .. }) => {
                        for waiting in waiting.iter_mut().filter(|waiting| waiting.code == code) {
                            waiting.stage = Stage::Unknown;
                        }
                    }
                    Err(_) => break,
                }
            }
            withdrawals.0.busy.set(false);
            withdrawals.keep().await;
            if !withdrawals.0.waiting.borrow().is_empty() {
                let again = withdrawals.clone();
                let later = withdrawals.0.services.clock.after(RETRY_MS, Box::new(move || again.send()));
                withdrawals.0.timer.replace(Some(later));
            }
        });
    }

    async fn keep(&self) {
        if let Err(error) = self.store().await {
            self.0.services.platform.log(&error);
        }
    }

    async fn store(&self) -> Result<(), DraftError> {
        let services = &self.0.services;
        let waiting = self.all();
        self.tell();
        if waiting.is_empty() {
            services.storage.delete(Table::Device, ROW).await?;
            return Ok(());
        }
        let codes: Vec<String> = waiting.into_iter().map(|waiting| waiting.code).collect();
        let plain = serde_json::to_vec(&codes).expect("text always serialises");
        let bytes = services.draft_key.seal(plain).await?;
        services.storage.put(vec![Row { table: Table::Device, key: ROW.to_owned(), bytes }]).await?;
        Ok(())
    }
}

/// Says at once in a contact of this phone that it was taken back, if the code is one of theirs: organisers
/// then leave it alone even if the server does not know the code before them.
pub fn mark_own(recorder: &Recorder, secret: &Secret) {
    let hash = Some(secret.hash());
    let own = |repo: &Repo| {
        let mut contacts = repo.documents(Kind::Contact).into_iter();
        contacts.find(|document| repo.read(*document, contact::receipt_hash).flatten() == hash)
    };
    if let Some(document) = own(&recorder.repo)
        && let Err(error) = recorder.set_withdrawn(document, true)
    {
        recorder.services.platform.log(&error);
    }
}

/// The codes that wait, and how to add to them.
#[derive(Clone, PartialEq)]
pub struct WithdrawalsHandle {
    /// Adds and forgets.
    pub withdrawals: Withdrawals,
    /// What waits now.
    pub waiting: Vec<Waiting>,
}

/// Properties of [`KeepWithdrawing`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeepWithdrawingProps {
    /// The pages.
    pub children: Html,
}

/// Sends what waits from whichever page is open, and tells all pages of it.
#[component]
pub fn KeepWithdrawing(props: &KeepWithdrawingProps) -> Html {
    let services = use_services();
    let withdrawals = use_state(|| Withdrawals::new(services));
    let waiting = use_state_eq(Vec::new);
    {
        let (withdrawals, waiting) = ((*withdrawals).clone(), waiting.setter());
        use_effect_with((), move |()| {
            withdrawals.start(Callback::from(move |now| waiting.set(now)));
            move || withdrawals.stop()
        });
    }
    let context = WithdrawalsHandle { withdrawals: (*withdrawals).clone(), waiting: (*waiting).clone() };
    html! {
        <ContextProvider<WithdrawalsHandle> {context}>{ props.children.clone() }</ContextProvider<WithdrawalsHandle>>
    }
}

/// Whether codes wait here, which need the key of drafts.
///
/// # Errors
/// If the database can not be read.
pub async fn any_wait(services: &Services) -> Result<bool, StorageError> {
    Ok(services.storage.get(Table::Device, ROW).await?.is_some())
}

/// What waits, from the context that [`KeepWithdrawing`] provides.
#[hook]
pub fn use_withdrawals() -> WithdrawalsHandle {
    use_context::<WithdrawalsHandle>().expect("withdrawals are kept around every page of an enrolled phone")
}
