//! What the page is made of, whatever it is about: how a number is written, a table, a chart, a field.
//! Nothing here knows what a component is for.

pub mod number;
pub mod table;
