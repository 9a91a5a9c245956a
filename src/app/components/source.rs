//! Where prices come from: a known world at one click, or Alpha Vantage with the visitor's key.

use super::alpha_vantage::AlphaVantageForm;
use crate::app::desk::DeskView;
use crate::app::intention::Intention;
use crate::market::Source;
use crate::market::world::WorldKind;
use leptos::prelude::*;

#[component]
pub fn SourceChooser(
    /// The source of the run.
    source: Memo<Source>,
    /// What the visitor wants: that, or what a link is about that still waits for prices.
    wanted: Memo<Source>,
    /// What is known about Alpha Vantage: the key, the requests, the copies, the search.
    desk: DeskView,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
    /// What belongs to the chosen world, and the further ways to prices.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="source card">
            <div class="source__way">
                <h3>"Real prices"</h3>
                <p class="hint">
                    "From Alpha Vantage, straight to this browser. Weekly and monthly histories are \
                     free; long daily ones need a premium key."
                </p>
                <AlphaVantageForm
                    source=source
                    wanted=wanted
                    desk=desk
                    locked=locked
                    intend=intend
                />
            </div>
            <div class="source__way">
                <h3>"Known worlds"</h3>
                <p class="hint">
                    "Generated prices whose true process is known, and so the best score anyone could \
                     reach. No key, no network."
                </p>
                <Worlds source=source locked=locked intend=intend />
            </div>
            {children()}
        </div>
    }
}

/// What a world is there to teach.
fn lesson(kind: WorldKind) -> &'static str {
    match kind {
        WorldKind::RandomWalk => {
            "Nothing to learn: tomorrow is today plus luck. An honest network ties."
        }
        WorldKind::MeanReverting => "A little to learn: what is far from its level drifts back.",
        WorldKind::Seasonal => "Much to learn: a wave that repeats under the noise.",
        WorldKind::VolatilityClusters => {
            "Nothing to learn about up and down: only how wild tomorrow will be."
        }
        WorldKind::RegimeSwitching => {
            "Something to learn: the last weeks tell which of two hidden markets it is."
        }
        WorldKind::TrendBreak => "A trap: the trend that was learned turns round.",
        WorldKind::JumpDiffusion => "Nothing to learn: leaps come out of nowhere.",
        WorldKind::Sine => "All to learn: a wave without any noise.",
    }
}

#[component]
fn Worlds(source: Memo<Source>, locked: Memo<bool>, intend: Callback<Intention>) -> impl IntoView {
    view! {
        <fieldset class="worlds" disabled=locked>
            <legend class="visually-hidden">"Known world"</legend>
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
                                <span class="world__title">{kind.title()}</span>
                                <span class="world__lesson">{lesson(kind)}</span>
                            </span>
                        </label>
                    }
                })
                .into_iter()
                .collect_view()}
        </fieldset>
    }
}
