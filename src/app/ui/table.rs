//! A table of data: heads with their scope, rows that begin with a head of their own, and a frame that
//! scrolls, by the keyboard too, where the table is wider than its place.

use crate::app::charts::table::Table as Texts;
use leptos::prelude::*;

/// A column's head.
#[derive(Debug)]
pub struct Column {
    head: AnyView,
    class: Option<&'static str>,
}

impl Column {
    /// A head of whatever it shows.
    pub fn new(head: impl IntoView + 'static) -> Self {
        Self {
            head: head.into_any(),
            class: None,
        }
    }

    /// A term, with the sentence that says what it means.
    pub fn term(name: &'static str, means: &'static str) -> Self {
        Self::new(view! { <abbr title=means>{name}</abbr> })
    }

    /// A head that only a screen reader tells: of a column of buttons.
    pub fn unseen(name: &'static str) -> Self {
        Self::new(view! { <span class="visually-hidden">{name}</span> })
    }

    #[must_use]
    pub fn class(self, class: Option<&'static str>) -> Self {
        Self { class, ..self }
    }
}

impl From<&'static str> for Column {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Column {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

/// What a table is called.
#[derive(Debug, Clone)]
pub enum Name {
    /// As the heading with this id says.
    Heading(&'static str),
    Words(String),
}

/// The frame, the heads, and whatever rows stand between.
#[component]
pub fn Table(
    /// What it is called.
    name: Name,
    columns: Vec<Column>,
    /// Classes of the table.
    #[prop(default = "scores")]
    class: &'static str,
    /// The class of the frame.
    #[prop(default = "table-scroll")]
    frame: &'static str,
    /// `data-testid` of the table.
    #[prop(optional)]
    testid: Option<&'static str>,
    /// Rows below all others.
    #[prop(default = None)]
    foot: Option<AnyView>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let (heading, words) = match name {
        Name::Heading(id) => (Some(id), None),
        Name::Words(words) => (None, Some(words)),
    };
    let frame_words = words.clone();
    let heads = columns.into_iter().map(|Column { head, class }| {
        view! { <th scope="col" class=class>{head}</th> }
    });
    view! {
        <div
            class=frame
            tabindex="0"
            role="region"
            aria-labelledby=heading
            aria-label=frame_words
        >
            <table class=class data-testid=testid aria-labelledby=heading aria-label=words>
                <thead>
                    <tr>{heads.collect_view()}</tr>
                </thead>
                <tbody>{children()}</tbody>
                {foot.map(|foot| view! { <tfoot>{foot}</tfoot> })}
            </table>
        </div>
    }
}

/// A row: its head, a few words below that, and cells.
#[component]
pub fn Row<H: IntoView + 'static, C: IntoView + 'static>(
    /// What the row is about.
    head: H,
    /// More of it, small.
    #[prop(optional, into)]
    what: Option<String>,
    /// The `td`s.
    cells: C,
) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">
                {head} {what.map(|what| view! { <span class="scores__what">{what}</span> })}
            </th>
            {cells}
        </tr>
    }
}

/// A table of texts under a line that opens it. It is made when it is opened: it may have hundreds of
/// rows.
#[component]
pub fn FoldedTable<F: Fn() -> Option<Texts> + Send + Sync + 'static>(
    /// The line that opens it.
    summary: &'static str,
    /// What it is called.
    #[prop(into)]
    name: String,
    /// Its texts.
    texts: F,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let table = move || {
        let texts = open.get().then(&texts).flatten()?;
        Some(table_of(texts, name.clone()))
    };
    view! {
        <details
            class="chart-table"
            on:toggle=move |event| {
                let details: leptos::web_sys::Element = event_target(&event);
                open.set(details.has_attribute("open"));
            }
        >
            <summary>{summary}</summary>
            {table}
        </details>
    }
}

/// A table of texts, for as long as it stands there.
#[component]
pub fn TextsTable<F: Fn() -> Option<Texts> + Send + Sync + 'static>(
    /// What it is called.
    #[prop(into)]
    name: String,
    /// Its texts.
    texts: F,
) -> impl IntoView {
    move || Some(table_of(texts()?, name.clone()))
}

fn table_of(texts: Texts, name: String) -> impl IntoView {
    let columns = texts.headers.into_iter().map(Column::from).collect();
    let rows = texts.rows.into_iter().map(|cells| {
        let mut cells = cells.into_iter();
        let head = cells.next().unwrap_or_default();
        let cells = cells.map(|cell| view! { <td>{cell}</td> });
        let cells = cells.collect_view();
        view! { <Row head cells /> }
    });
    let rows = rows.collect_view();
    view! {
        <Table name=Name::Words(name) columns class="" frame="chart-table-scroll">
            {rows}
        </Table>
    }
}
