//! What the page is made of.

pub mod chart;
pub mod lesson;
pub mod network_drawing;
