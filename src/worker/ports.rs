//! Parts of a step from worker to worker, by message ports. A part's numbers travel in a buffer that is
//! handed over and not copied, and that goes back with the next part.

use super::wake::Wake;
use crate::training::{Exchange, Gone, Part};
use js_sys::{Array, Float32Array};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort};

/// A worker's ports to all others of a run. When it is dropped, the others hear that it is gone.
pub struct Ports {
    /// By place; none at this worker's own.
    peers: Vec<Option<Peer>>,
    mail: Rc<Mail>,
}

struct Peer {
    port: MessagePort,
    /// A buffer that came and can go.
    spare: Option<Float32Array>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

/// What has come and was not taken yet.
struct Mail {
    /// By place. A worker may be a step ahead of another.
    arrived: RefCell<Vec<VecDeque<Float32Array>>>,
    gone: Cell<bool>,
    /// Called when something comes.
    wake: Wake,
}

/// Says that a worker is gone; for what is told elsewhere than by its port.
#[derive(Clone)]
pub struct Notice(Rc<Mail>);

impl Notice {
    pub fn gone(&self) {
        self.0.gone.set(true);
        self.0.wake.call();
    }
}

impl Ports {
    /// `ports` to the other workers, in the order of their places.
    pub fn new(place: usize, ports: Vec<MessagePort>) -> Self {
        let workers = ports.len() + 1;
        let mut ports = ports.into_iter();
        let mail = Rc::new(Mail {
            arrived: RefCell::new(vec![VecDeque::new(); workers]),
            gone: Cell::new(false),
            wake: Wake::default(),
        });
        let peers = (0..workers).map(|other| {
            let port = (other != place).then(|| ports.next())??;
            Some(Peer::new(port, other, mail.clone()))
        });
        Self {
            peers: peers.collect(),
            mail,
        }
    }

    pub fn notice(&self) -> Notice {
        Notice(self.mail.clone())
    }

    fn all_arrived(&self) -> bool {
        let arrived = self.mail.arrived.borrow();
        let mut others = self.peers.iter().zip(&*arrived);
        others.all(|(peer, parts)| peer.is_none() || !parts.is_empty())
    }
}

impl Peer {
    fn new(port: MessagePort, place: usize, mail: Rc<Mail>) -> Self {
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().dyn_into::<Float32Array>() {
                Ok(part) => mail.arrived.borrow_mut()[place].push_back(part),
                Err(_) => mail.gone.set(true),
            }
            mail.wake.call();
        });
        port.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Self {
            port,
            spare: None,
            _listener: listener,
        }
    }

    fn give(&mut self, part: &[f32]) {
        let length = part.len() as u32;
        let fitting = self.spare.take().filter(|spare| spare.length() == length);
        let buffer = fitting.unwrap_or_else(|| Float32Array::new_with_length(length));
        buffer.copy_from(part);
        let handed_over = Array::of1(&buffer.buffer());
        // Numbers can always be posted; a port whose other end is gone swallows them.
        let _ = self
            .port
            .post_message_with_transferable(&buffer, &handed_over);
    }
}

impl Drop for Ports {
    fn drop(&mut self) {
        for peer in self.peers.iter().flatten() {
            let _ = peer.port.post_message(&JsValue::NULL);
            peer.port.set_onmessage(None);
            peer.port.close();
        }
    }
}

impl Exchange for Ports {
    async fn exchange(&mut self, parts: &mut [Part]) -> Result<(), Gone> {
        let own = self.peers.iter().position(Option::is_none).ok_or(Gone)?;
        for peer in self.peers.iter_mut().flatten() {
            peer.give(&parts[own]);
        }
        while !self.all_arrived() {
            if self.mail.gone.get() {
                return Err(Gone);
            }
            self.mail.wake.wait().await;
        }
        let mut arrived = self.mail.arrived.borrow_mut();
        let others = self.peers.iter_mut().zip(&mut *arrived).zip(parts);
        for ((peer, arrived), part) in others {
            let Some(peer) = peer else { continue };
            let came = arrived.pop_front().ok_or(Gone)?;
            part.resize(came.length() as usize, 0.0);
            came.copy_to(part);
            peer.spare = Some(came);
        }
        Ok(())
    }
}
