//! Walk-forward: the folds on the time axis, each with what a network found that was trained on
//! nothing but what came before.

use super::study_controls::{StudyContext, count_choice};
use super::verdict_word::word_and_p;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::forecast::metrics;
use crate::forecast::walk_forward::{Fold, MAX_FOLDS, MIN_FOLDS, Plan, Pooled, TrainingSpan};
use crate::lab::Intention;
use crate::market::Series;
use crate::study::{Studies, Study, Subject};
use crate::text::{self, said, written_date};
use leptos::prelude::*;
use std::fmt::Write;

/// As many as make each test stretch about as long as the test block of a plain training.
const USUAL_FOLDS: usize = 5;

fn span_title(span: TrainingSpan) -> &'static str {
    match span {
        TrainingSpan::Expanding => text::studies::expanding(),
        TrainingSpan::Sliding => text::studies::sliding(),
    }
}

fn span_sentence(span: TrainingSpan) -> &'static str {
    match span {
        TrainingSpan::Expanding => text::studies::expanding_means(),
        TrainingSpan::Sliding => text::studies::sliding_means(),
    }
}

#[component]
pub fn WalkForwardPanel(
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
    let folds = RwSignal::new(USUAL_FOLDS);
    let span = RwSignal::new(TrainingSpan::default());
    // What would be run; the sentence why not where these prices do not allow it.
    let planned = Memo::new(move |_| {
        slices.trainable.with(|prices| {
            let series = &prices.as_ref()?.series;
            let plan = slices
                .settings
                .with(|settings| Plan::new(series, settings, folds.get(), span.get()));
            Some(plan.map_err(|error| said(&error)))
        })
    });
    let ready = Memo::new(move |_| planned.with(|plan| matches!(plan, Some(Ok(_)))));
    let refused = move || planned.with(|plan| plan.as_ref()?.as_ref().err().cloned());
    let which: fn(&Studies) -> Option<&Study> = Studies::walk_forward;
    let start = move || {
        intend.run(Intention::RunWalkForward {
            folds: folds.get_untracked(),
            span: span.get_untracked(),
        });
    };
    let label = move || {
        let (recipe, source) = context.subject();
        text::studies::train_folds(folds.get(), recipe, source)
    };
    let table = move || {
        let series = slices.prices.get()?;
        studies.with(|studies| match which(studies) {
            Some(study) => {
                let Subject::WalkForward { plan, pooled, .. } = &study.subject else {
                    return None;
                };
                Some(fold_table(
                    &series.series,
                    plan,
                    Some(study),
                    pooled.as_deref(),
                ))
            }
            None => planned.with(|plan| {
                let plan = plan.as_ref()?.as_ref().ok()?;
                Some(fold_table(&series.series, plan, None, None))
            }),
        })
    };
    let sentence = move || {
        studies.with(|studies| {
            let study = which(studies)?;
            let Subject::WalkForward {
                pooled: Some(pooled),
                ..
            } = &study.subject
            else {
                return None;
            };
            let (finding, held) = (said(&**pooled), number::percent(pooled.coverage));
            Some(match study.finished() == study.trainings() {
                true => text::studies::folds_say(finding, held),
                false => text::studies::folds_say_so_far(finding, held),
            })
        })
    };
    let spans = TrainingSpan::ALL.map(|this| {
        view! { <option value=this.slug()>{span_title(this)}</option> }
    });
    view! {
        <div
            class="card study"
            data-testid="walk-forward"
            data-state=context.state(which)
        >
            <h3 id="walk-forward-title">{text::studies::walk_forward()}</h3>
            <p class="hint">{text::studies::walk_forward_means()}</p>
            <fieldset class="study__settings" disabled=locked>
                <legend class="visually-hidden">{text::studies::walk_forward_settings()}</legend>
                {count_choice("folds", text::studies::folds(), MIN_FOLDS..=MAX_FOLDS, folds)}
                <div class="field">
                    <label for="training-span">{text::studies::learn_from()}</label>
                    <select
                        id="training-span"
                        class="select"
                        aria-describedby="training-span-help"
                        on:change=move |event| {
                            let chosen = event_target_value(&event);
                            let found = TrainingSpan::ALL.iter().find(|this| this.slug() == chosen);
                            if let Some(found) = found {
                                span.set(*found);
                            }
                        }
                    >
                        {spans.into_iter().collect_view()}
                    </select>
                </div>
                <p class="hint" id="training-span-help">{move || span_sentence(span.get())}</p>
            </fieldset>
            <p class="error" role="status">{refused}</p>
            {context.controls(which, label, ready, start)}
            {table}
            <p class="study__answer" data-testid="walk-forward-pooled">{sentence}</p>
        </div>
    }
}

fn fold_table(
    series: &Series,
    plan: &Plan,
    study: Option<&Study>,
    pooled: Option<&Pooled>,
) -> impl IntoView + use<> {
    let rows = series.len();
    let has_validation = plan.folds.iter().any(|fold| !fold.validation.is_empty());
    let scores = study.map_or(Vec::new(), Study::folds);
    let folds = plan.folds.iter().enumerate().map(|(index, fold)| {
        let score = scores.iter().find(|score| score.fold == fold.number);
        let state = match score {
            Some(_) => "done",
            None if study.is_some_and(|study| study.is_under_way(index)) => "running",
            None => "planned",
        };
        let ratio = |value: Option<f64>| value.map_or("–".to_owned(), number::ratio);
        let outcome = score.map_or("–".to_owned(), |score| {
            word_and_p(score.verdict.kind, score.verdict.p_value)
        });
        let cells = view! {
            <td class="folds__axis">
                <svg role="img" aria-label=spoken(fold) inner_html=drawing(fold, rows)></svg>
            </td>
            <td>
                {text::results::from_to(
                    written_date(fold.test_from),
                    written_date(fold.test_to),
                )}
            </td>
            <td>
                <strong>{ratio(score.map(|score| score.verdict.rmae))}</strong>
            </td>
            <td>{ratio(score.map(|score| score.rmse_ratio))}</td>
            <td>{outcome}</td>
        };
        let kind = score.map(|score| score.verdict.kind.slug());
        view! { <Row head=fold.number cells {..} data-state=state data-verdict=kind /> }
    });
    let folds = folds.collect_view();
    let foot = pooled.map(|pooled| {
        let ratio = metrics::ratio(pooled.model.rmse, pooled.persistence.rmse);
        let pooled_verdict = &pooled.verdict;
        let cells = view! {
            <td></td>
            <td>{text::studies::test_days(pooled.days)}</td>
            <td>
                <strong>{number::ratio(pooled_verdict.rmae)}</strong>
            </td>
            <td>{number::ratio(ratio)}</td>
            <td>{word_and_p(pooled_verdict.kind, pooled_verdict.p_value)}</td>
        };
        let (head, kind) = (text::studies::all_folds(), pooled_verdict.kind.slug());
        view! { <Row head cells {..} class="scores__model" data-verdict=kind /> }.into_any()
    });
    let ends = view! {
        <span class="folds__ends">
            <span>{written_date(series.first_date())}</span>
            <span>{written_date(series.last_date())}</span>
        </span>
    };
    let columns = vec![
        text::studies::fold().into(),
        Column::new(ends).class(Some("folds__axis")),
        text::studies::tested_on().into(),
        Column::term("rMAE", text::results::rmae_means()),
        Column::term(
            text::studies::rmse_ratio(),
            text::studies::rmse_ratio_means(),
        ),
        text::verdict::title().into(),
    ];
    let weighed = pooled
        .is_some()
        .then(|| format!(" {}", text::studies::errors_are_shares()));
    view! {
        <Table name=Name::Heading("walk-forward-title") class="scores folds" columns foot>
            {folds}
        </Table>
        <p class="hint folds__legend">
            <span class="swatch swatch--train">{text::studies::training()}</span>
            {has_validation
                .then(|| {
                    view! {
                        <span class="swatch swatch--validation">{text::studies::validation()}</span>
                    }
                })}
            <span class="swatch swatch--test">{text::studies::test()}</span>
            {weighed}
        </p>
    }
}

/// The fold's blocks as rectangles, in percent of the whole history. An outer element gives the size, so
/// nothing in it is stretched.
fn drawing(fold: &Fold, rows: usize) -> String {
    let percent = |row: usize| row as f64 * 100.0 / rows as f64;
    let mut drawing = String::new();
    let blocks = [
        ("train", &fold.train),
        ("validation", &fold.validation),
        ("test", &fold.test),
    ];
    for (name, block) in blocks {
        if block.is_empty() {
            continue;
        }
        let (from, width) = (percent(block.start), percent(block.len()));
        // Writing to a string cannot fail.
        let _ = write!(
            drawing,
            r#"<rect class="fold__{name}" x="{from:.2}%" width="{width:.2}%" height="100%"/>"#
        );
    }
    drawing
}

fn spoken(fold: &Fold) -> String {
    text::studies::fold_in_words(
        written_date(fold.train_from),
        written_date(fold.test_from),
        written_date(fold.test_to),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Settings;
    use crate::market::world::{WorldKind, generate};

    #[test]
    fn a_folds_blocks_lie_where_its_days_are() {
        let series = generate(WorldKind::RandomWalk, 1, 120).series;
        let settings = Settings::default();
        let plan = Plan::new(&series, &settings, 3, TrainingSpan::Expanding).unwrap();
        // 21..42, 42..45, 45..70 of 120; see the plan's own test.
        assert_eq!(
            drawing(&plan.folds[0], 120),
            r#"<rect class="fold__train" x="17.50%" width="17.50%" height="100%"/><rect class="fold__validation" x="35.00%" width="2.50%" height="100%"/><rect class="fold__test" x="37.50%" width="20.83%" height="100%"/>"#
        );
        let notebook = Settings::for_recipe(crate::forecast::settings::Recipe::Notebook);
        let plan = Plan::new(&series, &notebook, 3, TrainingSpan::Expanding).unwrap();
        assert!(!drawing(&plan.folds[0], 120).contains("validation"));
    }
}
