//! Both recipes, one after the other, in words.

use crate::lab::RecipePair;
use crate::text::session;

/// "1 of 2: honest"
pub fn place(pair: RecipePair) -> &'static str {
    match pair {
        RecipePair::Honest => session::first_of_both(),
        RecipePair::Notebook { .. } => session::second_of_both(),
    }
}
