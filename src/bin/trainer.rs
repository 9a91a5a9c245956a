//! Starts the trainer, a Web Worker.

fn main() {
    hindcast::worker::start();
}
