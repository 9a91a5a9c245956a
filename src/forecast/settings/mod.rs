//! What a visitor can set about an experiment, with its bounds.
//!
//! The table in this file (`settings!`) is the one place of a setting: the struct, the recipes' own
//! values, what the form draws, what the address reads and writes, and what is refused are all made
//! from its row ([`Settings::uses`] says which numbers mean something to a kind of network). Its words are in `app::words::settings`.

mod choices;
mod inputs;

pub use crate::cells::{Cell, Linear, NetworkKind};
pub use crate::protocol::DeviceChoice;
pub use choices::{Label, Lookahead, Recipe, ScalerRows, SplitBy, Steps, Target, UnknownWord};
pub use inputs::{Input, InputNumber, Inputs, NotInputs};

use crate::number;

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

/// Makes [`Settings`], [`SettingField`], [`FIELDS`] and [`Setting`] from a row of each setting, in the
/// order of address and form: choices, then numbers, then choices again.
///
/// A row ends in the value that the recipes have: one for both, or the honest one's and the notebook's.
macro_rules! settings {
    (
        choices { $($(#[$choice_doc:meta])*
            $Choice:ident, $choice_key:literal, $choice:ident: $kind:ty
                = $choice_usual:expr $(, $choice_notebook:expr)?;)+ }
        numbers { $($(#[$doc:meta])*
            $Number:ident, $key:literal, $number:ident: $type:ty, $bounds:expr, step $step:expr
                => $usual:expr $(, $notebook:expr)?;)+ }
        choices { $($(#[$late_doc:meta])*
            $Late:ident, $late_key:literal, $late:ident: $late_kind:ty = $late_usual:expr;)+ }
    ) => {
        /// Every setting of an experiment but its source.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Settings {
            $($(#[$choice_doc])* pub $choice: $kind,)+
            $($(#[$doc])* pub $number: $type,)+
            $($(#[$late_doc])* pub $late: $late_kind,)+
        }

        /// A numeric setting.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum SettingField {
            $($Number,)+
        }

        /// The numeric settings, in the order of form and address.
        pub const FIELDS: [FieldInfo; [$($key),+].len()] = [
            $(FieldInfo {
                field: SettingField::$Number,
                key: $key,
                bounds: $bounds,
                step: $step,
            },)+
        ];

        /// What all settings are called in an address.
        pub const KEYS: [&str; [$($choice_key,)+ $($key,)+ $($late_key),+].len()] =
            [$($choice_key,)+ $($key,)+ $($late_key),+];

        /// A setting with its value.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum Setting {
            $($Choice($kind),)+
            Number(SettingField, f64),
            $($Late($late_kind),)+
        }

        impl Setting {
            /// The address's key.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$Choice(_) => $choice_key,)+
                    Self::Number(field, _) => field.info().key,
                    $(Self::$Late(_) => $late_key,)+
                }
            }

            /// The value as a form or an address writes it; [`Settings::read`] reads it back exactly.
            pub fn text(self) -> String {
                match self {
                    $(Self::$Choice(choice) => choice.to_string(),)+
                    Self::Number(_, value) => value.to_string(),
                    $(Self::$Late(choice) => choice.to_string(),)+
                }
            }
        }

        impl Settings {
            /// The recipe's own settings; everything a link leaves out is taken from here.
            pub fn for_recipe(recipe: Recipe) -> Self {
                let honest = Self {
                    $($choice: $choice_usual,)+
                    $($number: $usual,)+
                    $($late: $late_usual,)+
                };
                match recipe {
                    Recipe::Honest => honest,
                    Recipe::Notebook => Self {
                        $($($choice: $choice_notebook,)?)+
                        $($($number: $notebook,)?)+
                        ..honest
                    },
                }
            }

            /// Every setting, in the order of the address.
            pub fn all(&self) -> Vec<Setting> {
                vec![
                    $(Setting::$Choice(self.$choice),)+
                    $(Setting::Number(SettingField::$Number, self.number(SettingField::$Number)),)+
                    $(Setting::$Late(self.$late),)+
                ]
            }

            /// The setting as a number. Exact: a seed is at most 2⁵³ − 1.
            pub fn number(&self, field: SettingField) -> f64 {
                match field {
                    $(SettingField::$Number => self.$number.to_f64(),)+
                }
            }

            /// `value` is within the field's bounds.
            fn set_number(&mut self, field: SettingField, value: f64) {
                match field {
                    $(SettingField::$Number => self.$number = Number::of_f64(value),)+
                }
            }

            /// Sets what an address calls `key` from the text that it has for it. An unknown key changes
            /// nothing.
            ///
            /// # Errors
            /// The text is none that this setting can have, or of no meaning beside those that were read before
            /// it; it then stays as it was.
            pub fn read(&mut self, key: &str, text: &str) -> Result<(), SettingError> {
                match key {
                    $($choice_key => self.$choice = text.parse()?,)+
                    $($key => self.set(SettingField::$Number, text)?,)+
                    $($late_key => {
                        let before = self.$late;
                        self.$late = text.parse()?;
                        let clash = self.clashes().next();
                        if let Some(clash) = clash {
                            self.$late = before;
                            return Err(clash.into());
                        }
                    })+
                    _ => {}
                }
                Ok(())
            }
        }
    };
}

settings! {
    choices {
        Recipe, "recipe", recipe: Recipe = Recipe::Honest, Recipe::Notebook;
        Target, "target", target: Target = Target::Return, Target::Price;
        Scaler, "scaler", scaler: ScalerRows = ScalerRows::Train, ScalerRows::All;
        Split, "split", split: SplitBy = SplitBy::Time;
        Label, "label", label: Label = Label::Next;
        /// Of no meaning where nothing is read that could come late.
        Lookahead, "lookahead", lookahead: Lookahead = Lookahead::Off;
        Cell, "cell", cell: NetworkKind = NetworkKind::default();
    }
    numbers {
        /// Look-back window in rows.
        Window, "window", window: usize, Bounds::whole(2, 250), step 1.0 => 20;
        /// Days ahead that are forecast.
        Horizon, "horizon", horizon: usize, Bounds::whole(1, 30), step 1.0 => 1;
        Hidden, "hidden", hidden: usize, Bounds::whole(4, 128), step 4.0 => 32;
        Layers, "layers", layers: usize, Bounds::whole(1, 3), step 1.0 => 2;
        Dropout, "dropout", dropout: f64, Bounds::real(0.0, 0.9), step 0.05 => 0.2;
        Batch, "batch", batch: usize, Bounds::whole(1, 512), step 1.0 => 64;
        Epochs, "epochs", epochs: usize, Bounds::whole(1, 1000), step 1.0 => 100;
        LearningRate, "lr", learning_rate: f64, Bounds::real(1e-6, 1.0), step 0.0005 => 0.001, 0.01;
        /// Where the forget gate's bias begins (Jozefowicz et al. 2015); of no meaning to a cell without one.
        ForgetBias, "forget", forget_bias: f64, Bounds::real(0.0, 5.0), step 0.5 => 0.0;
        /// Seeds a generated world and the training alike.
        Seed, "seed", seed: u64, Bounds::whole(0, MAX_SEED), step 1.0 => 1;
    }
    choices {
        Steps, "steps", steps: Steps = Steps::Direct;
        /// What the network reads of each day.
        Inputs, "inputs", inputs: Inputs = Inputs::default();
        Device, "device", device: DeviceChoice = DeviceChoice::Auto;
    }
}

/// A number that a setting is kept as.
trait Number {
    fn to_f64(self) -> f64;
    fn of_f64(value: f64) -> Self;
}

macro_rules! whole_number {
    ($($type:ty),+) => {
        $(impl Number for $type {
            fn to_f64(self) -> f64 {
                self as f64
            }
            fn of_f64(value: f64) -> Self {
                value as Self
            }
        })+
    };
}
whole_number!(usize, u64);

impl Number for f64 {
    fn to_f64(self) -> f64 {
        self
    }

    /// `+ 0.0` turns −0 into 0, which writes no minus sign into an address.
    fn of_f64(value: f64) -> Self {
        value + 0.0
    }
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

/// A number that cannot be had.
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
    /// A network that is applied to its own forecasts would need its further inputs of days that have not
    /// come, so such a horizon can only be one day.
    InputsAreNotForecast,
}

/// A setting that cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingError {
    Choice(UnknownWord),
    Number(FieldError),
    Inputs,
}

impl From<NotInputs> for SettingError {
    fn from(_: NotInputs) -> Self {
        Self::Inputs
    }
}

impl From<UnknownWord> for SettingError {
    fn from(unknown: UnknownWord) -> Self {
        Self::Choice(unknown)
    }
}

impl From<FieldError> for SettingError {
    fn from(error: FieldError) -> Self {
        Self::Number(error)
    }
}

impl SettingField {
    pub fn info(self) -> &'static FieldInfo {
        // FIELDS has a row of each variant, in their order.
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
    /// Changes to another recipe: target, scaler, split, label, look-ahead and learning rate become the recipe's,
    /// everything else (window, inputs, network, seed, device …) stays as the visitor set it.
    pub fn with_recipe(self, recipe: Recipe) -> Self {
        let Self {
            target,
            scaler,
            split,
            label,
            lookahead,
            learning_rate,
            ..
        } = Self::for_recipe(recipe);
        Self {
            recipe,
            target,
            scaler,
            split,
            label,
            lookahead,
            learning_rate,
            ..self
        }
    }

    /// Whether this number makes any difference: a linear network has no units, layers and dropout, and
    /// forget gates are the LSTM's alone.
    pub fn uses(&self, field: SettingField) -> bool {
        let cell = self.cell.cell();
        match field {
            SettingField::Hidden | SettingField::Layers | SettingField::Dropout => cell.is_some(),
            SettingField::ForgetBias => cell.and_then(Cell::forget_gate).is_some(),
            _ => true,
        }
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
        (self.horizon > 1 && self.label == Label::Average).then_some(FieldError {
            field: SettingField::Horizon,
            refusal: Refusal::AverageIsOfOneDay,
        })
    }

    /// Nobody knows the volume of a day that has not come.
    fn inputs_clash(&self) -> Option<FieldError> {
        let recursive = self.horizon > 1 && self.steps == Steps::Recursive;
        (recursive && !self.inputs.are_usual()).then_some(FieldError {
            field: SettingField::Horizon,
            refusal: Refusal::InputsAreNotForecast,
        })
    }

    /// What makes no sense together.
    fn clashes(&self) -> impl Iterator<Item = FieldError> {
        self.label_clash().into_iter().chain(self.inputs_clash())
    }

    /// Index in a series of the first price that can be a target: the first window's next day. A
    /// window of returns needs one price more than it has returns.
    pub fn first_target(&self) -> usize {
        match self.target {
            Target::Price => self.window,
            Target::Return => self.window + 1,
        }
    }

    /// Whether there is anything that a look-ahead tells too early. The day of the week is known before.
    pub fn reads_what_comes_late(&self) -> bool {
        self.inputs.further().any(|input| input != Input::Weekday)
    }

    /// Whether the network is told of the day that it forecasts what is known only when that is over.
    pub fn looks_ahead(&self) -> bool {
        self.lookahead == Lookahead::Day && self.reads_what_comes_late()
    }

    /// Days that the further inputs are ahead of the past they are read beside.
    pub fn lookahead_days(&self) -> usize {
        usize::from(self.looks_ahead())
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

    /// A number as a form or an address writes it; [`Settings::set`] reads it back exactly.
    pub fn text(&self, field: SettingField) -> String {
        Setting::Number(field, self.number(field)).text()
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
        let before = self.number(field);
        self.set_number(field, value);
        let clash = self.clashes().find(|clash| clash.field == field);
        match clash {
            Some(clash) => {
                self.set_number(field, before);
                Err(clash)
            }
            None => Ok(()),
        }
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
            .chain(self.clashes())
            .collect();
        if errors.is_empty() {
            Ok(())
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
mod tests;
