//! Starts the visitors' forms on the page that loaded them.

fn main() {
    client::browser::visitor::ask::start();
}
