//! What loads after the first screen, as the table of functions that [`deferred`](super::deferred) calls
//! it through.

use super::browser;
use super::charts::drawn::{ChartTools, DrawnChart};
use super::charts::echarts::Drawing;
use super::charts::table::last_rows;
use super::components::{
    GuidePanel, ImportPreview, InsideCell, InterruptedTraining, Lessons, LstmLesson, Steering,
    StudiesSection, TomorrowSection, TrainingResults, VerdictSection, WaitingModel,
};
use super::deferred::{Part, ResultsView};
use super::guide::Guide;
use super::inspector::Inspector;
use super::slices::Slices;
use super::words;
use crate::experiment::Experiment;
use crate::forecast::evaluation::IntervalChoice;
use crate::forecast::odometer::open_prices;
use crate::lab::command::Download;
use crate::lab::to_write::ReportToWrite;
use crate::lab::{Intention, Lab, Work};
use crate::market::price_file;
use crate::model_file::stem;
use crate::report::FinishedRun;
use crate::text;
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
    results,
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

fn results(view: ResultsView) -> AnyView {
    let ResultsView {
        slices,
        scheme,
        refusals,
        guide,
        locked,
        intend,
    } = view;
    let inspector = Inspector::of(slices);
    // What is looked at, not part of the run.
    let interval = RwSignal::new(IntervalChoice::default());
    view! {
        <TrainingResults slices=slices scheme=scheme />
        <VerdictSection
            slices=slices
            scheme=scheme
            interval=interval
            inspector=inspector
            shift=guide.shift
            locked=locked
            intend=intend
        />
        <StudiesSection
            slices=slices
            refusals=refusals
            locked=locked
            intend=intend
        />
        <TomorrowSection
            slices=slices
            scheme=scheme
            interval=interval
            intend=intend
        />
        <Lessons guide=guide intend=intend />
        <section id="lesson" aria-labelledby="lesson-title">
            <div class="section-head">
                <h2 id="lesson-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"6"</span>
                    {text::notices::how_an_lstm_works()}
                </h2>
            </div>
            <div class="card">
                <LstmLesson />
            </div>
            <div class="card">
                <InsideCell inspector=inspector />
            </div>
        </section>
    }
    .into_any()
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

fn guide(guide: Guide, slices: Slices) -> AnyView {
    view! { <GuidePanel guide slices /> }.into_any()
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
    group: Option<&'static str>,
    on_row: Option<Callback<usize>>,
    finished: Box<dyn Fn()>,
) -> Result<Box<dyn DrawnChart>, JsValue> {
    let mut drawing = Drawing::new(element, name, group, finished)?;
    if let Some(on_row) = on_row {
        drawing.on_row(move |row| on_row.run(row));
    }
    Ok(Box::new(drawing))
}
