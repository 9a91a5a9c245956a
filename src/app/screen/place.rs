//! Where the visitor looks: the stage's view, the drawer's tab, the open panel. Plain data; what
//! happens in a training turns the stage only where the visitor has not chosen otherwise.

/// What the stage shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// All prices.
    History,
    /// Which rows are for what.
    Split,
    /// All that was predicted.
    Prediction,
    /// The test block, near.
    Test,
    /// The forecast of the next day and those after.
    Tomorrow,
}

impl View {
    pub const ALL: [Self; 5] = [
        Self::History,
        Self::Split,
        Self::Prediction,
        Self::Test,
        Self::Tomorrow,
    ];

    /// A part of element ids.
    pub fn slug(self) -> &'static str {
        match self {
            Self::History => "history",
            Self::Split => "split",
            Self::Prediction => "prediction",
            Self::Test => "test",
            Self::Tomorrow => "tomorrow",
        }
    }

    /// The view shows what a network predicts.
    pub fn is_of_network(self) -> bool {
        matches!(self, Self::Prediction | Self::Test | Self::Tomorrow)
    }
}

/// What stands in the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Scores,
    /// Intervals and their coverage.
    HowSure,
    /// The test days traded by the forecast's direction.
    Paid,
    /// Walk-forward, seeds.
    DoesItHold,
    WhichDays,
    /// One day's way through the trained network.
    Cell,
    /// The network as a drawing, and the norms of its layers.
    Network,
    /// The list of runs, two of them side by side, the journal.
    Runs,
    Leaks,
}

impl Tab {
    pub const ALL: [Self; 9] = [
        Self::Scores,
        Self::HowSure,
        Self::Paid,
        Self::DoesItHold,
        Self::WhichDays,
        Self::Cell,
        Self::Network,
        Self::Runs,
        Self::Leaks,
    ];

    /// A part of element ids.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Scores => "scores",
            Self::HowSure => "how-sure",
            Self::Paid => "paid",
            Self::DoesItHold => "does-it-hold",
            Self::WhichDays => "which-days",
            Self::Cell => "cell",
            Self::Network => "network",
            Self::Runs => "runs",
            Self::Leaks => "leaks",
        }
    }
}

/// What opens beside or above the rest; one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Known worlds, Alpha Vantage, a file.
    Prices,
    /// The network's numbers.
    Settings,
    /// The list of lessons, and the teacher's link.
    Lessons,
    /// How an LSTM works.
    HowItWorks,
    /// Files to take home and to open.
    Files,
    /// The statistics behind the verdict.
    Why,
    /// Colours, language, what the page is.
    More,
}

impl Panel {
    pub const ALL: [Self; 7] = [
        Self::Prices,
        Self::Settings,
        Self::Lessons,
        Self::HowItWorks,
        Self::Files,
        Self::Why,
        Self::More,
    ];

    /// A part of element ids.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Prices => "prices",
            Self::Settings => "settings",
            Self::Lessons => "lessons",
            Self::HowItWorks => "how-it-works",
            Self::Files => "files",
            Self::Why => "why",
            Self::More => "more",
        }
    }
}

/// Where a control stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In what is always there: bar, rail, the stage's and the drawer's rows of buttons.
    Frame,
    View(View),
    Tab(Tab),
    Panel(Panel),
}

/// All of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub view: View,
    /// The visitor chose the view, so nothing else turns the stage.
    chosen: bool,
    pub tab: Option<Tab>,
    pub panel: Option<Panel>,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            view: View::History,
            chosen: false,
            tab: None,
            panel: None,
        }
    }
}

impl Place {
    /// The visitor chose a view.
    pub fn choose(&mut self, view: View) {
        self.view = view;
        self.chosen = true;
    }

    /// Other prices: they are what there is to see.
    pub fn prices_changed(&mut self) {
        self.chosen = false;
        if self.view != View::Split {
            self.view = View::History;
        }
    }

    /// A training began: the stage turns to the test days, where its line moves, unless the visitor
    /// chose to look at another prediction.
    pub fn training_began(&mut self) {
        if !(self.chosen && self.view.is_of_network()) {
            self.view = View::Test;
            self.chosen = false;
        }
    }

    /// There are results, of a training or of a run that was brought back.
    pub fn results_came(&mut self) {
        if !self.chosen {
            self.view = View::Test;
        }
    }

    /// Opens a tab, or closes it where it is open.
    pub fn toggle_tab(&mut self, tab: Tab) {
        match self.tab == Some(tab) {
            true => self.tab = None,
            false => self.open_tab(tab),
        }
    }

    /// Opens a panel, or closes it where it is open.
    pub fn toggle_panel(&mut self, panel: Panel) {
        self.panel = (self.panel != Some(panel)).then_some(panel);
    }

    /// Opens a tab where it is not.
    pub fn open_tab(&mut self, tab: Tab) {
        self.tab = Some(tab);
        self.panel = None;
    }

    /// Opens the place of a control, and closes what could lie over it.
    pub fn go(&mut self, place: Where) {
        (self.panel, self.tab) = (None, None);
        match place {
            Where::Frame => {}
            Where::View(view) => self.choose(view),
            Where::Tab(tab) => self.open_tab(tab),
            Where::Panel(panel) => self.panel = Some(panel),
        }
    }

    /// Closes what is open, the panel first. False where nothing is.
    pub fn close(&mut self) -> bool {
        let open = self.panel.is_some() || self.tab.is_some();
        match self.panel.take() {
            Some(_) => {}
            None => self.tab = None,
        }
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_training_turns_the_stage_to_the_test_days() {
        let mut place = Place::default();
        place.training_began();
        assert_eq!(place.view, View::Test);
        // Also where the visitor looked at what no network changes.
        place.choose(View::Split);
        place.training_began();
        assert_eq!(place.view, View::Test);
    }

    #[test]
    fn a_chosen_view_of_the_network_is_left_alone_until_there_are_other_prices() {
        let mut place = Place::default();
        place.choose(View::Tomorrow);
        place.training_began();
        assert_eq!(place.view, View::Tomorrow);
        place.prices_changed();
        assert_eq!(place.view, View::History);
        place.training_began();
        assert_eq!(place.view, View::Test);
    }

    #[test]
    fn whoever_looks_at_the_split_sees_the_split_of_other_prices() {
        let mut place = Place::default();
        place.choose(View::Split);
        place.prices_changed();
        assert_eq!(place.view, View::Split);
    }

    #[test]
    fn results_that_are_brought_back_are_shown_unless_another_view_was_chosen() {
        let mut place = Place::default();
        place.prices_changed();
        place.results_came();
        assert_eq!(place.view, View::Test);
        place.choose(View::History);
        place.results_came();
        assert_eq!(place.view, View::History);
    }

    #[test]
    fn a_controls_place_is_opened_and_what_lay_over_it_is_closed() {
        let mut place = Place::default();
        place.toggle_panel(Panel::Lessons);
        place.go(Where::Tab(Tab::Leaks));
        assert_eq!((place.panel, place.tab), (None, Some(Tab::Leaks)));
        place.go(Where::View(View::Test));
        assert_eq!((place.view, place.tab), (View::Test, None));
        place.go(Where::Panel(Panel::Prices));
        assert_eq!(place.panel, Some(Panel::Prices));
        place.go(Where::Frame);
        assert_eq!((place.view, place.panel), (View::Test, None));
    }

    #[test]
    fn one_panel_is_open_and_closes_before_the_drawer() {
        let mut place = Place::default();
        place.toggle_tab(Tab::Runs);
        place.toggle_panel(Panel::Prices);
        place.toggle_panel(Panel::Files);
        assert_eq!(place.panel, Some(Panel::Files));
        assert!(place.close());
        assert_eq!((place.panel, place.tab), (None, Some(Tab::Runs)));
        assert!(place.close());
        assert!(!place.close());
        place.toggle_tab(Tab::Leaks);
        place.toggle_tab(Tab::Leaks);
        assert_eq!(place.tab, None);
    }
}
