//! The choice of the network's cell.

use crate::app::words::settings::Explained;
use crate::cells::NetworkKind;
use crate::forecast::Settings;
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;
use std::str::FromStr;

/// LSTM, GRU, plain RNN or a linear network, with what the chosen one is.
#[component]
pub fn CellChoice(
    /// The run's settings.
    settings: Memo<Settings>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let cell = Memo::new(move |_| settings.with(|settings| settings.cell));
    let choose = move |event| {
        if let Ok(cell) = NetworkKind::from_str(&event_target_value(&event)) {
            let settings = settings.get_untracked();
            intend.run(Intention::ChangeSettings(Settings { cell, ..settings }));
        }
    };
    view! {
        <div class="field">
            <label for="network-cell">{text::settings::cell()}</label>
            <select
                id="network-cell"
                class="select"
                aria-describedby="network-cell-help"
                prop:value=move || cell.get().slug()
                on:change=choose
            >
                {NetworkKind::ALL
                    .iter()
                    .map(|this| {
                        view! {
                            <option value=this.slug() selected=cell.get_untracked() == *this>
                                {this.name()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            <p class="hint" id="network-cell-help">{move || cell.get().explanation()}</p>
        </div>
    }
}
