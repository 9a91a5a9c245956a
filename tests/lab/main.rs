//! Whole stories of a visit, told to the machine: what a visitor does, what the world answers and when,
//! and what is on the screen and ordered then. No browser, no clock: see `visit.rs`.

mod at_once;
mod crashes;
mod downloads;
mod inputs;
mod interrupted;
mod journal;
mod lessons;
mod links;
mod looking;
mod models;
mod other;
mod paying;
mod pool;
mod prices;
mod recipes;
mod records;
mod sealed;
mod several;
mod shown_again;
mod small;
mod studies;
mod symbols;
mod training;
mod visit;
