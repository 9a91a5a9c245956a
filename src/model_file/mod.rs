//! What of a run can be taken home beside the report: the trained network, a PyTorch script that runs
//! it, and the predictions. (The card that says in words what it was is the page's.) Plain data in,
//! files out; like the report, none of them ever sees the API key.
//!
//! | file | what it makes |
//! |---|---|
//! | [`safetensors`] | the network, as PyTorch names and orders its tensors; and reads it back |
//! | [`opened`] | a network from such a file, matched with its prices |
//! | [`script`] | a Python script that loads both files and repeats the predictions |
//! | [`table`] | prices and predictions as CSV |
//! | [`scores`] | the score table as CSV and as LaTeX |

pub mod opened;
pub mod safetensors;
pub mod scores;
pub mod script;
pub mod table;

use crate::market::Series;

/// Longer symbols (a file's name can be one) are cut.
const LONGEST_SYMBOL: usize = 60;

/// What the files of a run are called before the dot: `hindcast-IBM-2020-12-04`. What a file system
/// might not like becomes a hyphen, so the name may stand in a script as it is.
pub fn stem(series: &Series) -> String {
    let symbol: String = series
        .info()
        .symbol
        .chars()
        .take(LONGEST_SYMBOL)
        .map(|letter| match letter {
            letter if letter.is_ascii_alphanumeric() || letter == '.' => letter,
            _ => '-',
        })
        .collect();
    format!("hindcast-{symbol}-{}", series.last_date())
}
