//! The choices among the settings, each with the words that the address uses.

use crate::cells::NetworkKind;
use crate::protocol::DeviceChoice;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

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
        impl std::fmt::Display for $choice {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.slug())
            }
        }
        impl std::str::FromStr for $choice {
            type Err = $crate::forecast::settings::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($slug => Ok(Self::$variant),)+
                    _ => Err($crate::forecast::settings::UnknownWord { expected: &[$($slug),+] }),
                }
            }
        }
    };
}
pub(super) use words;

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

/// Of which day the inputs beside the past of what is forecast are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lookahead {
    /// Each of its own day, when that has ended.
    #[default]
    Off,
    /// Each of the day after, so that a window ends with those of the day it forecasts, which are known only
    /// when that is over: a leak, here to be measured.
    Day,
}
words!(Lookahead, Off => "off", Day => "day");

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

impl fmt::Display for NetworkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for NetworkKind {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let named = Self::ALL.iter().find(|kind| kind.slug() == text);
        named.copied().ok_or(UnknownWord {
            expected: Self::SLUGS,
        })
    }
}

words!(DeviceChoice, Auto => "auto", Webgpu => "webgpu", Cpu => "cpu");
