//! The page: mounts the screens around the one machine that holds the visit.

use super::browser;
use super::components::{DropZone, NoticeBar};
use super::deferred::Deferred;
use super::drop::accept_drops_and_pastes;
use super::machine::Machine;
use super::part;
use super::screen::bar::Bar;
use super::screen::lessons::HiddenNote;
use super::screen::panels::{PanelHost, close_by_escape};
use super::screen::place::Panel;
use super::screen::rail::Rail;
use super::screen::source_bar::SourceBar;
use super::shell::Shell;
use crate::lab::Event;
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How long the worker waits for the first chart. In a tab that is not shown none is drawn.
const FIRST_CHART: Duration = Duration::from_secs(2);

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let deferred = Deferred::new(part::load);
    // Whoever acts while that has not loaded wants it.
    let machine = Machine::new(Callback::new(move |()| deferred.try_again()));
    let shell = Shell::new(machine);
    let dropping = RwSignal::new(false);

    // Charts wait for one, and files are held by the other.
    provide_context(deferred);
    provide_context(machine);
    let owner = Owner::current().expect("the page has an owner");
    deferred.tell(move |part| match part {
        // What it makes lives as long as the page.
        Some(part) => owner.with(|| (part.begin)(shell)),
        None => machine.is_not_executed(),
    });
    open(machine, deferred);
    follow_address(machine);
    accept_drops_and_pastes(machine, dropping);
    close_by_escape(shell);

    // Texts follow no signal: another language builds the page anew, around the same run.
    move || {
        shell.language.get();
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
            <Bar shell />
            <NoticeBar shell />
            <DropZone shown=dropping.read_only() />
            <div class=move || format!("screen {}", shell.guide.screen_classes())>
                <SourceBar shell />
                <HiddenNote guide=shell.guide />
                {deferred.show(|part| (part.guide)())}
                <div class="middle">
                    <main id="content" class="board" tabindex="-1">
                        {deferred.stage()}
                        <Rail shell />
                    </main>
                    <Panels shell />
                </div>
                // As high as its row of tabs.
                {deferred.show_or(
                    || view! { <div class="drawer-place"></div> },
                    |part| (part.drawer)(),
                )}
            </div>
        }
        .into_any()
    }
}

/// The panels, each where it is once it was opened.
#[component]
fn Panels(shell: Shell) -> impl IntoView {
    let deferred = expect_context::<Deferred>();
    Panel::ALL
        .map(|panel| {
            let content =
                Callback::new(move |()| deferred.show(move |part| (part.panel)(panel)).into_any());
            view! { <PanelHost shell panel content /> }
        })
        .into_iter()
        .collect_view()
}

/// Tasks of their own, so that none is long: the page is painted first, then its prices are made while
/// the rest of the page loads, and only then starts the worker, whose engine is large and would keep the
/// first chart waiting.
fn open(machine: Machine, deferred: Deferred) {
    request_animation_frame(move || {
        browser::later(move || {
            spawn_local(async move {
                deferred.load().await;
                set_timeout(move || deferred.start_trainer(), FIRST_CHART);
            });
            browser::later(move || machine.open());
        });
    });
    Effect::new(move |_| {
        if deferred.has_drawn() {
            browser::later(move || deferred.start_trainer());
        }
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
