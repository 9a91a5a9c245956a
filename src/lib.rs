//! Hindcast: train an LSTM on stock prices in the browser and see whether it beats "tomorrow = today".
//!
//! Everything flows one way: a source gives a [`market::Series`], [`forecast`] cuts it into a scaled
//! dataset, the trainer (a Web Worker) fits the network, and [`forecast::evaluation`] turns scaled
//! predictions back into prices, scores and a verdict that the page shows and [`report`] saves.
//!
//! # Layout
//!
//! | module | what lives there | feature |
//! |---|---|---|
//! | [`market`] | prices: series, Alpha Vantage answers, price files, known worlds | – |
//! | [`forecast`] | settings, split, scaling, windows, baselines, scores, verdict | – |
//! | [`experiment`] | what an address describes: a source and its settings | – |
//! | [`fragment`] | the pairs of an address | – |
//! | [`cells`] | what an LSTM, a GRU and a plain RNN is | – |
//! | [`protocol`] | what page and trainer say to each other | – |
//! | [`envelope`] | the form of what is kept as bytes | – |
//! | [`checkpoint`] | the state of a training after an epoch, as bytes | – |
//! | [`guide`] | lessons, and the links to them | – |
//! | [`lab`] | the visit, with the run on the screen, as one pure machine | – |
//! | [`session`] | the visit: its past runs, and looks at each test block | – |
//! | [`watch`] | what is to be seen of a training while it goes on | – |
//! | [`study`] | several trainings of one experiment: walk-forward, seeds | – |
//! | [`report`] | the downloadable run report | – |
//! | [`model_file`] | the trained network, script and predictions to take home | – |
//! | [`inspect`] | one day's window through the trained network, with everything inside | – |
//! | [`journal`] | forecasts that were kept, and what came of them | – |
//! | [`number`] | decimal numbers, read from text and written as JSON | – |
//! | [`lstm`] | the network's layout, and its fused kernels on Burn | – and `engine` |
//! | `training` | the training loop, optimizer, checkpoints | `engine` |
//! | `worker` | the trainer's message loop and device choice | `worker` |
//! | `unpack` | prices out of archives and workbooks | `unpack` |
//! | `text` | how numbers and dates are written, and the texts of `locales/` as functions | `app` |
//! | `app` | the page: screens, charts, words | `app` |

pub mod cells;
pub mod checkpoint;
pub mod envelope;
pub mod experiment;
pub mod forecast;
pub mod fragment;
pub mod guide;
pub mod inspect;
pub mod journal;
pub mod lab;
pub mod lstm;
pub mod market;
pub mod model_file;
pub mod number;
pub mod protocol;
pub mod report;
pub mod session;
pub mod study;
pub mod watch;

#[cfg(feature = "engine")]
pub mod training;

#[cfg(feature = "worker")]
pub mod worker;

#[cfg(feature = "unpack")]
pub mod unpack;

#[cfg(feature = "app")]
pub mod app;

#[cfg(feature = "app")]
pub mod text;
