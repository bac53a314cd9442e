//! Reusable views of both apps: properties in, callbacks out.
//!
//! A file has the name of its class root in `public/style/components/`; states are attributes, not
//! classes. What has no state and few arguments is a plain function: a component of its own costs a
//! phone a scheduler turn and about a kilobyte for each of its kinds.

pub mod bar;
pub mod button;
pub mod canopy;
pub mod choice;
pub mod cloth;
pub mod element;
pub mod empty;
pub mod field;
pub mod icon;
pub mod local;
#[cfg(any(feature = "ask", feature = "list", feature = "team"))]
pub mod qr;
pub mod section_head;
pub mod sheet;
pub mod sign;
pub mod stand;
pub mod state;
pub mod tab_bar;
pub mod tag;

pub(crate) use self::element::attrs;
#[cfg(feature = "team")]
pub use self::icon::sprite;
#[cfg(feature = "list")]
pub use self::qr::qr;
#[cfg(any(feature = "ask", feature = "team"))]
pub use self::qr::qr_of;
pub use self::{
    bar::{BarKind, bar, bars},
    button::{Button, LinkButton, Rank, action_button, action_link, button_link, thumb_button},
    canopy::{CanopyParts, Panels, canopy, tool_link},
    choice::{Choice, ChoiceKind, ChoiceProps, Choices, Scale, choice, choices},
    cloth::{Cloth, ClothBox, cloth_box},
    element::{Attributes, dir_of, each, el, el_with, element, lang_of, parts, pressable, say, when},
    empty::{Drawing, empty},
    field::{Field, Input, TextArea},
    icon::{Symbol, flip_icon, icon, small_flip_icon, small_icon},
    local::{local, local_lead, tagged_language, tagged_languages},
    section_head::{section, section_head, section_with},
    sheet::sheet,
    sign::{Hang, sign},
    stand::stand,
    state::{Place, state_badge, step3},
    tab_bar::{Tab, tab_bar},
    tag::tag,
};
