//! Where prices come from: a known world at one click, or Alpha Vantage with the visitor's key.

use super::alpha_vantage::AlphaVantageForm;
use crate::app::slices::ServiceSlices;
use crate::app::words;
use crate::lab::Intention;
use crate::market::Source;
use crate::market::world::WorldKind;
use crate::text::{self, said};
use leptos::prelude::*;

#[component]
pub fn SourceChooser(
    /// The source of the run.
    source: Memo<Source>,
    /// What the visitor wants: that, or what a link is about that still waits for prices.
    wanted: Memo<Source>,
    /// What is known about Alpha Vantage: the key, the requests, the copies, the search.
    service: ServiceSlices,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
    /// What belongs to the chosen world.
    children: Children,
    /// The way of a file.
    #[prop(into)]
    file: ViewFn,
) -> impl IntoView {
    view! {
        <div class="source">
            <div class="source__way">
                <h3>{text::prices::known_worlds()}</h3>
                <p class="hint">{text::prices::what_worlds_are()}</p>
                <Worlds source=source locked=locked intend=intend />
                {children()}
            </div>
            <div class="source__way">
                <h3>{text::prices::real_prices()}</h3>
                <p class="hint">{text::prices::from_alpha_vantage()}</p>
                <AlphaVantageForm
                    source=source
                    wanted=wanted
                    service=service
                    locked=locked
                    intend=intend
                />
            </div>
            {file.run()}
        </div>
    }
}

#[component]
fn Worlds(source: Memo<Source>, locked: Memo<bool>, intend: Callback<Intention>) -> impl IntoView {
    view! {
        <fieldset class="worlds" disabled=locked>
            <legend class="visually-hidden">{text::prices::known_world()}</legend>
            {WorldKind::ALL
                .map(|kind| {
                    let id = format!("world-{}", kind.slug());
                    view! {
                        <label class="world">
                            <input
                                type="radio"
                                name="world"
                                id=id
                                value=kind.slug()
                                prop:checked=move || source.get() == Source::World(kind)
                                on:change=move |_| intend.run(Intention::LoadWorld(kind))
                            />
                            <span class="world__body">
                                <span class="world__title">{said(&kind)}</span>
                                <span class="world__lesson">{words::worlds::lesson(kind)}</span>
                            </span>
                        </label>
                    }
                })
                .into_iter()
                .collect_view()}
        </fieldset>
    }
}
