//! Texts of the catalog, which may be in another language than the page.

use shared::catalog::Text as CatalogText;
use yew::prelude::*;

use crate::{
    components::{Symbol, attrs, dir_of, el_with, lang_of, parts, say, tag},
    text::{Msg, Text},
};

/// A text of the catalog: plain, or with its language and direction if that is not the page's.
pub fn local(words: &CatalogText) -> Html {
    match &words.language {
        None => say(words.text.clone().into()),
        Some(_) => {
            let attributes = attrs![("lang", lang_of(words)), ("dir", dir_of(words))];
            el_with("span", attributes, [say(words.text.clone().into())])
        }
    }
}

/// As [`local`], followed by a tag that names the language, or says that a machine translated it.
pub fn local_lead(words: &CatalogText, text: &Text) -> Html {
    parts(vec![local(words), tagged_language(words, text)])
}

/// The tag of [`local_lead`] alone; nothing for a text in the page's language by a person.
pub fn tagged_language(words: &CatalogText, text: &Text) -> Html {
    tagged_languages(&[words], text)
}

/// The tags of a whole section: each that one of its texts asks for, once.
pub fn tagged_languages(section: &[&CatalogText], text: &Text) -> Html {
    let mut messages = Vec::new();
    for words in section.iter().filter(|words| !words.text.is_empty()) {
        let message = match words.language.as_deref() {
            None if words.machine => Msg::LOCAL_MACHINE,
            None => continue,
            Some(language) if language.starts_with("de") => Msg::LOCAL_IN_GERMAN,
            Some(language) if language.starts_with("en") => Msg::LOCAL_IN_ENGLISH,
            Some(_) => Msg::LOCAL_OTHER_LANGUAGE,
        };
        if !messages.contains(&message) {
            messages.push(message);
        }
    }
    let mut tags = Vec::new();
    for message in messages {
        tags.push(say(" ".into()));
        tags.push(tag(Symbol::Globe, text.get(message)));
    }
    parts(tags)
}
