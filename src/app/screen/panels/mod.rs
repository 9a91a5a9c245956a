//! What opens beside or above the stage: a button each, and the place where the open one stands. A panel
//! is built when it is first opened and then only hidden, so that what was typed in it stays.

mod cite;
mod files;
mod host;
mod more;
mod prices;
mod refused;
mod settings;
mod why;

pub use files::FilesPanel;
pub use host::{PanelButton, PanelHost, close, close_by_escape, focus_button};
pub use more::MorePanel;
pub use prices::PricesPanel;
pub use refused::{refused_setting, show_setting};
pub use settings::SettingsPanel;
pub use why::WhyPanel;
