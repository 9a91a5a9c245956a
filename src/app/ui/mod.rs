//! What the page is made of, whatever it is about: how a number is written, a table, a chart.
//! Nothing here knows what a component is for.

pub mod about;
pub mod chart;
pub mod ever;
pub mod number;
pub mod table;
