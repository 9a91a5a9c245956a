//! The page: mounts the screens around the one machine that holds the visit.

use super::browser;
use super::components::{DropZone, NoticeBar};
use super::deferred::Deferred;
use super::drop::accept_drops_and_pastes;
use super::execute::Machine;
use super::guide::Guide;
use super::inspector::Inspector;
use super::language::PageLanguage;
use super::part;
use super::refusals::Refusals;
use super::screen::bar::Bar;
use super::screen::lessons::HiddenNote;
use super::screen::panels::{MorePanel, PanelHost, close_by_escape};
use super::screen::place::{Panel, Place};
use super::screen::rail::Rail;
use super::screen::source_bar::SourceBar;
use super::screen::state::Screen;
use super::slices::Slices;
use super::theme::{Theme, ThemeChoice};
use crate::forecast::evaluation::IntervalChoice;
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
    let screen = Screen {
        slices,
        scheme: theme.scheme,
        refusals,
        guide: Guide::of(machine.lab, intend),
        inspector: Inspector::default(),
        // What is looked at, not part of the run.
        interval: RwSignal::new(IntervalChoice::default()),
        place: RwSignal::new(Place::default()),
        intend,
    };

    // Charts are drawn with what it brings, and files are held by it.
    provide_context(deferred);
    provide_context(machine);
    open(machine, deferred);
    follow_address(machine);
    accept_drops_and_pastes(machine, dropping);
    screen.follow();
    close_by_escape(screen);

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
            <Bar screen />
            <NoticeBar notice=slices.notice intend=intend />
            <DropZone shown=dropping.read_only() />
            <div class=move || format!("screen {}", screen.guide.screen_classes())>
                <SourceBar screen />
                <HiddenNote guide=screen.guide />
                {deferred.guide(screen)}
                <div class="middle">
                    <main id="content" class="board" tabindex="-1">
                        {deferred.stage(screen)}
                        <Rail screen />
                    </main>
                    <Panels screen language theme=theme.choice />
                </div>
                {deferred.drawer(screen)}
            </div>
        }
        .into_any()
    }
}

/// The panels, each where it is once it was opened.
#[component]
fn Panels(
    screen: Screen,
    language: PageLanguage,
    /// The visitor's choice of light or dark.
    theme: RwSignal<ThemeChoice>,
) -> impl IntoView {
    let deferred = expect_context::<Deferred>();
    Panel::ALL
        .map(|panel| {
            let content = Callback::new(move |()| match panel {
                Panel::More => view! { <MorePanel screen language theme /> }.into_any(),
                _ => deferred.panel(screen, panel).into_any(),
            });
            view! { <PanelHost screen panel content /> }
        })
        .into_iter()
        .collect_view()
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
