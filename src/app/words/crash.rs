//! What became of a trainer, in words.

use crate::protocol::Crash;
use crate::text::trainer;

/// What happened to the trainer.
pub fn crash_sentence(crash: Crash) -> &'static str {
    match crash {
        Crash::NotAllowed => trainer::not_let_to_start(),
        Crash::DidNotLoad => trainer::did_not_load(),
        Crash::OutOfMemory => trainer::out_of_memory(),
        Crash::Died => trainer::crashed(),
        Crash::DidNotStop => trainer::did_not_stop(),
        Crash::Vanished => trainer::vanished(),
    }
}
