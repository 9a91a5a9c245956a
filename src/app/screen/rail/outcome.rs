//! What came of it: the verdict, tomorrow's price, the files. The cards have their boxes before there is
//! anything in them.

use super::tomorrow::TomorrowCard;
use super::verdict::VerdictCard;
use crate::app::screen::panels::PanelButton;
use crate::app::screen::place::Panel;
use crate::app::screen::state::Screen;
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn Outcome(screen: Screen) -> impl IntoView {
    let outdated = screen.slices.outdated;
    view! {
        <VerdictCard screen outdated />
        <TomorrowCard screen outdated />
        <FilesRow screen />
    }
}

#[component]
fn FilesRow(screen: Screen) -> impl IntoView {
    let nothing_to_report = move || screen.slices.evaluation.with(Option::is_none);
    view! {
        <div class="files-row">
            <button
                type="button"
                class="button"
                disabled=nothing_to_report
                on:click=move |_| screen.intend.run(Intention::DownloadReport)
            >
                {text::verdict::download_report()}
            </button>
            <PanelButton
                shell=screen.shell
                panel=Panel::Files
                class="button has-caret"
                label=text::runs::files()
            />
            <small class="files-row__advice">{text::page::not_advice()}</small>
        </div>
    }
}
