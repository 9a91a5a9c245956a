//! All cells: the experiment with each kind of network, a verdict each, and all of them counted.

use super::strip_scale::StripScale;
use super::study_controls::StudyContext;
use super::verdict_word::word_and_p;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words;
use crate::lab::Intention;
use crate::market::Digits;
use crate::study::{AllCounted, CellScore, NoScore, Rival, Studies, Study, Subject, cells_counted};
use crate::text::{self, said};
use leptos::prelude::*;
use std::fmt::Write;

/// Pixels of a kind's line.
const LINE_HEIGHT: usize = 36;
/// Room beside the outermost ends, as a share of the range.
const MARGIN: f64 = 0.05;

#[component]
pub fn AllCellsPanel(
    /// What the studies' panels share.
    context: StudyContext,
) -> impl IntoView {
    let StudyContext {
        slices,
        studies,
        intend,
        ..
    } = context;
    let ready = Memo::new(move |_| slices.prices.with(Option::is_some));
    let which: fn(&Studies) -> Option<&Study> = Studies::cells;
    let label = move || {
        let (recipe, source) = context.subject();
        text::cells::train(recipe, source)
    };
    let table = move || {
        studies.with(|studies| {
            let study = which(studies)?;
            match &study.subject {
                Subject::Cells { rivals, .. } => {
                    Some(cell_table(rivals, study, slices.digits.get()))
                }
                _ => None,
            }
        })
    };
    let picture = move || studies.with(|studies| Forest::of(&which(studies)?.cell_scores()));
    let pictured = move || {
        picture().map(|forest| {
            view! {
                <div class="strip">
                    <p class="hint">{text::cells::lines_mean()}</p>
                    <svg
                        class="strip__dots"
                        data-testid="cells-chart"
                        height=forest.height
                        role="img"
                        aria-label=forest.spoken
                        inner_html=forest.drawing
                    ></svg>
                    <div class="strip__ends" aria-hidden="true">
                        <span>{number::ratio(forest.low)}</span>
                        <span>{number::ratio(forest.high)}</span>
                    </div>
                </div>
            }
        })
    };
    let sentence = move || {
        studies.with(|studies| {
            let study = which(studies)?;
            (!study.cell_scores().is_empty()).then(|| words::study::cells_sentence(study))
        })
    };
    view! {
        <div class="card study study--wide" data-testid="all-cells" data-state=context.state(which)>
            <h3 id="all-cells-title">{text::cells::title()}</h3>
            <p class="hint">{text::cells::means()}</p>
            {context.controls(which, label, ready, move || intend.run(Intention::TrainAllCells))}
            {pictured}
            {table}
            <p class="study__answer" data-testid="cells-answer">{sentence}</p>
        </div>
    }
}

fn cell_table(rivals: &[Rival], study: &Study, digits: Digits) -> impl IntoView + use<> {
    let scores = study.cell_scores();
    let mut counted = cells_counted(&scores).into_iter();
    let rows = rivals.iter().enumerate().map(|(place, rival)| {
        let state = state_of(rival.outcome.as_ref(), study.is_under_way(place));
        let kind = rival.score().map(|score| score.verdict.kind.slug());
        let cells = match &rival.outcome {
            Some(Ok(score)) => scored_cells(score, counted.next(), digits).into_any(),
            Some(Err(why)) => view! { <td colspan="7">{said(why)}</td> }.into_any(),
            None => (0..7)
                .map(|_| view! { <td>"–"</td> })
                .collect_view()
                .into_any(),
        };
        view! { <Row head=rival.cell.name() cells {..} data-state=state data-verdict=kind /> }
    });
    let rows = rows.collect_view();
    let columns = vec![
        text::settings::cell().into(),
        text::cells::parameters().into(),
        text::cells::time().into(),
        Column::term("MAE", text::results::mae_means()),
        Column::term("rMAE", text::results::rmae_means()),
        text::verdict::title().into(),
        Column::term(text::several::p_beats(), text::cells::p_beats_means()),
        Column::term(text::several::p_knows(), text::cells::p_knows_means()),
    ];
    view! {
        <Table name=Name::Heading("all-cells-title") class="scores" columns>
            {rows}
        </Table>
    }
}

/// The `data-state` of a kind's row.
fn state_of(outcome: Option<&Result<Box<CellScore>, NoScore>>, is_under_way: bool) -> &'static str {
    match outcome {
        Some(Ok(_)) => "done",
        Some(Err(_)) => "failed",
        None if is_under_way => "running",
        None => "planned",
    }
}

fn scored_cells(
    score: &CellScore,
    counted: Option<AllCounted>,
    digits: Digits,
) -> impl IntoView + use<> {
    view! {
        <td>{number::count(score.parameters)}</td>
        <td>{number::duration(score.ms)}</td>
        <td>{number::price_error(score.mae, digits)}</td>
        <td>
            <strong>{number::ratio(score.verdict.rmae)}</strong>
        </td>
        <td>{word_and_p(score.verdict.kind, score.verdict.p_value)}</td>
        <td>{counted.map(|it| number::p_value(it.p_beats))}</td>
        <td>{counted.map(|it| number::p_value(it.p_knows))}</td>
    }
}

/// A line for each kind with the ratio of its mean squared error to that of persistence and the ratio's
/// 95 % interval, all on one scale that holds 1.
struct Forest {
    /// What is inside the SVG.
    drawing: String,
    height: usize,
    low: f64,
    high: f64,
    spoken: String,
}

impl Forest {
    /// `None` where there is no ratio to draw.
    fn of(scores: &[&CellScore]) -> Option<Self> {
        let ratios = scores.iter().filter_map(|score| {
            let ratio = score.verdict.squared_error?;
            Some((score.cell.name(), ratio))
        });
        let ratios: Vec<_> = ratios.collect();
        ratios.first()?;
        let ends = ratios.iter().flat_map(|(_, it)| [it.low, it.high]);
        let scale = StripScale::around(ends, MARGIN);
        let height = ratios.len() * LINE_HEIGHT;
        let mut drawing = scale.line_of_one(height);
        let mut spoken = Vec::new();
        for (index, (name, ratio)) in ratios.iter().enumerate() {
            let middle = index * LINE_HEIGHT + LINE_HEIGHT * 2 / 3;
            let [from, at, to] = [ratio.low, ratio.ratio, ratio.high].map(|it| scale.percent(it));
            // Writing to a string cannot fail.
            let _ = write!(
                drawing,
                r#"<line class="strip__median" x1="{from:.2}%" x2="{to:.2}%" y1="{middle}" y2="{middle}"/><circle class="strip__dot" cx="{at:.2}%" cy="{middle}" r="5"/><text class="strip__letter" x="2" y="{}">{name}</text>"#,
                middle - 10
            );
            let [ratio, low, high] = [ratio.ratio, ratio.low, ratio.high].map(number::ratio);
            spoken.push(text::cells::ratio_of(*name, ratio, low, high));
        }
        Some(Self {
            drawing,
            height,
            low: scale.low,
            high: scale.high,
            spoken: spoken.join("; "),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::{Cell, Linear, NetworkKind};
    use crate::forecast::diebold_mariano::DieboldMariano;
    use crate::forecast::evaluation::Verdict;
    use crate::forecast::squared_ratio::SquaredRatio;
    use crate::protocol::TrainingError;

    fn score(cell: impl Into<NetworkKind>, ratio: f64, half: f64) -> CellScore {
        let even = DieboldMariano {
            statistic: 0.0,
            p_value: 0.5,
        };
        CellScore {
            cell: cell.into(),
            parameters: 21,
            ms: 5.0,
            mae: 1.0,
            rmse: 1.0,
            rmse_ratio: ratio.sqrt(),
            verdict: Verdict {
                squared_error: Some(SquaredRatio {
                    ratio,
                    low: ratio - half,
                    high: ratio + half,
                }),
                ..Verdict::new(1.0, even)
            },
            forecasts: None,
        }
    }

    #[test]
    fn a_row_says_what_is_with_its_training() {
        let lstm = score(Cell::Lstm, 0.9, 0.1);
        assert_eq!(state_of(None, false), "planned");
        assert_eq!(state_of(None, true), "running");
        let diverged = NoScore::Training(TrainingError::Diverged { epoch: 2 });
        assert_eq!(state_of(Some(&Err(diverged)), false), "failed");
        assert_eq!(state_of(Some(&Ok(Box::new(lstm))), false), "done");
    }

    #[test]
    fn every_kind_has_its_line_on_a_scale_that_holds_one() {
        let scores = [score(Cell::Lstm, 0.9, 0.1), score(Linear::Plain, 0.8, 0.05)];
        let forest = Forest::of(&scores.iter().collect::<Vec<_>>()).unwrap();
        // From 0.75 to 1, and a twentieth of that on both sides.
        assert!((forest.low - 0.7375).abs() < 1e-9 && (forest.high - 1.0125).abs() < 1e-9);
        assert_eq!(forest.drawing.matches("<circle").count(), 2);
        assert!(forest.drawing.contains(">LSTM<") && forest.drawing.contains(">Linear<"));
        assert_eq!(
            forest.spoken,
            "LSTM: 0.900 (0.800 to 1.000); Linear: 0.800 (0.750 to 0.850)"
        );
        assert!(Forest::of(&[]).is_none());
    }
}
