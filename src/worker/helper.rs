//! A worker that the trainer starts to share its steps with: the same module, under another name. It
//! computes its part of each step until the trainer lets it go, and then waits for the next order.

use super::ports::Ports;
use super::scope;
use crate::protocol::TrainingJob;
use crate::training::{Seat, Start, help};
use js_sys::{Array, Float32Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Worker};

/// The name of a worker that is a helper.
pub const NAME: &str = "hindcast-helper";

/// Has a helper share a run's steps: its seat, the state to begin with, the run's job where it is new to
/// the helper, and its ports to the others, in the order of their places.
pub fn order(
    helper: &Worker,
    seat: Seat,
    start: &Start,
    job: Option<&TrainingJob>,
    ports: &[MessagePort],
) -> Result<(), JsValue> {
    // The state's numbers travel as such.
    let text = serde_json::to_string(&(seat, start, job));
    let text = text.expect("orders hold nothing that JSON cannot");
    let state = [&start.parameters, &start.moment_1, &start.moment_2];
    let state: Vec<f32> = state.into_iter().flatten().copied().collect();
    let ports: Array = ports.iter().collect();
    let state = Float32Array::from(&*state);
    let message = Array::of3(&text.into(), &state, &ports);
    helper.post_message_with_transfer(&message, &ports)
}

/// Waits for orders from now until the worker ends. Its first message says that it does.
pub fn start() {
    let held: Rc<RefCell<Option<Rc<TrainingJob>>>> = Rc::default();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some((seat, start, job, ports)) = read(&event.data()) else {
            return; // it came from nobody who knows what a helper does
        };
        if let Some(job) = job {
            *held.borrow_mut() = Some(Rc::new(job));
        }
        let Some(job) = held.borrow().clone() else {
            return;
        };
        let mut ports = Ports::new(seat.place, ports);
        wasm_bindgen_futures::spawn_local(async move {
            help(&job, seat, start, &mut ports).await;
        });
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget(); // it lives as long as the worker
    let _ = scope().post_message(&JsValue::NULL);
}

/// What was ordered; the job only where the helper does not have it yet.
type Order = (Seat, Start, Option<TrainingJob>, Vec<MessagePort>);

fn read(message: &JsValue) -> Option<Order> {
    let message = message.dyn_ref::<Array>()?;
    let (seat, mut start, job): (Seat, Start, Option<TrainingJob>) =
        serde_json::from_str(&message.get(0).as_string()?).ok()?;
    let state = message.get(1).dyn_into::<Float32Array>().ok()?.to_vec();
    let third = state.len() / 3;
    [start.parameters, start.moment_1, start.moment_2] =
        [0, 1, 2].map(|place| state[place * third..][..third].to_vec());
    let ports = message.get(2).dyn_into::<Array>().ok()?;
    let ports = ports.iter().map(JsCast::dyn_into::<MessagePort>);
    Some((seat, start, job, ports.collect::<Result<_, _>>().ok()?))
}
