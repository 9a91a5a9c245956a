//! The settings: their names, what they mean, and why a value is refused.

use crate::app::ui::number;
use crate::forecast::Settings;
use crate::forecast::inputs::Lack;
use crate::forecast::settings::{
    Bounds, Cell, DeviceChoice, FieldError, Input, InputNumber, Inputs, Label, Linear, Lookahead,
    NetworkKind, Recipe, Refusal, ScalerRows, Setting, SettingError, SettingField, SplitBy, Steps,
    Target, UnknownWord,
};
use crate::text::{self, Say, said};
use std::fmt;

/// The words of a choice.
trait Choice: Copy {
    /// In a word.
    fn word(self) -> &'static str;
    /// Where the word alone would say little.
    fn at_length(self) -> &'static str;
}

/// What a switch or a choice does, one sentence.
pub trait Explained: Copy {
    fn explanation(self) -> &'static str;
}

macro_rules! choice {
    ($choice:ident, $($variant:ident => $word:ident, $at_length:ident);+) => {
        impl Choice for $choice {
            fn word(self) -> &'static str {
                match self { $(Self::$variant => text::settings::$word()),+ }
            }
            fn at_length(self) -> &'static str {
                match self { $(Self::$variant => text::settings::$at_length()),+ }
            }
        }
    };
}
choice!(Recipe, Honest => honest, honest; Notebook => notebook, notebook);
choice!(Target, Price => price, the_price; Return => return_, the_return);
choice!(ScalerRows, Train => train, on_training_rows; All => all, on_whole_history);
choice!(SplitBy, Time => time, by_time; Random => random, at_random);
choice!(Label, Next => next, the_next_day; Average => average, a_5_day_average);
choice!(Lookahead, Off => no_lookahead, no_lookahead; Day => one_day_ahead, one_day_ahead);
impl Choice for NetworkKind {
    fn word(self) -> &'static str {
        self.name()
    }
    fn at_length(self) -> &'static str {
        match self {
            Self::Recurrent(Cell::Rnn) => text::settings::plain_rnn(),
            named => named.name(),
        }
    }
}
choice!(Steps, Direct => direct, direct; Recursive => recursive, recursive);
choice!(DeviceChoice, Auto => auto, automatic; Webgpu => webgpu, the_gpu; Cpu => cpu, the_cpu);

macro_rules! explained {
    ($choice:ident, $($variant:ident => $text:ident),+) => {
        impl Explained for $choice {
            fn explanation(self) -> &'static str {
                match self { $(Self::$variant => text::settings::$text()),+ }
            }
        }
    };
}
explained!(ScalerRows, Train => scaler_of_training_rows_means, All => scaler_of_all_rows_means);
explained!(SplitBy, Time => split_by_time_means, Random => split_at_random_means);
explained!(Label, Next => label_next_means, Average => label_average_means);
explained!(Lookahead, Off => no_lookahead_means, Day => one_day_ahead_means);
impl Explained for NetworkKind {
    fn explanation(self) -> &'static str {
        match self {
            Self::Recurrent(Cell::Lstm) => text::settings::lstm_means(),
            Self::Recurrent(Cell::Gru) => text::settings::gru_means(),
            Self::Recurrent(Cell::Rnn) => text::settings::rnn_means(),
            Self::Linear(Linear::Plain) => text::settings::linear_means(),
            Self::Linear(Linear::FromLast) => text::settings::nlinear_means(),
        }
    }
}
explained!(Steps, Direct => steps_direct_means, Recursive => steps_recursive_means);

impl Explained for Recipe {
    fn explanation(self) -> &'static str {
        match self {
            Self::Honest => text::network::what_honest_does(),
            Self::Notebook => text::network::what_notebook_does(),
        }
    }
}

impl Explained for DeviceChoice {
    fn explanation(self) -> &'static str {
        match self {
            Self::Auto => text::network::what_automatic_is(),
            Self::Webgpu => text::network::what_webgpu_is(),
            Self::Cpu => text::network::what_cpu_is(),
        }
    }
}

macro_rules! numbers {
    ($($field:ident => $label:ident, $explanation:ident);+ $(;)?) => {
        /// The name of a numeric setting.
        pub fn label(field: SettingField) -> &'static str {
            match field { $(SettingField::$field => text::settings::$label()),+ }
        }
        /// What a numeric setting means, one sentence.
        pub fn explanation(field: SettingField) -> &'static str {
            match field { $(SettingField::$field => text::settings::$explanation()),+ }
        }
    };
}
numbers! {
    Window => window, window_means;
    Horizon => horizon, horizon_means;
    Hidden => hidden, hidden_means;
    Layers => layers, layers_means;
    Dropout => dropout, dropout_means;
    Batch => batch, batch_means;
    Epochs => epochs, epochs_means;
    LearningRate => learning_rate, learning_rate_means;
    ForgetBias => forget_bias, forget_bias_means;
    Seed => seed, seed_means;
}

/// An input in a word or two.
pub fn input_word(input: Input) -> &'static str {
    match input {
        Input::Volume => text::settings::volume(),
        Input::Range => text::settings::range(),
        Input::Gap => text::settings::gap(),
        Input::Weekday => text::settings::weekday(),
        Input::Momentum => text::settings::momentum(),
        Input::Other => text::settings::other(),
    }
}

/// What an input is, one sentence.
pub fn about_input(input: Input) -> &'static str {
    match input {
        Input::Volume => text::settings::volume_means(),
        Input::Range => text::settings::range_means(),
        Input::Gap => text::settings::gap_means(),
        Input::Weekday => text::settings::weekday_means(),
        Input::Momentum => text::settings::momentum_means(),
        Input::Other => text::settings::other_means(),
    }
}

/// What has to be said beside the numbers of a network that reads a second series.
pub fn other_may_close_later(settings: &Settings) -> Option<&'static str> {
    let reads_other = settings.inputs.has(Input::Other);
    reads_other.then(text::settings::other_may_close_later)
}

/// One number of a day in a word or two.
pub fn number_word(number: InputNumber) -> &'static str {
    match number {
        InputNumber::WeekdaySine => text::settings::weekday_sine(),
        InputNumber::WeekdayCosine => text::settings::weekday_cosine(),
        other => input_word(other.input()),
    }
}

/// "own past, volume".
fn list(inputs: Inputs) -> String {
    let further = inputs.further().map(input_word);
    let all: Vec<&str> = [text::settings::own_past()]
        .into_iter()
        .chain(further)
        .collect();
    all.join(", ")
}

/// Why a source does not have an input, one sentence.
impl Say for Lack {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match *self {
            Self::NotDaily => text::settings::lacks_days().to_owned(),
            Self::Rows { known, of } => {
                text::settings::lacks_rows(number::count(known), number::count(of))
            }
            Self::NoOther => text::settings::lacks_other().to_owned(),
            Self::OtherIsCoarser => text::settings::other_is_coarser().to_owned(),
            Self::OtherIsTheFirst => text::settings::other_is_the_first().to_owned(),
        })
    }
}

/// A setting in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingWords {
    pub name: &'static str,
    /// Its value in a word.
    pub word: String,
    /// Its value where a word alone would say little; `None` for numbers.
    pub at_length: Option<&'static str>,
}

pub fn words(setting: Setting) -> SettingWords {
    fn of(name: &'static str, choice: impl Choice) -> SettingWords {
        SettingWords {
            name,
            word: choice.word().to_owned(),
            at_length: Some(choice.at_length()),
        }
    }
    match setting {
        Setting::Recipe(it) => of(text::settings::recipe(), it),
        Setting::Target(it) => of(text::settings::target(), it),
        Setting::Scaler(it) => of(text::settings::scaler(), it),
        Setting::Split(it) => of(text::settings::split(), it),
        Setting::Label(it) => of(text::settings::label(), it),
        Setting::Lookahead(it) => of(text::settings::lookahead(), it),
        Setting::Cell(it) => of(text::settings::cell(), it),
        Setting::Number(field, value) => SettingWords {
            name: label(field),
            word: number::as_it_is(value),
            at_length: None,
        },
        Setting::Steps(it) => of(text::settings::steps(), it),
        Setting::Inputs(inputs) => SettingWords {
            name: text::settings::inputs(),
            word: list(inputs),
            at_length: None,
        },
        Setting::Device(it) => of(text::settings::device(), it),
    }
}

/// In brackets, without a full stop.
impl Say for SettingError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(unknown) => f.write_str(&text::address::breaks_rule(unknown)),
            Self::Number(error) => f.write_str(said(error).trim_end_matches('.')),
            Self::Inputs => {
                let words: Vec<&str> = Input::ALL.iter().map(|input| input.slug()).collect();
                f.write_str(&text::settings::must_be_inputs(words.join(", ")))
            }
        }
    }
}

/// "must be honest or notebook", after the word for what was read.
impl Say for UnknownWord {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = text::settings::either(self.expected);
        f.write_str(&text::settings::must_be(known))
    }
}

/// One sentence, next to the field.
impl Say for FieldError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = label(self.field);
        f.write_str(&match self.refusal {
            Refusal::OutOfBounds => {
                let Bounds { min, max, whole } = self.field.info().bounds;
                if whole {
                    text::settings::must_be_whole(label, min, max)
                } else {
                    text::settings::must_be_a_number(label, min, max)
                }
            }
            Refusal::AverageIsOfOneDay => text::settings::average_is_of_one_day().to_owned(),
            Refusal::InputsAreNotForecast => text::settings::inputs_are_not_forecast().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::settings::FIELDS;
    use crate::text::{Language, in_language};

    fn refused(field: SettingField, value: &str) -> String {
        said(&Settings::default().set(field, value).unwrap_err())
    }

    #[test]
    fn a_refusal_names_its_setting_and_the_bounds() {
        for info in &FIELDS {
            assert!(refused(info.field, "abc").contains(label(info.field)));
        }
        assert_eq!(
            refused(SettingField::Window, "20.5"),
            "Look-back window must be a whole number from 2 to 250."
        );
        let german = |field| in_language(Language::German, || refused(field, "-1"));
        assert_eq!(
            german(SettingField::Window),
            "Für „Rückblickfenster“ ist eine ganze Zahl von 2 bis 250 nötig."
        );
        assert_eq!(
            german(SettingField::LearningRate),
            "Für „Lernrate“ ist eine Zahl von 0,000001 bis 1 nötig."
        );
    }

    #[test]
    fn an_unknown_word_names_the_known_ones() {
        assert_eq!(
            said(&"gpu".parse::<DeviceChoice>().unwrap_err()),
            "must be auto, webgpu or cpu"
        );
    }

    #[test]
    fn inputs_are_listed_in_words_and_refused_with_all_there_are() {
        let inputs = "return,momentum,volume".parse().unwrap();
        let [english, german] = [Language::English, Language::German]
            .map(|language| in_language(language, || words(Setting::Inputs(inputs)).word));
        assert_eq!(english, "own past, volume, 20-day momentum");
        assert_eq!(german, "eigene Vergangenheit, Volumen, 20-Tage-Momentum");
        let refused = Settings::default().read("inputs", "volume").unwrap_err();
        assert_eq!(
            said(&refused),
            "must begin with return, then any of volume, range, gap, weekday, momentum, other"
        );
        for lack in [
            Lack::NotDaily,
            Lack::Rows { known: 3, of: 70 },
            Lack::NoOther,
            Lack::OtherIsCoarser,
            Lack::OtherIsTheFirst,
        ] {
            assert!(said(&lack).ends_with('.'), "{lack:?}");
        }
    }
}
