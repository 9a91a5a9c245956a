//! What loads after the first screen, as the table of functions that [`deferred`](super::deferred) calls
//! it through.

use super::browser;
use super::charts::drawn::{ChartTools, DrawnChart, Pointing};
use super::charts::echarts::Drawing;
use super::charts::table::last_rows;
use super::components::{
    DataReportView, ImportPreview, InterruptedTraining, LstmLesson, Steering, WaitingModel,
};
use super::deferred::Part;
use super::screen::drawer::Drawer;
use super::screen::lessons::{GuideStrip, Lessons};
use super::screen::panels::{FilesPanel, PricesPanel, SettingsPanel, WhyPanel};
use super::screen::place::Panel;
use super::screen::rail::Outcome;
use super::screen::stage::Stage;
use super::screen::state::Screen;
use super::slices::Slices;
use super::words;
use crate::experiment::Experiment;
use crate::forecast::odometer::open_prices;
use crate::lab::command::Download;
use crate::lab::to_write::ReportToWrite;
use crate::lab::{Intention, Lab, Work};
use crate::market::price_file;
use crate::model_file::stem;
use crate::report::FinishedRun;
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Fetches it; `None` where it did not load.
pub fn load() -> LocalBoxFuture<'static, Option<&'static Part>> {
    Box::pin(fetch())
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
    stage,
    outcome,
    drawer,
    data_check,
    panel,
    guide,
    offers,
    import_preview,
    steering,
    work: Work::run,
    in_utf8,
    report,
    run_card,
    charts: ChartTools { prepare, last_rows },
};

fn begin(screen: Screen) {
    screen.inspector.follow(screen.slices);
}

fn stage(screen: Screen) -> AnyView {
    view! { <Stage screen /> }.into_any()
}

fn outcome(screen: Screen) -> AnyView {
    view! { <Outcome screen /> }.into_any()
}

fn drawer(screen: Screen) -> AnyView {
    view! { <Drawer screen /> }.into_any()
}

fn data_check(screen: Screen) -> AnyView {
    let Screen { slices, intend, .. } = screen;
    view! { <DataReportView slices locked=slices.locked intend /> }.into_any()
}

fn panel(screen: Screen, panel: Panel) -> AnyView {
    match panel {
        Panel::Prices => view! { <PricesPanel screen /> }.into_any(),
        Panel::Settings => view! { <SettingsPanel screen /> }.into_any(),
        Panel::Files => view! { <FilesPanel screen /> }.into_any(),
        Panel::Why => view! { <WhyPanel screen /> }.into_any(),
        Panel::Lessons => view! { <Lessons screen /> }.into_any(),
        Panel::HowItWorks => view! { <LstmLesson /> }.into_any(),
        // It knows the page's language and colours, so the page makes it.
        Panel::More => ().into_any(),
    }
}

fn in_utf8(bytes: Vec<u8>) -> Vec<u8> {
    price_file::in_utf8(bytes, browser::decoded)
}

fn report(report: &ReportToWrite) -> Download {
    report.download(words::report::report)
}

fn run_card(lab: &Lab) -> Option<String> {
    let run = &lab.run;
    let (experiment, dataset) = run.trained.as_ref()?;
    // What is sealed stays here.
    let prices = open_prices(run.prices.as_ref()?, experiment.sealed);
    let shared = Experiment {
        autorun: false,
        ..experiment.clone()
    };
    let finished = FinishedRun {
        experiment,
        prices: &prices,
        dataset,
        device: run.device.as_ref()?,
        epochs: &run.epochs,
        model: run.model.as_ref()?,
        evaluation: run.evaluation.as_deref()?,
        opened: run.opened.as_ref().map(|opened| &opened.origin),
        rate_changes: &run.rate_changes,
    };
    let link = browser::address_with(&shared.to_fragment());
    Some(words::run_card::run_card(
        finished,
        &link,
        &stem(&prices.series),
    ))
}

fn guide(screen: Screen) -> AnyView {
    view! { <GuideStrip screen /> }.into_any()
}

fn offers(slices: Slices, intend: Callback<Intention>) -> AnyView {
    view! {
        <InterruptedTraining interrupted=slices.interrupted intend=intend />
        <WaitingModel model=slices.waiting_model intend=intend />
    }
    .into_any()
}

fn import_preview(slices: Slices, locked: Signal<bool>, intend: Callback<Intention>) -> AnyView {
    view! { <ImportPreview import=slices.import locked=locked intend=intend /> }.into_any()
}

fn steering(slices: Slices, intend: Callback<Intention>) -> AnyView {
    view! { <Steering slices intend /> }.into_any()
}

fn prepare(
    element: &web_sys::Element,
    name: &'static str,
    pointing: Pointing,
    finished: Box<dyn Fn()>,
) -> Result<Box<dyn DrawnChart>, JsValue> {
    let mut drawing = Drawing::new(element, name, finished)?;
    if let Some(on_row) = pointing.on_row {
        drawing.on_row(move |row| on_row.run(row));
    }
    if let Some(on_drag) = pointing.on_drag {
        drawing.on_drag(move |rows, begins| on_drag.run((rows, begins)));
    }
    Ok(Box::new(drawing))
}
