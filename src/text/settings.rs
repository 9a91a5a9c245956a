//! Settings: their names, what they do, and why one was refused.

pub use super::catalogue::settings::*;

/// “a, b or c”, of words that stay as they are.
pub fn either(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => either_end(rest.join(", "), last),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn words_are_offered_in_a_list() {
        let said = |words: &[&str]| {
            Language::ALL.map(|language| in_language(language, || must_be(either(words))))
        };
        assert_eq!(
            said(&["auto", "webgpu", "cpu"]),
            [
                "must be auto, webgpu or cpu",
                "muss auto, webgpu oder cpu sein",
                "debe ser auto, webgpu o cpu"
            ]
        );
        assert_eq!(
            said(&["honest"]),
            ["must be honest", "muss honest sein", "debe ser honest"]
        );
    }
}
