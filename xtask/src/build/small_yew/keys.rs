//! Lists of visitors' pages, which have no keys.

use super::Change;

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    Change {
        file: "dom_bundle/blist.rs",
        from: r#"        let first = if fully_keyed && blist.fully_keyed {
            BList::apply_keyed("#,
        to: r#"        let first = if false {
            BList::apply_keyed("#,
    },
];
