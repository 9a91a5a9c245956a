//! Where a ratio of errors lies: a bar from better to worse with a mark at 1.0, where neither is better.
//!
//! The bar is a logarithmic scale, so that half the error and twice the error are equally far from the
//! mark. It ends near the mark: networks differ from "tomorrow = today" by little, and a bar that held
//! every ratio would show all of them as ties.

use crate::app::ui::number;
use crate::text;
use leptos::prelude::*;

/// The right end of the bar; the left end is as far from 1.0.
const WORST: f64 = 1.25;

/// A place on the bar.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    /// From 0, the left end, to 1.
    share: f64,
    /// The ratio lies outside the bar: to the left or to the right of it.
    beyond: Option<Side>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Better,
    Worse,
}

/// The place of a ratio; `None` for what is no ratio.
fn place(rmae: f64) -> Option<Place> {
    if !(rmae.is_finite() && rmae >= 0.0) {
        return None;
    }
    let share = 0.5 + 0.5 * rmae.ln() / WORST.ln();
    let (share, beyond) = match share {
        less if less < 0.0 => (0.0, Some(Side::Better)),
        more if more > 1.0 => (1.0, Some(Side::Worse)),
        within => (within, None),
    };
    Some(Place { share, beyond })
}

/// The bar, with the needle where there is a ratio.
#[component]
pub fn Needle(
    /// The network's error as a share of that of "tomorrow = today".
    rmae: Option<f64>,
) -> impl IntoView {
    let ratio = rmae.map(|rmae| text::verdict::error_ratio(number::ratio(rmae)));
    let means = rmae.map(|rmae| text::verdict::needle(number::ratio(rmae)));
    let mark = rmae.and_then(place).map(needle);
    view! {
        <div class="needle">
            // Without a needle the bar says nothing.
            <svg
                class="needle__bar"
                role="img"
                aria-label=means.clone()
                aria-hidden=means.is_none().then_some("true")
            >
                <line class="needle__even" x1="50%" x2="50%" y1="0" y2="100%" />
                {mark}
            </svg>
            <p class="needle__ends">
                <span>{text::verdict::better()}</span>
                <strong>{ratio}</strong>
                <span>{text::verdict::worse()}</span>
            </p>
        </div>
    }
}

/// A stroke; beyond an end an arrow that points out of the bar. Its tip is at the end itself: a nested
/// `svg` is placed in percent and drawn in pixels.
fn needle(place: Place) -> AnyView {
    let x = format!("{:.2}%", place.share * 100.0);
    match place.beyond {
        None => view! {
            <line class="needle__now" x1=x.clone() x2=x y1="8%" y2="92%" />
        }
        .into_any(),
        Some(side) => {
            let arrow = match side {
                Side::Better => "M11 4 L3 11 L11 18",
                Side::Worse => "M-11 4 L-3 11 L-11 18",
            };
            view! {
                <svg class="needle__arrow" x=x>
                    <path class="needle__now" d=arrow />
                </svg>
            }
            .into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(rmae: f64) -> f64 {
        place(rmae).unwrap().share
    }

    #[test]
    fn equal_errors_are_in_the_middle_and_the_ends_equally_far() {
        assert!((share(1.0) - 0.5).abs() < 1e-12);
        assert!((share(0.8) - 0.0).abs() < 1e-12);
        assert!((share(1.25) - 1.0).abs() < 1e-12);
        // ln 1.1 / ln 1.25 = 0.427: that share of the way from the middle to either end.
        assert!((share(1.1) - 0.7136).abs() < 1e-3);
        assert!((share(1.0 / 1.1) - 0.2864).abs() < 1e-3);
    }

    #[test]
    fn what_lies_beyond_an_end_is_shown_at_it() {
        let worse = Place {
            share: 1.0,
            beyond: Some(Side::Worse),
        };
        assert_eq!(place(36.2), Some(worse));
        let better = Place {
            share: 0.0,
            beyond: Some(Side::Better),
        };
        assert_eq!(place(0.3), Some(better));
        assert_eq!(place(0.0), Some(better));
        assert_eq!(place(1.2).unwrap().beyond, None);
    }

    #[test]
    fn what_is_no_ratio_has_no_place() {
        for rmae in [f64::NAN, f64::INFINITY, -1.0] {
            assert_eq!(place(rmae), None);
        }
    }
}
