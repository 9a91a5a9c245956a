//! What the core's data are called: sentences and labels for the errors, warnings, choices and worlds
//! that the core returns as data.
//!
//! What may live here: [`Say`](crate::text::Say) for types of the core, and functions that choose a
//! text of the catalogue for a value. Nothing here decides anything, and nothing here knows where on
//! the page its words stand.

pub mod alpha_vantage;
pub mod data_report;
pub mod price_file;
pub mod prices;
pub mod worlds;
