//! The page: mounts the screens around the one machine that holds the visit.

use super::browser;
use super::components::{
    DropZone, Footer, Header, HiddenNote, NetworkDrawing, NetworkSection, NoticeBar, PricesSection,
    TrainingSection,
};
use super::deferred::{Deferred, ResultsView};
use super::drop::accept_drops_and_pastes;
use super::execute::Machine;
use super::guide::Guide;
use super::language::PageLanguage;
use super::part;
use super::refusals::Refusals;
use super::slices::Slices;
use super::theme::Theme;
use crate::lab::{Event, Intention};
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    // Before anything is said.
    let language = PageLanguage::follow();
    let deferred = Deferred::new(part::load);
    let machine = Machine::new(deferred);
    let slices = Slices::of(machine.lab);
    let theme = Theme::follow();
    let refusals = Refusals::new(BTreeMap::new());
    let dropping = RwSignal::new(false);
    let intend = Callback::new(move |intention: Intention| machine.intend(intention));
    let guide = Guide::of(machine.lab, intend);

    // Charts are drawn with what it brings, and files are held by it.
    provide_context(deferred);
    provide_context(machine);
    open(machine, deferred);
    follow_address(machine);
    accept_drops_and_pastes(machine, dropping);

    // Texts follow no signal: another language builds the page anew, around the same run.
    move || {
        language.get();
        view! {
            <a
                class="skip-link"
                href="#content"
                on:click=move |event| {
                    event.prevent_default();
                    browser::focus("content");
                }
            >
                {text::page::skip_to_content()}
            </a>
            <Header language theme=theme.choice copied=slices.copied intend=intend />
            <NoticeBar notice=slices.notice intend=intend />
            <DropZone shown=dropping.read_only() />
            {deferred.guide(guide, slices)}
            <main id="content" tabindex="-1" class=move || guide.hidden_classes()>
                <HiddenNote guide=guide />
                <PricesSection
                    slices=slices
                    scheme=theme.scheme
                    locked=slices.locked
                    intend=intend
                />
                <div class="side">
                    <NetworkSection
                        settings=slices.settings
                        locked=slices.locked
                        refusals=refusals
                        intend=intend
                    />
                    <TrainingSection
                        slices=slices
                        refusals=refusals
                        intend=intend
                    />
                </div>
                <div class="results">
                    <div class="drawing card">
                        <NetworkDrawing settings=slices.settings />
                    </div>
                    {deferred
                        .results(ResultsView {
                            slices,
                            scheme: theme.scheme,
                            refusals,
                            guide,
                            locked: slices.locked,
                            intend,
                        })}
                </div>
            </main>
            <Footer />
        }
        .into_any()
    }
}

/// Tasks of their own, so that none is long: the page is painted first, then its prices are made while
/// the rest of the page loads, and only then starts the worker, whose engine is large and would keep the
/// first chart waiting.
fn open(machine: Machine, deferred: Deferred) {
    request_animation_frame(move || {
        later(move || {
            spawn_local(async move {
                deferred.load().await;
                later(move || machine.start_trainer());
            });
            later(move || machine.open());
        });
    });
}

fn follow_address(machine: Machine) {
    let on_change = Closure::<dyn FnMut()>::new(move || {
        let fragment = browser::fragment();
        machine.happen(Event::AddressChanged { fragment });
    });
    let _ =
        window().add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
    // The machine lives as long as the page.
    on_change.forget();
}

/// Runs in a task of its own, after this one.
fn later(act: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, act).forget();
}
