//! Leaks to try: four ways in which the answer gets into the question, each a switch. What one does
//! on this history is measured, not told: train with it and without it, and compare the runs.

use crate::app::words::settings::Explained;
use crate::forecast::Settings;
use crate::forecast::settings::{Label, Lookahead, ScalerRows, SplitBy};
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;

/// A leak that can be switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leak {
    Scaler,
    Split,
    Label,
    Lookahead,
}

impl Leak {
    const ALL: [Self; 4] = [Self::Scaler, Self::Split, Self::Label, Self::Lookahead];

    fn id(self) -> &'static str {
        match self {
            Self::Scaler => "leak-scaler",
            Self::Split => "leak-split",
            Self::Label => "leak-label",
            Self::Lookahead => "leak-lookahead",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Scaler => text::network::leak_scaler(),
            Self::Split => text::network::leak_split(),
            Self::Label => text::network::leak_label(),
            Self::Lookahead => text::network::leak_lookahead(),
        }
    }

    fn is_on(self, settings: &Settings) -> bool {
        match self {
            Self::Scaler => settings.scaler == ScalerRows::All,
            Self::Split => settings.split == SplitBy::Random,
            Self::Label => settings.label == Label::Average,
            Self::Lookahead => settings.lookahead == Lookahead::Day,
        }
    }

    fn explanation(self) -> &'static str {
        match self {
            Self::Scaler => ScalerRows::All.explanation(),
            Self::Split => SplitBy::Random.explanation(),
            Self::Label => Label::Average.explanation(),
            Self::Lookahead => Lookahead::Day.explanation(),
        }
    }

    /// Why it cannot be switched on beside the other settings, one sentence for people.
    fn refusal(self, settings: &Settings) -> Option<&'static str> {
        match self {
            Self::Label if settings.horizon > 1 => Some(text::settings::average_is_of_one_day()),
            Self::Lookahead if !settings.reads_what_comes_late() => {
                Some(text::settings::nothing_is_known_too_late())
            }
            _ => None,
        }
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
            Self::Lookahead => Settings {
                lookahead: if on { Lookahead::Day } else { Lookahead::Off },
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
        // What an address has switched on can be taken back.
        let disabled = move || !on.get() && refusal.with(Option::is_some);
        let help = format!("{}-help", leak.id());
        view! {
            <div class="leak">
                <label class="check" for=leak.id()>
                    <input
                        id=leak.id()
                        type="checkbox"
                        prop:checked=on
                        disabled=disabled
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
