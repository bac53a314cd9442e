//! Starts the saved list on the page that loaded it.

fn main() {
    client::browser::visitor::list::start();
}
