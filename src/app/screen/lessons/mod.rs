//! Lessons: the strip that leads through one, the list of them, what a teacher needs to send a class a
//! link, and the note that a link hides parts of the page.

mod guess;
mod hidden;
mod list;
mod pointer;
mod strip;
mod teachers;

pub use hidden::HiddenNote;
pub use list::Lessons;
pub use strip::GuideStrip;
