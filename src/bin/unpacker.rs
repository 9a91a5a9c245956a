//! Starts the unpacker, a Web Worker.

fn main() {
    hindcast::unpack::worker::start();
}
