//! Who holds the phone: what they see, and under which key their drafts lie.

mod idle;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    drafts::{self, Drawer},
    local_notes::{LocalNotes, use_local_notes},
    pages::{feedback::FeedbackPage, lock::LockPage},
    state::hands::{Hands, Pin, Volunteer},
};
use crate::{
    forms::drafts::DraftError,
    services::{DraftKey, KeyError, Row, Services, StorageError, Table, random_bytes, spawn, use_services},
};
use idle::use_idle_lock;

/// Row in [`Table::Device`].
const ROW: &str = "hands";

/// Who holds the phone, and ways to change that.
#[derive(Clone)]
pub struct HandsHandle {
    /// All who record with it.
    pub hands: Rc<Hands>,
    services: Services,
    notes: LocalNotes,
    /// Under which the drafts of whoever holds it lie; none while it is locked.
    key: Option<Rc<dyn DraftKey>>,
    set: Callback<(Hands, Option<Rc<dyn DraftKey>>)>,
}

impl PartialEq for HandsHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.hands, &other.hands) && self.key.is_some() == other.key.is_some()
    }
}

/// Why a PIN did not open, or was not taken.
#[derive(Debug, thiserror::Error)]
pub enum PinError {
    /// It is another one, or the browser has no such key.
    #[error("the PIN does not open")]
    Key(#[from] KeyError),
    /// The drafts could not be moved to the new key.
    #[error("the drafts could not be sealed anew")]
    Drafts(#[from] DraftError),
    /// It could not be kept.
    #[error("the PIN could not be kept")]
    NotKept(#[from] StorageError),
}

impl HandsHandle {
    /// Whether whoever holds it has to say their PIN.
    pub fn is_locked(&self) -> bool {
        self.key.is_none()
    }

    /// Where their drafts lie. While it is locked, only a visitor's questionnaire is begun, which needs no PIN.
    fn drawer(&self) -> Drawer {
        let services = self.services.clone();
        let key = self.key.clone().unwrap_or_else(|| services.draft_key.clone());
        Drawer { services, volunteer: self.hands.current().id.as_str().into(), key }
    }

    /// Opens the phone; a visitor who had it has given it back.
    ///
    /// # Errors
    /// If it is another PIN.
    pub async fn open(&self, typed: &str) -> Result<(), PinError> {
        let key = match &self.hands.current().pin {
            None => self.services.draft_key.clone(),
            Some(Pin { salt, check }) => {
                self.services.keys.key_of_pin(typed, *salt, Some(check.clone())).await?.0
            }
        };
        let hands = Hands::clone(&self.hands).handed_over(false);
        if hands != *self.hands {
            store(&self.services, &hands).await?;
        }
        self.set.emit((hands, Some(key)));
        Ok(())
    }

    /// Locks it; without a PIN nothing happens.
    pub fn lock(&self) {
        if self.hands.current().pin.is_some() {
            self.set.emit((Hands::clone(&self.hands), None));
        }
    }

    /// Stores who holds the phone now. Whoever has a PIN has to say it.
    pub fn change(&self, change: impl FnOnce(Hands) -> Hands) {
        let hands = change(Hands::clone(&self.hands));
        let key = if hands.current().id == self.hands.current().id {
            self.key.clone()
        } else {
            key_without_pin(&self.services, hands.current())
        };
        let (services, set) = (self.services.clone(), self.set.clone());
        spawn(async move {
            if let Err(error) = store(&services, &hands).await {
                services.platform.log(&error);
            }
            set.emit((hands, key));
        });
    }

    /// A volunteer whom the others call that takes the phone.
    pub fn taken_by(&self, name: &str) {
        let id = hex::encode(random_bytes::<4>(&*self.services.random));
        self.change(|hands| hands.taken_by(id, name));
    }

    /// Gives whoever holds the phone a PIN, or takes theirs away; what they have begun is sealed anew.
    ///
    /// # Errors
    /// If the browser has no such key, or does not store.
    pub async fn set_pin(&self, typed: Option<&str>) -> Result<(), PinError> {
        let services = &self.services;
        let (pin, key) = match typed {
            None => (None, services.draft_key.clone()),
            Some(typed) => {
                let salt = random_bytes::<16>(&*services.random);
                let (key, check) = services.keys.key_of_pin(typed, salt, None).await?;
                (Some(Pin { salt, check }), key)
            }
        };
        drafts::seal_anew(&self.drawer(), &*key).await?;
        let hands = Hands::clone(&self.hands).with_pin(pin);
        store(services, &hands).await?;
        self.set.emit((hands, Some(key)));
        Ok(())
    }

    /// Goes on without a PIN; should that fail, it stays.
    pub async fn remove_pin(&self) {
        if let Err(error) = self.set_pin(None).await {
            self.services.platform.log(&error);
        }
    }

    /// Goes on without the PIN that nobody remembers: what it protected is erased first.
    ///
    /// # Errors
    /// If the database can not be written.
    pub async fn forget_pin(&self) -> Result<(), PinError> {
        let services = &self.services;
        drafts::erase_all(&self.drawer()).await?;
        self.notes.forget().await?;
        let hands = Hands::clone(&self.hands).with_pin(None).handed_over(false);
        store(services, &hands).await?;
        self.set.emit((hands, Some(services.draft_key.clone())));
        Ok(())
    }
}

async fn store(services: &Services, hands: &Hands) -> Result<(), StorageError> {
    services
        .storage
        .put(vec![Row { table: Table::Device, key: ROW.to_owned(), bytes: hands.to_bytes() }])
        .await
}

/// The key for whoever has no PIN.
fn key_without_pin(services: &Services, volunteer: &Volunteer) -> Option<Rc<dyn DraftKey>> {
    volunteer.pin.is_none().then(|| services.draft_key.clone())
}

/// Who holds the phone, from the context that [`InHands`] provides.
#[hook]
pub fn use_hands() -> HandsHandle {
    use_context::<HandsHandle>().expect("the pages of an enrolled phone are in someone's hands")
}

/// Properties of [`InHands`].
#[derive(Clone, PartialEq, Properties)]
pub struct InHandsProps {
    /// What a volunteer sees.
    pub children: Html,
}

/// The page for whoever holds the phone: a volunteer, somebody who has to say a PIN, or a visitor.
#[component]
pub fn InHands(props: &InHandsProps) -> Html {
    let services = use_services();
    let notes = use_local_notes();
    let holding = use_state(|| None::<(Rc<Hands>, Option<Rc<dyn DraftKey>>)>);
    {
        let (services, holding) = (services.clone(), holding.setter());
        use_effect_with((), move |()| {
            spawn(async move {
                // Without a database the app does not come so far.
                let stored = services.storage.get(Table::Device, ROW).await.unwrap_or_default();
                let hands = Hands::from_bytes(&stored.unwrap_or_default());
                let key = key_without_pin(&services, hands.current());
                holding.set(Some((Rc::new(hands), key)));
            });
        });
    }
    let set = {
        let holding = holding.setter();
        Callback::from(move |(hands, key)| holding.set(Some((Rc::new(hands), key))))
    };
    let handle = (*holding).clone().map(|(hands, key)| HandsHandle { hands, services, notes, key, set });
    use_idle_lock(handle.as_ref());
    let Some(handle) = handle else { return Html::default() };
    let drawer = handle.drawer();
    let page = if handle.hands.handed_over {
        // Whatever the address is: the draft that it names may be the one that is handed over.
        let (_, draft) = handle.services.platform.address();
        html! { <FeedbackPage {draft} handed_over=true /> }
    } else if handle.is_locked() {
        html! { <LockPage /> }
    } else {
        props.children.clone()
    };
    html! {
        <ContextProvider<HandsHandle> context={handle}>
        <ContextProvider<Drawer> context={drawer}>{ page }</ContextProvider<Drawer>>
        </ContextProvider<HandsHandle>>
    }
}
