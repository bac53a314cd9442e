//! Hydration that takes what the server wrote for granted.

use super::Change;

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    // The server wrote the same elements with the same attributes: they need neither be asked nor set again,
    // A text that is set is laid out again, even if it is the same.
    Change {
        file: "dom_bundle/btext.rs",
        from: r#"                    m.set_node_value(Some(self.text.as_ref()));
"#,
        to: r#"                    if m.node_value().as_deref() != Some(self.text.as_ref()) {
                        m.set_node_value(Some(self.text.as_ref()));
                    }
"#,
    },
    // What was typed while the app was on its way stays in its field.
    Change {
        file: "dom_bundle/btag/mod.rs",
        from: r#"                VTagInner::Input(f) => {
                    let f = f.apply(root, el.unchecked_ref());
                    BTagInner::Input(f)
                }
                VTagInner::Textarea(f) => {
                    let value = f.apply(root, el.unchecked_ref());

                    BTagInner::Textarea { value }
                }
                VTagInner::Other { children, tag } => {
                    let mut nodes"#,
        to: r#"                VTagInner::Input(f) => BTagInner::Input(f),
                VTagInner::Textarea(f) => {
                    let value = f.apply(root, el.unchecked_ref());

                    BTagInner::Textarea { value }
                }
                VTagInner::Other { children, tag } => {
                    let mut nodes"#,
    },
];
