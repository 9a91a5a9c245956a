//! 3 Training: the controls with progress and device, and the loss as it falls.

use super::both::BothRecipes;
use super::norms::Norms;
use super::open_model::OpenModel;
use super::sealed::SealSwitch;
use super::setting::field_id;
use super::step_buttons::{StepButtons, stopped_text};
use crate::app::browser;
use crate::app::charts::{self, ColorScheme, SecondLoss};
use crate::app::deferred::Deferred;
use crate::app::refusals::Refusals;
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::lab::Intention;
use crate::lab::run::{Phase, Progress};
use crate::protocol::{DeviceKind, EpochReport};
use crate::text::{self, said};
use leptos::prelude::*;

/// The full length of the progress bar: fine enough to move at every step.
const BAR_LENGTH: f64 = 1000.0;

#[component]
pub fn TrainingSection(
    /// The run, read.
    slices: Slices,
    /// Settings that were refused: nothing trains while one stands.
    refusals: Refusals,
    intend: Callback<Intention>,
) -> impl IntoView {
    let phase = slices.phase;
    let training = Memo::new(move |_| phase.get() == Phase::Training);
    let busy = Signal::derive(move || {
        matches!(phase.get(), Phase::Loading | Phase::Training) || slices.studying.get()
    });
    let deferred = expect_context::<Deferred>();
    let train_or_stop = move |event: leptos::ev::MouseEvent| {
        // The second half of a double click would stop what the first half started.
        if event.detail() > 1 {
            return;
        }
        if training.get_untracked() {
            return intend.run(Intention::Stop);
        }
        let refused = refusals.with_untracked(|refusals| refusals.keys().next().copied());
        match refused {
            Some(key) => browser::focus(&field_id(key)),
            None => intend.run(Intention::Train),
        }
    };
    let stopped = move || {
        let done = slices.epochs_done.get();
        slices
            .paused_at
            .with(|paused_at| stopped_text(paused_at.as_ref(), done))
    };
    let status = move || {
        let said = match phase.get() {
            Phase::Empty => text::training::load_prices_first(),
            Phase::Loading => text::training::loading(),
            _ if slices.studying.get() => text::training::studying(),
            Phase::Ready => text::training::ready(),
            Phase::Training if slices.stopping.get() => text::training::stopping(),
            Phase::Training if slices.opened.with(Option::is_some) => {
                text::training::judging_opened()
            }
            Phase::Training if slices.device.with(Option::is_none) => text::training::starting(),
            Phase::Training => text::training::running(),
            Phase::Done if slices.opened.with(Option::is_some) => {
                text::training::opened_is_judged()
            }
            Phase::Done => text::training::done(),
            Phase::Stopped => return stopped(),
            Phase::Failed => text::training::failed(),
        };
        said.to_owned()
    };
    view! {
        <section class="training card" id="training" aria-labelledby="training-title">
            <div class="section-head">
                <h2 id="training-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"3"</span>
                    {text::training::title()}
                </h2>
            </div>
            <SealSwitch sealed=slices.sealed phase intend />
            <div class="training__controls">
                // One element for both, so that the keyboard's focus stays on it.
                <button
                    type="button"
                    class="button button--large"
                    class:button--primary=move || !training.get()
                    class:button--stop=training
                    disabled=move || {
                        matches!(phase.get(), Phase::Empty | Phase::Loading)
                            || slices.studying.get()
                    }
                    aria-disabled=move || slices.stopping.get().then_some("true")
                    on:click=train_or_stop
                >
                    {move || match training.get() {
                        true => text::training::stop(),
                        false => text::training::train(),
                    }}
                </button>
                <Show when=move || slices.can_resume.get()>
                    <button
                        type="button"
                        class="button button--large"
                        on:click=move |_| intend.run(Intention::Resume)
                    >
                        {text::training::resume()}
                    </button>
                </Show>
                <p
                    class="status"
                    data-testid="status"
                    data-state=move || phase.get().as_str()
                    role="status"
                >
                    <span class="status__dot" aria-hidden="true"></span>
                    <span>{status}</span>
                </p>
            </div>
            <StepButtons slices refusals intend />
            <BothRecipes phase refusals pair=slices.recipes intend />
            <OpenModel testid="open-model" locked=busy intend />
            {deferred.offers(slices, intend)}
            <Show when=move || slices.outdated.get() && !training.get()>
                <p class="hint hint--strong">{text::training::settings_changed()}</p>
            </Show>
            <Show when=move || {
                (training.get() && slices.opened.with(Option::is_none))
                    || slices.epochs.with(|epochs| !epochs.is_empty())
            }>
                <ProgressPanel slices=slices training=training />
            </Show>
            {move || deferred.steering(slices, intend)}
            <DeviceLine slices=slices />
        </section>
    }
}

#[component]
fn ProgressPanel(slices: Slices, training: Memo<bool>) -> impl IntoView {
    let epochs = slices.epochs;
    let total = Memo::new(move |_| {
        slices.trained.with(|trained| {
            trained
                .as_ref()
                .map_or(0, |trained| trained.experiment.settings.epochs)
        })
    });
    let last = move || epochs.with(|epochs| epochs.last().cloned());
    let number = move |read: fn(&EpochReport) -> String| {
        move || last().map_or_else(|| "–".to_owned(), |report| read(&report))
    };
    let bar = move || {
        let finished = epochs.with(|epochs| epochs.len()) as f64;
        let within = match (training.get(), slices.progress.get()) {
            (true, Some(progress)) => whole_epochs(&progress),
            // Early stopping ends before the last epoch; a finished run is a full bar all the same.
            (false, _) if slices.phase.get() == Phase::Done => return BAR_LENGTH,
            _ => finished,
        };
        (within.max(finished) / total.get().max(1) as f64 * BAR_LENGTH).min(BAR_LENGTH)
    };
    let epoch = move || {
        let finished = epochs.with(|epochs| epochs.len());
        let now = match (training.get(), slices.progress.get()) {
            (true, Some(progress)) => progress.epoch.max(finished),
            _ => finished,
        };
        text::training::epoch_of(now, total.get())
    };
    let best_epoch = move || {
        let has_validation = slices.trained.with(|trained| {
            trained
                .as_ref()
                .is_some_and(|trained| !trained.dataset.split.validation.is_empty())
        });
        slices
            .model
            .get()
            .filter(|_| has_validation && !training.get())
            .map(|model| match model.best_epoch {
                0 => text::training::best_was_none().to_owned(),
                best => text::training::best_was(best),
            })
    };
    let speed = move || {
        slices
            .ms_per_step
            .get()
            .map_or_else(|| "–".to_owned(), number::milliseconds)
    };
    let time = move || match training.get() {
        true => (
            text::training::time_left(),
            slices
                .time_left_ms
                .get()
                .map_or_else(|| "–".to_owned(), number::duration),
        ),
        false => (
            text::training::time_taken(),
            slices
                .model
                .get()
                .map_or_else(|| "–".to_owned(), |model| number::duration(model.total_ms)),
        ),
    };
    view! {
        <div class="progress">
            <p class="progress__line">
                <strong>{epoch}</strong>
                <span>{best_epoch}</span>
            </p>
            <progress aria-label=text::training::progress() max=BAR_LENGTH prop:value=bar></progress>
            <dl class="facts facts--tight">
                <div>
                    <dt>{text::training::training_loss()}</dt>
                    <dd>{number(|report| number::loss(report.train_loss))}</dd>
                </div>
                <div>
                    <dt>
                        {move || match second_loss(slices) {
                            SecondLoss::Test => text::training::test_loss(),
                            SecondLoss::Validation => text::training::validation_loss(),
                        }}
                    </dt>
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
                <div>
                    <dt>{move || time().0}</dt>
                    <dd>{move || time().1}</dd>
                </div>
            </dl>
        </div>
    }
}

/// Epochs behind us, the running one in part.
fn whole_epochs(progress: &Progress) -> f64 {
    progress.epoch.saturating_sub(1) as f64 + progress.step as f64 / progress.steps.max(1) as f64
}

/// With the digits that it has in single precision: those that follow were not typed by anyone.
fn rate_text(rate: f64) -> String {
    let digits = (rate as f32).to_string();
    match digits.parse() {
        Ok(rate) => number::as_it_is(rate),
        Err(_) => digits,
    }
}

/// What the second loss of an epoch is of; before any training, of what the usual recipe validates on.
fn second_loss(slices: Slices) -> SecondLoss {
    slices.trained.with(|trained| {
        let trained = trained.as_ref();
        trained.map_or(SecondLoss::Validation, |it| SecondLoss::of(&it.dataset))
    })
}

#[component]
fn DeviceLine(slices: Slices) -> impl IntoView {
    move || {
        slices.device.get().map(|device| {
            let kind = match device.kind {
                DeviceKind::Webgpu => "WebGPU",
                DeviceKind::Cpu => "CPU",
            };
            view! {
                <p class="device" data-testid="device">
                    <span class="tag">{kind}</span>
                    " "
                    <strong>{device.adapter}</strong>
                    " "
                    <span class="device__reason">{said(&device.reason)}</span>
                </p>
            }
        })
    }
}

/// The loss chart, in the wide column.
#[component]
pub fn TrainingResults(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the chart.
    scheme: Signal<ColorScheme>,
) -> impl IntoView {
    let epochs = slices.epochs;
    let second = Memo::new(move |_| second_loss(slices));
    let chart = Memo::new_with_compare(
        move |_| {
            epochs.with(|epochs| {
                (!epochs.is_empty()).then(|| charts::loss(epochs, second.get(), scheme.get()))
            })
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        epochs.with(|epochs| match epochs.is_empty() {
            true => String::new(),
            false => charts::summary_loss(epochs, second.get()),
        })
    });
    let any = Memo::new(move |_| {
        let trains = slices.phase.get() == Phase::Training && slices.opened.with(Option::is_none);
        trains || epochs.with(|epochs| !epochs.is_empty())
    });
    view! {
        <section class="loss" aria-label=text::training::loss()>
            <Show
                when=move || any.get()
                fallback=move || {
                    view! {
                        <p class="empty card">
                            {move || match slices.opened.with(Option::is_some) {
                                true => text::training::loss_not_in_file(),
                                false => text::training::loss_comes(),
                            }}
                        </p>
                    }
                }
            >
                <div class="card">
                    <ChartView
                        testid="chart-loss"
                        title=text::training::loss()
                        chart=chart
                        summary=summary
                    />
                    <p class="hint">
                        {move || match second.get() {
                            SecondLoss::Test => text::training::what_test_loss_is(),
                            SecondLoss::Validation => text::training::what_validation_loss_is(),
                        }}
                    </p>
                </div>
                <Norms slices scheme />
            </Show>
        </section>
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
