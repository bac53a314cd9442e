//! `cargo xtask serve`: the example market on this machine.

use crate::build::{self, Flavour};
use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;
use clap::Args;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::PathBuf;

/// Where and when the example market runs.
#[derive(Args)]
pub(crate) struct ServeOptions {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Folder of the market's data; made when missing
    #[arg(long)]
    data: Option<PathBuf>,
    /// The day that the market takes for today, such as 2026-05-23
    #[arg(long)]
    today: Option<String>,
}

/// Builds what changed, then runs `markt demo` until it is stopped.
pub(crate) fn serve(workspace: &Workspace, options: &ServeOptions) -> Result<(), Failure> {
    address_is_free(&options.listen)?;
    let built = build::build(workspace, Flavour::Development)?;
    let data = options.data.clone().unwrap_or_else(|| workspace.target.join("demo"));

    let mut markt = process::program(&built.binary.to_string_lossy(), &workspace.root);
    markt.arg("demo").arg("--listen").arg(&options.listen).arg("--data").arg(data);
    markt.arg("--site").arg(&built.site);
    if let Some(today) = &options.today {
        markt.arg("--today").arg(today);
    }
    process::run(&mut markt)
}

/// Says that the address is taken before minutes are spent on building.
fn address_is_free(address: &str) -> Result<(), Failure> {
    match TcpListener::bind(address) {
        Ok(_listener) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            Err(Failure::PortTaken { address: address.to_owned() })
        }
        Err(source) => Err(Failure::BadAddress { address: address.to_owned(), source }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = taken.local_addr().unwrap().to_string();
        assert!(matches!(address_is_free(&address), Err(Failure::PortTaken { .. })));
    }

    #[test]
    fn an_address_that_is_none_is_named() {
        assert!(matches!(address_is_free("market:x"), Err(Failure::BadAddress { .. })));
    }
}
