//! The trainer: a Web Worker that takes jobs from the page, runs them on the device that suits, and
//! reports. It owns the GPU device; the page never waits for it.
//!
//! | file | what it holds |
//! |---|---|
//! | `adapter` | what WebGPU this browser offers, in words |
//! | `device` | choosing and opening the device of a run |
//! | `trial` | timing a few steps on each device, for "auto" |
//! | `crew` | helper workers that share a run's steps |
//! | `helper` | being such a worker |
//! | `ports` | what these workers send each other |
//! | `inbox` | messages from the page, and letting them in while training |
//! | `wake` | waiting for what a callback will tell of |
//! | `patience` | how long a GPU is waited for |
//! | `keeping` | sending a run's state, so that it outlives the tab |
//! | `runner` | one run: training, stopping, moving to the CPU when the GPU is lost |

mod adapter;
mod crew;
mod device;
mod helper;
mod inbox;
mod keeping;
mod patience;
mod ports;
mod runner;
mod trial;
mod wake;

use crate::protocol::{FromTrainer, PROTOCOL_VERSION, ToTrainer, TrainingError};
use crew::Crew;
use device::Devices;
use inbox::Inbox;
use runner::Runner;
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

/// Starts the message loop. The first word is `Ready`: what is posted before it is lost. A worker that was
/// started by a trainer to share its steps does only that.
pub fn start() {
    console_error_panic_hook::set_once();
    if scope().name() == helper::NAME {
        return helper::start();
    }
    let inbox = Inbox::open(&scope());
    wasm_bindgen_futures::spawn_local(serve(inbox));
    post(&FromTrainer::Ready {
        version: PROTOCOL_VERSION,
    });
}

async fn serve(inbox: Inbox) {
    let mut devices = Devices::default();
    let mut crew = Crew::default();
    let mut runner: Option<Runner> = None;
    loop {
        let (message, state) = inbox.next().await;
        match message {
            ToTrainer::Train { run, job, watch } => {
                runner = None; // frees the last run's tensors before the next one's are made
                match Runner::start(run, *job, watch, state, &mut devices).await {
                    Ok(mut started) => {
                        crew.take_on(run, started.job(), watch.workers);
                        started
                            .run(&inbox, &mut devices, &mut crew, watch.stretch)
                            .await;
                        runner = Some(started);
                    }
                    Err(error) => post(&FromTrainer::Failed { run, error }),
                }
            }
            ToTrainer::Resume { run, stretch } => match &mut runner {
                Some(runner) if runner.id() == run => {
                    runner.run(&inbox, &mut devices, &mut crew, stretch).await;
                }
                _ => post(&FromTrainer::Failed {
                    run,
                    error: TrainingError::StoppedRunGone,
                }),
            },
            // While it trains, the run takes this out of the inbox itself.
            ToTrainer::SetLearningRate { run, learning_rate } => {
                if let Some(runner) = runner.as_mut().filter(|runner| runner.id() == run) {
                    runner.set_learning_rate(learning_rate);
                }
            }
            // Nothing is running: the stop came after the end.
            ToTrainer::Stop { .. } => {}
        }
    }
}

/// Sends a message to the page.
fn post(message: &FromTrainer) {
    let text = serde_json::to_string(message).expect("messages hold nothing that JSON cannot");
    // Posting a string can only fail when the page is gone, and then nobody is left to be told.
    let _ = scope().post_message(&text.into());
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
