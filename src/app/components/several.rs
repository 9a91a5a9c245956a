//! Several histories: one recipe on each, a verdict each, and all of them counted.

use super::study_controls::{StudyContext, count_choice};
use super::verdict_word::word_and_p;
use crate::app::machine::Machine;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words;
use crate::lab::intention::SeveralChoice;
use crate::lab::{Intention, Lab};
use crate::market::Source;
use crate::study::{
    AllCounted, MAX_SERIES, MIN_SERIES, Member, SeriesScore, Studies, Study, Subject, all_counted,
};
use crate::text::{self, said, written_date};
use leptos::prelude::*;

const USUAL_SEEDS: usize = 8;

/// What the histories are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Seeds,
    Files,
    Symbols,
}

impl Of {
    const ALL: [Self; 3] = [Self::Seeds, Self::Files, Self::Symbols];

    fn slug(self) -> &'static str {
        match self {
            Self::Seeds => "seeds",
            Self::Files => "files",
            Self::Symbols => "symbols",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Seeds => text::several::seeds_of_the_world(),
            Self::Files => text::several::files(),
            Self::Symbols => text::several::symbols(),
        }
    }
}

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
    // `None` while nobody chose: files where there are some, else more of what is on the page.
    let chosen = RwSignal::new(None::<Of>);
    let files = slices.several_files;
    let symbols = slices.several_symbols;
    let usual = Memo::new(move |_| {
        let source = slices.prices.with(|prices| {
            let prices = prices.as_ref()?;
            Some(prices.series.info().source.clone())
        });
        match source {
            Some(Source::World(_)) => Of::Seeds,
            Some(Source::AlphaVantage { .. } | Source::Pair(_)) => Of::Symbols,
            Some(Source::File { .. }) | None => Of::Files,
        }
    });
    let of = Memo::new(move |_| match (chosen.get(), usual.get()) {
        // Only a world has seeds.
        (Some(Of::Seeds), usual @ (Of::Files | Of::Symbols)) => usual,
        (Some(chosen), _) => chosen,
        (None, _) if files.with(|files| !files.is_empty()) => Of::Files,
        (None, usual) => usual,
    });
    let count = Memo::new(move |_| match of.get() {
        Of::Seeds => seeds.get(),
        Of::Files => files.with(|files| files.len()),
        Of::Symbols => symbols.with(|symbols| symbols.len()),
    });
    let ready = Memo::new(move |_| (MIN_SERIES..=MAX_SERIES).contains(&count.get()));
    let which: fn(&Studies) -> Option<&Study> = Studies::several;
    let start = move || {
        intend.run(Intention::RunSeveral(match of.get_untracked() {
            Of::Seeds => SeveralChoice::Seeds(seeds.get_untracked()),
            Of::Files => SeveralChoice::Files,
            Of::Symbols => SeveralChoice::Symbols,
        }));
    };
    let label = move || {
        let (recipe, source) = context.subject();
        match of.get() {
            Of::Seeds => text::several::train_seeds(recipe, count.get(), source),
            Of::Files => text::several::train_files(count.get(), recipe),
            Of::Symbols => text::several::train_symbols(count.get(), recipe),
        }
    };
    let requests = Memo::new(move |_| slices.lab.with(Lab::requests_of_symbols));
    let cost = move || {
        let named = symbols.with(|symbols| !symbols.is_empty());
        named.then(|| words::several::cost(requests.get()))
    };
    let options = Of::ALL.map(|this| {
        view! {
            <option
                value=this.slug()
                selected=of.get_untracked() == this
                disabled=move || this == Of::Seeds && usual.get() != Of::Seeds
            >
                {this.title()}
            </option>
        }
    });
    let choose = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let brought = machine.given_all(input.files());
        input.set_value("");
        if brought.len() > 1 {
            chosen.set(Some(Of::Files));
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
        studies.with(|studies| {
            let study = which(studies)?;
            match &study.subject {
                Subject::Several { members, .. } => Some(member_table(members, study)),
                _ => None,
            }
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
        <div class="card study study--wide" data-testid="several" data-state=context.state(which)>
            <h3 id="several-title">{text::several::title()}</h3>
            <p class="hint">{text::several::means()}</p>
            <fieldset class="study__settings" disabled=locked>
                <legend class="visually-hidden">{text::several::settings()}</legend>
                <div class="field">
                    <label for="several-of">{text::several::of()}</label>
                    <select
                        id="several-of"
                        class="select"
                        prop:value=move || of.get().slug()
                        on:change=move |event| {
                            let value = event_target_value(&event);
                            chosen.set(Of::ALL.into_iter().find(|it| it.slug() == value));
                        }
                    >
                        {options}
                    </select>
                </div>
                <div hidden=move || of.get() != Of::Seeds>
                    {count_choice("several-seeds", text::several::count(), MIN_SERIES..=MAX_SERIES, seeds)}
                </div>
                <div class="field" hidden=move || of.get() != Of::Symbols>
                    <label for="several-symbols">{text::several::name_symbols()}</label>
                    <input
                        id="several-symbols"
                        class="input"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=text::several::symbols_for_example()
                        aria-describedby="several-cost"
                        on:change=move |event| {
                            intend.run(Intention::NameSymbols(event_target_value(&event)));
                        }
                    />
                    <p class="hint" id="several-cost">{cost}</p>
                </div>
                <div class="field" hidden=move || of.get() != Of::Files>
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

fn member_table(members: &[Member], study: &Study) -> impl IntoView + use<> {
    let mut counted = all_counted(members).into_iter();
    let rows = members.iter().enumerate().map(|(place, member)| {
        let state = match &member.outcome {
            Some(Ok(_)) => "done",
            Some(Err(_)) => "failed",
            None if study.is_under_way(place) => "running",
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
