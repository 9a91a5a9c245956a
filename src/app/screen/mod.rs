//! The screen: one stage, one rail, one drawer, and the panels that open over or beside them. Each
//! region is a folder or a file, and is handed a [`Screen`](state::Screen).

pub mod bar;
pub mod drawer;
pub mod lessons;
pub mod opened;
pub mod panels;
pub mod place;
pub mod rail;
pub mod source_bar;
pub mod stage;
pub mod state;
pub mod target;
