//! A peer that speaks the protocol word by word, as other programs do.

use std::time::Duration;

use automerge::{
    Automerge, ChangeHash,
    sync::{Message as AutomergeMessage, State, SyncDoc as _},
};
use futures_util::{SinkExt as _, StreamExt as _};
use shared::{document::DocumentId, sync::message::Message};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message as Frame, Utf8Bytes, client::IntoClientRequest as _, handshake::client::Request},
};

/// How long an answer may take; far longer than it does.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Wire {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub(crate) name: String,
}

impl Wire {
    /// Opens the connection and says nothing yet.
    pub(crate) async fn open(address: &str, name: &str) -> Self {
        Self::open_with(address.into_client_request().expect("an address"), name).await
    }

    async fn open_with(request: Request, name: &str) -> Self {
        let (socket, _) = connect_async(request).await.expect("connects");
        Self { socket, name: name.to_owned() }
    }

    /// Connects as a page of the server does that someone signed in to, and joins.
    pub(crate) async fn join_signed_in(authority: &str, cookie: &str, name: &str) -> Self {
        let mut request = format!("ws://{authority}/sync").into_client_request().expect("an address");
        let value = |text: String| text.parse().expect("a header");
        request.headers_mut().insert("origin", value(format!("http://{authority}")));
        request.headers_mut().insert("cookie", value(cookie.to_owned()));
        Self::open_with(request, name).await.joined().await
    }

    /// Connects, joins, and has heard the server's answer.
    pub(crate) async fn join(address: &str, name: &str) -> Self {
        Self::open(address, name).await.joined().await
    }

    async fn joined(mut self) -> Self {
        self.send(&Message::Join { sender: self.name.clone(), versions: vec!["1".into()] }).await;
        let answer = self.next().await;
        assert!(matches!(answer, Message::Peer { .. }), "{answer:?}");
        self
    }

    pub(crate) async fn send(&mut self, message: &Message) {
        self.send_raw(message.encode()).await;
    }

    pub(crate) async fn send_raw(&mut self, frame: Vec<u8>) {
        self.socket.send(Frame::binary(frame)).await.expect("sends");
    }

    /// Sends a frame that the server need not read to its end.
    pub(crate) async fn send_unheard(&mut self, frame: Vec<u8>) {
        // It may close before all is sent.
        drop(self.socket.send(Frame::binary(frame)).await);
    }

    pub(crate) async fn send_text(&mut self, text: &'static str) {
        self.socket.send(Frame::Text(Utf8Bytes::from_static(text))).await.expect("sends");
    }

    /// Sends bytes as the sync message about a document.
    pub(crate) async fn send_sync(&mut self, document: DocumentId, data: Vec<u8>) {
        let message = Message::Sync {
            sender: self.name.clone(),
            target: String::new(),
            document,
            data,
            request: false,
            claim: None,
            voucher: None,
        };
        self.send(&message).await;
    }

    /// Syncs until the server says that it has all of `content`, as the official client does.
    pub(crate) async fn push(&mut self, document: DocumentId, content: &mut Automerge) {
        self.sync_until(document, content, |theirs, ours| theirs == ours).await;
    }

    /// Syncs until it has what the server has.
    pub(crate) async fn pull(&mut self, document: DocumentId, content: &mut Automerge) {
        self.sync_until(document, content, |theirs, ours| !theirs.is_empty() && theirs == ours).await;
    }

    /// Syncs until the heads of the server and ours are as wanted.
    async fn sync_until(
        &mut self,
        document: DocumentId,
        content: &mut Automerge,
        done: impl Fn(&[ChangeHash], &[ChangeHash]) -> bool,
    ) {
        let mut state = State::new();
        loop {
            if let Some(message) = content.generate_sync_message(&mut state) {
                self.send_sync(document, message.encode()).await;
            }
            match self.next().await {
                Message::Sync { document: about, data, .. } if about == document => {
                    let message = AutomergeMessage::decode(&data).expect("a sync message");
                    content.receive_sync_message(&mut state, message).expect("receives");
                }
                other => panic!("instead of a sync message: {other:?}"),
            }
            if state.their_heads.as_ref().is_some_and(|theirs| done(theirs, &content.get_heads())) {
                return;
            }
        }
    }

    /// Sends all changes of a document at once, without being asked for them.
    pub(crate) async fn send_changes(&mut self, document: DocumentId, content: &Automerge) {
        let changes = content.get_changes(&[]);
        let changes = changes.iter().map(|change| change.raw_bytes().to_vec());
        let message = AutomergeMessage {
            heads: content.get_heads(),
            need: Vec::new(),
            have: Vec::new(),
            changes: changes.collect::<Vec<_>>().into(),
            version: automerge::sync::MessageVersion::V1,
            flags: None,
        };
        self.send_sync(document, message.encode()).await;
    }

    /// Asks for a document that it does not have.
    pub(crate) async fn request(&mut self, document: DocumentId) {
        let message = Automerge::new().generate_sync_message(&mut State::new()).expect("a first message");
        let message = Message::Sync {
            sender: self.name.clone(),
            target: String::new(),
            document,
            data: message.encode(),
            request: true,
            claim: None,
            voucher: None,
        };
        self.send(&message).await;
    }

    /// The next message.
    pub(crate) async fn next(&mut self) -> Message {
        loop {
            match timeout(PATIENCE, self.socket.next()).await.expect("something comes") {
                Some(Ok(Frame::Binary(frame))) => return Message::decode(&frame).expect("a message"),
                Some(Ok(Frame::Ping(_) | Frame::Pong(_))) => {}
                other => panic!("instead of a message: {other:?}"),
            }
        }
    }

    /// The code of the next refusal, which is about `document`.
    pub(crate) async fn next_refusal(&mut self, document: DocumentId) -> String {
        match self.next().await {
            Message::Error { document: Some(about), code: Some(code), .. } if about == document => code,
            other => panic!("instead of a refusal: {other:?}"),
        }
    }

    /// Waits for the end of the connection; its close code, if the server said one.
    pub(crate) async fn closed(mut self) -> Option<u16> {
        loop {
            match timeout(PATIENCE, self.socket.next()).await.expect("the server closes") {
                Some(Ok(Frame::Close(close))) => return close.map(|close| close.code.into()),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return None,
            }
        }
    }
}

/// The body of a page of `authority`, without waiting in a thread.
pub(crate) async fn get(authority: &str, path: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let mut stream = TcpStream::connect(authority).await.expect("connects");
    let request = format!("GET {path} HTTP/1.1\r\nhost: {authority}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("sends");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("receives");
    answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).expect("an end of the headers")
}
