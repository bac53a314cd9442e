//! Imprint, privacy notice, accessibility statement: texts of the season.

use shared::catalog::Text as CatalogText;
use yew::prelude::*;

use crate::{
    components::{attrs, dir_of, el, element, lang_of, say, tagged_language, when},
    route::Legal,
    text::Msg,
    visitor::{
        head::legal_name,
        here::Here,
        words::{main_of, sentence},
    },
};

/// The page.
pub(in crate::visitor) fn legal(here: &Here, legal: Legal) -> Html {
    let season = &here.catalog.season;
    let words = match legal {
        Legal::Imprint => &season.imprint,
        Legal::Privacy => &season.privacy,
        Legal::Accessibility => &season.accessibility,
    };
    let mut content = vec![
        el("h1", "", [say(here.text.get(legal_name(legal)))]),
        when(words.language.is_some() || words.machine, || {
            el("p", "row", [tagged_language(words, &here.text)])
        }),
    ];
    if legal == Legal::Privacy {
        content.push(sentence(here.text.get(Msg::INFO_STORED)));
    }
    content.extend(document(words));
    main_of("page", vec![element("article", attrs![("class", "stack".into())], content)])
}

/// Paragraphs, with empty lines between them; a line that begins with `# ` is a heading.
pub(super) fn document(words: &CatalogText) -> Vec<Html> {
    let attributes = attrs![("lang", lang_of(words)), ("dir", dir_of(words))];
    let mut content = Vec::new();
    for paragraph in words.text.split("\n\n") {
        let (tag, line) = match paragraph.trim().strip_prefix("# ") {
            Some(heading) => ("h2", heading),
            None => ("p", paragraph.trim()),
        };
        let mut lines = Vec::new();
        for line in line.split('\n') {
            if !lines.is_empty() {
                lines.push(el("br", "", []));
            }
            lines.push(say(line.to_owned().into()));
        }
        content.push(element(tag, attributes.clone(), lines));
    }
    content
}
