//! What the list asks of the phone, and what the phone tells it.

use yew::Callback;

use super::{
    file::FileFault,
    state::{Entry, Keeping},
};
use crate::visitor::{
    Network, Published,
    phone::{Handle, NotStored},
};

/// The phone's side of the list.
pub trait Phone {
    /// Starts to tell what happens.
    fn listen(&self, on_event: Callback<PhoneEvent>);
    /// Names the page.
    fn name_page(&self, title: &str);
    /// Brings the focus to an element.
    fn focus(&self, id: &str);
    /// What follows `#` in the address.
    fn fragment(&self) -> String;
    /// Puts something else there, in place of what is there.
    fn set_fragment(&self, fragment: &str);
    /// The address of this page without its fragment.
    fn address(&self) -> String;
    /// Reads what was stored.
    fn read(&self, key: &'static str) -> Option<String>;
    /// Stores; `None` takes away.
    ///
    /// # Errors
    /// [`NotStored`] if the browser does not let us.
    fn store(&self, key: &'static str, value: Option<&str>) -> Result<(), NotStored>;
    /// Asks the browser to keep what is stored; the answer is told, if there is one.
    fn ask_to_keep(&self);
    /// How a link can be given to someone.
    fn sharing(&self) -> Sharing;
    /// Gives a link to someone; told as [`PhoneEvent::Shared`].
    fn share(&self, title: &str, link: &str);
    /// Prints the page.
    fn print(&self);
    /// Hands over a file.
    fn download(&self, name: &str, text: &str);
    /// Reads the file that was chosen in an input; told as [`PhoneEvent::FileRead`].
    fn read_file(&self, input: &web_sys::HtmlInputElement);
    /// Loads the version that waits.
    fn load_update(&self);
}

/// How a link can be given to someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// By the phone's own sheet.
    Send,
    /// By copying it.
    Copy,
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It was handed over, or its owner changed their mind.
    Handed,
    /// It can be pasted.
    Copied,
    /// The browser refused.
    Refused,
}

/// What the phone tells.
#[derive(Clone, Debug, PartialEq)]
pub enum PhoneEvent {
    /// Whether the server answers.
    Network(Network),
    /// A new version of the app is here and waits.
    UpdateWaits,
    /// A newer catalog was loaded.
    CatalogArrived(Published),
    /// Another window of this app changed the list, or a page from which someone came back to this one.
    StoredElsewhere {
        /// Stored ids.
        saved: String,
        /// Stored notes.
        notes: String,
    },
    /// The address has another fragment.
    Fragment(String),
    /// Whether the browser keeps what is stored.
    Keeping(Keeping),
    /// What became of the link.
    Shared(Shared),
    /// What stands in the chosen file.
    FileRead(Result<Vec<Entry>, FileFault>),
}

/// The list's phone, to be handed to components.
pub type PhoneHandle = Handle<dyn Phone>;
