//! Several histories: one recipe on each, a verdict each, and all of them counted.

use super::study_controls::{StudyContext, count_choice};
use super::verdict_word::word_and_p;
use crate::app::machine::Machine;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words;
use crate::lab::Intention;
use crate::lab::intention::SeveralChoice;
use crate::market::Source;
use crate::study::{
    AllCounted, MAX_SERIES, MIN_SERIES, Member, SeriesScore, Studies, Study, Subject, all_counted,
};
use crate::text::{self, said, written_date};
use leptos::prelude::*;

const USUAL_SEEDS: usize = 8;

#[component]
pub fn SeveralPanel(
    /// What the studies' panels share.
    context: StudyContext,
) -> impl IntoView {
    let StudyContext {
        slices,
        studies,
        locked,
        intend,
        ..
    } = context;
    let machine = expect_context::<Machine>();
    let seeds = RwSignal::new(USUAL_SEEDS);
    // `None` while nobody chose: files where there are some, else the world's seeds.
    let chosen = RwSignal::new(None::<bool>);
    let files = slices.several_files;
    let is_world = Memo::new(move |_| {
        let source = slices.prices.with(|prices| {
            let prices = prices.as_ref()?;
            Some(prices.series.info().source.clone())
        });
        matches!(source, Some(Source::World(_)))
    });
    let of_files = Memo::new(move |_| {
        let brought = files.with(|files| !files.is_empty());
        !is_world.get() || chosen.get().unwrap_or(brought)
    });
    let count = Memo::new(move |_| match of_files.get() {
        true => files.with(|files| files.len()),
        false => seeds.get(),
    });
    let ready = Memo::new(move |_| count.get() >= MIN_SERIES);
    let which: fn(&Studies) -> Option<&Study> = Studies::several;
    let start = move || {
        intend.run(Intention::RunSeveral(match of_files.get_untracked() {
            true => SeveralChoice::Files,
            false => SeveralChoice::Seeds(seeds.get_untracked()),
        }));
    };
    let label = move || {
        let (recipe, source) = context.subject();
        match of_files.get() {
            true => text::several::train_files(count.get(), recipe),
            false => text::several::train_seeds(recipe, count.get(), source),
        }
    };
    let choose = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let brought = machine.given_all(input.files());
        input.set_value("");
        if brought.len() > 1 {
            chosen.set(Some(true));
        }
        intend.run(Intention::DropFiles(brought));
    };
    let names = move || {
        files.with(|files| {
            let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
            (!names.is_empty()).then(|| names.join(", "))
        })
    };
    let table = move || {
        studies.with(|studies| match &which(studies)?.subject {
            Subject::Several { members, .. } => {
                let running = which(studies).and_then(Study::training);
                Some(member_table(members, running))
            }
            _ => None,
        })
    };
    let sentence = move || {
        studies.with(|studies| match &which(studies)?.subject {
            Subject::Several { together, .. } => {
                together.as_ref().map(|it| words::several::together(it))
            }
            _ => None,
        })
    };
    view! {
        <div class="card study" data-testid="several" data-state=context.state(which)>
            <h3 id="several-title">{text::several::title()}</h3>
            <p class="hint">{text::several::means()}</p>
            <fieldset class="study__settings" disabled=locked>
                <legend class="visually-hidden">{text::several::settings()}</legend>
                <div class="field" hidden=move || !is_world.get()>
                    <label for="several-of">{text::several::of()}</label>
                    <select
                        id="several-of"
                        class="select"
                        prop:value=move || if of_files.get() { "files" } else { "seeds" }
                        on:change=move |event| chosen.set(Some(event_target_value(&event) == "files"))
                    >
                        <option value="seeds">{text::several::seeds_of_the_world()}</option>
                        <option value="files">{text::several::files()}</option>
                    </select>
                </div>
                <div hidden=of_files>
                    {count_choice("several-seeds", text::several::count(), MIN_SERIES..=MAX_SERIES, seeds)}
                </div>
                <div class="field" hidden=move || !of_files.get()>
                    <label for="several-files">{text::several::choose_files()}</label>
                    <input
                        id="several-files"
                        class="file-input"
                        type="file"
                        multiple
                        aria-describedby="several-files-held"
                        on:change=choose
                    />
                    <p class="hint" id="several-files-held">{names}</p>
                </div>
            </fieldset>
            {context.controls(which, label, ready, start)}
            {table}
            <p class="study__answer" data-testid="several-together">{sentence}</p>
        </div>
    }
}

fn member_table(members: &[Member], running: Option<usize>) -> impl IntoView + use<> {
    let scores: Vec<&SeriesScore> = members.iter().filter_map(Member::score).collect();
    let mut counted = all_counted(&scores).into_iter();
    let rows = members.iter().enumerate().map(|(place, member)| {
        let state = match &member.outcome {
            Some(Ok(_)) => "done",
            Some(Err(_)) => "failed",
            None if running == Some(place) => "running",
            None => "planned",
        };
        let kind = member.score().map(|score| score.verdict.kind.slug());
        let cells = match &member.outcome {
            Some(Ok(score)) => scored_cells(score, counted.next()).into_any(),
            Some(Err(why)) => view! { <td colspan="5">{said(why)}</td> }.into_any(),
            None => (0..5)
                .map(|_| view! { <td>"–"</td> })
                .collect_view()
                .into_any(),
        };
        let head = words::several::name(&member.name);
        view! { <Row head cells {..} data-state=state data-verdict=kind /> }
    });
    let rows = rows.collect_view();
    let columns = vec![
        text::several::history().into(),
        text::studies::tested_on().into(),
        Column::term("rMAE", text::results::rmae_means()),
        text::verdict::title().into(),
        Column::term(text::several::p_beats(), text::several::p_beats_means()),
        Column::term(text::several::p_knows(), text::several::p_knows_means()),
    ];
    view! {
        <Table name=Name::Heading("several-title") class="scores" columns>
            {rows}
        </Table>
    }
}

fn scored_cells(score: &SeriesScore, counted: Option<AllCounted>) -> impl IntoView + use<> {
    let dates = &score.forecasts.dates;
    let tested = (dates.first().zip(dates.last()))
        .map(|(from, to)| text::results::from_to(written_date(*from), written_date(*to)));
    let p_values = counted.map_or((None, None), |it| {
        (
            Some(number::p_value(it.p_beats)),
            Some(number::p_value(it.p_knows)),
        )
    });
    view! {
        <td>{tested}</td>
        <td>
            <strong>{number::ratio(score.verdict.rmae)}</strong>
        </td>
        <td>{word_and_p(score.verdict.kind, score.verdict.p_value)}</td>
        <td>{p_values.0}</td>
        <td>{p_values.1}</td>
    }
}
