//! "Cite this": a BibTeX entry with the link that repeats the run.

use crate::app::browser;
use crate::app::screen::state::Screen;
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long a copy is told of.
const TOLD_MS: u32 = 4_000;

#[component]
pub fn Citation(screen: Screen) -> impl IntoView {
    let slices = screen.slices;
    let entry = Memo::new(move |_| {
        let (trained, prices) = (slices.trained.get()?, slices.open_prices.get()?);
        let shared = trained.experiment.clone().without_autorun();
        let series = &prices.series;
        let (first, last) = (series.first_date(), series.last_date());
        Some(bibtex(&Cited {
            title: text::model_file::card_title(&series.info().symbol),
            note: text::model_file::rows(series.len(), first, last),
            year: js_sys::Date::new_0().get_full_year(),
            link: browser::address_with(&shared.to_fragment()),
        }))
    });
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let Some(entry) = entry.get_untracked() else {
            return;
        };
        spawn_local(async move {
            copied.try_set(browser::copy_text(&entry).await);
            browser::after(TOLD_MS, move || {
                copied.try_set(false);
            });
        });
    };
    view! {
        <div class="cite" data-testid="cite">
            <div class="cite__head">
                <h3 id="cite-title">{text::runs::cite()}</h3>
                <span class="cite__said" role="status">
                    {move || copied.get().then(text::runs::copied)}
                </span>
                <button type="button" class="button button--small" on:click=copy>
                    {text::runs::copy()}
                </button>
            </div>
            // It scrolls sideways, by the keyboard too; where nothing can be copied, it can be marked.
            // Its keys are BibTeX's.
            <pre class="cite__entry" translate="no" tabindex="0" role="region" aria-labelledby="cite-title">
                {entry}
            </pre>
        </div>
    }
}

/// What an entry says.
struct Cited {
    title: String,
    note: String,
    year: u32,
    link: String,
}

/// A BibTeX entry. The link stands as it is, which `\url` and its kin ask for; words are escaped.
fn bibtex(cited: &Cited) -> String {
    let Cited { year, link, .. } = cited;
    let (title, note) = (escaped(&cited.title), escaped(&cited.note));
    let fields = [
        format!("title = {{{title}}}"),
        format!("year = {{{year}}}"),
        format!("url = {{{link}}}"),
        format!("note = {{{note}}}"),
    ];
    format!("@misc{{hindcast{year},\n  {}\n}}\n", fields.join(",\n  "))
}

/// Letters that mean something to LaTeX.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => written.push_str("\\textbackslash{}"),
            '~' => written.push_str("\\textasciitilde{}"),
            '^' => written.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                written.push('\\');
                written.push(letter);
            }
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_holds_the_link_as_it_is_and_words_that_latex_can_read() {
        let entry = bibtex(&Cited {
            title: "Hindcast run: R&D_1".into(),
            note: "10 rows".into(),
            year: 2020,
            link: "https://example.org/#source=av:IBM:daily&seed=1".into(),
        });
        assert_eq!(
            entry,
            "@misc{hindcast2020,\n  title = {Hindcast run: R\\&D\\_1},\n  year = {2020},\n  \
             url = {https://example.org/#source=av:IBM:daily&seed=1},\n  note = {10 rows}\n}\n"
        );
    }
}
