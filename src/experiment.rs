//! An experiment: a source and its settings, and the address (URL fragment) that carries both.
//!
//! `#source=av:IBM:weekly&window=30&seed=7`: readable, short, in a fixed order. What a link leaves
//! out is the recipe's own value, so a link is as long as the experiment is unusual.
//!
//! Only known keys are ever read or written. An API key pasted into an address is therefore neither
//! kept, nor repeated in a message, nor written into the next link.

use crate::forecast::Settings;
use crate::forecast::settings::FIELDS;
use crate::market::Source;
use crate::market::world::Parameters;
use crate::text::{self, said};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::fmt::Display;
use std::str::FromStr;

/// What a value keeps readable: everything else that is not a letter or a digit is escaped.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b':');
/// Longer values are cut where a notice quotes them.
const QUOTED_CHARS: usize = 40;

/// Everything needed to repeat a run. The API key is not part of it and never will be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Experiment {
    pub source: Source,
    /// Of the source, where that is a world; default elsewhere.
    pub parameters: Parameters,
    pub settings: Settings,
    /// The last twentieth of the prices is put away: nothing is trained or tested on it until it is
    /// opened, once.
    pub sealed: bool,
    /// Load and train at once.
    pub autorun: bool,
}

impl Experiment {
    /// This experiment on a source. A world's parameters are its own: on another source they are
    /// gone.
    #[must_use]
    pub fn on(self, source: Source) -> Self {
        let parameters = match source == self.source {
            true => self.parameters,
            false => Parameters::default(),
        };
        Self {
            source,
            parameters,
            ..self
        }
    }

    /// Reads a fragment (with or without `#`). Unknown keys are ignored; each bad value falls back
    /// to its default and is named in one of the returned sentences. Of a repeated key the last
    /// value counts.
    pub fn from_fragment(fragment: &str) -> (Self, Vec<String>) {
        let mut reader = Reader::new(fragment);
        // The recipe first: it decides what the other keys default to.
        let defaults = Settings::for_recipe(Default::default());
        let recipe = reader.word("recipe", defaults.recipe);
        let mut settings = Settings::for_recipe(recipe);
        let source = reader.source();
        let parameters = reader.parameters(&source);
        settings.target = reader.word("target", settings.target);
        settings.scaler = reader.word("scaler", settings.scaler);
        settings.split = reader.word("split", settings.split);
        settings.label = reader.word("label", settings.label);
        for info in &FIELDS {
            let fallback = settings.text(info.field);
            if let Some(value) = reader.value(info.key, Used::Value(&fallback))
                && let Err(error) = settings.set(info.field, &value)
            {
                let rule = error.message.trim_end_matches('.').to_string();
                reader.refuse(info.key, &value, &rule, Used::Value(&fallback));
            }
        }
        settings.steps = reader.word("steps", settings.steps);
        settings.device = reader.word("device", settings.device);
        let sealed = reader.switch("sealed");
        let autorun = reader.switch("autorun");
        let experiment = Self {
            source,
            parameters,
            settings,
            sealed,
            autorun,
        };
        (experiment, reader.notices)
    }

    /// Reads what [`to_fragment`](Self::to_fragment) wrote, to be run when someone asks for it; `None`
    /// where any of it is not as it was written.
    pub fn from_own_fragment(fragment: &str) -> Option<Self> {
        let (experiment, complaints) = Self::from_fragment(fragment);
        let sound = complaints.is_empty() && experiment.settings.validate().is_ok();
        sound.then_some(Self {
            autorun: false,
            ..experiment
        })
    }

    /// The fragment without `#`, defaults of the recipe left out. The default experiment's is empty.
    pub fn to_fragment(&self) -> String {
        let Self {
            source,
            parameters,
            settings,
            sealed,
            autorun,
        } = self;
        let defaults = Settings::for_recipe(settings.recipe);
        let mut pairs = Vec::new();
        let mut add = |key: &str, value: String, default: String| {
            if value != default {
                pairs.push(format!("{key}={}", utf8_percent_encode(&value, ESCAPED)));
            }
        };
        add("source", source.to_string(), Source::default().to_string());
        add("parameters", parameters.to_string(), String::new());
        add(
            "recipe",
            settings.recipe.to_string(),
            Settings::default().recipe.to_string(),
        );
        add(
            "target",
            settings.target.to_string(),
            defaults.target.to_string(),
        );
        add(
            "scaler",
            settings.scaler.to_string(),
            defaults.scaler.to_string(),
        );
        add(
            "split",
            settings.split.to_string(),
            defaults.split.to_string(),
        );
        add(
            "label",
            settings.label.to_string(),
            defaults.label.to_string(),
        );
        for info in &FIELDS {
            add(
                info.key,
                settings.text(info.field),
                defaults.text(info.field),
            );
        }
        add(
            "steps",
            settings.steps.to_string(),
            defaults.steps.to_string(),
        );
        add(
            "device",
            settings.device.to_string(),
            defaults.device.to_string(),
        );
        add("sealed", u8::from(*sealed).to_string(), "0".into());
        add("autorun", u8::from(*autorun).to_string(), "0".into());
        pairs.join("&")
    }
}

/// What stands in for a value that cannot be used.
#[derive(Clone, Copy)]
enum Used<'a> {
    /// As the address would write it.
    Value(&'a str),
    /// One of a world's parameters.
    Usual,
    /// All of them.
    UsualOnes,
}

/// Takes values out of a fragment and collects what was wrong with them.
struct Reader<'a> {
    pairs: Vec<(&'a str, &'a str)>,
    notices: Vec<String>,
}

impl<'a> Reader<'a> {
    fn new(fragment: &'a str) -> Self {
        let pairs = fragment
            .trim()
            .trim_start_matches('#')
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .collect();
        Self {
            pairs,
            notices: Vec::new(),
        }
    }

    /// The decoded value of `key`, if the address has one that can be decoded.
    fn value(&mut self, key: &str, used: Used) -> Option<String> {
        let raw = self.pairs.iter().rev().find(|(k, _)| *k == key)?.1;
        let decoded = decode(raw);
        if decoded.is_none() {
            self.refuse(key, raw, text::address::bad_escapes(), used);
        }
        decoded
    }

    /// One of a choice's words.
    fn word<T: FromStr<Err: Display> + Display>(&mut self, key: &str, fallback: T) -> T {
        let word = fallback.to_string();
        let Some(value) = self.value(key, Used::Value(&word)) else {
            return fallback;
        };
        value.parse().unwrap_or_else(|rule: T::Err| {
            let rule = text::address::breaks_rule(rule.to_string());
            self.refuse(key, &value, &rule, Used::Value(&word));
            fallback
        })
    }

    /// Something that is off unless its key says 1.
    fn switch(&mut self, key: &str) -> bool {
        match self.value(key, Used::Value("0")).as_deref() {
            None | Some("0") => false,
            Some("1") => true,
            Some(other) => {
                self.refuse(key, other, text::address::switch_rule(), Used::Value("0"));
                false
            }
        }
    }

    fn source(&mut self) -> Source {
        let fallback = Source::default();
        let word = fallback.to_string();
        let Some(value) = self.value("source", Used::Value(&word)) else {
            return fallback;
        };
        value.parse().unwrap_or_else(|_| {
            self.refuse(
                "source",
                &value,
                text::address::source_rule(),
                Used::Value(&word),
            );
            fallback
        })
    }

    /// A world's parameters; any other source has none, and what the address says of them is passed
    /// over like an unknown key.
    fn parameters(&mut self, source: &Source) -> Parameters {
        let Source::World(world) = *source else {
            return Parameters::default();
        };
        let Some(value) = self.value("parameters", Used::UsualOnes) else {
            return Parameters::default();
        };
        let (parameters, refused) = Parameters::read(world, &value);
        for (item, error) in refused {
            self.refuse("parameters", item, &said(&error), Used::Usual);
        }
        parameters
    }

    fn refuse(&mut self, key: &str, value: &str, rule: &str, used: Used) {
        let mut quoted: String = value.chars().take(QUOTED_CHARS).collect();
        if quoted.len() < value.len() {
            quoted.push('…');
        }
        self.notices.push(match used {
            Used::Value(used) => text::address::refused(key, quoted, rule, used),
            Used::Usual => text::address::refused_for_usual_value(key, quoted, rule),
            Used::UsualOnes => text::address::refused_for_usual_ones(key, quoted, rule),
        });
    }
}

/// Undoes percent-encoding; `None` where an escape is not two hexadecimal digits or the bytes are
/// not UTF-8. (The crate alone would let `%zz` through as it stands.)
fn decode(raw: &str) -> Option<String> {
    let well_formed = raw
        .split('%')
        .skip(1)
        .all(|rest| rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit));
    if !well_formed {
        return None;
    }
    Some(percent_decode_str(raw).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::settings::{
        DeviceChoice, Label, Recipe, ScalerRows, SettingField, SplitBy, Steps, Target,
    };
    use crate::market::{Interval, world::WorldKind};
    use crate::text::{Language, in_language};
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    fn notice(fragment: &str) -> String {
        let (experiment, notices) = Experiment::from_fragment(fragment);
        assert_eq!(experiment, Experiment::default(), "{fragment}");
        let [notice] = notices.as_slice() else {
            panic!("{fragment}: {notices:?}");
        };
        notice.clone()
    }

    #[test]
    fn the_designs_example_reads() {
        let (experiment, notices) = Experiment::from_fragment(
            "#source=world:random-walk&recipe=honest&window=20&hidden=32&layers=2&dropout=0.2\
             &batch=64&epochs=100&lr=0.001&seed=1&device=auto&autorun=1",
        );
        assert_eq!(notices, Vec::<String>::new());
        assert_eq!(
            experiment,
            Experiment {
                autorun: true,
                ..Experiment::default()
            }
        );
        assert_eq!(experiment.to_fragment(), "autorun=1");
    }

    #[test]
    fn the_default_experiment_has_an_empty_fragment() {
        assert_eq!(Experiment::default().to_fragment(), "");
        for empty in ["", "#", "&&", "#how-an-lstm-works"] {
            assert_eq!(
                Experiment::from_fragment(empty),
                (Experiment::default(), vec![])
            );
        }
    }

    #[test]
    fn what_differs_from_the_recipe_is_written_in_order() {
        let experiment = Experiment {
            source: Source::AlphaVantage {
                symbol: "IBM".into(),
                interval: Interval::Daily,
            },
            settings: Settings {
                scaler: ScalerRows::Train,
                window: 30,
                seed: 7,
                device: DeviceChoice::Cpu,
                ..Settings::for_recipe(Recipe::Notebook)
            },
            ..Experiment::default()
        };
        let fragment = experiment.to_fragment();
        assert_eq!(
            fragment,
            "source=av:IBM:daily&recipe=notebook&scaler=train&window=30&seed=7&device=cpu"
        );
        assert_eq!(
            Experiment::from_fragment(&fragment),
            (experiment, Vec::new())
        );
    }

    #[test]
    fn leak_switches_are_written_only_where_they_are_thrown() {
        let (experiment, notices) =
            Experiment::from_fragment("scaler=all&split=random&label=average");
        assert_eq!(notices, Vec::<String>::new());
        let settings = &experiment.settings;
        assert_eq!(
            (settings.scaler, settings.split, settings.label),
            (ScalerRows::All, SplitBy::Random, Label::Average)
        );
        assert_eq!(
            experiment.to_fragment(),
            "scaler=all&split=random&label=average"
        );
    }

    #[test]
    fn the_recipe_decides_what_is_left_out_wherever_it_stands() {
        let (experiment, _) = Experiment::from_fragment("epochs=3&recipe=notebook");
        assert_eq!(
            experiment.settings,
            Settings {
                epochs: 3,
                ..Settings::for_recipe(Recipe::Notebook)
            }
        );
    }

    #[test]
    fn bad_values_fall_back_and_say_so() {
        assert_eq!(
            notice("window=abc"),
            "The address asks for window=abc, which cannot be used (Look-back window must be a \
             whole number from 2 to 250); using 20 instead."
        );
        assert!(notice("window=99999").contains("window=99999"));
        assert!(notice("window=").contains("using 20"));
        assert!(notice("lr=NaN").contains("using 0.001"));
        assert!(notice("seed=-1").contains("seed=-1"));
        assert!(notice("seed=9007199254740992").contains("using 1"));
        assert!(notice("source=av::daily").contains("using world:random-walk"));
        assert!(notice("source=nowhere").contains("source=nowhere"));
        assert!(notice("recipe=magic").contains("it must be honest or notebook"));
        assert!(notice("target=volume").contains("using return"));
        assert!(notice("scaler=some").contains("using train"));
        assert!(notice("split=none").contains("it must be time or random"));
        assert!(notice("label=last").contains("it must be next or average"));
        assert!(notice("device=tpu").contains("auto, webgpu or cpu"));
        assert!(notice("autorun=yes").contains("autorun=yes"));
        assert!(notice("sealed=yes").contains("sealed=yes"));
    }

    #[test]
    fn a_sealed_block_is_written_only_where_there_is_one() {
        let (experiment, notices) = Experiment::from_fragment("sealed=1&epochs=5");
        assert_eq!(notices, Vec::<String>::new());
        assert!(experiment.sealed);
        assert_eq!(experiment.to_fragment(), "epochs=5&sealed=1");
        assert_eq!(
            Experiment::from_fragment("sealed=0").0,
            Experiment::default()
        );
    }

    #[test]
    fn a_worlds_parameters_are_written_and_read() {
        let fragment = "source=world:mean-reverting&parameters=phi:0.9,noise:0.01&seed=3";
        let (experiment, notices) = Experiment::from_fragment(fragment);
        assert_eq!(notices, Vec::<String>::new());
        assert_eq!(experiment.parameters.to_string(), "phi:0.9,noise:0.01");
        assert_eq!(experiment.to_fragment(), fragment);
        // Escaped as some mail programs do, and in another order.
        let escaped = "seed=3&parameters=noise%3A0.01%2Cphi%3A0.9&source=world:mean-reverting";
        assert_eq!(Experiment::from_fragment(escaped), (experiment, Vec::new()));
    }

    #[test]
    fn bad_parameters_fall_back_and_say_so() {
        assert_eq!(
            notice("parameters=drift:7"),
            "The address asks for parameters=drift:7, which cannot be used (drift must be a number \
             from -0.0005 to 0.001); using the usual value instead."
        );
        assert!(notice("parameters=phi:0.9").contains("this world’s parameters are drift, noise"));
        assert!(notice("parameters=%zz").contains("% escapes"));
        // Of another source they mean nothing.
        let (experiment, notices) = Experiment::from_fragment("source=av:IBM:daily&parameters=x:1");
        assert_eq!(
            (experiment.parameters.are_default(), notices.len()),
            (true, 0)
        );
    }

    #[test]
    fn parameters_stay_with_their_world() {
        let (experiment, _) =
            Experiment::from_fragment("source=world:mean-reverting&parameters=phi:0.9");
        let same = experiment.clone().on(experiment.source.clone());
        assert_eq!(same, experiment);
        let other = experiment.clone().on(Source::default());
        assert!(other.parameters.are_default());
        let back = other.on(experiment.source);
        assert!(back.parameters.are_default());
    }

    #[test]
    fn broken_escapes_fall_back_and_say_so() {
        for broken in ["source=%", "source=av:%4", "source=%zz", "source=%FF%FE"] {
            assert!(notice(broken).contains("% escapes"), "{broken}");
        }
    }

    #[test]
    fn a_long_bad_value_is_cut_in_the_notice() {
        let notice = notice(&format!("device={}", "é".repeat(500)));
        assert!(notice.chars().count() < 200, "{notice}");
    }

    #[test]
    fn several_bad_values_are_each_named_and_the_good_ones_kept() {
        let (experiment, notices) = Experiment::from_fragment("window=1&hidden=16&layers=9&seed=5");
        assert_eq!(notices.len(), 2);
        assert_eq!(
            (experiment.settings.hidden, experiment.settings.seed),
            (16, 5)
        );
        assert_eq!(
            (experiment.settings.window, experiment.settings.layers),
            (20, 2)
        );
    }

    #[test]
    fn an_api_key_in_an_address_is_neither_kept_nor_repeated() {
        for name in ["apikey", "key", "api_key", "APIKEY"] {
            let (experiment, notices) =
                Experiment::from_fragment(&format!("seed=3&{name}=SECRET123&window=0"));
            let shown = format!("{experiment:?} {notices:?} {}", experiment.to_fragment());
            assert!(!shown.contains("SECRET"), "{shown}");
            assert_eq!(experiment.settings.seed, 3);
            assert_eq!(notices.len(), 1);
        }
    }

    #[test]
    fn any_experiment_survives_its_fragment() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        for _ in 0..500 {
            let mut settings = Settings::for_recipe(Recipe::ALL[rng.random_range(0..2)]);
            settings.target = Target::ALL[rng.random_range(0..2)];
            settings.scaler = ScalerRows::ALL[rng.random_range(0..2)];
            settings.split = SplitBy::ALL[rng.random_range(0..2)];
            settings.label = Label::ALL[rng.random_range(0..2)];
            settings.steps = Steps::ALL[rng.random_range(0..2)];
            settings.device = DeviceChoice::ALL[rng.random_range(0..3)];
            for info in &FIELDS {
                if rng.random_bool(0.5) {
                    let bounds = info.bounds;
                    let value = rng.random_range(bounds.min..=bounds.max);
                    let value = if bounds.whole { value.floor() } else { value };
                    let set = settings.set(info.field, &value.to_string());
                    // An averaged label has no second day.
                    let refused = info.field == SettingField::Horizon && value > 1.0;
                    assert!(set.is_ok() || (refused && settings.label == Label::Average));
                }
            }
            let source = match rng.random_range(0..3) {
                0 => Source::World(WorldKind::ALL[rng.random_range(0..WorldKind::ALL.len())]),
                1 => Source::AlphaVantage {
                    symbol: "BRK.B".into(),
                    interval: Interval::Weekly,
                },
                _ => Source::File {
                    name: "my prices & more #1 (50%) €.csv".into(),
                },
            };
            let mut parameters = Parameters::default();
            if let Source::World(world) = source {
                for parameter in world.parameters() {
                    if rng.random_bool(0.5) {
                        let value = rng.random_range(parameter.min..=parameter.max);
                        parameters = parameters.with(world, parameter.key, value).unwrap();
                    }
                }
            }
            let experiment = Experiment {
                source,
                parameters,
                settings,
                sealed: rng.random_bool(0.5),
                autorun: rng.random_bool(0.5),
            };
            let fragment = experiment.to_fragment();
            assert!(fragment.is_ascii() && !fragment.contains(['#', ' ']));
            assert_eq!(
                Experiment::from_fragment(&format!("#{fragment}")),
                (experiment, Vec::new()),
                "{fragment}"
            );
        }
    }

    #[test]
    fn several_days_are_in_the_address_and_one_is_not() {
        let read = |fragment: &str| Experiment::from_fragment(fragment).0.settings;
        let several = read("#horizon=5&steps=recursive");
        assert_eq!((several.horizon, several.steps), (5, Steps::Recursive));
        assert_eq!(read("").horizon, 1);
        assert_eq!(read("#horizon=7").steps, Steps::Direct);
        let experiment = Experiment {
            settings: several,
            ..Experiment::default()
        };
        assert_eq!(experiment.to_fragment(), "horizon=5&steps=recursive");
        for (bad, fallback) in [
            ("horizon=31", 1),
            ("horizon=0", 1),
            ("label=average&horizon=2", 1),
        ] {
            let (experiment, notices) = Experiment::from_fragment(bad);
            assert_eq!(experiment.settings.horizon, fallback);
            assert!(notices[0].contains("Horizon must be"), "{notices:?}");
        }
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let mut experiment = Experiment::default();
        experiment
            .settings
            .set(SettingField::LearningRate, "1e-5")
            .unwrap();
        assert_eq!(experiment.to_fragment(), "lr=0.00001");
    }

    #[test]
    fn a_refusal_is_said_in_german_too() {
        let german = |fragment| in_language(Language::German, || notice(fragment));
        assert_eq!(
            german("parameters=drift:7"),
            "Die Adresse verlangt parameters=drift:7. Das lässt sich nicht verwenden (drift muss eine \
             Zahl von -0,0005 bis 0,001 sein); stattdessen gilt der übliche Wert."
        );
        assert_eq!(
            german("sealed=yes"),
            "Die Adresse verlangt sealed=yes. Das lässt sich nicht verwenden (der Wert muss 1 sein oder \
             fehlen); stattdessen gilt 0."
        );
    }
}
