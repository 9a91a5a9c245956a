//! What a visitor wants, as one enum. The screens send intentions; only the lab acts on them.

pub use super::file::GivenFile;

use super::Offer;
use super::prices::ApiKey;
use crate::forecast::Settings;
use crate::forecast::walk_forward::TrainingSpan;
use crate::guide::{GuideLink, Lesson};
use crate::market::Split;
use crate::market::alpha_vantage::History;
use crate::market::price_file::Correction;
use crate::market::world::{Parameters, WorldKind};
use crate::protocol::Stretch;

#[derive(Debug, Clone, PartialEq)]
pub enum Intention {
    /// Generate a known world with the current seed.
    LoadWorld(WorldKind),
    /// Generate the chosen world anew with these parameters.
    ChangeWorld(Parameters),
    /// Files were dropped on the page, or chosen together.
    DropFiles(Vec<GivenFile>),
    /// Read prices that the visitor brought.
    OpenPrices(PriceText),
    /// Read the file in the preview otherwise.
    CorrectImport(Correction),
    /// Use the file in the preview as it is shown.
    UseImport,
    /// Of the several histories in a file that is asked about.
    ChooseHistory(HistoryChoice),
    DiscardImport,
    /// Adjust the loaded prices for these splits and no other.
    AdjustSplits(Vec<Split>),
    /// Leave the rows of odd prices out, or take them back.
    LeaveOutOdd(bool),
    /// Move the decimal points of odd prices that are off by a power of ten, or move them back.
    CorrectOdd(bool),
    /// Fetch prices. `key` is what was typed now; `None` uses the key that is kept.
    LoadPrices {
        symbol: String,
        history: History,
        key: Option<ApiKey>,
        /// Keep the typed key on the device, not only for the tab.
        remember_key: bool,
    },
    /// IBM with the public key `demo`.
    TryDemo,
    ForgetKey,
    /// The browser did not take the key that was to be remembered, or did not delete the one that was to be
    /// forgotten.
    KeyNotRemembered,
    /// Ask the service again for the prices that are loaded.
    Refresh,
    /// Keep the prices on the screen as the second series, which a network can read beside others.
    KeepAsOther,
    /// No second series any more.
    RemoveOther,
    /// Remove everything that is kept on this device but the key: copies of fetched prices, the list of
    /// recent symbols, runs, networks, the state of a training, the journal.
    ForgetCopies,
    /// Search for symbols by name. `key` as in [`LoadPrices`](Self::LoadPrices).
    SearchSymbol {
        typed: String,
        key: Option<ApiKey>,
        remember_key: bool,
    },
    /// The list of matches was left, or one of them was chosen.
    CloseSearch,
    /// Every setting has been checked against its bounds.
    ChangeSettings(Settings),
    /// Judge a network from a file, without training.
    OpenModel(GivenFile),
    /// Show the results of a past run again, by its kept network.
    ShowRun(u32),
    /// Go on with the training that was under way when the tab was closed.
    ResumeInterrupted,
    DiscardInterrupted,
    /// An opened model that waits for its prices is no longer wanted.
    LeaveModel,
    Train,
    Stop,
    Resume,
    /// Train so far and pause: the stopped run, or a new one.
    Advance(Stretch),
    /// Train the run under way, or stopped, at this rate from the next step on.
    SetLearningRate(f64),
    /// Retrain on one stretch of the history after the other.
    RunWalkForward {
        folds: usize,
        span: TrainingSpan,
    },
    /// Train again with other seeds, perhaps beside another experiment.
    RepeatSeeds {
        seeds: usize,
        partner: PartnerChoice,
    },
    /// Symbols typed in a row, to be studied together.
    NameSymbols(String),
    /// Train on several histories, each by itself.
    RunSeveral(SeveralChoice),
    /// Train each kind of network on the same days with the same seed.
    TrainAllCells,
    /// End the study under way; what it found so far stays.
    CancelStudy,
    /// The way out that a notice offers.
    Accept(Offer),
    DismissNotice,
    /// Walk through a lesson from this step on, counted from 0: its own experiment takes the place of
    /// what is on the screen.
    StartLesson {
        lesson: &'static Lesson,
        step: usize,
    },
    /// The lesson is over: what was on the screen before it comes back.
    LeaveLesson,
    /// Show the parts again that a link hides.
    ShowHidden,
    CopyLink,
    /// The link of this experiment with a lesson and hidden parts.
    CopyLessonLink(GuideLink),
    /// Later runs are compared with it, or no longer.
    PinRun(u32),
    /// Keep the last twentieth of the prices out of training and test, or no longer.
    SealLastDays(bool),
    /// Score the shown network on the sealed days; once for each history.
    OpenSeal,
    /// Set a run beside another, or no longer.
    CompareRun(u32),
    /// No two runs side by side any more.
    CloseComparison,
    /// Train the honest and then the notebook recipe on the loaded prices, and compare them.
    RunBothRecipes,
    /// Put a past run's source and settings back into the form.
    RestoreRun(u32),
    DeleteRun(u32),
    /// Ask how good the best of the comparable runs is, all of them counted.
    CountLooks,
    /// Trade the test days by the forecast's direction, at so many basis points of what is bought or sold.
    AskWhatItWouldPay {
        cost: f64,
    },
    /// Keep tomorrow's forecast in the journal, to be scored when the day is there.
    KeepForecast,
    /// Take a forecast, named by the time it was kept at, out of the journal.
    DeleteForecast(f64),
    DownloadReport,
    /// Save one of the run's files.
    TakeHome(Keepsake),
}

/// A file of a finished run, beside the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keepsake {
    Model,
    Script,
    Predictions,
    RunCard,
    ScoresCsv,
    ScoresLatex,
}

impl Keepsake {
    pub const ALL: [Self; 6] = [
        Self::Model,
        Self::Script,
        Self::Predictions,
        Self::RunCard,
        Self::ScoresCsv,
        Self::ScoresLatex,
    ];
}

/// What the experiment is compared with over seeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PartnerChoice {
    #[default]
    None,
    /// The same settings with the other recipe.
    OtherRecipe,
    /// The settings of a past run.
    PastRun(u32),
}

/// Which histories are trained on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeveralChoice {
    /// So many of the loaded world, from the form's seed on.
    Seeds(usize),
    /// The files that were dropped or chosen together.
    Files,
    /// The symbols that were typed in a row: Alpha Vantage is asked for those that are not kept.
    Symbols,
}

/// Of several histories in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryChoice {
    /// Read the one of this number, from 0.
    One(usize),
    /// Hold all of them, to be studied together.
    All,
}

/// A text that may hold prices.
#[derive(Debug, Clone, PartialEq)]
pub enum PriceText {
    File(GivenFile),
    Pasted(String),
}
