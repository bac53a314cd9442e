use futures_util::{SinkExt as _, StreamExt as _};
use shared::sync::message::Message as SyncMessage;
use tokio_tungstenite::{connect_async, tungstenite::Message};

use crate::running::Folder;

/// What the server answers to a `join`, and the close code if it closes.
async fn join(address: &str) -> (Option<SyncMessage>, Option<u16>) {
    let (mut socket, _) = connect_async(address).await.expect("connects");
    let join = SyncMessage::Join { sender: "laptop".into(), versions: vec!["1".into()] };
    socket.send(Message::binary(join.encode())).await.expect("sends");
    let mut answer = None;
    while let Some(Ok(message)) = socket.next().await {
        match message {
            Message::Binary(frame) => {
                let decoded = SyncMessage::decode(&frame).expect("a message");
                let joined = matches!(decoded, SyncMessage::Peer { .. });
                answer = Some(decoded);
                if joined {
                    return (answer, None);
                }
            }
            Message::Close(frame) => return (answer, frame.map(|frame| frame.code.into())),
            _ => {}
        }
    }
    (answer, None)
}

#[tokio::test]
async fn a_ticket_made_while_the_server_runs_opens_the_socket() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    let address = folder.markt_ok(&["ticket", "--device", "laptop"]);
    assert!(address.starts_with(&format!("ws://{}/sync?ticket=", server.authority())), "{address}");
    let (answer, _) = join(address.trim_end()).await;
    assert!(matches!(answer, Some(SyncMessage::Peer { .. })), "{answer:?}");

    let again = folder.markt_ok(&["ticket", "--device", "laptop"]);
    assert_ne!(again, address);
    let unknown = folder.markt_err(&["ticket", "--organiser", "orga-9"]);
    assert!(unknown.contains("no one named orga-9"), "{unknown}");
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_so_in_the_protocol() {
    let folder = Folder::new();
    let server = folder.serve(&[]);
    for query in ["", "?ticket=0123", "?ticket="] {
        let (answer, code) = join(&format!("ws://{}/sync{query}", server.authority())).await;
        assert!(matches!(answer, Some(SyncMessage::Error { .. })), "{answer:?}");
        assert_eq!(code, Some(4401));
    }
}
