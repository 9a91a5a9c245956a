//! The page's parts, top to bottom. Each is handed the slices it reads and a callback for what the
//! visitor wants; none of them writes the run.

mod alpha_vantage;
mod cell;
pub mod chart;
mod data_report;
mod days;
mod footer;
mod format;
mod header;
mod intervals;
mod leaks;
mod lesson;
mod network;
mod network_drawing;
mod notice;
mod price_file;
mod prices;
mod request_status;
mod runs;
mod scores;
mod setting;
mod slide;
mod source;
mod symbol_field;
mod take_home;
mod tomorrow;
mod training;
mod verdict;
mod world_settings;

pub use cell::InsideCell;
pub use chart::ChartView;
pub use footer::Footer;
pub use header::Header;
pub use lesson::LstmLesson;
pub use network::NetworkSection;
pub use network_drawing::NetworkDrawing;
pub use notice::NoticeBar;
pub use price_file::DropZone;
pub use prices::PricesSection;
pub use tomorrow::TomorrowSection;
pub use training::{TrainingResults, TrainingSection};
pub use verdict::VerdictSection;
