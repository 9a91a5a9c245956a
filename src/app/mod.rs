//! app
pub mod charts;
pub mod components;
