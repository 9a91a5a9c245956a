//! What a network reads of each day beside the past of what it forecasts.

use super::choices::words;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Something that a network can read of each day beside the past of what it forecasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// The change of the volume since the day before.
    Volume,
    /// The day's high against its low.
    Range,
    /// The move from the last close to the day's open.
    Gap,
    Weekday,
    /// The move of the last 20 days.
    Momentum,
    /// The move of a second series.
    Other,
}
words!(Input, Volume => "volume", Range => "range", Gap => "gap", Weekday => "weekday", Momentum => "momentum",
    Other => "other");

/// One number of a day. An input is one of them, or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InputNumber {
    Volume,
    Range,
    Gap,
    WeekdaySine,
    WeekdayCosine,
    Momentum,
    Other,
}

impl Input {
    /// The numbers that it is, in the order in which the network reads them.
    pub fn numbers(self) -> &'static [InputNumber] {
        match self {
            Self::Volume => &[InputNumber::Volume],
            Self::Range => &[InputNumber::Range],
            Self::Gap => &[InputNumber::Gap],
            Self::Weekday => &[InputNumber::WeekdaySine, InputNumber::WeekdayCosine],
            Self::Momentum => &[InputNumber::Momentum],
            Self::Other => &[InputNumber::Other],
        }
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl InputNumber {
    /// The number of a [`Self::name`].
    pub fn of_name(name: &str) -> Option<Self> {
        let all = Input::ALL.iter().flat_map(|input| input.numbers());
        all.copied().find(|number| number.name() == name)
    }

    /// `weekday_sin`, as in files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Volume => "volume",
            Self::Range => "range",
            Self::Gap => "gap",
            Self::WeekdaySine => "weekday_sin",
            Self::WeekdayCosine => "weekday_cos",
            Self::Momentum => "momentum",
            Self::Other => "other",
        }
    }

    /// The input that it belongs to.
    pub fn input(self) -> Input {
        match self {
            Self::Volume => Input::Volume,
            Self::Range => Input::Range,
            Self::Gap => Input::Gap,
            Self::WeekdaySine | Self::WeekdayCosine => Input::Weekday,
            Self::Momentum => Input::Momentum,
            Self::Other => Input::Other,
        }
    }
}

/// All that a network reads of each day: first the past of what it forecasts, always, then what was
/// chosen beside it, in the order of [`Input::ALL`].
///
/// The text form is the address's, `return,volume`. Its first word stands for the past of what is
/// forecast, whatever that is; `price` is read for it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Inputs {
    /// A bit for each further input.
    further: u8,
}

/// The first word of a list of inputs.
const OWN_PAST: &str = "return";
/// Another word for it, which is read and never written.
const OWN_PAST_OF_PRICES: &str = "price";

/// Text is no list of inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotInputs;

/// For whoever reads a report by program.
impl fmt::Display for NotInputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("inputs")
    }
}

impl Inputs {
    /// The inputs beside the past of what is forecast.
    pub fn further(self) -> impl Iterator<Item = Input> {
        let all = Input::ALL.iter().copied();
        all.filter(move |input| self.has(*input))
    }

    /// Their numbers, in the order in which the network reads them after the first one.
    pub fn further_numbers(self) -> impl Iterator<Item = InputNumber> {
        self.further()
            .flat_map(|input| input.numbers().iter().copied())
    }

    /// Numbers of a day, the first one included.
    pub fn count(self) -> usize {
        1 + self.further_numbers().count()
    }

    pub fn has(self, input: Input) -> bool {
        self.further & input.bit() != 0
    }

    /// The same with this one, or without it.
    #[must_use]
    pub fn with(self, input: Input, read: bool) -> Self {
        let further = match read {
            true => self.further | input.bit(),
            false => self.further & !input.bit(),
        };
        Self { further }
    }

    /// Whether nothing is read beside the past of what is forecast.
    pub fn are_usual(&self) -> bool {
        self.further == 0
    }
}

impl fmt::Display for Inputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(OWN_PAST)?;
        self.further().try_for_each(|input| write!(f, ",{input}"))
    }
}

impl FromStr for Inputs {
    type Err = NotInputs;

    fn from_str(text: &str) -> Result<Self, NotInputs> {
        let mut words = text.split(',').map(str::trim);
        match words.next() {
            Some(OWN_PAST | OWN_PAST_OF_PRICES) => {}
            _ => return Err(NotInputs),
        }
        words.try_fold(Self::default(), |inputs, word| {
            let input = word.parse::<Input>().map_err(|_| NotInputs)?;
            Ok(inputs.with(input, true))
        })
    }
}

impl From<Inputs> for String {
    fn from(inputs: Inputs) -> Self {
        inputs.to_string()
    }
}

impl TryFrom<String> for Inputs {
    type Error = NotInputs;

    fn try_from(text: String) -> Result<Self, NotInputs> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subset_comes_back_from_its_text() {
        for further in 0..1 << Input::ALL.len() {
            let inputs = Inputs { further };
            assert_eq!(inputs.to_string().parse(), Ok(inputs));
            let named = inputs.to_string().split(',').count();
            let waves = usize::from(inputs.has(Input::Weekday));
            assert_eq!(inputs.count(), named + waves);
        }
        assert_eq!(Inputs::default().to_string(), "return");
        // As many as a network can read.
        assert_eq!(Inputs { further: 63 }.count(), 8);
    }

    #[test]
    fn the_order_is_the_lists_own_and_the_first_word_has_to_be_there() {
        let read = |text: &str| text.parse::<Inputs>().map(|inputs| inputs.to_string());
        assert_eq!(read("return,gap,volume"), Ok("return,volume,gap".into()));
        assert_eq!(read("price, volume"), Ok("return,volume".into()));
        for text in [
            "",
            "volume",
            "volume,return",
            "return,",
            "return,Volume",
            "return,price",
        ] {
            assert_eq!(read(text), Err(NotInputs), "{text}");
        }
    }

    #[test]
    fn a_number_knows_its_input_and_its_name() {
        for input in Input::ALL {
            for number in input.numbers() {
                assert_eq!(number.input(), *input);
                assert_eq!(InputNumber::of_name(number.name()), Some(*number));
            }
        }
    }
}
