//! Requests to Alpha Vantage: one after another, each counted, and none that nobody waits for.
//!
//! A request's address carries the key, so it is a [`SecretUrl`](crate::lab::command::SecretUrl), and the browser's list of requests is
//! emptied after each.

use super::PriceMessage;
use super::question::{Asked, Question};
use super::search::SymbolSearch;
use super::work::PriceWork;
use crate::lab::command::{RequestId, SmallRecord, Wake};
use crate::lab::secret::Secret;
use crate::lab::{Command, Lab};
use crate::market::alpha_vantage::{
    Allowance, AnswerError, NoHistory, Queue, Ticket, TransportError, Turn,
};

/// The requests that wait or are under way, and the day's count.
#[derive(Debug, Default)]
pub struct Service {
    queue: Queue,
    requests: Vec<Request>,
    last_id: u32,
    allowance: Allowance,
}

#[derive(Debug)]
struct Request {
    id: RequestId,
    question: Question,
    /// Its place in the queue; `None` once it is made.
    ticket: Option<Ticket>,
}

impl Service {
    /// With the count that the device keeps.
    pub fn of_record(requests: Option<&str>) -> Self {
        Self {
            allowance: requests.map(Allowance::from_text).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Requests of the visitor's own key on the day of `unix_ms`, on this device.
    pub fn used_today(&self, unix_ms: f64) -> u32 {
        self.allowance.used(unix_ms)
    }
}

impl Lab {
    /// Asks when it is the question's turn.
    pub(super) fn ask_service(&mut self, question: Question) {
        let service = &mut self.prices.service;
        service.last_id += 1;
        let id = RequestId(service.last_id);
        let ticket = Some(service.queue.enter());
        service.requests.push(Request {
            id,
            question,
            ticket,
        });
        self.request_due(id);
    }

    /// Makes a request that waits, if it is its turn and someone still waits for it.
    pub(in crate::lab) fn request_due(&mut self, id: RequestId) {
        let prices = &mut self.prices;
        let waits = |request: &Request| request.id == id && request.ticket.is_some();
        let Some(place) = prices.service.requests.iter().position(waits) else {
            return;
        };
        let wanted = prices.is_wanted(&prices.service.requests[place].question.what);
        let Service {
            queue, requests, ..
        } = &mut prices.service;
        let request = &mut requests[place];
        let Some(ticket) = &request.ticket else {
            return;
        };
        if !wanted {
            queue.leave(ticket);
            requests.remove(place);
            return;
        }
        let command = match queue.turn(ticket, self.now.steady_ms) {
            Turn::WaitMs(wait_ms) => Command::Wake {
                after_ms: wait_ms.ceil(),
                wake: Wake::Request(id),
            },
            Turn::Go => {
                request.ticket = None;
                Command::Fetch {
                    request: id,
                    url: request.question.url(),
                }
            }
        };
        self.order(command);
    }

    /// The service answered, or did not. A request that was made is counted, and its answer is read even
    /// where nobody waits for it any more: it was paid for.
    pub(in crate::lab) fn fetched(
        &mut self,
        id: RequestId,
        reply: Result<Secret, TransportError>,
        requests: Option<String>,
    ) {
        let made = |request: &Request| request.id == id && request.ticket.is_none();
        let service = &mut self.prices.service;
        let Some(place) = service.requests.iter().position(made) else {
            return;
        };
        let Request { question, .. } = service.requests.remove(place);
        // Another tab may have counted meanwhile.
        if let Some(record) = requests {
            service.allowance = Allowance::from_text(&record);
        }
        self.order(Command::ForgetRequests);
        // What never left the device costs nothing, and the demo key has an allowance of its own.
        if reply != Err(TransportError::Offline) && !question.key.is_demo() {
            self.change_count(Allowance::count);
        }
        match reply {
            Ok(body) => self.do_price_work(PriceWork::ReadAnswer { question, body }),
            Err(error) => match question.what {
                Asked::History { load, .. } if self.is_newest_load(load) => {
                    self.history_not_there(NoHistory::Transport(error));
                }
                Asked::History { .. } => {}
                Asked::Symbols { search, .. } => {
                    self.search_failed(search, PriceMessage::Transport(error));
                }
            },
        }
    }

    /// Takes note where the service said that the day's requests are used up.
    pub(super) fn note_limit(&mut self, error: &AnswerError) {
        if *error == AnswerError::DailyLimit {
            self.change_count(Allowance::used_up);
        }
    }

    fn change_count(&mut self, change: impl FnOnce(&mut Allowance, f64)) {
        let allowance = &mut self.prices.service.allowance;
        change(allowance, self.now.unix_ms);
        let value = Some(allowance.to_text());
        self.order(Command::Remember {
            name: SmallRecord::Requests,
            value,
        });
    }
}

impl super::PriceSources {
    fn is_wanted(&self, asked: &Asked) -> bool {
        match asked {
            Asked::History { load, .. } => *load == self.load_number,
            Asked::Symbols { search, .. } => {
                *search == self.search_number && self.search == SymbolSearch::Running
            }
        }
    }
}
