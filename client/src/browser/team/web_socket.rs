//! The socket to `/sync`.

use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{BinaryType, CloseEvent, MessageEvent, WebSocket};

use crate::services::{Socket, SocketEvent, Transport};

use crate::browser::device::{Listener, window};

pub(super) struct WebSocketTransport;

impl Transport for WebSocketTransport {
    fn connect(&self, on_event: Rc<dyn Fn(SocketEvent)>) -> Option<Box<dyn Socket>> {
        let origin = window().location().origin().ok()?;
        // http → ws, https → wss
        let socket = WebSocket::new(&format!("{}/sync", origin.replacen("http", "ws", 1))).ok()?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let opened = Rc::clone(&on_event);
        let received = Rc::clone(&on_event);
        let listeners = [
            Listener::new(&socket, "open", move |_| opened(SocketEvent::Opened)),
            Listener::new(&socket, "message", move |event| {
                let data = event.unchecked_into::<MessageEvent>().data();
                // The protocol has no text frames.
                if let Ok(buffer) = data.dyn_into::<ArrayBuffer>() {
                    received(SocketEvent::Received(Uint8Array::new(&buffer).to_vec()));
                }
            }),
            Listener::new(&socket, "close", move |event| {
                on_event(SocketEvent::Closed(event.unchecked_into::<CloseEvent>().code()));
            }),
        ];
        Some(Box::new(OpenSocket { listeners: Some(listeners), socket }))
    }
}

struct OpenSocket {
    listeners: Option<[Listener; 3]>,
    socket: WebSocket,
}

impl Socket for OpenSocket {
    fn send(&self, frame: &[u8]) {
        // A frame that the socket refuses is lost like any frame on the way: its close event
        // follows, and the next connection sends again what is missing.
        if self.socket.send_with_u8_array(frame).is_err() {
            web_sys::console::debug_1(&"the socket took no frame".into());
        }
    }
}

impl Drop for OpenSocket {
    fn drop(&mut self) {
        if let Some(listeners) = self.listeners.take() {
            // The socket may be dropped by one of its own listeners, which must outlive its call.
            crate::services::spawn(async move { drop(listeners) });
        }
        // Closing a closed socket does nothing.
        self.socket.close().expect("a close without a code is always allowed");
    }
}
