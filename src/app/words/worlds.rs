//! The known worlds: what each is called, what it does, and what can be changed about it.

use crate::app::ui::number::in_equation;
use crate::market::world::{Formula, ParameterError, WorldKind};
use crate::text::{Say, prices, worlds};
use std::fmt;

/// A text of the catalogue, in the language of now.
type Text = fn() -> &'static str;

/// All that is said of a world.
struct Words {
    title: Text,
    /// What the process does, one sentence.
    process: Text,
    /// What it teaches, one sentence.
    lesson: Text,
    /// Of its own parameters: key, label and explanation.
    parameters: &'static [(&'static str, Text, Text)],
}

/// What several worlds can change.
const SHARED: &[(&str, Text, Text)] = &[
    ("drift", worlds::drift_per_day, worlds::drift_per_day_means),
    ("noise", worlds::daily_noise, worlds::daily_noise_means),
];

fn words(kind: WorldKind) -> Words {
    match kind {
        WorldKind::RandomWalk => Words {
            title: worlds::random_walk,
            process: worlds::random_walk_process,
            lesson: prices::lesson_of_random_walk,
            parameters: &[],
        },
        WorldKind::MeanReverting => Words {
            title: worlds::mean_reverting,
            process: worlds::mean_reverting_process,
            lesson: prices::lesson_of_mean_reverting,
            parameters: &[("phi", worlds::memory, worlds::memory_means)],
        },
        WorldKind::Seasonal => Words {
            title: worlds::seasonal,
            process: worlds::seasonal_process,
            lesson: prices::lesson_of_seasonal,
            parameters: &[
                (
                    "amplitude",
                    worlds::wave_height,
                    worlds::noisy_wave_height_means,
                ),
                (
                    "period",
                    worlds::days_per_wave,
                    worlds::noisy_days_per_wave_means,
                ),
            ],
        },
        WorldKind::VolatilityClusters => Words {
            title: worlds::volatility_clusters,
            process: worlds::volatility_clusters_process,
            lesson: prices::lesson_of_volatility_clusters,
            parameters: &[
                ("reaction", worlds::reaction, worlds::reaction_means),
                (
                    "persistence",
                    worlds::persistence,
                    worlds::persistence_means,
                ),
            ],
        },
        WorldKind::RegimeSwitching => Words {
            title: worlds::regime_switching,
            process: worlds::regime_switching_process,
            lesson: prices::lesson_of_regime_switching,
            parameters: &[
                (
                    "drift",
                    worlds::drift_of_either,
                    worlds::drift_of_either_means,
                ),
                ("stay", worlds::chance_to_stay, worlds::chance_to_stay_means),
            ],
        },
        WorldKind::TrendBreak => Words {
            title: worlds::trend_break,
            process: worlds::trend_break_process,
            lesson: prices::lesson_of_trend_break,
            parameters: &[
                ("before", worlds::drift_before, worlds::drift_before_means),
                ("after", worlds::drift_after, worlds::drift_after_means),
            ],
        },
        WorldKind::JumpDiffusion => Words {
            title: worlds::jump_diffusion,
            process: worlds::jump_diffusion_process,
            lesson: prices::lesson_of_jump_diffusion,
            parameters: &[
                ("chance", worlds::jump_chance, worlds::jump_chance_means),
                ("jump", worlds::jump_size, worlds::jump_size_means),
            ],
        },
        WorldKind::Sine => Words {
            title: worlds::sine,
            process: worlds::sine_process,
            lesson: prices::lesson_of_sine,
            parameters: &[
                (
                    "amplitude",
                    worlds::wave_height,
                    worlds::pure_wave_height_means,
                ),
                (
                    "period",
                    worlds::days_per_wave,
                    worlds::pure_days_per_wave_means,
                ),
            ],
        },
        WorldKind::Echo => Words {
            title: worlds::echo,
            process: worlds::echo_process,
            lesson: prices::lesson_of_echo,
            parameters: &[
                ("lag", worlds::lag, worlds::echo_lag_means),
                (
                    "strength",
                    worlds::echo_strength,
                    worlds::echo_strength_means,
                ),
            ],
        },
        WorldKind::Shock => Words {
            title: worlds::shock,
            process: worlds::shock_process,
            lesson: prices::lesson_of_shock,
            parameters: &[
                ("lag", worlds::lag, worlds::shock_lag_means),
                (
                    "strength",
                    worlds::shock_strength,
                    worlds::shock_strength_means,
                ),
                ("chance", worlds::shock_chance, worlds::shock_chance_means),
            ],
        },
        WorldKind::Volume => Words {
            title: worlds::volume,
            process: worlds::volume_process,
            lesson: prices::lesson_of_volume,
            parameters: &[(
                "strength",
                worlds::volume_strength,
                worlds::volume_strength_means,
            )],
        },
    }
}

/// "Random walk with drift".
impl Say for WorldKind {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str((words(*self).title)())
    }
}

/// What the process does, one sentence.
pub fn process(kind: WorldKind) -> &'static str {
    (words(kind).process)()
}

/// What a world teaches, one sentence.
pub fn lesson(kind: WorldKind) -> &'static str {
    (words(kind).lesson)()
}

/// A parameter's label and its explanation; its key where it has no words.
pub fn parameter(kind: WorldKind, key: &'static str) -> (&'static str, &'static str) {
    let own = words(kind).parameters.iter().chain(SHARED);
    let found = own.into_iter().find(|(known, ..)| *known == key);
    found.map_or((key, ""), |(_, label, explanation)| {
        (label(), explanation())
    })
}

/// With the numbers, and the words between them, as the language writes them.
impl Say for Formula {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let equation = in_equation(self.equation());
        f.write_str(&match self {
            Self::Symbols(_) => equation,
            Self::CountedFromFirstDay(_) => worlds::counted_from_first_day(equation),
            Self::SignStays { probability, .. } => worlds::sign_stays(equation, probability),
            Self::DriftBreaks {
                before,
                day,
                after,
                noise,
                ..
            } => worlds::drift_breaks(equation, before, day, after, in_equation(noise)),
            Self::OnAShareOfDays { share, .. } => worlds::jumps_on_a_share(equation, share),
        })
    }
}

/// Ends a sentence that has named the text.
impl Say for ParameterError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Unknown { world } => {
                let keys: Vec<_> = world.parameters().iter().map(|it| it.key).collect();
                worlds::unknown_parameter(keys.join(", "))
            }
            Self::OutOfBounds { key, min, max } => worlds::parameter_out_of_bounds(key, min, max),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::world::generate;
    use crate::text::{Language, in_language, said};

    #[test]
    fn a_formula_is_written_as_its_language_writes_it() {
        let formula = |kind, language| {
            let truth = generate(kind, 1, 2).truth.expect("a world");
            in_language(language, || said(&truth.formula))
        };
        assert_eq!(
            [Language::English, Language::German].map(|it| formula(WorldKind::JumpDiffusion, it)),
            [
                "ln Pₜ₊₁ = ln Pₜ + 0.0003 + 0.008·εₜ₊₁ + Jₜ₊₁, ε ~ N(0, 1), J ~ N(0, 0.05²) on a share \
                 0.02 of days, else 0",
                "ln Pₜ₊₁ = ln Pₜ + 0,0003 + 0,008·εₜ₊₁ + Jₜ₊₁, ε ~ N(0; 1), J ~ N(0; 0,05²) an einem \
                 Anteil von 0,02 der Tage, sonst 0",
            ]
        );
        for kind in WorldKind::ALL {
            let digits = |language| -> String {
                let formula = formula(kind, language);
                formula.chars().filter(char::is_ascii_digit).collect()
            };
            for language in Language::ALL {
                assert_eq!(digits(language), digits(Language::English), "{kind:?}");
            }
        }
    }

    #[test]
    fn every_world_and_parameter_has_words() {
        for kind in WorldKind::ALL {
            // What is kept is the English title.
            assert_eq!(said(&kind), kind.world().name);
            for it in kind.parameters() {
                let (label, explanation) = parameter(kind, it.key);
                assert_ne!(label, it.key, "{kind:?}");
                assert!(explanation.ends_with('.'), "{kind:?} {}", it.key);
            }
            let own = words(kind).parameters.iter();
            for (key, ..) in own {
                assert!(kind.parameter(key).is_some(), "{kind:?} {key}");
            }
        }
    }

    #[test]
    fn a_refused_parameter_says_what_it_may_be() {
        let world = WorldKind::MeanReverting;
        assert_eq!(
            said(&ParameterError::Unknown { world }),
            "this world’s parameters are phi, noise"
        );
        let (key, min, max) = ("phi", 0.0, 0.99);
        assert_eq!(
            said(&ParameterError::OutOfBounds { key, min, max }),
            "phi must be a number from 0 to 0.99"
        );
    }
}
