//! The visitor's own prices: a file chosen, dropped or pasted, and a preview where it leaves a
//! question.

use crate::app::browser;
use crate::app::machine::Machine;
use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::lab::Intention;
use crate::lab::intention::{HistoryChoice, PriceText};
use crate::lab::prices::{ArchiveQuestion, Import};
use crate::market::price_file::{
    ColumnRole, Correction, DateOrder, DecimalMark, FileKind, PackedFile, PreviewRow, Reading,
    Separator,
};
use crate::study::{MAX_SERIES, MIN_SERIES};
use crate::text::{self, Say, said};
use leptos::prelude::*;
use std::sync::Arc;

/// Browsers offer these first; what a file is, its content decides.
const ACCEPTED: &str = ".csv,.tsv,.txt,.json,.xlsx,.zip,text/csv,text/plain,text/tab-separated-values,application/json";

#[component]
pub fn PriceFileChooser(
    slices: Slices,
    /// True while a network trains.
    locked: Signal<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let machine = expect_context::<Machine>();
    let pasted = NodeRef::<leptos::html::Textarea>::new();
    let choose = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // The same file chosen again, after a change to it, is a choice as well.
        input.set_value("");
        if let Some(file) = file {
            intend.run(Intention::OpenPrices(PriceText::File(machine.given(file))));
        }
    };
    let read_pasted = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(field) = pasted.get_untracked() {
            intend.run(Intention::OpenPrices(PriceText::Pasted(field.value())));
        }
    };
    let has_import = Memo::new(move |_| slices.import.with(Option::is_some));
    let has_archive = Memo::new(move |_| slices.archive.with(Option::is_some));
    let histories = slices.histories_asked_about;
    view! {
        <div class="source__way">
            <h3>{text::import::title()}</h3>
            <p class="hint" id="price-file-help">
                {text::import::what_it_takes()}
            </p>
            <div class="field">
                <label for="price-file">{text::import::file()}</label>
                <input
                    id="price-file"
                    class="file-input"
                    data-testid="price-file"
                    type="file"
                    accept=ACCEPTED
                    aria-describedby="price-file-help"
                    disabled=locked
                    on:change=choose
                />
            </div>
            <details class="paste">
                <summary>{text::import::paste_instead()}</summary>
                <form class="paste__form" on:submit=read_pasted>
                    <div class="field">
                        <label for="pasted-prices">{text::import::prices_to_read()}</label>
                        <textarea
                            id="pasted-prices"
                            class="input paste__text"
                            node_ref=pasted
                            rows="6"
                            spellcheck="false"
                            autocomplete="off"
                            placeholder=text::import::example()
                        ></textarea>
                    </div>
                    <div>
                        <button type="submit" class="button" disabled=locked>
                            {text::import::read_pasted()}
                        </button>
                    </div>
                </form>
            </details>
            <Show when=move || has_archive.get()>
                <ArchiveChoice archive=slices.archive histories locked intend />
            </Show>
            <Show when=move || has_import.get()>
                <ImportPreview import=slices.import histories locked intend />
            </Show>
        </div>
    }
}

/// Which of an archive's files to read.
#[component]
fn ArchiveChoice(
    /// Some, while this is shown.
    archive: Memo<Option<Arc<ArchiveQuestion>>>,
    histories: Memo<usize>,
    locked: Signal<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let chosen = RwSignal::new(0_usize);
    Effect::new(move |_| {
        archive.track();
        chosen.set(0);
        browser::focus("archive-title");
    });
    let choose = move |choice| intend.run(Intention::ChooseHistory(choice));
    let question = move || {
        archive.with(|archive| {
            let archive = archive.as_ref()?;
            Some(text::import::which_file(
                &archive.archive.name,
                archive.files.len(),
            ))
        })
    };
    let options = move || {
        archive.with(|archive| {
            let files = archive
                .iter()
                .flat_map(|archive| archive.files.iter().enumerate());
            let option = |(number, file): (usize, &PackedFile)| {
                view! {
                    <option value=number prop:selected=move || chosen.get() == number>
                        {file.name.clone()}
                    </option>
                }
            };
            files.map(option).collect_view()
        })
    };
    view! {
        <section class="import" aria-labelledby="archive-title" data-testid="archive-choice">
            <h4 id="archive-title" tabindex="-1">
                {question}
            </h4>
            <div class="field">
                <label for="archive-file">{text::import::packed_file()}</label>
                <select
                    id="archive-file"
                    class="select"
                    disabled=locked
                    on:change=move |event| {
                        chosen.set(event_target_value(&event).parse().unwrap_or_default());
                    }
                >
                    {options}
                </select>
            </div>
            <div class="import__actions">
                <button
                    type="button"
                    class="button button--primary"
                    disabled=locked
                    on:click=move |_| choose(HistoryChoice::One(chosen.get_untracked()))
                >
                    {text::import::open_packed()}
                </button>
                <HoldAll histories locked intend />
                <Leave label=text::import::leave_archive() intend />
            </div>
        </section>
    }
}

/// Leaves what is asked about, back at the choice of a file.
#[component]
fn Leave(label: &'static str, intend: Callback<Intention>) -> impl IntoView {
    let leave = move |_| {
        intend.run(Intention::DiscardImport);
        browser::focus("price-file");
    };
    view! {
        <button type="button" class="button" on:click=leave>
            {label}
        </button>
    }
}

/// Holds all histories of the file for one study, where they are not too many.
#[component]
fn HoldAll(
    /// How many there are.
    histories: Memo<usize>,
    locked: Signal<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-testid="hold-all"
            hidden=move || !(MIN_SERIES..=MAX_SERIES).contains(&histories.get())
            disabled=locked
            on:click=move |_| intend.run(Intention::ChooseHistory(HistoryChoice::All))
        >
            {move || text::import::hold_all(histories.get())}
        </button>
    }
}

const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];

/// A choice of how the file is read: what is chosen now, and every other.
struct Choice {
    id: &'static str,
    label: &'static str,
    options: Memo<Vec<(String, String)>>,
    chosen: Memo<String>,
}

#[component]
fn ImportPreview(
    /// Some, while this is shown.
    import: Memo<Option<Arc<Import>>>,
    /// How many histories it holds, where that is what is asked.
    histories: Memo<usize>,
    locked: Signal<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let reading = Memo::new(move |_| import.with(|it| it.as_ref().map(|it| it.reading.clone())));
    let name = Memo::new(move |_| {
        import.with(|it| it.as_ref().map_or_else(String::new, |it| it.name.clone()))
    });
    // A file's first look, not each correction of it, moves the visitor here.
    Effect::new(move |_| {
        name.track();
        browser::focus("import-title");
    });
    let read = move |of: &dyn Fn(&Reading) -> String| {
        reading.with(|reading| reading.as_ref().map(of).unwrap_or_default())
    };
    let columns = Memo::new(move |_| {
        reading.with(|reading| reading.as_ref().map(column_names).unwrap_or_default())
    });
    let column_of = move |role: &dyn Fn(&Reading) -> Option<usize>| {
        read(&|reading| role(reading).map_or_else(String::new, |column| column.to_string()))
    };
    let tickers = Memo::new(move |_| {
        reading.with(|reading| reading.as_ref().map(ticker_names).unwrap_or_default())
    });
    let separators = fixed(&Separator::ALL);
    let choices = [
        (
            Choice {
                id: "import-ticker",
                label: text::import::ticker(),
                options: tickers,
                chosen: Memo::new(move |_| {
                    read(&|it| {
                        (it.tickers.as_ref()).map_or_else(String::new, |it| it.chosen.to_string())
                    })
                }),
            },
            (|text| text.parse().ok().map(Correction::Ticker)) as fn(&str) -> Option<Correction>,
        ),
        (
            Choice {
                id: "import-separator",
                label: text::import::separated_by(),
                // JSON has none to choose.
                options: Memo::new(move |_| match reading.with(is_table) {
                    true => separators.get(),
                    false => Vec::new(),
                }),
                chosen: Memo::new(move |_| read(&|it| place(&Separator::ALL, it.separator))),
            },
            |text| at(&Separator::ALL, text).map(Correction::Separator),
        ),
        (
            Choice {
                id: "import-decimal-mark",
                label: text::import::decimal_mark(),
                options: fixed(&MARKS),
                chosen: Memo::new(move |_| read(&|it| place(&MARKS, it.decimal_mark))),
            },
            |text| at(&MARKS, text).map(Correction::DecimalMark),
        ),
        (
            Choice {
                id: "import-date-order",
                label: text::import::date_order(),
                options: fixed(&DateOrder::ALL),
                chosen: Memo::new(move |_| read(&|it| place(&DateOrder::ALL, it.dates.order))),
            },
            |text| at(&DateOrder::ALL, text).map(Correction::DateOrder),
        ),
        (
            Choice {
                id: "import-date-column",
                label: text::import::date_column(),
                options: columns,
                chosen: Memo::new(move |_| column_of(&|it| it.column(ColumnRole::Date))),
            },
            |text| text.parse().ok().map(Correction::DateColumn),
        ),
        (
            Choice {
                id: "import-close-column",
                label: text::import::close_column(),
                options: columns,
                chosen: Memo::new(move |_| column_of(&Reading::price_column)),
            },
            |text| text.parse().ok().map(Correction::PriceColumn),
        ),
    ];
    let correct = move |correction| intend.run(Intention::CorrectImport(correction));
    let doubts = move || {
        import.with(|it| {
            let doubts = it.as_ref().map(|it| it.reading.doubts.clone());
            let doubts = doubts.unwrap_or_default();
            (!doubts.is_empty()).then(|| {
                let doubts = doubts
                    .iter()
                    .map(|doubt| view! { <li>{said(doubt)}</li> })
                    .collect_view();
                view! { <ul class="import__doubts">{doubts}</ul> }
            })
        })
    };
    view! {
        <section class="import" aria-labelledby="import-title" data-testid="import-preview">
            <h4 id="import-title" tabindex="-1">
                {text::import::is_it()} <q>{name}</q> {text::import::read_as_it_should_be()}
            </h4>
            <p class="import__sentence" role="status">
                {move || read(&said)}
            </p>
            {doubts}
            <fieldset class="import__choices" disabled=locked>
                <legend class="visually-hidden">{text::import::how_it_is_read()}</legend>
                {choices
                    .map(|(choice, to_correction)| {
                        choice_view(
                            choice,
                            move |text| {
                                if let Some(correction) = to_correction(text) {
                                    correct(correction);
                                }
                            },
                        )
                    })
                    .into_iter()
                    .collect_view()}
            </fieldset>
            <Rows import=import />
            <div class="import__actions">
                <button
                    type="button"
                    class="button button--primary"
                    disabled=locked
                    on:click=move |_| intend.run(Intention::UseImport)
                >
                    {text::import::use_these()}
                </button>
                <HoldAll histories locked intend />
                <Leave label=text::import::leave() intend />
            </div>
        </section>
    }
}

fn choice_view(choice: Choice, choose: impl Fn(&str) + 'static) -> impl IntoView {
    let Choice {
        id,
        label,
        options,
        chosen,
    } = choice;
    let on_change = move |event: leptos::ev::Event| {
        let select: web_sys::HtmlSelectElement = event_target(&event);
        let picked = select.value();
        // A choice that makes no table is refused: until it is known to be good, the old one stands.
        select.set_value(&chosen.get_untracked());
        choose(&picked);
    };
    view! {
        <div class="field" hidden=move || options.with(Vec::is_empty)>
            <label for=id>{label}</label>
            <select id=id class="select" on:change=on_change>
                // Of a file without a column of prices none is chosen.
                <option value="" disabled hidden prop:selected=move || chosen.with(String::is_empty)>
                    {text::import::not_found()}
                </option>
                {move || {
                    options
                        .get()
                        .into_iter()
                        .map(|(value, title)| {
                            let this = value.clone();
                            view! {
                                <option
                                    value=value
                                    prop:selected=move || chosen.with(|chosen| *chosen == this)
                                >
                                    {title}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </div>
    }
}

/// Options that every file has, each by its place among them: that is the same in every language.
fn fixed<T: Say + Sync>(all: &'static [T]) -> Memo<Vec<(String, String)>> {
    Memo::new(move |_| {
        let all = all.iter().enumerate();
        all.map(|(index, it)| (index.to_string(), said(it)))
            .collect()
    })
}

fn place<T: PartialEq>(all: &[T], this: T) -> String {
    let index = all.iter().position(|it| *it == this);
    index.map_or_else(String::new, |index| index.to_string())
}

fn at<T: Copy>(all: &[T], place: &str) -> Option<T> {
    all.get(place.parse::<usize>().ok()?).copied()
}

fn is_table(reading: &Option<Reading>) -> bool {
    let is_table = |reading: &Reading| reading.kind == FileKind::Table;
    reading.as_ref().is_some_and(is_table)
}

/// The shares of the file, each by its place among them; none where all rows are of one.
fn ticker_names(reading: &Reading) -> Vec<(String, String)> {
    let names = reading.tickers.iter().flat_map(|tickers| &tickers.names);
    names
        .enumerate()
        .map(|(index, name)| (index.to_string(), name.clone()))
        .collect()
}

/// "5: Schlusskurs", by the column's number from 0.
fn column_names(reading: &Reading) -> Vec<(String, String)> {
    let columns = reading.columns.iter().enumerate();
    columns
        .map(|(index, column)| {
            let title = match column.name.as_str() {
                "" => format!("{}", index + 1),
                name => format!("{}: {name}", index + 1),
            };
            (index.to_string(), title)
        })
        .collect()
}

/// The first and last rows: what was read, then the file's own cells.
#[component]
fn Rows(import: Memo<Option<Arc<Import>>>) -> impl IntoView {
    move || {
        import.with(|import| {
            let import = import.as_ref()?;
            let reading = &import.reading;
            let used = [reading.column(ColumnRole::Date), reading.price_column()];
            let heads = reading.columns.iter().enumerate().map(|(index, column)| {
                let name = match column.name.as_str() {
                    "" => text::import::column(index + 1),
                    name => name.to_owned(),
                };
                Column::from(name).class(used.contains(&Some(index)).then_some("is-used"))
            });
            let read = [
                text::import::line(),
                text::import::date_read(),
                text::import::price_read(),
            ];
            let columns = read.map(Column::from).into_iter().chain(heads).collect();
            let row = |row: &PreviewRow| row_view(row, &used);
            let first = import.preview.first.iter().map(row).collect_view();
            let last = import.preview.last.iter().map(row).collect_view();
            let shown = import.preview.first.len() + import.preview.last.len();
            let hidden = import.preview.rows.saturating_sub(shown);
            let span = reading.columns.len() + 3;
            let between = (hidden > 0).then(|| {
                view! {
                    <tr class="import__between">
                        <td colspan=span>{text::import::more_rows(hidden)}</td>
                    </tr>
                }
            });
            let name = Name::Words(text::import::first_and_last_rows().to_owned());
            Some(view! {
                <Table name columns class="" frame="import__rows">
                    {first}
                    {between}
                    {last}
                </Table>
            })
        })
    }
}

fn row_view(row: &PreviewRow, used: &[Option<usize>; 2]) -> impl IntoView + use<> {
    let read = |read: Option<String>| {
        let class = match read {
            Some(_) => "import__read",
            None => "import__unread",
        };
        let read = read.unwrap_or_else(|| text::import::cannot_be_read().to_owned());
        view! { <td class=class>{read}</td> }
    };
    let cells = row
        .cells
        .iter()
        .enumerate()
        .map(|(index, cell)| {
            let class = if used.contains(&Some(index)) {
                "is-used"
            } else {
                ""
            };
            view! { <td class=class>{cell.clone()}</td> }
        })
        .collect_view();
    let cells = view! {
        {read(row.date.map(text::date))}
        {read(row.price.map(number::as_it_is))}
        {cells}
    };
    view! { <Row head=row.line cells /> }
}

/// Shown over the whole page while a file is dragged over it.
#[component]
pub fn DropZone(
    /// A file is over the page.
    shown: ReadSignal<bool>,
) -> impl IntoView {
    // The keyboard's way is the file input: this is for the eyes of who drags.
    view! {
        <div class="drop-zone" data-testid="drop-zone" class:is-shown=shown aria-hidden="true">
            <p class="drop-zone__text">{text::import::drop_here()}</p>
        </div>
    }
}
