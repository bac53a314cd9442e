//! Keeps what was finished, and sends it when the server answers: at the start, when the network comes
//! back, when the page comes to the front, and after a while by itself.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use serde_json::{Value, json};
use yew::Callback;

use super::{
    ports::Ports,
    state::request::{Answer, Errand, Outcome, Request, Stage},
};
use crate::{
    backoff::Backoff,
    services::{ApiError, Guard, Method, Row, StorageError, Table, random_bytes, spawn},
};

/// What this phone has sent, or will.
#[derive(Clone)]
pub struct Outbox(Rc<Inner>);

struct Inner {
    ports: Ports,
    today: String,
    requests: RefCell<Vec<Request>>,
    on_change: RefCell<Callback<Vec<Request>>>,
    /// Whether it is talking to the server.
    busy: Cell<bool>,
    backoff: RefCell<Backoff>,
    /// The next attempt, and what listens for better times.
    waiting: RefCell<Vec<Box<dyn Guard>>>,
    listening: RefCell<Vec<Box<dyn Guard>>>,
}

impl PartialEq for Outbox {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Outbox {
    /// An outbox that knows nothing yet.
    pub fn new(ports: Ports, today: String) -> Self {
        Self(Rc::new(Inner {
            ports,
            today,
            requests: RefCell::default(),
            on_change: RefCell::default(),
            busy: Cell::new(false),
            backoff: RefCell::default(),
            waiting: RefCell::default(),
            listening: RefCell::default(),
        }))
    }

    /// Reads what is kept, tells it, and begins to send.
    pub fn start(&self, on_change: Callback<Vec<Request>>) {
        self.0.on_change.replace(on_change);
        let outbox = self.clone();
        let wake: Rc<dyn Fn()> = Rc::new(move || {
            outbox.0.backoff.borrow_mut().reset();
            outbox.work();
        });
        self.0.listening.borrow_mut().push(self.0.ports.page.on_wake(wake));
        let outbox = self.clone();
        spawn(async move {
            if let Err(error) = outbox.read().await {
                outbox.0.ports.page.log(&error);
            }
            outbox.work();
        });
    }

    /// Keeps a finished request; only then may it be sent.
    ///
    /// # Errors
    /// The database does not take it.
    pub async fn add(&self, request: Request) -> Result<(), StorageError> {
        self.store(&request).await?;
        self.0.requests.borrow_mut().insert(0, request);
        self.tell();
        self.0.backoff.borrow_mut().reset();
        self.work();
        Ok(())
    }

    /// Takes a request back, or takes what is over off the list.
    pub fn take_back(&self, nonce: &str) {
        let Some(request) = self.find(nonce) else { return };
        let outbox = self.clone();
        spawn(async move {
            outbox.apply(&request, request.taken_back()).await;
            outbox.0.backoff.borrow_mut().reset();
            outbox.work();
        });
    }

    /// Does all errands, one after the other.
    pub fn work(&self) {
        if self.0.busy.replace(true) {
            return;
        }
        self.0.waiting.borrow_mut().clear();
        let outbox = self.clone();
        spawn(async move {
            let nonces: Vec<String> =
                outbox.0.requests.borrow().iter().map(|request| request.nonce.clone()).collect();
            let mut wait_ms = None;
            for nonce in nonces {
                if let Err(retry_ms) = outbox.settle(&nonce).await {
                    wait_ms = Some(retry_ms);
                    break;
                }
            }
            outbox.0.busy.set(false);
            match wait_ms {
                Some(ms) => outbox.again_in(ms),
                None => outbox.0.backoff.borrow_mut().reset(),
            }
        });
    }

    /// Does the errands of a request; `Err` is how long to leave the server alone.
    async fn settle(&self, nonce: &str) -> Result<(), u32> {
        // What the server does not know is sent at once: only then is it known whether it was erased.
        while self.run(nonce).await? == Some((Errand::Look, Outcome::Stays(Stage::Phone))) {}
        Ok(())
    }

    /// Does one errand.
    async fn run(&self, nonce: &str) -> Result<Option<(Errand, Outcome)>, u32> {
        let Some(mut request) = self.find(nonce) else { return Ok(None) };
        let Some(errand) = request.errand() else { return Ok(None) };
        let code = || json!({ "code": request.code });
        let (path, body) = match errand {
            Errand::Send => ("/api/inbox", serde_json::from_str(&request.letter).unwrap_or(Value::Null)),
            Errand::Look => ("/api/receipt", code()),
            Errand::Withdraw => ("/api/withdraw", code()),
        };
        if errand == Errand::Send && !request.tried {
            // Noted first: an answer that is lost does not make the server forget.
            request.tried = true;
            if self.store(&request).await.is_err() {
                return Err(self.pause_ms());
            }
            self.put(&request);
        }
        let answer = self.0.ports.api.call(Method::Post, path, Some(body)).await;
        let outcome = match &answer {
            Ok(said) => {
                request.answered(errand, Answer::Yes { opened: said["opened"].as_bool().unwrap_or(false) })
            }
            Err(ApiError::Refused { status: 429, body, .. }) => return Err(self.named_ms(body)),
            Err(ApiError::Refused { status: 500.., .. } | ApiError::Offline | ApiError::Unreadable) => {
                return Err(self.pause_ms());
            }
            Err(ApiError::Refused { code, .. }) => request.answered(errand, Answer::No(code)),
        };
        // Taken back while the letter was on its way: it arrived, and is asked back by its receipt.
        let Some(now) = self.find(nonce) else { return Ok(None) };
        if now.stage == request.stage {
            self.apply(&now, outcome.clone()).await;
        }
        Ok(Some((errand, outcome)))
    }

    async fn apply(&self, request: &Request, outcome: Outcome) {
        let Inner { ports, requests, .. } = &*self.0;
        let done = match outcome {
            Outcome::Stays(stage) => {
                let request = Request { stage, ..request.clone() };
                self.put(&request);
                self.store(&request).await
            }
            Outcome::Gone => {
                requests.borrow_mut().retain(|known| known.nonce != request.nonce);
                ports.storage.delete(Table::Requests, &request.nonce).await
            }
        };
        if let Err(error) = done {
            ports.page.log(&error);
        }
        self.tell();
    }

    /// Reads what is kept; what is over is erased here too.
    async fn read(&self) -> Result<(), StorageError> {
        let Inner { ports, today, requests, .. } = &*self.0;
        let mut kept = Vec::new();
        for row in ports.storage.all(Table::Requests).await? {
            match serde_json::from_slice::<Request>(&row.bytes) {
                Ok(request) if !request.is_over(today) => kept.push(request),
                Ok(_) | Err(_) => ports.storage.delete(Table::Requests, &row.key).await?,
            }
        }
        kept.sort_by(|one, other| other.made_on.cmp(&one.made_on));
        requests.replace(kept);
        self.tell();
        Ok(())
    }

    async fn store(&self, request: &Request) -> Result<(), StorageError> {
        let bytes = serde_json::to_vec(request).expect("a request is plain JSON");
        let row = Row { table: Table::Requests, key: request.nonce.clone(), bytes };
        self.0.ports.storage.put(vec![row]).await
    }

    fn find(&self, nonce: &str) -> Option<Request> {
        self.0.requests.borrow().iter().find(|request| request.nonce == nonce).cloned()
    }

    fn put(&self, request: &Request) {
        let mut requests = self.0.requests.borrow_mut();
        if let Some(known) = requests.iter_mut().find(|known| known.nonce == request.nonce) {
            *known = request.clone();
        }
    }

    /// Tells the page, and leaves a note for the visitor app.
    fn tell(&self) {
        let requests = self.0.requests.borrow().clone();
        let note = match requests.as_slice() {
            [] => None,
            some if some.iter().any(Request::is_unsent) => Some("unsent"),
            _ => Some("sent"),
        };
        self.0.ports.page.note_requests(note);
        let on_change = self.0.on_change.borrow().clone();
        on_change.emit(requests);
    }

    fn again_in(&self, ms: u32) {
        let outbox = self.clone();
        let timer = self.0.ports.clock.after(ms, Box::new(move || outbox.work()));
        self.0.waiting.replace(vec![timer]);
    }

    fn pause_ms(&self) -> u32 {
        let [random] = random_bytes::<1>(&*self.0.ports.random);
        self.0.backoff.borrow_mut().next_ms(random)
    }

    /// As long as the server asks for, and a little more, so that not all come back at once.
    fn named_ms(&self, body: &Value) -> u32 {
        let named_s = body["retry_after_s"].as_u64().unwrap_or(1).min(600);
        u32::try_from(named_s * 1_000).unwrap_or(1_000).saturating_add(self.pause_ms())
    }
}

/// Where a request is, for the badge.
pub(super) fn place(stage: Stage) -> Option<crate::components::Place> {
    use crate::components::Place;
    match stage {
        Stage::Phone => Some(Place::Phone),
        Stage::Server => Some(Place::Server),
        Stage::Opened => Some(Place::Team),
        Stage::Withdrawing | Stage::Erased | Stage::Refused | Stage::TooLate => None,
    }
}
