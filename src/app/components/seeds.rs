//! Seeds: the same experiment with other luck in training. The scores as dots on a line, and an answer
//! to "is A better than B?" where there are two.

use super::strip_scale::StripScale;
use super::study_controls::{StudyContext, count_choice};

use super::verdict_word::word_and_p;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::comparison::differences;
use crate::app::words::study::seeds_sentences;
use crate::forecast::odometer::SeriesId;
use crate::forecast::seeds::{MAX_SEEDS, MIN_SEEDS};
use crate::forecast::settings::Recipe;
use crate::lab::Intention;
use crate::lab::intention::PartnerChoice;
use crate::lab::studies::other_recipe;
use crate::session::Session;
use crate::study::{SeedScore, Side, Studies, Study, Subject, side_letter};
use crate::text;
use leptos::prelude::*;
use std::fmt::Write;
use std::sync::Arc;

/// The fewest from which a comparison can be told.
const USUAL_SEEDS: usize = 6;
/// Pixels of a line of dots.
const LINE_HEIGHT: usize = 36;
/// Room beside the outermost dots, as a share of the range.
const MARGIN: f64 = 0.1;

#[component]
pub fn SeedsPanel(
    /// What the studies' panels share.
    context: StudyContext,
    /// The visit so far, whose runs can be compared with.
    session: Memo<Arc<Session>>,
) -> impl IntoView {
    let StudyContext {
        slices,
        studies,
        locked,
        intend,
        ..
    } = context;
    let count = RwSignal::new(USUAL_SEEDS);
    let chosen = RwSignal::new(PartnerChoice::None);
    let ready = Memo::new(move |_| slices.prices.with(Option::is_some));
    let series = Memo::new(move |_| {
        slices
            .prices
            .with(|prices| prices.as_deref().map(SeriesId::of))
    });
    let partners = Memo::new(move |_| {
        let mut partners = vec![(PartnerChoice::None, text::studies::no_partner().to_owned())];
        let other = match slices.settings.with(other_recipe) {
            Recipe::Honest => text::studies::honest_recipe(),
            Recipe::Notebook => text::studies::notebook_recipe(),
        };
        partners.push((PartnerChoice::OtherRecipe, other.to_owned()));
        session.with(|session| {
            // Only scores on the same history can be set side by side.
            let runs = session.runs().into_iter();
            for run in runs.filter(|run| Some(run.series) == series.get()) {
                let rmae = number::ratio(run.verdict.rmae);
                let name = match run.experiment.settings.recipe {
                    Recipe::Honest => text::studies::honest_run(run.number, rmae),
                    Recipe::Notebook => text::studies::notebook_run(run.number, rmae),
                };
                partners.push((PartnerChoice::PastRun(run.number), name));
            }
        });
        partners
    });
    // A run that was deleted is no choice any more.
    Effect::new(move |_| {
        let gone = partners.with(|partners| {
            let chosen = chosen.get_untracked();
            !partners.iter().any(|(choice, _)| *choice == chosen)
        });
        if gone {
            chosen.set(PartnerChoice::None);
        }
    });
    let options = move || {
        let now = chosen.get_untracked();
        partners.with(|partners| {
            let options = partners.iter().map(|(choice, name)| {
                view! {
                    <option value=word(*choice) selected=*choice == now>
                        {name.clone()}
                    </option>
                }
            });
            options.collect_view()
        })
    };
    let which: fn(&Studies) -> Option<&Study> = Studies::seeds;
    let start = move || {
        intend.run(Intention::RepeatSeeds {
            seeds: count.get_untracked(),
            partner: chosen.get_untracked(),
        });
    };
    let label = move || {
        let (recipe, source) = context.subject();
        let count = count.get();
        match chosen.get() {
            PartnerChoice::None => text::studies::train_seeds(recipe, count, source),
            // Each seed trains both.
            _ => text::studies::train_seeds_of_two(2 * count, source, recipe),
        }
    };
    let results = move || studies.with(|studies| which(studies).and_then(results));
    view! {
        <div class="card study" data-testid="seeds" data-state=context.state(which)>
            <h3 id="seeds-title">{text::studies::seeds()}</h3>
            <p class="hint">{text::studies::seeds_mean()}</p>
            <fieldset class="study__settings" disabled=locked>
                <legend class="visually-hidden">{text::studies::seeds_settings()}</legend>
                {count_choice(
                    "repetitions",
                    text::studies::repetitions(),
                    MIN_SEEDS..=MAX_SEEDS,
                    count,
                )}
                <div class="field">
                    <label for="partner">{text::studies::beside()}</label>
                    <select
                        id="partner"
                        class="select"
                        aria-describedby="partner-help"
                        on:change=move |event| {
                            let picked = event_target_value(&event);
                            let choice = partners
                                .with_untracked(|partners| {
                                    let mut choices = partners.iter().map(|(choice, _)| *choice);
                                    choices.find(|choice| word(*choice) == picked)
                                });
                            chosen.set(choice.unwrap_or_default());
                        }
                    >
                        {options}
                    </select>
                </div>
                <p class="hint" id="partner-help">{text::studies::partner_means()}</p>
            </fieldset>
            {context.controls(which, label, ready, start)}
            {results}
        </div>
    }
}

fn word(choice: PartnerChoice) -> String {
    match choice {
        PartnerChoice::None => "none".to_owned(),
        PartnerChoice::OtherRecipe => "recipe".to_owned(),
        PartnerChoice::PastRun(number) => number.to_string(),
    }
}

/// What there is to show so far.
fn results(study: &Study) -> Option<impl IntoView + use<>> {
    let Subject::Seeds { seeds, sides } = &study.subject else {
        return None;
    };
    if study.finished() == 0 {
        return None;
    }
    let said = seeds_sentences(study).into_iter().enumerate();
    let said = said.map(|(index, sentence)| {
        view! { <p class:study__answer=index == 0>{sentence}</p> }
    });
    let names = (sides.len() > 1).then(|| {
        let changes: Vec<String> = differences(&sides[0].settings, &sides[1].settings)
            .into_iter()
            .map(|change| format!("{} {} → {}", change.setting, change.first, change.second))
            .collect();
        match changes.is_empty() {
            true => text::studies::not_apart().to_owned(),
            false => text::studies::apart(changes.join(", ")),
        }
    });
    let pictured = Strip::of(sides).map(|strip| {
        view! {
            <div class="strip">
                <svg
                    class="strip__dots"
                    role="img"
                    aria-label=strip.spoken
                    height=sides.len() * LINE_HEIGHT
                    inner_html=strip.drawing
                ></svg>
                <p class="strip__ends" aria-hidden="true">
                    <span>{number::fine_ratio(strip.low)}</span>
                    <span>{number::fine_ratio(strip.high)}</span>
                </p>
                <p class="hint">{text::studies::dots_mean()}</p>
            </div>
        }
    });
    let of_sides = sides.iter().enumerate().flat_map(|(index, _)| {
        let of = match sides.len() {
            1 => String::new(),
            _ => format!("{}: ", side_letter(index)),
        };
        [
            format!("{of}rMAE"),
            format!("{of}{}", text::studies::verdict()),
        ]
    });
    let mut columns: Vec<Column> = vec![text::settings::seed().into()];
    columns.extend(of_sides.map(Column::from));
    columns.extend((sides.len() > 1).then(|| "A − B".into()));
    let rows = seeds.iter().enumerate().map(|(index, seed)| {
        let scores = sides.iter().map(|side| side.scores[index].as_ref());
        let scores: Vec<Option<&SeedScore>> = scores.collect();
        let difference = (sides.len() > 1).then(|| match scores[..] {
            [Some(first), Some(second)] => {
                number::fine_ratio_difference(first.verdict.rmae - second.verdict.rmae)
            }
            _ => "–".to_owned(),
        });
        let cells = scores.iter().map(|score| match score {
            None => (String::from("–"), String::from("–")),
            Some(SeedScore { verdict: found, .. }) => (
                number::fine_ratio(found.rmae),
                word_and_p(found.kind, found.p_value),
            ),
        });
        let cells = cells.map(|(rmae, outcome)| {
            view! {
                <td>
                    <strong>{rmae}</strong>
                </td>
                <td>{outcome}</td>
            }
        });
        let state = match scores.iter().all(Option::is_some) {
            true => "done",
            false => "planned",
        };
        let cells = view! {
            {cells.collect_view()}
            {difference.map(|difference| view! { <td>{difference}</td> })}
        };
        view! { <Row head=seed.to_string() cells {..} data-state=state /> }
    });
    let rows = rows.collect_view();
    Some(view! {
        <div class="study__said" data-testid="seeds-answer">{said.collect_view()}</div>
        <p class="hint">{names}</p>
        {pictured}
        <Table name=Name::Heading("seeds-title") columns>
            {rows}
        </Table>
    })
}

/// Scores as dots on a line for each side, all on one scale that holds 1.
struct Strip {
    /// What is inside an SVG whose height is a line for each side.
    drawing: String,
    low: f64,
    high: f64,
    spoken: String,
}

impl Strip {
    /// `None` before the first score.
    fn of(sides: &[Side]) -> Option<Self> {
        let scores: Vec<Vec<f64>> = sides.iter().map(Side::rmaes).collect();
        let all = scores.iter().flatten().copied();
        let lowest = all.clone().fold(1.0, f64::min);
        let highest = all.clone().fold(1.0, f64::max);
        all.clone().next()?;
        let scale = StripScale::around(all, MARGIN);
        let mut spoken = Vec::new();
        let range =
            text::studies::rmae_range(number::fine_ratio(lowest), number::fine_ratio(highest));
        let mut drawing = scale.line_of_one(sides.len() * LINE_HEIGHT);
        for (index, (side, scores)) in sides.iter().zip(&scores).enumerate() {
            let middle = index * LINE_HEIGHT + LINE_HEIGHT / 2;
            let letter = side_letter(index);
            // Writing to a string cannot fail.
            let _ = write!(
                drawing,
                r#"<line class="strip__line" x1="0" x2="100%" y1="{middle}" y2="{middle}"/>"#
            );
            for score in scores {
                let at = scale.percent(*score);
                let _ = write!(
                    drawing,
                    r#"<circle class="strip__dot strip__dot--{letter}" cx="{at:.2}%" cy="{middle}" r="5"/>"#
                );
            }
            if let Some(median) = side.spread().map(|spread| spread.median) {
                let (at, top, bottom) = (scale.percent(median), middle - 13, middle + 13);
                let _ = write!(
                    drawing,
                    r#"<line class="strip__median" x1="{at:.2}%" x2="{at:.2}%" y1="{top}" y2="{bottom}"/>"#
                );
                let said =
                    text::studies::scores_and_median(scores.len(), number::fine_ratio(median));
                spoken.push(match sides.len() {
                    1 => said,
                    _ => format!("{letter}: {said}"),
                });
            }
            if sides.len() > 1 {
                let _ = write!(
                    drawing,
                    r#"<text class="strip__letter" x="2" y="{}">{letter}</text>"#,
                    middle - 6
                );
            }
        }
        Some(Self {
            drawing,
            low: scale.low,
            high: scale.high,
            // No median of fewer scores than a spread can be told from.
            spoken: match spoken.is_empty() {
                true => range,
                false => format!("{range} {}.", spoken.join("; ")),
            },
        })
    }
}
