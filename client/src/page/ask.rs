//! Pages of the forms: the visitor's frame, what can be read, and a place for the form.

use std::{
    fmt::Write,
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use yew::{LocalServerRenderer, prelude::*};

use super::{PageRequest, PageResponse, escaped, loading, look, root};
use crate::{
    ask::{
        about::{Around, introduction, other_ways, title, waiting},
        address::AskAddress,
        guide::guide,
    },
    components::{
        attrs, canopy, el, el_with, element,
        icon::{SPRITE, TEAM_SPRITE},
        say, tab_bar, when,
    },
    route::{Form, Route},
    text::{Msg, Text},
    visitor::{
        Published,
        app::{canopy_of, tabs},
    },
};

/// Renders the page.
pub(super) fn render(request: &PageRequest<'_>, address: AskAddress) -> PageResponse {
    let text = &request.forms.text;
    let props = PageProps {
        text: text.clone(),
        catalog: Published(Rc::clone(&request.catalog)),
        today: request.today.to_owned().into(),
        address: address.clone(),
    };
    let rendering = pin!(LocalServerRenderer::<Page>::with_props(props).hydratable(false).render());
    let body = match rendering.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(body) => body,
        Poll::Pending => unreachable!("nothing on these pages waits while it renders"),
    };
    let language = text.language();
    let mut html = String::with_capacity(body.len() + SPRITE.len() + TEAM_SPRITE.len() + 4096);
    // Writing to a string never fails.
    let _ = write!(
        html,
        "<!doctype html><html lang=\"{language}\" dir=\"{dir}\" data-app=\"visitor\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">",
        dir = text.dir(),
    );
    about(&mut html, request, address.form);
    loading(&mut html, &request.forms.site);
    let _ = write!(
        html,
        "</head><body><div hidden>{SPRITE}{TEAM_SPRITE}</div><div class=\"contents\" id=\"app\""
    );
    root(&mut html, request, &request.forms.site, &format!("{}?{}", request.path, request.query), &body);
    let _ = write!(html, ">{body}</div></body></html>");
    PageResponse { status: 200, html }
}

fn about(html: &mut String, request: &PageRequest<'_>, form: Form) {
    let text = &request.forms.text;
    let title = escaped(&text.with(Msg::TITLE_OF, &[("page", title(text, form).into())]));
    let is_guide = form == Form::BecomeProvider;
    let description =
        escaped(&text.get(if is_guide { Msg::GUIDE_DESCRIPTION } else { Msg::ASK_DESCRIPTION }));
    let origin = escaped(request.origin);
    let _ = write!(html, "<title>{title}</title><meta name=\"description\" content=\"{description}\">");
    if is_guide {
        let _ = write!(
            html,
            "<link rel=\"canonical\" href=\"{origin}{}\">",
            escaped(&form.path(text.language()))
        );
        for other in request.languages {
            let path = escaped(&form.path(other));
            let _ = write!(
                html,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{path}\">",
                escaped(other)
            );
        }
    } else {
        html.push_str("<meta name=\"robots\" content=\"noindex\">");
    }
    look(html);
}

/// Properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    text: Text,
    catalog: Published,
    today: AttrValue,
    address: AskAddress,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let PageProps { text, catalog, today, address } = props;
    let around = Around { text, catalog, today, address };
    let place = vec![el("section", "stack", [introduction(&around), waiting(&around)]), other_ways(&around)];
    let place = element("div", attrs![("id", "ask".into()), ("class", "contents".into())], place);
    let mut content = Vec::new();
    if address.form == Form::BecomeProvider {
        content.extend(guide(text));
    }
    content.push(place);
    let main = attrs![("id", "inhalt".into()), ("class", "page".into()), ("tabindex", "-1".into())];
    let example = when(catalog.season.example, || el("p", "hint", [say(text.get(Msg::EXAMPLE_HEAD))]));
    content.push(example);
    html! {
        <ContextProvider<Text> context={text.clone()}>
            { el_with("a", attrs![("class", "skip".into()), ("href", "#inhalt".into())], [say(text.get(Msg::SKIP))]) }
            { canopy(text, &canopy_of(text)) }
            { element("main", main, content) }
            { tab_bar(text.get(Msg::TABS), &tabs(text, &Route::NotFound, 0)) }
        </ContextProvider<Text>>
    }
}
