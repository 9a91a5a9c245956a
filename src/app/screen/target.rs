//! Where a control is that a lesson names: what has to be opened before it can be pressed.

use super::place::{Panel, Tab, View, Where};

/// Controls by their element's whole id.
const NAMED: [(&str, Where); 8] = [
    ("training-title", Where::Frame),
    ("recipe", Where::Frame),
    ("device", Where::Frame),
    ("sealed", Where::Frame),
    ("slide-days", Where::View(View::Test)),
    ("days-day", Where::Tab(Tab::WhichDays)),
    ("network-cell", Where::Panel(Panel::Settings)),
    ("way-on", Where::Tab(Tab::Cell)),
];

/// Controls by how their ids begin.
const KINDS: [(&str, Where); 5] = [
    ("setting-", Where::Panel(Panel::Settings)),
    ("input-", Where::Panel(Panel::Settings)),
    ("world-", Where::Panel(Panel::Prices)),
    ("leak-", Where::Tab(Tab::Leaks)),
    // The buttons that open panels.
    ("open-", Where::Frame),
];

/// Where the control of this id is; `None` for an id that no lesson should name.
pub fn whereabouts(id: &str) -> Option<Where> {
    let named = NAMED.iter().find(|(name, _)| *name == id);
    let kind = || KINDS.iter().find(|(start, _)| id.starts_with(start));
    if let Some((_, place)) = named.or_else(kind) {
        return Some(*place);
    }
    // A button that opens something stands in the frame; what it opens is what a step is about.
    let view = View::ALL
        .into_iter()
        .find(|view| id.strip_prefix("view-tab-") == Some(view.slug()));
    let tab = Tab::ALL
        .into_iter()
        .find(|tab| id.strip_prefix("tab-") == Some(tab.slug()));
    view.map(Where::View).or(tab.map(Where::Tab))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::LESSONS;

    #[test]
    fn the_control_of_every_step_of_every_lesson_is_somewhere() {
        for lesson in &LESSONS {
            for step in lesson.steps {
                let place = whereabouts(step.target);
                assert!(place.is_some(), "{}: {}", lesson.slug, step.target);
            }
        }
    }

    #[test]
    fn a_control_is_where_its_id_says() {
        assert_eq!(
            whereabouts("setting-epochs"),
            Some(Where::Panel(Panel::Settings))
        );
        assert_eq!(whereabouts("leak-split"), Some(Where::Tab(Tab::Leaks)));
        assert_eq!(whereabouts("tab-runs"), Some(Where::Tab(Tab::Runs)));
        assert_eq!(whereabouts("view-tab-test"), Some(Where::View(View::Test)));
        assert_eq!(
            whereabouts("world-random-walk"),
            Some(Where::Panel(Panel::Prices))
        );
        assert_eq!(whereabouts("training-title"), Some(Where::Frame));
        for unknown in ["", "verdict-title", "view-tab-", "tab-nothing"] {
            assert_eq!(whereabouts(unknown), None, "{unknown}");
        }
    }
}
