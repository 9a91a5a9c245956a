//! The error's way back: what is left of its gradient on each day of the window, of several networks on one
//! logarithmic axis, and each network's chain of days as a row of boxes. SVG, drawn without ECharts for the same
//! reasons as [`super::days`].

use super::strands::{HEIGHT, STEP};
use crate::app::ui::number;
use crate::cells::Cell;
use crate::inspect::travel::{State, Travel};
use crate::text;

/// The powers of ten that the axis has at most. Below the lowest, what comes back is lost among the roundings of
/// 32-bit numbers, in which networks are trained.
const LOWEST: i32 = -8;
const HIGHEST: i32 = 4;
/// What a power of ten may be off by its last digit.
const ROUNDING: f64 = 1e-9;
/// A box too faint to see would look like a missing one.
const FAINTEST: f64 = 0.06;
/// Room between two boxes.
const GAP: f64 = 1.0;
/// The share that the words tell the reach of.
const HUNDREDTH: f64 = 0.01;

/// A logarithmic axis of shares, between two powers of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decades {
    low: i32,
    high: i32,
}

impl Decades {
    /// Holds all shares of these lines that there is room for, and 100 % with the decade below it.
    pub fn around(travels: &[Travel]) -> Self {
        let shares = travels.iter().flat_map(shares);
        let powers = shares
            .filter(|share| *share > 0.0)
            .map(|share| share.log10());
        let (low, high) = powers.fold((-1.0_f64, 0.0_f64), |(low, high), power| {
            (low.min(power), high.max(power))
        });
        Self {
            low: (low + ROUNDING).floor().max(f64::from(LOWEST)) as i32,
            high: (high - ROUNDING).ceil().min(f64::from(HIGHEST)) as i32,
        }
    }

    /// How far below the top a share is, in percent of the height; what is below the axis stands at its foot.
    pub fn depth(self, share: f64) -> f64 {
        let power = if share > 0.0 {
            share.log10()
        } else {
            f64::NEG_INFINITY
        };
        let range = f64::from(self.high - self.low);
        ((f64::from(self.high) - power) / range).clamp(0.0, 1.0) * HEIGHT
    }

    /// The powers of ten on it, the highest first.
    pub fn powers(self) -> impl Iterator<Item = i32> {
        (self.low..=self.high).rev()
    }
}

/// What is left on each day; nothing where the newest day has nothing.
fn shares(travel: &Travel) -> impl Iterator<Item = f64> + '_ {
    (0..travel.norms.len()).filter_map(|time| travel.share(time))
}

/// What a line is called: the cell, or its cell state.
pub fn way_name(cell: Cell, state: State) -> String {
    match state {
        State::Hidden => cell.name().to_owned(),
        State::Cell => text::travel::cell_state_of(cell.name()),
    }
}

/// How a line is drawn, by colour and by dashes.
pub fn way_class(cell: Cell, state: State) -> &'static str {
    match (cell, state) {
        (_, State::Cell) => "way--memory",
        (Cell::Lstm, State::Hidden) => "way--lstm",
        (Cell::Gru, State::Hidden) => "way--gru",
        (Cell::Rnn, State::Hidden) => "way--rnn",
    }
}

/// The lines, over as many columns as the window has days, with a line for each power of ten.
pub fn ways_svg(axis: Decades, travels: &[Travel]) -> String {
    let steps = travels.first().map_or(0, |travel| travel.norms.len());
    let width = steps as f64 * STEP;
    let mut svg = beginning(width);
    for power in axis.powers() {
        let y = axis.depth(10.0_f64.powi(power));
        svg.push_str(&format!(
            "<line class=\"way__power\" x1=\"0\" x2=\"{width}\" y1=\"{y:.3}\" y2=\"{y:.3}\"/>"
        ));
    }
    for travel in travels {
        let class = way_class(travel.cell, travel.state);
        svg.push_str(&format!("<polyline class=\"way__line {class}\" points=\""));
        for (time, share) in shares(travel).enumerate() {
            let x = (time as f64 + 0.5) * STEP;
            svg.push_str(&format!("{x},{:.3} ", axis.depth(share)));
        }
        svg.push_str("\"/>");
    }
    svg.push_str("</svg>");
    svg
}

/// A row of boxes, one a day, each as strong as its shade, 0 to 1.
pub fn boxes_svg(shades: impl ExactSizeIterator<Item = f64>) -> String {
    let mut svg = beginning(shades.len() as f64 * STEP);
    for (time, shade) in shades.enumerate() {
        svg.push_str(&format!(
            "<rect class=\"way__box\" x=\"{}\" y=\"0\" width=\"{}\" height=\"{HEIGHT}\" \
             fill-opacity=\"{:.3}\"/>",
            time as f64 * STEP + GAP / 2.0,
            STEP - GAP,
            shade.clamp(FAINTEST, 1.0),
        ));
    }
    svg.push_str("</svg>");
    svg
}

fn beginning(width: f64) -> String {
    format!(
        "<svg class=\"way__svg\" viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\">"
    )
}

/// The boxes of the way back: as strong as a line is high.
pub fn way_back_svg(axis: Decades, travel: &Travel) -> String {
    let shade = |time| {
        travel
            .share(time)
            .map_or(0.0, |share| 1.0 - axis.depth(share) / HEIGHT)
    };
    boxes_svg((0..travel.norms.len()).map(shade))
}

/// What the lines show. `read_for` is the day as [`text::days::on_date`] and its kin name it.
pub fn summary_travel(travels: &[Travel], read_for: &str) -> String {
    let ways = travels.iter().map(|travel| {
        let name = way_name(travel.cell, travel.state);
        match (travel.reach(HUNDREDTH), travel.share(0)) {
            (Some(days), Some(left)) => text::travel::reaches(days, name, number::share_left(left)),
            _ => text::travel::nothing_comes_back(name),
        }
    });
    let ways: Vec<String> = ways.collect();
    text::travel::summary(read_for, ways.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn travel(cell: Cell, state: State, norms: &[f64]) -> Travel {
        Travel {
            cell,
            state,
            norms: norms.to_vec(),
        }
    }

    fn fading() -> [Travel; 2] {
        [
            travel(Cell::Lstm, State::Hidden, &[0.2, 0.5, 2.0]),
            travel(Cell::Rnn, State::Hidden, &[3e-4, 0.03, 3.0]),
        ]
    }

    #[test]
    fn each_power_of_ten_is_as_far_from_the_next() {
        let axis = Decades::around(&fading());
        assert_eq!(axis.powers().collect::<Vec<_>>(), [0, -1, -2, -3, -4]);
        for (share, depth) in [(1.0, 0.0), (0.1, 25.0), (1e-4, 100.0), (0.0, 100.0)] {
            assert!((axis.depth(share) - depth).abs() < 1e-9, "{share}");
        }
        // What grows on its way back has room above; what is smaller than can be learned from has none below.
        let wild = travel(Cell::Rnn, State::Hidden, &[1e-30, 20.0, 1.0]);
        let axis = Decades::around(&[wild]);
        let powers: Vec<i32> = axis.powers().collect();
        assert_eq!((powers[0], powers[powers.len() - 1]), (2, LOWEST));
        let still = travel(Cell::Rnn, State::Hidden, &[1.0, 0.0]);
        assert_eq!(Decades::around(&[still]).powers().count(), 2);
    }

    #[test]
    fn the_networks_have_a_line_each_on_one_axis() {
        let travels = fading();
        let axis = Decades::around(&travels);
        let svg = ways_svg(axis, &travels);
        assert!(svg.contains("viewBox=\"0 0 30 100\""), "{svg}");
        assert_eq!(svg.matches("way__power").count(), 5);
        // 10 %, 25 % and all of it; a ten-thousandth, a hundredth and all of it.
        assert!(
            svg.contains("way--lstm\" points=\"5,25.000 15,15.051 25,0.000 \""),
            "{svg}"
        );
        assert!(
            svg.contains("way--rnn\" points=\"5,100.000 15,50.000 25,0.000 \""),
            "{svg}"
        );
        let boxes = way_back_svg(axis, &travels[1]);
        assert_eq!(boxes.matches("<rect").count(), 3);
        assert!(
            boxes.contains("x=\"10.5\" y=\"0\" width=\"9\" height=\"100\" fill-opacity=\"0.500\"")
        );
        assert!(boxes.contains("fill-opacity=\"0.060\""), "{boxes}");
    }

    #[test]
    fn the_words_say_how_far_back_a_hundredth_reaches() {
        let said = summary_travel(&fading(), "4 Dec 2020");
        assert_eq!(
            said,
            "For 4 Dec 2020, of the gradient on the newest day: LSTM: 1 % or more of it up to 2 days back, 10 % \
             on the oldest day; RNN: 1 % or more of it up to 1 day back, 0.010 % on the oldest day."
        );
        let memory = travel(Cell::Lstm, State::Cell, &[1.0, 0.0]);
        let said = summary_travel(&[memory], "4 Dec 2020");
        assert!(
            said.ends_with("LSTM, c: its forecast hangs on no day."),
            "{said}"
        );
    }
}
