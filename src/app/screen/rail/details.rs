//! The training's numbers: its losses, its learning rate and how to change it, its device. They open over
//! the rail, so that nothing moves for them.

use crate::app::browser;
use crate::app::charts::SecondLoss;
use crate::app::components::Steering;
use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::lab::Intention;
use crate::protocol::{DeviceKind, DeviceReport, EpochReport, Sharing};
use crate::text::{self, said};
use leptos::prelude::*;

/// The element's id.
pub const DETAILS_ID: &str = "training-details";
/// The id of the button that opens it.
pub const DETAILS_BUTTON: &str = "open-training-details";

#[component]
pub fn TrainingDetails(
    /// The run, read.
    slices: Slices,
    open: RwSignal<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let close_by_escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            // Else the panel or the drawer behind it would close as well.
            event.prevent_default();
            open.set(false);
            browser::focus(DETAILS_BUTTON);
        }
    };
    let reason = move || {
        slices.device.with(|device| {
            let device = device.as_ref()?;
            Some(format!("{}.", said(&device.reason)))
        })
    };
    view! {
        <div
            class="train-details"
            id=DETAILS_ID
            role="group"
            aria-label=text::training::details()
            hidden=move || !open.get()
            on:keydown=close_by_escape
        >
            <LastEpoch slices />
            <Steering slices intend />
            <p class="hint">{reason}</p>
        </div>
    }
}

/// The numbers of the last finished epoch.
#[component]
fn LastEpoch(slices: Slices) -> impl IntoView {
    let number = move |read: fn(&EpochReport) -> String| {
        move || {
            let epochs = slices.epochs.get();
            let last = epochs.last();
            last.map_or_else(|| number::NOTHING.to_owned(), read)
        }
    };
    let second_loss = move || match slices.second_loss.get() {
        SecondLoss::Test => text::training::test_loss(),
        SecondLoss::Validation => text::training::validation_loss(),
    };
    let speed = move || {
        let speed = slices.ms_per_step.get();
        speed.map_or_else(|| number::NOTHING.to_owned(), number::milliseconds)
    };
    view! {
        <dl class="facts train-details__numbers">
            <div>
                <dt>{text::training::training_loss()}</dt>
                <dd>{number(|report| number::loss(report.train_loss))}</dd>
            </div>
            <div>
                <dt>{second_loss}</dt>
                <dd>{number(|report| number::loss(report.validation_loss))}</dd>
            </div>
            <div>
                <dt>{text::settings::learning_rate()}</dt>
                <dd>{number(|report| rate_text(report.learning_rate))}</dd>
            </div>
            <div>
                <dt>{text::training::per_step()}</dt>
                <dd>{speed}</dd>
            </div>
        </dl>
    }
}

/// With the digits that it has in single precision: those that follow were not typed by anyone.
fn rate_text(rate: f64) -> String {
    let digits = (rate as f32).to_string();
    match digits.parse() {
        Ok(rate) => number::as_it_is(rate),
        Err(_) => digits,
    }
}

/// The device's place, which is there before any training.
#[component]
pub fn DevicePlace(children: Children) -> impl IntoView {
    view! { <div class="device-place">{children()}</div> }
}

/// The device of the current or last training: one line, which is all the place that it has. How many
/// workers share the steps stands instead of the adapter's name, which the CPU's tag says already; under the
/// pointer stands everything.
#[component]
pub fn DeviceLine(
    /// The run, read.
    slices: Slices,
) -> impl IntoView {
    let line = |device: DeviceReport, sharing: Option<Sharing>| {
        let kind = match device.kind {
            DeviceKind::Webgpu => "WebGPU",
            DeviceKind::Cpu => "CPU",
        };
        let workers = sharing.as_ref().map(|sharing| sharing.workers);
        let shared = sharing.as_ref().map(said);
        let mut all = vec![device.adapter.clone(), said(&device.reason)];
        all.extend(shared.clone());
        view! {
            <p class="device" data-testid="device" title=all.join(" · ")>
                <span class="tag">{kind}</span>
                " "
                {match shared {
                    Some(shared) => {
                        view! {
                            <span data-testid="workers" data-workers=workers>
                                {shared}
                            </span>
                        }
                            .into_any()
                    }
                    None => view! { <span>{device.adapter}</span> }.into_any(),
                }}
            </p>
        }
    };
    move || {
        let device = slices.device.get()?;
        Some(line(device, slices.sharing.get()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn a_rate_has_the_digits_that_were_typed() {
        assert_eq!(rate_text(0.003), "0.003");
        assert_eq!(rate_text(f64::from(0.003_f32)), "0.003");
        let german = || rate_text(f64::from(0.0001_f32));
        assert_eq!(in_language(Language::German, german), "0,0001");
    }
}
