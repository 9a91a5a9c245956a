//! Leaks to try: three ways in which the answer gets into the question, each a switch. What one does
//! on this history is measured, not told: train with it and without it, and compare the runs.

use crate::app::words::settings::Explained;
use crate::forecast::Settings;
use crate::forecast::settings::{Label, ScalerRows, SplitBy};
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;

/// A leak that can be switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leak {
    Scaler,
    Split,
    Label,
}

impl Leak {
    const ALL: [Self; 3] = [Self::Scaler, Self::Split, Self::Label];

    fn id(self) -> &'static str {
        match self {
            Self::Scaler => "leak-scaler",
            Self::Split => "leak-split",
            Self::Label => "leak-label",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Scaler => text::network::leak_scaler(),
            Self::Split => text::network::leak_split(),
            Self::Label => text::network::leak_label(),
        }
    }

    fn is_on(self, settings: &Settings) -> bool {
        match self {
            Self::Scaler => settings.scaler == ScalerRows::All,
            Self::Split => settings.split == SplitBy::Random,
            Self::Label => settings.label == Label::Average,
        }
    }

    fn explanation(self) -> &'static str {
        match self {
            Self::Scaler => ScalerRows::All.explanation(),
            Self::Split => SplitBy::Random.explanation(),
            Self::Label => Label::Average.explanation(),
        }
    }

    /// Why it cannot be switched on beside the other settings, one sentence for people.
    fn refusal(self, settings: &Settings) -> Option<&'static str> {
        let several_days = settings.horizon > 1;
        (self == Self::Label && several_days).then(crate::text::settings::average_is_of_one_day)
    }

    fn switched(self, on: bool, settings: Settings) -> Settings {
        match self {
            Self::Scaler => Settings {
                scaler: if on {
                    ScalerRows::All
                } else {
                    ScalerRows::Train
                },
                ..settings
            },
            Self::Split => Settings {
                split: if on { SplitBy::Random } else { SplitBy::Time },
                ..settings
            },
            Self::Label => Settings {
                label: if on { Label::Average } else { Label::Next },
                ..settings
            },
        }
    }
}

#[component]
pub fn LeakSwitches(
    /// The run's settings.
    settings: Memo<Settings>,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let switch = move |leak: Leak| {
        let on = Memo::new(move |_| settings.with(|settings| leak.is_on(settings)));
        let refusal = Memo::new(move |_| settings.with(|settings| leak.refusal(settings)));
        let help = format!("{}-help", leak.id());
        view! {
            <div class="leak">
                <label class="check" for=leak.id()>
                    <input
                        id=leak.id()
                        type="checkbox"
                        prop:checked=on
                        disabled=move || refusal.with(Option::is_some)
                        aria-describedby=help.clone()
                        on:change=move |event| {
                            let settings = leak.switched(event_target_checked(&event), settings.get_untracked());
                            intend.run(Intention::ChangeSettings(settings));
                        }
                    />
                    <span>{leak.title()}</span>
                </label>
                <p class="hint" id=help>
                    {move || refusal.get().unwrap_or(leak.explanation())}
                </p>
            </div>
        }
    };
    view! {
        <fieldset class="leaks" id="leaks" disabled=locked>
            <legend class="visually-hidden">{text::network::leaks()}</legend>
            <p class="hint">{text::network::what_leaks_do()}</p>
            {Leak::ALL.map(switch).into_iter().collect_view()}
        </fieldset>
    }
}
