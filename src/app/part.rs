//! What loads after the first screen, as the table of functions that [`deferred`](super::deferred) calls
//! it through.

use super::components::{
    DataReportView, InterruptedTraining, LstmLesson, NoticeText, WaitingModel,
};
use super::deferred::{Part, StatusWords};
use super::execute::Executor;
use super::language;
use super::screen::drawer::Drawer;
use super::screen::lessons::{GuideStrip, Lessons};
use super::screen::panels::{FilesPanel, MorePanel, PricesPanel, SettingsPanel, WhyPanel};
use super::screen::place::Panel;
use super::screen::rail::{
    DeviceLine, Outcome, ProgressLine, Share, TrainingDetails, status_words,
};
use super::screen::stage::Stage;
use super::screen::state::Screen;
use super::shell::Shell;
use futures_util::future::{LocalBoxFuture, join};
use leptos::prelude::*;
use std::cell::Cell;

/// Fetches it, with its words; `None` where it did not load.
pub fn load() -> LocalBoxFuture<'static, Option<&'static Part>> {
    Box::pin(async {
        let (part, has_words) = join(fetch(), language::load_rest()).await;
        part.filter(|_| has_words)
    })
}

/// In a module of its own, which the browser fetches at the first call.
#[cfg(split)]
async fn fetch() -> Option<&'static Part> {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    #[wasm_split(deferred, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn part() -> Result<&'static Part, SplitLoaderError> {
        Ok(&PART)
    }

    part().await.ok()
}

#[cfg(not(split))]
async fn fetch() -> Option<&'static Part> {
    Some(&PART)
}

static PART: Part = Part {
    begin,
    start_trainer,
    notice,
    data_check,
    stage,
    progress,
    status,
    offers,
    device,
    details,
    outcome,
    drawer,
    panel,
    guide,
};

/// What the page is built of once this has loaded.
#[derive(Clone, Copy)]
struct Page {
    screen: Screen,
    executor: Executor,
    /// How far the training is, for the bar and for the words.
    share: Share,
}

thread_local! {
    /// There is one page.
    static PAGE: Cell<Option<Page>> = const { Cell::new(None) };
}

fn begin(shell: Shell) {
    // First, so that the screen begins with what has happened so far.
    let executor = Executor::of(shell.machine);
    let screen = Screen::of(shell);
    let share = Share::of(screen.slices);
    PAGE.set(Some(Page {
        screen,
        executor,
        share,
    }));
    screen.follow();
    screen.inspector.follow(screen.slices);
}

fn page() -> Page {
    PAGE.get().expect("the page begins before it is built")
}

fn screen() -> Screen {
    page().screen
}

fn start_trainer() {
    page().executor.start_trainer();
}

fn notice() -> AnyView {
    let Screen { slices, intend, .. } = screen();
    view! { <NoticeText notice=slices.notice intend /> }.into_any()
}

fn data_check() -> AnyView {
    let Screen { slices, intend, .. } = screen();
    view! { <DataReportView slices locked=slices.locked intend /> }.into_any()
}

fn stage() -> AnyView {
    view! { <Stage screen=screen() /> }.into_any()
}

fn progress() -> AnyView {
    let Page { screen, share, .. } = page();
    view! { <ProgressLine slices=screen.slices share /> }.into_any()
}

fn status() -> StatusWords {
    let Page { screen, share, .. } = page();
    status_words(screen.slices, share)
}

fn offers() -> AnyView {
    let Screen { slices, intend, .. } = screen();
    view! {
        <InterruptedTraining interrupted=slices.interrupted intend=intend />
        <WaitingModel model=slices.waiting_model intend=intend />
    }
    .into_any()
}

fn device() -> AnyView {
    view! { <DeviceLine slices=screen().slices /> }.into_any()
}

fn details(open: RwSignal<bool>) -> AnyView {
    let Screen { slices, intend, .. } = screen();
    view! { <TrainingDetails slices open intend /> }.into_any()
}

fn outcome() -> AnyView {
    view! { <Outcome screen=screen() /> }.into_any()
}

fn drawer() -> AnyView {
    view! { <Drawer screen=screen() /> }.into_any()
}

fn panel(panel: Panel) -> AnyView {
    let screen = screen();
    match panel {
        Panel::Prices => view! { <PricesPanel screen /> }.into_any(),
        Panel::Settings => view! { <SettingsPanel screen /> }.into_any(),
        Panel::Files => view! { <FilesPanel screen /> }.into_any(),
        Panel::Why => view! { <WhyPanel screen /> }.into_any(),
        Panel::Lessons => view! { <Lessons screen /> }.into_any(),
        Panel::HowItWorks => view! { <LstmLesson /> }.into_any(),
        Panel::More => view! { <MorePanel shell=screen.shell /> }.into_any(),
    }
}

fn guide() -> AnyView {
    view! { <GuideStrip screen=screen() /> }.into_any()
}
