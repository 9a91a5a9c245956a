//! Starts the trainer, a Web Worker.

fn main() {
    construct_statics();
    hindcast::worker::start();
}

/// Some dependencies register themselves in constructors of static values. Where a program does not call
/// these itself, the linker has each of its exports call all of them, so that every call from JavaScript,
/// each message and each turn of the event loop, costs a millisecond.
#[cfg(target_arch = "wasm32")]
fn construct_statics() {
    unsafe extern "C" {
        fn __wasm_call_ctors();
    }
    // SAFETY: the linker makes this function; it is called once, before anything else.
    unsafe { __wasm_call_ctors() };
}

#[cfg(not(target_arch = "wasm32"))]
fn construct_statics() {}
