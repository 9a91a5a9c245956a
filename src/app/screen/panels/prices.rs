//! The panel of prices: known worlds, Alpha Vantage, a file; and what is known of the loaded world.

use crate::app::components::{OtherSeries, PriceFileChooser, SourceChooser, WorldSettings};
use crate::app::screen::state::Screen;
use crate::app::ui::number;
use crate::app::words;
use crate::lab::Phase;
use crate::market::Prices;
use crate::text::{self, said};
use leptos::prelude::*;

#[component]
pub fn PricesPanel(screen: Screen) -> impl IntoView {
    let Screen { slices, intend, .. } = screen;
    let locked = slices.locked;
    let training =
        Signal::derive(move || slices.phase.get() == Phase::Training || slices.studying.get());
    view! {
        <SourceChooser
            source=slices.source
            wanted=slices.wanted
            service=slices.service
            locked
            intend
            file=move || view! { <PriceFileChooser slices locked=training intend /> }
        >
            <WorldSettings source=slices.source parameters=slices.parameters locked intend />
            {move || slices.prices.get().and_then(|prices| truth(&prices))}
        </SourceChooser>
        <OtherSeries slices locked intend />
    }
}

/// The process of a known world, and what the best forecast of it reaches.
fn truth(prices: &Prices) -> Option<impl IntoView + use<>> {
    let truth = prices.truth.as_ref()?;
    let best =
        best_relative_error(prices).map(|ratio| text::prices::best_reachable(number::ratio(ratio)));
    Some(view! {
        <div class="truth">
            <p>{words::worlds::process(truth.kind)}</p>
            <p class="formula">{said(&truth.formula)}</p>
            <p>{best}</p>
        </div>
    })
}

/// Mean absolute error of the best possible forecast over that of persistence, on the last fifth.
/// `None` where the process is not known or the series too short to say.
fn best_relative_error(prices: &Prices) -> Option<f64> {
    let truth = prices.truth.as_ref()?;
    let values = prices.series.prices();
    let first = (values.len() * 4 / 5).max(1);
    let errors = |forecast: &dyn Fn(usize) -> f64| -> f64 {
        (first..values.len())
            .map(|row| (forecast(row) - values[row]).abs())
            .sum()
    };
    let persistence = errors(&|row| values[row - 1]);
    (persistence > 0.0).then(|| errors(&|row| truth.best_forecast[row]) / persistence)
}
