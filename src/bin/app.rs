//! Mounts the page.

fn main() {
    hindcast::app::start();
}
