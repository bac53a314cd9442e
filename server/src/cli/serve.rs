//! `markt serve` and `markt demo`.

use std::{fs, io, net::SocketAddr, path::PathBuf, sync::Arc};

use jiff::civil::{Date, date};
use tokio::net::{TcpListener, TcpSocket};

use super::{CliError, Data, Listening, parse_date};
use crate::{
    app::{App, Config},
    clock::Clock,
    connection::Heartbeat,
    data_folder::{DataFolder, ServerAddress},
    demo, log, output,
    publication::Published,
    secret::Token,
    serve::{Shutdown, serve},
};

/// The running market of the example.
const DEMO_TODAY: Date = date(2026, 5, 23);
/// Connections that wait to be accepted.
const BACKLOG: u32 = 1024;

/// Run the server.
#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    listening: Listening,
    /// Show everyone this day instead of the real one.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    today: Option<Date>,
}

/// Run the server with an example season, two organisers and volunteer invites.
#[derive(Debug, clap::Args)]
pub(super) struct Demo {
    /// The data folder; without it a new one that is removed at the end.
    #[arg(long = "data", value_name = "DIR")]
    folder: Option<PathBuf>,
    #[command(flatten)]
    listening: Listening,
    /// Show everyone this day.
    #[arg(long, value_name = "DATE", value_parser = parse_date, default_value_t = DEMO_TODAY)]
    today: Date,
    /// Print the addresses as one JSON object.
    #[arg(long)]
    json: bool,
}

impl Serve {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let data = DataFolder::open(&self.data.folder)?;
        let started = start(&data, self.listening, self.today).await?;
        let app = &started.app;
        if !app.storage.has_organiser().await? {
            let token = Token::random();
            app.storage.put_set_up(token.hash()).await?;
            output::line("No organiser yet. Open this link once to become the first:")?;
            output::line(&format!("{}/team/tisch#einrichten={token}", app.origin))?;
        }
        output::line(&format!("Listening on {}", app.origin))?;
        started.serve().await;
        Ok(())
    }
}

impl Demo {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let temporary = self.folder.is_none();
        let folder = self.folder.unwrap_or_else(|| {
            std::env::temp_dir().join(format!("markt-demo-{:08x}", rand::random::<u32>()))
        });
        let data = DataFolder::open(&folder)?;
        let started = start(&data, self.listening, Some(self.today)).await?;
        let demo = demo::prepare(&started.app, &data).await?;
        if self.json {
            output::line(&serde_json::to_string(&demo).expect("addresses are plain JSON"))?;
        } else {
            print(&demo, &started.app.publication.current())?;
        }
        started.serve().await;
        if temporary && let Err(error) = fs::remove_dir_all(&folder) {
            log::warn("demo_folder_left", &[("cause", &error)]);
        }
        Ok(())
    }
}

struct Started {
    app: Arc<App>,
    listener: TcpListener,
}

impl Started {
    async fn serve(self) {
        serve(self.app, self.listener, signal()).await;
    }
}

/// Takes address and data folder, and tells the other commands where.
async fn start(data: &DataFolder, listening: Listening, today: Option<Date>) -> Result<Started, CliError> {
    let listener = listen(listening.listen)?;
    let address = listener.local_addr()?;
    let origin = listening.origin.map_or_else(
        || format!("http://{}", named(address)),
        |origin| origin.trim_end_matches('/').to_owned(),
    );
    let clock = Clock { fixed_today: today };
    let config = Config {
        data: data.clone(),
        origin: origin.clone(),
        clock,
        site: listening.site,
        heartbeat: Heartbeat::default(),
    };
    let app = App::open(config).await?;
    let today = today.map(|today| today.to_string());
    data.remember_server_address(&ServerAddress { listen: address, origin, today })?;
    log::info("listening", &[("address", &address)]);
    Ok(Started { app, listener })
}

fn listen(address: SocketAddr) -> Result<TcpListener, CliError> {
    let open = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        socket.set_reuseaddr(true)?;
        // Accepted connections inherit it: a sync answer is small and must not wait for more.
        socket.set_nodelay(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)
    };
    open().map_err(|source: io::Error| match source.kind() {
        io::ErrorKind::AddrInUse => CliError::AddressInUse { address },
        _ => CliError::CannotListen { address, source },
    })
}

/// The address as people on this machine reach it.
fn named(address: SocketAddr) -> SocketAddr {
    let mut named = address;
    if address.ip().is_unspecified() {
        named.set_ip(if address.is_ipv4() {
            [127, 0, 0, 1].into()
        } else {
            std::net::Ipv6Addr::LOCALHOST.into()
        });
    }
    named
}

fn print(demo: &demo::Demo, published: &Published) -> io::Result<()> {
    output::line(&format!(
        "Example season with {} offers. Everything in it is invented.",
        published.offer_count
    ))?;
    output::line("")?;
    output::line(&format!("Visitors     {}", demo.visitor))?;
    output::line(&format!("Organisers   {}tisch", demo.team))?;
    for organiser in &demo.organisers {
        output::line(&format!(
            "             {}  password {}  passphrase {}",
            organiser.name, organiser.password, organiser.passphrase
        ))?;
    }
    output::line("Volunteers   one phone per address")?;
    for invite in &demo.invites {
        output::line(&format!("             {invite}"))?;
    }
    output::line(&format!("Data         {}", demo.data))
}

/// Until the operator or the system asks to stop.
fn signal() -> Shutdown {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate()).expect("the system lets us listen for SIGTERM");
    Box::pin(async move {
        tokio::select! {
            _ = terminate.recv() => {},
            _ = tokio::signal::ctrl_c() => {},
        }
    })
}
