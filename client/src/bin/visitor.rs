//! Starts the visitor app on the page that loaded it.

fn main() {
    client::browser::visitor::start();
}
