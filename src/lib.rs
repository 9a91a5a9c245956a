//!
//!
//!

pub mod checkpoint;
pub mod experiment;
pub mod forecast;
pub mod guide;
pub mod inspect;
pub mod lstm;
pub mod market;
pub mod model_file;
pub mod number;
pub mod protocol;
pub mod report;
pub mod run;
pub mod session;
pub mod study;

#[cfg(feature = "engine")]
pub mod training;

#[cfg(feature = "worker")]
pub mod worker;

#[cfg(feature = "app")]
pub mod app;
