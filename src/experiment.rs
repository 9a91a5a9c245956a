//! An experiment: a source and its settings, and the address (URL fragment) that carries both.
//!
//! `#source=av:IBM:weekly&window=30&seed=7`: readable, short, in a fixed order. What a link leaves
//! out is the recipe's own value, so a link is as long as the experiment is unusual.
//!
//! Only known keys are ever read or written. An API key pasted into an address is therefore neither
//! kept, nor repeated in a message, nor written into the next link.

use crate::forecast::Settings;
use crate::forecast::settings::{self, Input, Recipe, Setting, SettingError};
use crate::fragment::{self, Pair, Value};
use crate::market::world::{DEFAULT_DAYS, ParameterError, Parameters, generate_with};
use crate::market::{Prices, Source};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a value keeps readable: everything else that is not a letter or a digit is escaped.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b'/')
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
    /// A second series, whose moves the network reads where [`Input::Other`] is among its inputs. Its prices are
    /// put beside the first's by date.
    pub other: Option<Source>,
    /// The last twentieth of the prices is put away: nothing is trained or tested on it until it is
    /// opened, once.
    pub sealed: bool,
    /// Load and train at once.
    pub autorun: bool,
}

/// The keys that are no settings; those are [`settings::KEYS`].
const OTHER_KEYS: [&str; 6] = [
    "source",
    "parameters",
    "other",
    "sealed",
    "autorun",
    "workers",
];

/// As many workers as an address can ask for.
pub const MAX_WORKERS: usize = 16;

impl Experiment {
    /// Every key that an address can have of an experiment.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        settings::KEYS.into_iter().chain(OTHER_KEYS)
    }

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

    /// Reads a fragment (with or without `#`). Unknown keys are passed over; each bad value falls back
    /// to its default and is named in one of the returned errors. Of a repeated key the last
    /// value counts.
    pub fn from_fragment(fragment: &str) -> (Self, Vec<AddressError>) {
        let mut reader = Reader::new(fragment);
        // The recipe first: it decides what the other keys default to.
        let mut settings = Settings::default();
        let usual = Setting::Recipe(settings.recipe);
        reader.setting(&mut settings, usual);
        settings = Settings::for_recipe(settings.recipe);
        let source = reader.source();
        let parameters = reader.parameters(&source);
        let after_recipe = settings.all().into_iter().skip(1);
        for usual in after_recipe {
            reader.setting(&mut settings, usual);
        }
        let other = reader.other();
        let sealed = reader.switch("sealed");
        let autorun = reader.switch("autorun");
        let experiment = Self {
            source,
            parameters,
            settings,
            other,
            sealed,
            autorun,
        };
        (experiment, reader.errors)
    }

    /// Reads what [`to_fragment`](Self::to_fragment) wrote, to be run when someone asks for it; `None`
    /// where any of it is not as it was written.
    pub fn from_own_fragment(fragment: &str) -> Option<Self> {
        let (experiment, complaints) = Self::from_fragment(fragment);
        let sound = complaints.is_empty() && experiment.settings.validate().is_ok();
        sound.then(|| experiment.without_autorun())
    }

    /// How many workers an address wants (`workers=1` to 16), where it says so: to measure by. It is a matter of
    /// the machine and no part of an experiment, and never written into a link.
    pub fn workers(fragment: &str) -> (Option<usize>, Option<AddressError>) {
        let mut reader = Reader::new(fragment);
        let workers = reader.workers();
        (workers, reader.errors.pop())
    }

    /// The prices of its known world, made with its seed; `None` on another source.
    pub fn generated(&self) -> Option<Prices> {
        let Source::World(kind) = self.source else {
            return None;
        };
        let seed = self.settings.seed;
        Some(generate_with(kind, &self.parameters, seed, DEFAULT_DAYS))
    }

    /// The second series that the network reads. One that it does not read makes no other experiment.
    pub fn other_read(&self) -> Option<&Source> {
        let other = self.other.as_ref();
        other.filter(|_| self.settings.inputs.has(Input::Other))
    }

    /// The same, to be started by hand: a shared link opens ready, and only who writes `autorun=1` by hand
    /// wants it to start by itself.
    #[must_use]
    pub fn without_autorun(self) -> Self {
        Self {
            autorun: false,
            ..self
        }
    }

    /// The fragment without `#`, defaults of the recipe left out. The default experiment's is empty.
    pub fn to_fragment(&self) -> String {
        let Self {
            source,
            parameters,
            settings,
            other: _,
            sealed,
            autorun,
        } = self;
        let mut pairs = Vec::new();
        let mut add = |key: &str, value: String, default: String| {
            if value != default {
                pairs.push(format!("{key}={}", utf8_percent_encode(&value, ESCAPED)));
            }
        };
        add("source", source.to_string(), Source::default().to_string());
        add("parameters", parameters.to_string(), String::new());
        let usual = Settings {
            recipe: Recipe::default(),
            ..Settings::for_recipe(settings.recipe)
        };
        for (setting, usual) in settings.all().into_iter().zip(usual.all()) {
            add(setting.key(), setting.text(), usual.text());
        }
        let other = self.other_read().map(Source::to_string);
        add("other", other.unwrap_or_default(), String::new());
        add("sealed", u8::from(*sealed).to_string(), "0".into());
        add("autorun", u8::from(*autorun).to_string(), "0".into());
        pairs.join("&")
    }
}

/// Something that an address asks for and cannot have.
#[derive(Debug, Clone, PartialEq)]
pub struct AddressError {
    pub key: String,
    /// The value, cut where it is long.
    pub quoted: String,
    pub rule: Rule,
    pub used: Used,
}

/// What a value breaks.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// Its percent-encoding cannot be read.
    BadEscapes,
    Setting(SettingError),
    /// It must be 1 or left out.
    Switch,
    Source,
    /// Only a known world has parameters.
    OfWorlds,
    Parameter(ParameterError),
    /// It must be a whole number from 1 to [`MAX_WORKERS`].
    Workers,
}

/// What stands in for a value that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Used {
    /// As the address would write it.
    Value(String),
    /// One of a world's parameters, or how many workers the machine is good for.
    Usual,
    /// All of them.
    UsualOnes,
    /// It is left out.
    Nothing,
}

/// Takes values out of a fragment and collects what was wrong with them.
struct Reader {
    pairs: Vec<Pair>,
    errors: Vec<AddressError>,
}

impl Reader {
    fn new(fragment: &str) -> Self {
        Self {
            pairs: fragment::pairs(fragment),
            errors: Vec::new(),
        }
    }

    /// The value of `key`, if the address has one whose escapes can be read.
    fn value(&mut self, key: &str, used: impl Fn() -> Used) -> Option<String> {
        match fragment::last(&self.pairs, key)?.clone() {
            Value::Read(value) => Some(value),
            Value::BadEscapes(raw) => {
                self.refuse(key, &raw, Rule::BadEscapes, used());
                None
            }
        }
    }

    /// One of the settings, which stays as `usual` has it where the address says nothing usable.
    fn setting(&mut self, settings: &mut Settings, usual: Setting) {
        let key = usual.key();
        let used = || Used::Value(usual.text());
        if let Some(value) = self.value(key, used)
            && let Err(error) = settings.read(key, &value)
        {
            self.refuse(key, &value, Rule::Setting(error), used());
        }
    }

    /// Something that is off unless its key says 1.
    fn switch(&mut self, key: &str) -> bool {
        let used = || Used::Value("0".to_owned());
        match self.value(key, used).as_deref() {
            None | Some("0") => false,
            Some("1") => true,
            Some(other) => {
                self.refuse(key, other, Rule::Switch, used());
                false
            }
        }
    }

    fn workers(&mut self) -> Option<usize> {
        let value = self.value("workers", || Used::Usual)?;
        let workers = value.parse().ok();
        let workers = workers.filter(|workers| (1..=MAX_WORKERS).contains(workers));
        if workers.is_none() {
            self.refuse("workers", &value, Rule::Workers, Used::Usual);
        }
        workers
    }

    fn source(&mut self) -> Source {
        let fallback = Source::default();
        let word = fallback.to_string();
        let Some(value) = self.value("source", || Used::Value(word.clone())) else {
            return fallback;
        };
        value.parse().unwrap_or_else(|_| {
            self.refuse("source", &value, Rule::Source, Used::Value(word));
            fallback
        })
    }

    fn other(&mut self) -> Option<Source> {
        let value = self.value("other", || Used::Nothing)?;
        let source = value.parse().ok();
        if source.is_none() {
            self.refuse("other", &value, Rule::Source, Used::Nothing);
        }
        source
    }

    /// A world's parameters; any other source has none.
    fn parameters(&mut self, source: &Source) -> Parameters {
        let Some(value) = self.value("parameters", || Used::UsualOnes) else {
            return Parameters::default();
        };
        let Source::World(world) = *source else {
            if !value.is_empty() {
                self.refuse("parameters", &value, Rule::OfWorlds, Used::UsualOnes);
            }
            return Parameters::default();
        };
        let (parameters, refused) = Parameters::read(world, &value);
        for (item, error) in refused {
            self.refuse("parameters", item, Rule::Parameter(error), Used::Usual);
        }
        parameters
    }

    fn refuse(&mut self, key: &str, value: &str, rule: Rule, used: Used) {
        let mut quoted: String = value.chars().take(QUOTED_CHARS).collect();
        if quoted.len() < value.len() {
            quoted.push('…');
        }
        self.errors.push(AddressError {
            key: key.to_owned(),
            quoted,
            rule,
            used,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::settings::{
        DeviceChoice, FIELDS, FieldError, Label, Lookahead, NetworkKind, Refusal, ScalerRows,
        SettingField, SplitBy, Steps, Target,
    };
    use crate::market::{Interval, world::WorldKind};
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    /// The one error of a fragment, which is else the default's.
    fn error(fragment: &str) -> AddressError {
        let (experiment, errors) = Experiment::from_fragment(fragment);
        assert_eq!(experiment, Experiment::default(), "{fragment}");
        let [error] = errors.as_slice() else {
            panic!("{fragment}: {errors:?}");
        };
        error.clone()
    }

    #[test]
    fn the_designs_example_reads() {
        let (experiment, errors) = Experiment::from_fragment(
            "#source=world:random-walk&recipe=honest&window=20&hidden=32&layers=2&dropout=0.2\
             &batch=64&epochs=100&lr=0.001&seed=1&device=auto&autorun=1",
        );
        assert_eq!(errors, []);
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
        let (experiment, errors) =
            Experiment::from_fragment("scaler=all&split=random&label=average&lookahead=day");
        assert_eq!(errors, []);
        let settings = &experiment.settings;
        assert_eq!(
            (settings.scaler, settings.split, settings.label),
            (ScalerRows::All, SplitBy::Random, Label::Average)
        );
        assert_eq!(settings.lookahead, Lookahead::Day);
        assert_eq!(
            experiment.to_fragment(),
            "scaler=all&split=random&label=average&lookahead=day"
        );
    }

    #[test]
    fn inputs_are_written_in_their_order_and_only_where_there_are_several() {
        let (experiment, errors) = Experiment::from_fragment("inputs=return,weekday,volume");
        assert_eq!(errors, []);
        assert_eq!(experiment.settings.inputs.count(), 4);
        assert_eq!(experiment.to_fragment(), "inputs=return,volume,weekday");
        for usual in ["inputs=return", "inputs=price&recipe=honest"] {
            assert_eq!(Experiment::from_fragment(usual).0, Experiment::default());
        }
    }

    #[test]
    fn a_second_series_is_written_where_it_is_read() {
        let fragment = "source=av:IBM:daily&inputs=return,other&other=av:MSFT:daily";
        let (experiment, errors) = Experiment::from_fragment(fragment);
        assert_eq!(errors, []);
        let msft = Source::alpha_vantage("MSFT", Interval::Daily).unwrap();
        assert_eq!(experiment.other_read(), Some(&msft));
        assert_eq!(experiment.to_fragment(), fragment);
        // It is there, and nothing reads it.
        let (unread, errors) = Experiment::from_fragment("other=av:MSFT:daily&epochs=5");
        assert_eq!((errors, &unread.other), (vec![], &Some(msft)));
        assert_eq!(
            (unread.other_read(), &*unread.to_fragment()),
            (None, "epochs=5")
        );
        // Read, and nobody says which: as a visitor who has one chooses.
        let (open, errors) = Experiment::from_fragment("inputs=return,other");
        assert_eq!((errors, open.other.clone()), (vec![], None));
        assert_eq!(open.to_fragment(), "inputs=return,other");
        let bad = error("other=MSFT");
        assert_eq!((bad.rule, bad.used), (Rule::Source, Used::Nothing));
    }

    #[test]
    fn workers_are_read_beside_the_experiment_and_never_written() {
        let fragment = "epochs=3&workers=2";
        assert_eq!(Experiment::workers(fragment), (Some(2), None));
        let (experiment, errors) = Experiment::from_fragment(fragment);
        assert_eq!(
            (experiment.to_fragment().as_str(), errors),
            ("epochs=3", vec![])
        );
        assert_eq!(Experiment::workers("epochs=3"), (None, None));
        for bad in ["0", "17", "-1", "two", ""] {
            let (workers, error) = Experiment::workers(&format!("workers={bad}"));
            let error = error.expect("it is refused");
            assert_eq!(
                (workers, error.rule, error.used),
                (None, Rule::Workers, Used::Usual)
            );
        }
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
    fn bad_values_fall_back_and_are_named() {
        let used = |value: &str| Used::Value(value.to_owned());
        assert_eq!(
            error("window=abc"),
            AddressError {
                key: "window".into(),
                quoted: "abc".into(),
                rule: Rule::Setting(SettingError::Number(FieldError {
                    field: SettingField::Window,
                    refusal: Refusal::OutOfBounds
                })),
                used: used("20"),
            }
        );
        for (fragment, quoted, fallback) in [
            ("window=99999", "99999", "20"),
            ("window=", "", "20"),
            ("lr=NaN", "NaN", "0.001"),
            ("seed=-1", "-1", "1"),
            ("seed=9007199254740992", "9007199254740992", "1"),
            ("source=av::daily", "av::daily", "world:random-walk"),
            ("source=nowhere", "nowhere", "world:random-walk"),
            ("recipe=magic", "magic", "honest"),
            ("target=volume", "volume", "return"),
            ("scaler=some", "some", "train"),
            ("split=none", "none", "time"),
            ("label=last", "last", "next"),
            ("lookahead=week", "week", "off"),
            ("inputs=volume", "volume", "return"),
            ("inputs=return,sunshine", "return,sunshine", "return"),
            ("device=tpu", "tpu", "auto"),
            ("autorun=yes", "yes", "0"),
            ("sealed=yes", "yes", "0"),
        ] {
            let error = error(fragment);
            assert_eq!(
                (error.quoted.as_str(), error.used),
                (quoted, used(fallback))
            );
        }
    }

    #[test]
    fn a_sealed_block_is_written_only_where_there_is_one() {
        let (experiment, errors) = Experiment::from_fragment("sealed=1&epochs=5");
        assert_eq!(errors, []);
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
        let (experiment, errors) = Experiment::from_fragment(fragment);
        assert_eq!(errors, []);
        assert_eq!(experiment.parameters.to_string(), "phi:0.9,noise:0.01");
        assert_eq!(experiment.to_fragment(), fragment);
        // Escaped as some mail programs do, and in another order.
        let escaped = "seed=3&parameters=noise%3A0.01%2Cphi%3A0.9&source=world:mean-reverting";
        assert_eq!(Experiment::from_fragment(escaped), (experiment, Vec::new()));
    }

    #[test]
    fn bad_parameters_fall_back_and_are_named() {
        let one = error("parameters=drift:7");
        assert_eq!((&*one.quoted, one.used), ("drift:7", Used::Usual));
        assert!(matches!(one.rule, Rule::Parameter(_)), "{:?}", one.rule);
        let all = error("parameters=%zz");
        assert_eq!((all.rule, all.used), (Rule::BadEscapes, Used::UsualOnes));
        // Another source has none.
        let (experiment, errors) = Experiment::from_fragment("source=av:IBM:daily&parameters=x:1");
        assert!(experiment.parameters.are_default());
        let [only] = errors.as_slice() else {
            panic!("{errors:?}");
        };
        assert_eq!((&only.rule, &*only.quoted), (&Rule::OfWorlds, "x:1"));
        assert_eq!(Experiment::from_fragment("source=file:a&parameters=").1, []);
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
    fn broken_escapes_fall_back_and_are_named() {
        for broken in ["source=%", "source=av:%4", "source=%zz", "source=%FF%FE"] {
            assert_eq!(error(broken).rule, Rule::BadEscapes, "{broken}");
        }
    }

    #[test]
    fn a_long_bad_value_is_cut() {
        let error = error(&format!("device={}", "é".repeat(500)));
        assert_eq!(error.quoted.chars().count(), QUOTED_CHARS + 1);
        assert!(error.quoted.ends_with('…'));
    }

    #[test]
    fn several_bad_values_are_each_named_and_the_good_ones_kept() {
        let (experiment, errors) = Experiment::from_fragment("window=1&hidden=16&layers=9&seed=5");
        assert_eq!(errors.len(), 2);
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
            let (experiment, errors) =
                Experiment::from_fragment(&format!("seed=3&{name}=SECRET123&window=0"));
            let shown = format!("{experiment:?} {errors:?} {}", experiment.to_fragment());
            assert!(!shown.contains("SECRET"), "{shown}");
            assert_eq!(experiment.settings.seed, 3);
            assert_eq!(errors.len(), 1);
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
            settings.lookahead = Lookahead::ALL[rng.random_range(0..2)];
            for input in Input::ALL {
                settings.inputs = settings.inputs.with(*input, rng.random_bool(0.3));
            }
            settings.device = DeviceChoice::ALL[rng.random_range(0..3)];
            settings.cell = NetworkKind::ALL[rng.random_range(0..NetworkKind::ALL.len())];
            for info in &FIELDS {
                if rng.random_bool(0.5) {
                    let bounds = info.bounds;
                    let value = rng.random_range(bounds.min..=bounds.max);
                    let value = if bounds.whole { value.floor() } else { value };
                    let set = settings.set(info.field, &value.to_string());
                    // An averaged label has no second day, nor has a recursive forecast with inputs that
                    // nobody forecasts.
                    let refused = info.field == SettingField::Horizon && value > 1.0;
                    let one_day = settings.label == Label::Average
                        || (settings.steps == Steps::Recursive && !settings.inputs.are_usual());
                    assert!(set.is_ok() || (refused && one_day));
                }
            }
            let source = match rng.random_range(0..5) {
                0 => Source::World(WorldKind::ALL[rng.random_range(0..WorldKind::ALL.len())]),
                1 => "fx:EUR/USD".parse().expect("a source"),
                2 => "coin:BTC/USD".parse().expect("a source"),
                3 => Source::AlphaVantage {
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
                other: settings.inputs.has(Input::Other).then(|| {
                    let others = ["av:MSFT:daily", "file:my other prices.csv", "fx:EUR/USD"];
                    others[rng.random_range(0..3)].parse().expect("a source")
                }),
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
            let (experiment, errors) = Experiment::from_fragment(bad);
            assert_eq!(experiment.settings.horizon, fallback);
            assert!(
                matches!(
                    &errors[0].rule,
                    Rule::Setting(SettingError::Number(it)) if it.field == SettingField::Horizon
                ),
                "{errors:?}"
            );
        }
    }

    #[test]
    fn inputs_of_days_to_come_are_told_and_left_out() {
        for fragment in [
            "horizon=3&steps=recursive&inputs=return,volume",
            "inputs=return,volume&steps=recursive&horizon=3",
        ] {
            let (experiment, errors) = Experiment::from_fragment(fragment);
            let clash = FieldError {
                field: SettingField::Horizon,
                refusal: Refusal::InputsAreNotForecast,
            };
            let expected = AddressError {
                key: "inputs".into(),
                quoted: "return,volume".into(),
                rule: Rule::Setting(SettingError::Number(clash)),
                used: Used::Value("return".into()),
            };
            assert_eq!(errors, [expected], "{fragment}");
            assert_eq!(experiment.settings.validate(), Ok(()));
            assert_eq!(experiment.to_fragment(), "horizon=3&steps=recursive");
        }
        // One day ahead, or directly, they are had together.
        for sound in [
            "steps=recursive&inputs=return,volume",
            "horizon=3&inputs=return,volume",
        ] {
            let (experiment, errors) = Experiment::from_fragment(sound);
            assert_eq!(
                (errors, experiment.to_fragment()),
                (vec![], sound.to_owned())
            );
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
}
