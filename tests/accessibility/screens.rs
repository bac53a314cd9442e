//! The visitor's screens, and the steps that lead to each.

/// A step of a visitor.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Click(&'static str),
    Fill(&'static str, &'static str),
    /// Waits until this is seen.
    See(&'static str),
    /// Waits until this is true.
    Await(&'static str),
    Do(&'static str),
    /// No message to the organisers gets through.
    CutOff,
}

/// The day on which the market is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Running,
    Between,
    Cancelled,
    Over,
}

/// A screen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    /// Behind the language.
    pub(crate) path: &'static str,
    /// Offers that were saved before.
    pub(crate) saved: &'static [&'static str],
    /// Steps that several screens have in common.
    pub(crate) first: &'static [Step],
    pub(crate) steps: &'static [Step],
    /// Where most people go.
    pub(crate) important: bool,
    pub(crate) season: Season,
    /// What the phone's clock says, where it counts.
    pub(crate) clock: Option<&'static str>,
}

const LIST: &[&str] = &["schweissen-mit-pruefung", "integrationskurs-abend", "schulden-erste-hilfe"];
/// The same, as it comes by a link.
const LIST_FROM_SOMEONE: &str = "liste#16A6VG3GM7U7PV32EPXR42IAS.Ideen%20f%C3%BCr%20Samira";

const fn at(name: &'static str, path: &'static str) -> Screen {
    Screen {
        name,
        path,
        saved: &[],
        first: &[],
        steps: &[],
        important: false,
        season: Season::Running,
        clock: None,
    }
}

const fn after(name: &'static str, path: &'static str, steps: &'static [Step]) -> Screen {
    Screen { steps, ..at(name, path) }
}

const fn with_list(name: &'static str, steps: &'static [Step]) -> Screen {
    Screen { saved: LIST, steps, ..at(name, "liste") }
}

const fn important(screen: Screen) -> Screen {
    Screen { important: true, ..screen }
}

use Step::{Await, Click, CutOff, Do, Fill, See};

const CONTACT: &str = "kontakt?angebot=schweissen-mit-pruefung";
const ASKED: &[Step] = &[
    See("#ask form #reach"),
    Fill("#note", "Kann ich auch am Abend lernen?"),
    Fill("#reach", "030 5550131"),
    Fill("#name", "Philomena Distelfink"),
    Click("input[name=ja]"),
    Click("[data-action=send]"),
];

const fn asked(name: &'static str, steps: &'static [Step]) -> Screen {
    Screen { first: ASKED, ..after(name, CONTACT, steps) }
}

/// All of them.
pub(crate) const SCREENS: &[Screen] = &[
    important(at("today", "")),
    Screen { season: Season::Between, ..at("today: between markets", "") },
    Screen { season: Season::Cancelled, ..at("today: cancelled", "") },
    Screen { season: Season::Over, ..at("today: season over", "") },
    Screen {
        clock: Some("2026-05-23T17:30:00"),
        ..after("today: over for today", "", &[See("[data-hang=shut]")])
    },
    after(
        "today: offline, to be installed",
        "",
        &[
            // The first answer of the server would say that there is a network.
            Await("performance.getEntriesByName(`${location.origin}/catalog/current`).length"),
            Do("document.documentElement.dataset.install = 'ask'; dispatchEvent(new Event('offline'))"),
            See(".bar"),
        ],
    ),
    after(
        "today: install by hand, new version",
        "",
        &[Do("document.documentElement.dataset.install = 'hand'")],
    ),
    important(at("offers", "angebote")),
    after("offers: found", "angebote?q=deutsch%20lernen", &[See("mark")]),
    after("offers: filtered", "angebote?sprache=ar&brauche=german&art=advice", &[See(".tags")]),
    after("offers: filters", "angebote", &[Click("[data-action=filters]"), See("dialog:modal")]),
    after("offers: filters set", "angebote?filter=1&q=deutsch&sprache=ar", &[See("dialog:modal")]),
    after("offers: did you mean", "angebote?q=intagrotionskors", &[See(".empty")]),
    after("offers: nothing", "angebote?q=qqqqqqqq", &[See(".empty")]),
    after(
        "offers: nothing with filters",
        "angebote?q=deutsch&sprache=vi&art=job&bezirk=mitte",
        &[See(".empty, [data-offer]")],
    ),
    Screen { saved: LIST, ..at("offers: some saved", "angebote") },
    important(at("offer", "angebote/schweissen-mit-pruefung")),
    Screen {
        saved: LIST,
        ..after(
            "offer: saved, link copied",
            "angebote/schweissen-mit-pruefung",
            &[Do(
                "const said = document.querySelector('[data-action=share-page]').closest('.actions').nextElementSibling; \
             said.textContent = document.querySelector('[data-action=share-page]').dataset.copied",
            )],
        )
    },
    at("provider", "anbieter/lernwerkstatt-panke"),
    at("list: empty", "liste"),
    important(with_list("list", &[See("[data-offer]")])),
    with_list(
        "list: a note, one done",
        &[
            Click("[data-offer]:first-child input[name=erledigt]"),
            Click("[data-offer]:nth-child(2) [data-action=note]"),
            Fill(
                "[data-offer]:nth-child(2) textarea",
                "Frau Zaunkönig fragen, ob es auch am Vormittag geht. Zeugnis mitbringen!",
            ),
        ],
    ),
    with_list(
        "list: notes",
        &[
            Click("[data-offer]:nth-child(2) [data-action=note]"),
            Fill(
                "[data-offer]:nth-child(2) textarea",
                "Frau Zaunkönig fragen, ob es auch am Vormittag geht. Zeugnis mitbringen!",
            ),
            Click("[data-offer]:nth-child(2) [data-action=note]"),
        ],
    ),
    with_list(
        "list: order",
        &[Click("[data-action=order]"), Click("[data-offer]:nth-child(2) [data-action=up]")],
    ),
    with_list(
        "list: one taken away",
        &[Click("[data-offer]:nth-child(2) [data-action=save]"), See("#zurueckholen")],
    ),
    with_list("list: an offer shown", &[Click("[data-action=show]"), See(".qr")]),
    with_list(
        "list: not understood",
        &[
            Do("const files = new DataTransfer(); files.items.add(new File(['{}'], 'liste.json')); \
            const input = document.querySelector('[data-action=import]'); input.files = files.files; \
            input.dispatchEvent(new Event('change', { bubbles: true }))"),
            Await("document.querySelector('#gesagt').textContent"),
        ],
    ),
    with_list(
        "list: for someone else",
        &[
            Click("[data-action=for-other]:last-of-type"),
            Fill("#titel", "Ideen für Samira"),
            Fill("#suche", "Deutsch"),
            See("[data-action=pick]"),
        ],
    ),
    after("list: from someone else", LIST_FROM_SOMEONE, &[See("[data-action=accept]")]),
    at("view", "ansicht"),
    after("view: erase", "ansicht", &[Click("[data-action=erase]"), See("[data-action=erase-confirm]")]),
    at("info", "info"),
    at("imprint", "impressum"),
    at("privacy", "datenschutz"),
    at("accessibility", "barrierefreiheit"),
    important(after("contact", CONTACT, &[See("#ask form #reach")])),
    after(
        "contact: something is missing",
        CONTACT,
        &[See("#ask form #reach"), Fill("#reach", "123"), Click("[data-action=send]"), See("#fehlt")],
    ),
    asked("contact: receipt", &[See("[data-request=server] .code")]),
    after("question", "frage", &[See("#ask form #reach")]),
    after(
        "question: no way to answer",
        "frage",
        &[
            See("#ask form #reach"),
            Fill("#note", "Gibt es Kaffee?"),
            Click("input[name=ja]"),
            Click("[data-action=send]"),
            See("#fehlt"),
        ],
    ),
    after("feedback", "rueckmeldung", &[See("#ask form .scale")]),
    after(
        "feedback: another part",
        "rueckmeldung",
        &[
            See("#ask form .scale"),
            Click("#ask form .scale input[value='1']"),
            Click("[data-action=continue]"),
            See("[data-action=back]"),
        ],
    ),
    after(
        "feedback: the last part",
        "rueckmeldung",
        &[
            See("#ask form .scale"),
            Click("#ask form .scale input[value='4']"),
            Do(TO_THE_LAST_PART),
            See("[data-action=finish]"),
        ],
    ),
    after(
        "feedback: sent",
        "rueckmeldung",
        &[
            See("#ask form .scale"),
            Click("#ask form .scale input[value='4']"),
            Do(TO_THE_LAST_PART),
            Click("[data-action=finish]"),
            See("[data-request=server]"),
        ],
    ),
    after("become a provider", "traeger-werden", &[See("#ask form #reach")]),
    at("requests: none", "anfragen"),
    asked(
        "requests: sent",
        &[
            See("[data-request=server] .code"),
            Click("[data-action=requests]"),
            Click("[data-action=show-receipt]"),
            See("[data-entry=server] .code"),
        ],
    ),
    Screen {
        first: &[CutOff],
        ..after(
            "requests: unsent, to be taken back",
            CONTACT,
            &[
                See("#ask form #reach"),
                Fill("#reach", "030 5550131"),
                Click("input[name=ja]"),
                Click("[data-action=send]"),
                See("[data-request=phone] .code"),
                Click("[data-action=requests]"),
                Click("[data-action=withdraw]"),
                See("[data-entry=phone] [data-action=withdraw-confirm]"),
            ],
        )
    },
    asked(
        "requests: taken back",
        &[
            See("[data-request=server] .code"),
            Click("[data-action=requests]"),
            Click("[data-action=withdraw]"),
            Click("[data-action=withdraw-confirm]"),
            Await("document.querySelectorAll('[data-entry]').length === 0"),
        ],
    ),
    at("code: none", "quittung"),
    at("code", "quittung#7K2M0000AAAA9999"),
    after(
        "code: taken back?",
        "quittung#7K2M0000AAAA9999",
        &[Click("[data-action=withdraw]"), See("[data-action=withdraw-confirm]")],
    ),
    after(
        "code: unknown",
        "quittung#7K2M0000AAAA9999",
        &[
            Click("[data-action=withdraw]"),
            Click("[data-action=withdraw-confirm]"),
            See("[data-action=withdraw-again]"),
        ],
    ),
    at("not found", "gibt-es-nicht"),
    at("frame of pages that are not kept", "huelle"),
];

/// Goes on until the form can be sent.
const TO_THE_LAST_PART: &str = "const on = () => { const next = document.querySelector('[data-action=continue]'); \
                                if (next) { next.click(); setTimeout(on, 30); } }; on()";
