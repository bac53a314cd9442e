//! Starts the pages about the market and about this phone.

fn main() {
    client::browser::visitor::about::start();
}
