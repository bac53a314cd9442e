//! Maps for a handful of entries become lists.

use super::Change;

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    // A handful of entries need no tree.
    Change {
        file: "scheduler.rs",
        from: r#"use std::collections::BTreeMap;
"#,
        to: r#""#,
    },
    Change {
        file: "scheduler.rs",
        from: r#"    /// The Binary Tree Map guarantees components with lower id (parent) is rendered first
    inner: BTreeMap<usize, QueueEntry>,"#,
        to: r#"    /// Sorted by id: components with lower id (parent) are rendered first
    inner: Vec<(usize, QueueEntry)>,"#,
    },
    Change {
        file: "scheduler.rs",
        from: r#"        self.inner.insert(component_id, QueueEntry { task });"#,
        to: r#"        let at = self.inner.iter().take_while(|(id, _)| *id < component_id).count();
        if self.inner.get(at).is_some_and(|(id, _)| *id == component_id) {
            self.inner.remove(at);
        }
        self.inner.insert(at, (component_id, QueueEntry { task }));"#,
    },
    Change {
        file: "scheduler.rs",
        from: r#"        self.inner.pop_first().map(|(_, v)| v)"#,
        to: r#"        (!self.inner.is_empty()).then(|| self.inner.remove(0).1)"#,
    },
    Change {
        file: "scheduler.rs",
        from: r#"queue.extend(rendered.into_values().rev());"#,
        to: r#"queue.extend(rendered.into_iter().rev().map(|(_, entry)| entry));"#,
    },
    // Attributes by name need no hash, and maps of them are never made here.
    Change {
        file: "dom_bundle/btag/attributes.rs",
        from: r#"use std::collections::HashMap;
"#,
        to: r#""#,
    },
    Change {
        file: "dom_bundle/btag/attributes.rs",
        from: r#"fn collect(src: &Attributes) -> HashMap<&str, &AttributeOrProperty> {"#,
        to: r#"fn collect(src: &Attributes) -> Vec<(&str, &AttributeOrProperty)> {"#,
    },
    Change {
        file: "dom_bundle/btag/attributes.rs",
        from: r#"        let old = collect(old);
"#,
        to: r#"        let old = collect(old);
        let find = |among: &[(&str, &'a AttributeOrProperty)], key: &str| {
            among.iter().find(|(k, _)| *k == key).map(|(_, value)| *value)
        };
"#,
    },
    Change {
        file: "dom_bundle/btag/attributes.rs",
        from: r#"            if match old.get(k) {"#,
        to: r#"            if match find(&old, k) {"#,
    },
    Change {
        file: "dom_bundle/btag/attributes.rs",
        from: r#"                Some(old) => old != new,"#,
        to: r#"                Some(old) => old != *new,"#,
    },
    Change {
        file: "dom_bundle/btag/attributes.rs",
        from: r#"            if !new.contains_key(k) {
                Self::remove(el, k, old_value);"#,
        to: r#"            if find(&new, k).is_none() {
                Self::remove(el, k, old_value);"#,
    },
    Change {
        file: "dom_bundle/btag/attributes.rs",
        from: r#"                Self::apply_diff_index_maps(el, new, old);"#,
        to: r#"                let _ = (new, old);"#,
    },
    // Neither do listeners.
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"use std::collections::HashMap;
"#,
        to: r#""#,
    },
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"    by_id: HashMap<u32, HashMap<EventDescriptor, Vec<Rc<dyn Listener>>>>,"#,
        to: r#"    by_id: Vec<(u32, Vec<(EventDescriptor, Rc<dyn Listener>)>)>,"#,
    },
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"            by_id: HashMap::default(),"#,
        to: r#"            by_id: Vec::new(),"#,
    },
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"        let handlers = registry_ref.by_id.get(&listener_id)?;
        let listeners = handlers.get(desc)?.clone();
"#,
        to: r#"        let handlers = &registry_ref.by_id[registry_ref.position(listener_id)?].1;
        let listeners: Vec<_> = handlers
            .iter()
            .filter(|(of, _)| of == desc)
            .map(|(_, listener)| listener.clone())
            .collect();
"#,
    },
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"        let mut by_desc =
            HashMap::<EventDescriptor, Vec<Rc<dyn Listener>>>::with_capacity(listeners.len());
        for l in listeners.iter().filter_map(|l| l.as_ref()).cloned() {
            let desc = EventDescriptor::from(l.deref());
            root.ensure_handled(&desc);
            by_desc.entry(desc).or_default().push(l);
        }
        self.by_id.insert(id, by_desc);
"#,
        to: r#"        // Ids only grow, so that the list is sorted.
        self.by_id.push((id, Vec::new()));
        self.patch(root, &id, listeners);
"#,
    },
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"        if let Some(by_desc) = self.by_id.get_mut(id) {
            // Keeping empty vectors is fine. Those don't do much and should happen rarely.
            for v in by_desc.values_mut() {
                v.clear()
            }

            for l"#,
        to: r#"        if let Some(at) = self.position(*id) {
            let by_desc = &mut self.by_id[at].1;
            by_desc.clear();
            for l"#,
    },
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"                by_desc.entry(desc).or_default().push(l);
            }
        }
    }
"#,
        to: r#"                by_desc.push((desc, l));
            }
        }
    }

    fn position(&self, id: u32) -> Option<usize> {
        self.by_id.binary_search_by_key(&id, |(id, _)| *id).ok()
    }
"#,
    },
    Change {
        file: "dom_bundle/btag/listeners.rs",
        from: r#"        self.by_id.remove(id);"#,
        to: r#"        if let Some(at) = self.position(*id) {
            self.by_id.remove(at);
        }"#,
    },
    // Neither do the kinds of events, of which a page has five.
    Change {
        file: "dom_bundle/subtree_root.rs",
        from: r#"use std::collections::HashSet;
"#,
        to: r#""#,
    },
    Change {
        file: "dom_bundle/subtree_root.rs",
        from: r#"use std::hash::{Hash, Hasher};
"#,
        to: r#""#,
    },
    Change {
        file: "dom_bundle/subtree_root.rs",
        from: r#"#[derive(Clone, Hash, Eq, PartialEq, Debug)]
pub struct EventDescriptor"#,
        to: r#"#[derive(Clone, Eq, PartialEq, Debug)]
pub struct EventDescriptor"#,
    },
    Change {
        file: "dom_bundle/subtree_root.rs",
        from: r#"impl Hash for WeakSubtree {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.subtree_id.hash(state)
    }
}

"#,
        to: r#""#,
    },
    Change {
        file: "dom_bundle/subtree_root.rs",
        from: r#"    subtrees: HashSet<WeakSubtree>,
    listening: HashSet<EventDescriptor>,"#,
        to: r#"    subtrees: Vec<WeakSubtree>,
    listening: Vec<EventDescriptor>,"#,
    },
    Change {
        file: "dom_bundle/subtree_root.rs",
        from: r#"        self.subtrees.insert(WeakSubtree {"#,
        to: r#"        self.subtrees.push(WeakSubtree {"#,
    },
    Change {
        file: "dom_bundle/subtree_root.rs",
        from: r#"        if !self.listening.insert(desc.clone()) {
            return;
        }"#,
        to: r#"        if self.listening.contains(desc) {
            return;
        }
        self.listening.push(desc.clone());"#,
    },
    // which is most of the work of hydrating. `start.rs` counts them before.
    Change {
        file: "dom_bundle/btag/mod.rs",
        from: r#"            {
                let el_tag_name = el.tag_name();
                let parent_namespace = _parent.namespace_uri();

                // In HTML namespace (or no namespace), createElement is case-insensitive
                // In other namespaces (SVG, MathML), createElementNS is case-sensitive
                let should_compare_case_insensitive = parent_namespace.is_none()
                    || parent_namespace.as_deref() == Some(HTML_NAMESPACE);

                if should_compare_case_insensitive {
                    // Case-insensitive comparison for HTML elements
                    assert!(
                        tag_name.eq_ignore_ascii_case(&el_tag_name),
                        "expected element of kind {tag_name}, found {el_tag_name}.",
                    );
                } else {
                    // Case-sensitive comparison for namespaced elements (SVG, MathML)
                    assert_eq!(
                        el_tag_name, tag_name,
                        "expected element of kind {tag_name}, found {el_tag_name}.",
                    );
                }
            }
            // We simply register listeners and update all attributes.
            let attributes = attributes.apply(root, &el);
"#,
        to: "",
    },
];
