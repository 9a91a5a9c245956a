//! Several days ahead: the places on the way, and what the steps come to.

use crate::forecast::horizons::{Ahead, StepScores};
use crate::forecast::verdict::VerdictKind;
use crate::market::Interval;
use crate::text;

/// "Day 3"
pub fn title(ahead: Ahead) -> String {
    match ahead.interval {
        Interval::Daily => text::forecast::day_number(ahead.step),
        Interval::Weekly => text::forecast::week_number(ahead.step),
        Interval::Monthly => text::forecast::month_number(ahead.step),
    }
}

/// The same within a sentence: "day 3".
pub fn in_a_sentence(ahead: Ahead) -> String {
    match ahead.interval {
        Interval::Daily => text::forecast::the_day(ahead.step),
        Interval::Weekly => text::forecast::the_week(ahead.step),
        Interval::Monthly => text::forecast::the_month(ahead.step),
    }
}

/// What the steps come to against "no change", in one plain sentence; empty for no steps.
pub fn sentence(steps: &[StepScores], interval: Interval) -> String {
    let of = |kind: VerdictKind| -> Vec<usize> {
        let steps = steps.iter().filter(|each| each.kind == kind);
        steps.map(|each| each.step).collect()
    };
    let (better, worse) = (of(VerdictKind::Beats), of(VerdictKind::Loses));
    let Some(last) = steps.last().map(|each| each.step) else {
        return String::new();
    };
    let beats = match better.last() {
        None => match interval {
            Interval::Daily => text::forecast::beats_on_no_day(last),
            Interval::Weekly => text::forecast::beats_in_no_week(last),
            Interval::Monthly => text::forecast::beats_in_no_month(last),
        },
        Some(_) if better.len() == last => match interval {
            Interval::Daily => text::forecast::beats_on_each_day(last),
            Interval::Weekly => text::forecast::beats_in_each_week(last),
            Interval::Monthly => text::forecast::beats_in_each_month(last),
        },
        Some(&step) if better.len() == step => {
            let end = in_a_sentence(Ahead { interval, step });
            match step {
                1 => text::forecast::beats_at_first(end),
                _ => text::forecast::beats_up_to(end),
            }
        }
        Some(_) => {
            let these = listed(&better, interval);
            match interval {
                Interval::Daily => text::forecast::beats_on_these_days(these, last),
                Interval::Weekly => text::forecast::beats_in_these_weeks(these, last),
                Interval::Monthly => text::forecast::beats_in_these_months(these, last),
            }
        }
    };
    match worse.as_slice() {
        [] => format!("{beats}."),
        all if all.len() == last => text::forecast::worse_on_all(beats),
        some => text::forecast::worse_on(beats, listed(some, interval)),
    }
}

/// "day 2", or "days 2, 4 and 7–9".
fn listed(steps: &[usize], interval: Interval) -> String {
    if let [step] = *steps {
        return in_a_sentence(Ahead { interval, step });
    }
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for step in steps {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == *step => *end = *step,
            _ => runs.push((*step, *step)),
        }
    }
    let mut parts: Vec<String> = Vec::new();
    for (start, end) in runs {
        match end - start {
            0 => parts.push(start.to_string()),
            1 => parts.extend([start.to_string(), end.to_string()]),
            _ => parts.push(format!("{start}–{end}")),
        }
    }
    let numbers = text::forecast::list(&parts);
    match interval {
        Interval::Daily => text::forecast::the_days(numbers),
        Interval::Weekly => text::forecast::the_weeks(numbers),
        Interval::Monthly => text::forecast::the_months(numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::baselines::ByBaseline;
    use crate::forecast::horizons::{StepErrors, StepInterval};
    use crate::forecast::intervals::IntervalMethod;
    use crate::text::{Language, in_language};

    fn step_scores(step: usize, kind: VerdictKind) -> StepScores {
        let errors = StepErrors {
            mae: 1.0,
            rmse: 1.0,
            rmae: 1.0,
        };
        StepScores {
            step,
            days: 50,
            model: errors,
            baselines: ByBaseline::of(|_| errors),
            kind,
            dm: 0.0,
            p_value: 1.0,
            p_adjusted: None,
            interval: StepInterval {
                method: IntervalMethod::USUAL,
                level: 0.8,
                coverage: 0.8,
                mean_width: 1.0,
                log_half_width: 0.1,
                promised: 0.8,
            },
            intervals: Vec::new(),
        }
    }

    #[test]
    fn the_sentence_says_how_far_it_beats_no_change() {
        let said = |kinds: &[VerdictKind], interval: Interval| {
            let steps: Vec<StepScores> = kinds
                .iter()
                .zip(1..)
                .map(|(kind, step)| step_scores(step, *kind))
                .collect();
            sentence(&steps, interval)
        };
        use Interval::{Daily, Monthly, Weekly};
        use VerdictKind::{Beats, Loses, Ties};
        assert_eq!(
            said(&[Beats, Beats, Beats, Ties, Ties], Daily),
            "Up to day 3 the network beats “no change”; beyond day 3 it does not."
        );
        assert_eq!(
            said(&[Beats, Ties, Loses], Weekly),
            "On week 1 the network beats “no change”; beyond week 1 it does not; on week 3 it is worse."
        );
        assert_eq!(
            said(&[Ties, Ties], Daily),
            "On none of these 2 days ahead does the network beat “no change”."
        );
        assert_eq!(
            said(&[Loses, Loses], Monthly),
            "On none of these 2 months ahead does the network beat “no change”: it is worse on each of them."
        );
        assert_eq!(
            said(&[Beats, Beats], Daily),
            "The network beats “no change” on each of these 2 days ahead."
        );
        assert_eq!(
            said(
                &[Ties, Beats, Ties, Beats, Beats, Ties, Beats, Beats, Beats],
                Daily
            ),
            "The network beats “no change” on days 2, 4, 5 and 7–9, and on no other of these 9 days ahead."
        );
        assert_eq!(said(&[], Daily), "");
        let german = |kinds: &[VerdictKind], interval| {
            in_language(Language::German, || said(kinds, interval))
        };
        assert_eq!(
            german(&[Beats, Ties, Loses], Weekly),
            "Für Woche 1 schlägt das Netz „keine Änderung“, danach nicht mehr; für Woche 3 ist es schlechter."
        );
        assert_eq!(
            german(&[Loses, Loses], Weekly),
            "Für keine der nächsten 2 Wochen schlägt das Netz „keine Änderung“: Es ist überall schlechter."
        );
        assert_eq!(
            german(&[Ties, Beats, Loses, Beats, Beats, Beats, Ties], Monthly),
            "Das Netz schlägt „keine Änderung“ für die Monate 2 und 4–6 und für keinen anderen der \
             nächsten 7 Monate; für Monat 3 ist es schlechter."
        );
    }

    #[test]
    fn a_place_ahead_has_its_word_in_each_language() {
        let ahead = Ahead {
            interval: Interval::Weekly,
            step: 3,
        };
        assert_eq!(title(ahead), "Week 3");
        assert_eq!(in_language(Language::German, || title(ahead)), "Woche 3");
    }
}
