//! What the visitor app asks of the phone it runs on, and what the phone tells it.
//!
//! The server renders pages with [`NoPhone`]: effects never run there.

use std::{ops::Deref, rc::Rc};

use yew::Callback;

use super::{
    Published,
    state::{Network, Withdrawal},
};
use crate::route::Address;

/// The phone's side of the app.
pub trait Phone {
    /// Tells what is stored, and from now on what happens.
    fn listen(&self, on_event: Callback<PhoneEvent>);
    /// Calls back when the browser has had its turn.
    fn soon(&self, then: Callback<()>);
    /// What was typed into the search field before anyone listened.
    fn typed(&self) -> Option<String>;
    /// Goes to a page of this app; the arrival is told as [`PhoneEvent::Arrived`].
    fn go(&self, href: &str, how: Going);
    /// Names the page and brings its beginning into view.
    fn show(&self, title: &str, view: View);
    /// What follows `#` in the address; it never leaves the phone.
    fn fragment(&self) -> String;
    /// The time of day here, `HH:MM`; nothing if the day itself was set by hand.
    fn clock(&self) -> Option<String>;
    /// Reads what was stored.
    fn read(&self, key: &'static str) -> Option<String>;
    /// Stores; `None` takes away.
    ///
    /// # Errors
    /// [`NotStored`] if the browser does not let us.
    fn store(&self, key: &'static str, value: Option<&str>) -> Result<(), NotStored>;
    /// Lets the colours follow the choice.
    fn apply_scheme(&self, scheme: Option<&str>);
    /// Loads the version that waits.
    fn load_update(&self);
    /// Asks the server to erase the contact of a receipt; the outcome is told as
    /// [`PhoneEvent::Withdrawal`].
    fn withdraw(&self, code: &str);
    /// Takes away all that this app stored, and nothing of the team app.
    fn erase(&self);
}

/// How an address enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// As a step that "back" undoes.
    Step,
    /// In place of the current one.
    Replace,
    /// In place of the current one, as soon as no more is typed: an address costs the browser more than a search.
    Typing,
}

/// What of a page is shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// What was in view stays.
    Stay,
    /// Its beginning, or what its fragment names.
    Start,
}

/// The browser's storage refused: full, switched off, or private.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not store it")]
pub struct NotStored;

/// What the phone tells.
#[derive(Clone, Debug, PartialEq)]
pub enum PhoneEvent {
    /// A link, a form or the history led to a page.
    Arrived(Address),
    /// Whether the server answers.
    Network(Network),
    /// A new version of the app is here and waits.
    UpdateWaits,
    /// A newer catalog was loaded.
    CatalogArrived(Published),
    /// This is stored, perhaps by another window of this app, or by a page from which someone came back to
    /// this one.
    Stored {
        /// The saved list.
        saved: String,
        /// The chosen colours.
        scheme: Option<String>,
    },
    /// What the server made of a withdrawal.
    Withdrawal(Withdrawal),
}

/// The visitor app's phone, to be handed to components.
pub type PhoneHandle = Handle<dyn Phone>;

/// A phone that can be handed to components; the same phone is equal to itself alone.
pub struct Handle<P: ?Sized>(pub Rc<P>);

impl<P: ?Sized> Clone for Handle<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<P: ?Sized> Deref for Handle<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.0
    }
}

impl<P: ?Sized> PartialEq for Handle<P> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// No phone at all.
#[derive(Clone, Copy, Debug)]
pub struct NoPhone;

impl Phone for NoPhone {
    fn listen(&self, _: Callback<PhoneEvent>) {}
    fn soon(&self, _: Callback<()>) {}
    fn typed(&self) -> Option<String> {
        None
    }
    fn go(&self, _: &str, _: Going) {}
    fn show(&self, _: &str, _: View) {}
    fn fragment(&self) -> String {
        String::new()
    }
    fn clock(&self) -> Option<String> {
        None
    }
    fn read(&self, _: &'static str) -> Option<String> {
        None
    }
    fn store(&self, _: &'static str, _: Option<&str>) -> Result<(), NotStored> {
        Err(NotStored)
    }
    fn apply_scheme(&self, _: Option<&str>) {}
    fn load_update(&self) {}
    fn withdraw(&self, _: &str) {}
    fn erase(&self) {}
}
