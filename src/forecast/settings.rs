//! What a visitor can set about an experiment, with its bounds.
//!
//! [`FIELDS`] is the one table of the numeric settings: the form draws itself from it, the address
//! names its keys by it, and [`Settings::validate`] checks against it, so the three cannot disagree.

use crate::number;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Adam's β₁, as in the source notebook.
pub const ADAM_BETA_1: f64 = 0.9;
/// Adam's β₂, as in the source notebook (0.98, not the usual 0.999).
pub const ADAM_BETA_2: f64 = 0.98;
/// Adam's ε, as in the source notebook.
pub const ADAM_EPSILON: f64 = 1e-9;
/// The learning rate is multiplied by this every [`DECAY_EVERY`] epochs, in both recipes.
pub const DECAY: f64 = 0.1;
/// Epochs between two steps of the learning rate.
pub const DECAY_EVERY: usize = 40;
/// Days of a moving average, a trading week: of the baseline and of the averaged label.
pub const AVERAGE_DAYS: usize = 5;
/// The honest recipe stops after this many epochs without a better validation loss.
pub const PATIENCE: usize = 10;
/// The honest recipe's bound on the gradient's norm.
pub const CLIP_NORM: f64 = 1.0;
/// The largest seed: beyond 2⁵³ − 1 a JSON number read by JavaScript loses its last digits.
pub const MAX_SEED: u64 = (1 << 53) - 1;

/// Text is none of the words that a choice knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    /// The address's words that it knows.
    pub expected: &'static [&'static str],
}

/// `Display`, `FromStr` and `ALL` for a choice, from the words that the address uses.
macro_rules! words {
    ($choice:ident, $($variant:ident => $slug:literal),+) => {
        impl $choice {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The address's word.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }
        }
        impl fmt::Display for $choice {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.slug())
            }
        }
        impl FromStr for $choice {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text {
                    $($slug => Ok(Self::$variant),)+
                    _ => Err(UnknownWord { expected: &[$($slug),+] }),
                }
            }
        }
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipe {
    /// Predicts returns, scales on training rows alone, keeps a validation block.
    #[default]
    Honest,
    /// The source notebook, leak and all.
    Notebook,
}
words!(Recipe, Honest => "honest", Notebook => "notebook");

/// What the network predicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    Price,
    Return,
}
words!(Target, Price => "price", Return => "return");

/// Which rows the scaler is fitted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScalerRows {
    Train,
    All,
}
words!(ScalerRows, Train => "train", All => "all");

/// How rows are dealt to the training, validation and test blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SplitBy {
    /// The past to learn from, the future to be tested on.
    #[default]
    Time,
    /// By chance, as a shuffled `train_test_split` does: a leak, here to be measured.
    Random,
}
words!(SplitBy, Time => "time", Random => "random");

/// What the network is told that happened after a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// The next day.
    #[default]
    Next,
    /// The mean of the last days up to the next one, most of which the window holds already, as after
    /// smoothing a history before cutting it: a leak, here to be measured.
    Average,
}
words!(Label, Next => "next", Average => "average");

/// How a forecast of more than one day comes about; of one day both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Steps {
    /// The network has an output for each day ahead and learns all of them at once.
    #[default]
    Direct,
    /// The network learns the next day alone and is then applied to its own forecasts.
    Recursive,
}
words!(Steps, Direct => "direct", Recursive => "recursive");

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceChoice {
    #[default]
    Auto,
    Webgpu,
    Cpu,
}
words!(DeviceChoice, Auto => "auto", Webgpu => "webgpu", Cpu => "cpu");

/// Every setting of an experiment but its source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub recipe: Recipe,
    pub target: Target,
    pub scaler: ScalerRows,
    #[serde(default)]
    pub split: SplitBy,
    #[serde(default)]
    pub label: Label,
    /// Look-back window in rows.
    pub window: usize,
    /// Days ahead that are forecast.
    #[serde(default = "one_day")]
    pub horizon: usize,
    #[serde(default)]
    pub steps: Steps,
    pub hidden: usize,
    pub layers: usize,
    pub dropout: f64,
    pub batch: usize,
    pub epochs: usize,
    pub learning_rate: f64,
    /// Seeds a generated world and the training alike.
    pub seed: u64,
    pub device: DeviceChoice,
}

fn one_day() -> usize {
    1
}

/// A numeric setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SettingField {
    Window,
    Horizon,
    Hidden,
    Layers,
    Dropout,
    Batch,
    Epochs,
    LearningRate,
    Seed,
}

/// The values a setting may take, both ends included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    pub min: f64,
    pub max: f64,
    /// Whole numbers only.
    pub whole: bool,
}

impl Bounds {
    const fn whole(min: u64, max: u64) -> Self {
        Self {
            min: min as f64,
            max: max as f64,
            whole: true,
        }
    }

    const fn real(min: f64, max: f64) -> Self {
        Self {
            min,
            max,
            whole: false,
        }
    }

    /// NaN and the infinities are never inside.
    pub fn contain(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value) && (!self.whole || value.fract() == 0.0)
    }
}

/// All that a form needs to show one numeric setting.
#[derive(Debug, Clone, Copy)]
pub struct FieldInfo {
    pub field: SettingField,
    /// The address's key.
    pub key: &'static str,
    pub bounds: Bounds,
    /// The form's step from one value to the next.
    pub step: f64,
}

/// The numeric settings, in the order of form and address.
pub const FIELDS: [FieldInfo; 9] = [
    FieldInfo {
        field: SettingField::Window,
        key: "window",
        bounds: Bounds::whole(2, 250),
        step: 1.0,
    },
    FieldInfo {
        field: SettingField::Horizon,
        key: "horizon",
        bounds: Bounds::whole(1, 30),
        step: 1.0,
    },
    FieldInfo {
        field: SettingField::Hidden,
        key: "hidden",
        bounds: Bounds::whole(4, 128),
        step: 4.0,
    },
    FieldInfo {
        field: SettingField::Layers,
        key: "layers",
        bounds: Bounds::whole(1, 3),
        step: 1.0,
    },
    FieldInfo {
        field: SettingField::Dropout,
        key: "dropout",
        bounds: Bounds::real(0.0, 0.9),
        step: 0.05,
    },
    FieldInfo {
        field: SettingField::Batch,
        key: "batch",
        bounds: Bounds::whole(1, 512),
        step: 1.0,
    },
    FieldInfo {
        field: SettingField::Epochs,
        key: "epochs",
        bounds: Bounds::whole(1, 1000),
        step: 1.0,
    },
    FieldInfo {
        field: SettingField::LearningRate,
        key: "lr",
        bounds: Bounds::real(1e-6, 1.0),
        step: 0.0005,
    },
    FieldInfo {
        field: SettingField::Seed,
        key: "seed",
        bounds: Bounds::whole(0, MAX_SEED),
        step: 1.0,
    },
];

/// A setting that cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldError {
    pub field: SettingField,
    pub refusal: Refusal,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No number, or beyond the field's [`Bounds`].
    OutOfBounds,
    /// An averaged label is one of the next day, so the horizon can only be one day.
    AverageIsOfOneDay,
}

/// A setting with its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Setting {
    Recipe(Recipe),
    Target(Target),
    Scaler(ScalerRows),
    Split(SplitBy),
    Label(Label),
    Number(SettingField, f64),
    Steps(Steps),
    Device(DeviceChoice),
}

impl SettingField {
    pub fn info(self) -> &'static FieldInfo {
        // FIELDS is in the order of the variants; a test holds it to that.
        &FIELDS[self as usize]
    }

    fn out_of_bounds(self) -> FieldError {
        FieldError {
            field: self,
            refusal: Refusal::OutOfBounds,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::for_recipe(Recipe::default())
    }
}

impl Settings {
    /// The recipe's own settings; everything a link leaves out is taken from here.
    pub fn for_recipe(recipe: Recipe) -> Self {
        let (target, scaler, learning_rate) = match recipe {
            Recipe::Honest => (Target::Return, ScalerRows::Train, 0.001),
            Recipe::Notebook => (Target::Price, ScalerRows::All, 0.01),
        };
        Self {
            recipe,
            target,
            scaler,
            split: SplitBy::Time,
            label: Label::Next,
            window: 20,
            horizon: 1,
            steps: Steps::Direct,
            hidden: 32,
            layers: 2,
            dropout: 0.2,
            batch: 64,
            epochs: 100,
            learning_rate,
            seed: 1,
            device: DeviceChoice::Auto,
        }
    }

    /// Changes to another recipe: target, scaler, split, label and learning rate become the recipe's,
    /// everything else (window, network, seed, device …) stays as the visitor set it.
    pub fn with_recipe(self, recipe: Recipe) -> Self {
        let Self {
            target,
            scaler,
            split,
            label,
            learning_rate,
            ..
        } = Self::for_recipe(recipe);
        Self {
            recipe,
            target,
            scaler,
            split,
            label,
            learning_rate,
            ..self
        }
    }

    /// Every setting, in the order of the address.
    pub fn all(&self) -> Vec<Setting> {
        let mut all = vec![
            Setting::Recipe(self.recipe),
            Setting::Target(self.target),
            Setting::Scaler(self.scaler),
            Setting::Split(self.split),
            Setting::Label(self.label),
        ];
        let number = |info: &FieldInfo| Setting::Number(info.field, self.number(info.field));
        all.extend(FIELDS.iter().map(number));
        all.extend([Setting::Steps(self.steps), Setting::Device(self.device)]);
        all
    }

    /// Outputs of the network: a direct forecast has one for each day ahead.
    pub fn outputs(&self) -> usize {
        match self.steps {
            Steps::Direct => self.horizon,
            Steps::Recursive => 1,
        }
    }

    /// An averaged label is one of the next day, so there is no second day to it.
    fn label_clash(&self) -> Option<FieldError> {
        (self.horizon > 1 && self.label == Label::Average).then(|| FieldError {
            field: SettingField::Horizon,
            refusal: Refusal::AverageIsOfOneDay,
        })
    }

    /// Index in a series of the first price that can be a target: the first window's next day. A
    /// window of returns needs one price more than it has returns.
    pub fn first_target(&self) -> usize {
        match self.target {
            Target::Price => self.window,
            Target::Return => self.window + 1,
        }
    }

    /// Whether the last eighth of the training rows is held back to choose the best epoch.
    pub fn has_validation_block(&self) -> bool {
        self.recipe == Recipe::Honest
    }

    /// Epochs without a better validation loss before training stops; `None`: never.
    pub fn patience(&self) -> Option<usize> {
        self.has_validation_block().then_some(PATIENCE)
    }

    /// The bound on the gradient's norm; `None`: no clipping.
    pub fn clip_norm(&self) -> Option<f64> {
        (self.recipe == Recipe::Honest).then_some(CLIP_NORM)
    }

    /// The setting as a number. Exact: a seed is at most 2⁵³ − 1.
    pub fn number(&self, field: SettingField) -> f64 {
        match field {
            SettingField::Window => self.window as f64,
            SettingField::Horizon => self.horizon as f64,
            SettingField::Hidden => self.hidden as f64,
            SettingField::Layers => self.layers as f64,
            SettingField::Dropout => self.dropout,
            SettingField::Batch => self.batch as f64,
            SettingField::Epochs => self.epochs as f64,
            SettingField::LearningRate => self.learning_rate,
            SettingField::Seed => self.seed as f64,
        }
    }

    /// The setting as a form or an address writes it; [`Settings::set`] reads it back exactly.
    pub fn text(&self, field: SettingField) -> String {
        match field {
            SettingField::Seed => self.seed.to_string(),
            _ => self.number(field).to_string(),
        }
    }

    /// Sets one number from text as people type it.
    ///
    /// # Errors
    /// The text is no number, out of bounds, or of no meaning beside the other settings; these then stay
    /// as they were.
    pub fn set(&mut self, field: SettingField, text: &str) -> Result<(), FieldError> {
        let value = number::parse(text.trim())
            .filter(|value| field.info().bounds.contain(*value))
            .ok_or_else(|| field.out_of_bounds())?;
        match field {
            SettingField::Window => self.window = value as usize,
            SettingField::Horizon => {
                let horizon = value as usize;
                let changed = Self {
                    horizon,
                    ..self.clone()
                };
                if let Some(clash) = changed.label_clash() {
                    return Err(clash);
                }
                self.horizon = horizon;
            }
            SettingField::Hidden => self.hidden = value as usize,
            SettingField::Layers => self.layers = value as usize,
            // `+ 0.0` turns −0 into 0, which writes no minus sign into an address.
            SettingField::Dropout => self.dropout = value + 0.0,
            SettingField::Batch => self.batch = value as usize,
            SettingField::Epochs => self.epochs = value as usize,
            SettingField::LearningRate => self.learning_rate = value,
            SettingField::Seed => self.seed = value as u64,
        }
        Ok(())
    }

    /// Checks every number against its bounds and the other settings.
    ///
    /// # Errors
    /// One error for each setting that is out of bounds, in the order of [`FIELDS`], then those that
    /// make no sense together.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let errors: Vec<_> = FIELDS
            .iter()
            .filter(|info| !info.bounds.contain(self.number(info.field)))
            .map(|info| info.field.out_of_bounds())
            .chain(self.label_clash())
            .collect();
        if errors.is_empty() {
            Ok(())
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_fields() {
        for info in &FIELDS {
            assert_eq!(info.field.info().key, info.key);
        }
    }

    #[test]
    fn both_recipes_are_within_bounds_and_as_designed() {
        for recipe in Recipe::ALL {
            assert_eq!(Settings::for_recipe(*recipe).validate(), Ok(()));
        }
        let honest = Settings::default();
        assert_eq!(honest.recipe, Recipe::Honest);
        assert_eq!(
            (honest.target, honest.scaler),
            (Target::Return, ScalerRows::Train)
        );
        assert_eq!(honest.learning_rate, 0.001);
        assert_eq!(
            (honest.patience(), honest.clip_norm()),
            (Some(10), Some(1.0))
        );
        let notebook = Settings::for_recipe(Recipe::Notebook);
        assert_eq!(
            (notebook.target, notebook.scaler),
            (Target::Price, ScalerRows::All)
        );
        assert_eq!(notebook.learning_rate, 0.01);
        assert_eq!((notebook.patience(), notebook.clip_norm()), (None, None));
    }

    #[test]
    fn a_number_is_accepted_at_its_bounds_and_refused_beyond() {
        for info in &FIELDS {
            let mut settings = Settings::default();
            for bound in [info.bounds.min, info.bounds.max] {
                assert_eq!(settings.set(info.field, &bound.to_string()), Ok(()));
                assert_eq!(settings.number(info.field), bound);
                assert_eq!(settings.validate(), Ok(()));
            }
            let before = settings.clone();
            let above = (info.bounds.max + 1.0).to_string();
            for bad in [above.as_str(), "-1", "abc", "", "NaN", "inf"] {
                let error = settings.set(info.field, bad).unwrap_err();
                assert_eq!(error, info.field.out_of_bounds());
            }
            assert_eq!(settings, before);
        }
    }

    #[test]
    fn a_whole_number_with_a_fraction_is_refused() {
        let mut settings = Settings::default();
        let error = settings.set(SettingField::Window, "20.5").unwrap_err();
        assert_eq!(error, SettingField::Window.out_of_bounds());
        assert_eq!(settings.window, 20);
    }

    #[test]
    fn every_setting_out_of_bounds_is_named() {
        let settings = Settings {
            window: 1,
            dropout: f64::NAN,
            seed: MAX_SEED + 1,
            ..Settings::default()
        };
        let fields: Vec<_> = settings
            .validate()
            .unwrap_err()
            .into_iter()
            .map(|error| error.field)
            .collect();
        assert_eq!(
            fields,
            [
                SettingField::Window,
                SettingField::Dropout,
                SettingField::Seed
            ]
        );
    }

    #[test]
    fn an_averaged_label_has_no_second_day() {
        let mut settings = Settings {
            label: Label::Average,
            ..Settings::default()
        };
        let error = settings.set(SettingField::Horizon, "5").unwrap_err();
        assert_eq!(error.refusal, Refusal::AverageIsOfOneDay);
        assert_eq!(settings.horizon, 1);
        assert_eq!(settings.set(SettingField::Horizon, "1"), Ok(()));
        settings.horizon = 5;
        assert_eq!(settings.validate(), Err(vec![error]));
    }

    #[test]
    fn the_largest_seed_survives_its_text() {
        let mut settings = Settings::default();
        settings
            .set(SettingField::Seed, "9007199254740991")
            .unwrap();
        assert_eq!(settings.seed, MAX_SEED);
        assert_eq!(settings.text(SettingField::Seed), "9007199254740991");
    }

    #[test]
    fn another_recipe_keeps_what_is_not_its_own() {
        let mut settings = Settings::default();
        settings.set(SettingField::Seed, "7").unwrap();
        settings.set(SettingField::Window, "30").unwrap();
        settings.set(SettingField::LearningRate, "0.5").unwrap();
        settings.device = DeviceChoice::Cpu;
        settings.split = SplitBy::Random;
        settings.label = Label::Average;
        let notebook = settings.clone().with_recipe(Recipe::Notebook);
        assert_eq!(
            notebook,
            Settings {
                seed: 7,
                window: 30,
                device: DeviceChoice::Cpu,
                ..Settings::for_recipe(Recipe::Notebook)
            }
        );
    }

    #[test]
    fn words_read_back() {
        for device in DeviceChoice::ALL {
            assert_eq!(device.to_string().parse(), Ok(*device));
        }
        let known = &["auto", "webgpu", "cpu"];
        assert_eq!("gpu".parse::<DeviceChoice>().unwrap_err().expected, known);
    }
}
