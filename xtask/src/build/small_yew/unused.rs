//! What no page uses.

use super::Change;

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    // What the changes leave without use is no concern of a build.
    Change {
        file: "lib.rs",
        from: "#![allow(clippy::needless_doctest_main)]",
        to: "#![allow(clippy::needless_doctest_main, unused)]",
    },
    // What kind of node stands in a place where another was expected is only for the text of a panic; a tag's name
    // in small letters brings along all letters of Unicode.
    Change {
        file: "dom_bundle/utils.rs",
        from: r#"        match node.node_type() {
            Node::ELEMENT_NODE => {
                let tag = node
                    .dyn_ref::<Element>()
                    .map(|m| m.tag_name().to_lowercase())
                    .unwrap_or_else(|| "unknown".to_owned());

                format!("{tag} element node").into()
            }
            Node::ATTRIBUTE_NODE => "attribute node".into(),
            Node::TEXT_NODE => "text node".into(),
            Node::CDATA_SECTION_NODE => "cdata section node".into(),
            Node::ENTITY_REFERENCE_NODE => "entity reference node".into(),
            Node::ENTITY_NODE => "entity node".into(),
            Node::PROCESSING_INSTRUCTION_NODE => "processing instruction node".into(),
            Node::COMMENT_NODE => "comment node".into(),
            Node::DOCUMENT_NODE => "document node".into(),
            Node::DOCUMENT_TYPE_NODE => "document type node".into(),
            Node::DOCUMENT_FRAGMENT_NODE => "document fragment node".into(),
            Node::NOTATION_NODE => "notation node".into(),
            _ => "unknown node".into(),
        }
"#,
        to: r#"        let _unsaid = node;
        "another node".into()
"#,
    },
    // Elements are made one by one: a copy of a kept one is not quicker.
    Change {
        file: "dom_bundle/btag/mod.rs",
        from: r#"            thread_local! {
                static CACHED_ELEMENTS: RefCell<HashMap<String, Element>> = RefCell::new(HashMap::with_capacity(32));
            }

            CACHED_ELEMENTS.with(|cache| {
                let mut cache = cache.borrow_mut();
                let cached = cache.get(tag).map(|el| {
                    el.clone_node()
                        .expect("couldn't clone cached element")
                        .unchecked_into::<Element>()
                });
                cached.unwrap_or_else(|| {
                    let to_be_cached = document()
                        .create_element(tag)
                        .expect("can't create element for vtag");
                    cache.insert(
                        tag.to_string(),
                        to_be_cached
                            .clone_node()
                            .expect("couldn't clone node to be cached")
                            .unchecked_into(),
                    );
                    to_be_cached
                })
            })
"#,
        to: r#"            document().create_element(tag).expect("can't create element for vtag")
"#,
    },
    // No page has portals, nor waits for anything while it renders.
    Change {
        file: "dom_bundle/bnode.rs",
        from: r#"            Self::Portal(bportal) => bportal.detach(root, parent, parent_to_detach),
            Self::Suspense(bsusp) => bsusp.detach(root, parent, parent_to_detach),
"#,
        to: r#"            Self::Portal(_) | Self::Suspense(_) => unreachable!(),
"#,
    },
    Change {
        file: "dom_bundle/bnode.rs",
        from: r#"            Self::Portal(ref vportal) => vportal.shift(next_parent, slot),
            Self::Suspense(ref vsuspense) => vsuspense.shift(next_parent, slot),
"#,
        to: r#"            Self::Portal(_) | Self::Suspense(_) => unreachable!(),
"#,
    },
    Change {
        file: "dom_bundle/bnode.rs",
        from: r#"            VNode::VPortal(vportal) => {
                let (node_ref, portal) =
                    RcExt::unwrap_or_clone(vportal).attach(root, parent_scope, parent, slot);
                (node_ref, portal.into())
            }
            VNode::VSuspense(vsuspsense) => {
                let (node_ref, suspsense) =
                    RcExt::unwrap_or_clone(vsuspsense).attach(root, parent_scope, parent, slot);
                (node_ref, suspsense.into())
            }
"#,
        to: r#"            VNode::VPortal(_) | VNode::VSuspense(_) => unreachable!(),
"#,
    },
    Change {
        file: "dom_bundle/bnode.rs",
        from: r#"            VNode::VPortal(vportal) => RcExt::unwrap_or_clone(vportal).reconcile_node(
                root,
                parent_scope,
                parent,
                slot,
                bundle,
            ),
            VNode::VSuspense(vsuspsense) => RcExt::unwrap_or_clone(vsuspsense).reconcile_node(
                root,
                parent_scope,
                parent,
                slot,
                bundle,
            ),
"#,
        to: r#"            VNode::VPortal(_) | VNode::VSuspense(_) => unreachable!(),
"#,
    },
    Change {
        file: "dom_bundle/bnode.rs",
        from: r#"                VNode::VSuspense(vsuspense) => RcExt::unwrap_or_clone(vsuspense)
                    .hydrate(root, parent_scope, parent, fragment, prev_next_sibling)
                    .into(),
"#,
        to: r#"                VNode::VSuspense(_) => unreachable!(),
"#,
    },
    Change {
        file: "html/component/lifecycle.rs",
        from: r#"            Err(RenderError::Suspended(susp)) => self.suspend(shared_state, susp),"#,
        to: r#"            Err(_) => unreachable!(),"#,
    },
    Change {
        file: "html/component/lifecycle.rs",
        from: r#"        if let Some(m) = self.suspension.take() {
            let comp_scope = self.inner.any_scope();

            let suspense_scope = comp_scope.find_parent_scope::<BaseSuspense>().unwrap();
            BaseSuspense::resume(&suspense_scope, m);
        }
"#,
        to: r#""#,
    },
    // Of ninety kinds of events a page listens to five.
    Change {
        file: "virtual_dom/listeners.rs",
        from: r#"        pub enum ListenerKind {
            $( $kind, )*
            other(std::borrow::Cow<'static, str>),
        }

        impl ListenerKind {
            pub fn type_name(&self) -> std::borrow::Cow<'static, str> {
                match self {
                    Self::other(type_name) => type_name.clone(),
                    $( Self::$kind => stringify!($kind)[2..].into(), )*
                }
            }
        }

        impl AsRef<str> for ListenerKind {
            fn as_ref(&self) -> &str {
                match self {
                    $( Self::$kind => stringify!($kind), )*
                    Self::other(type_name) => type_name.as_ref(),
                }
            }
        }
"#,
        to: r#"        #[derive(Copy)]
        pub struct ListenerKind(&'static str);

        #[allow(non_upper_case_globals, missing_docs)]
        impl ListenerKind {
            $( pub const $kind: Self = Self(stringify!($kind)); )*

            pub fn type_name(&self) -> std::borrow::Cow<'static, str> {
                self.0[2..].into()
            }
        }

        impl AsRef<str> for ListenerKind {
            fn as_ref(&self) -> &str {
                self.0
            }
        }
"#,
    },
];
