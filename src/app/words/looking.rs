//! The best of several runs, when all looks are counted.

use super::verdict::p_text;
use crate::forecast::verdict::is_significant;
use crate::lab::looking::Looking;
use crate::text::{self, Say};
use std::fmt;

impl Say for Looking {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(found) = &self.found else {
            return f.write_str(text::runs::counting_looks());
        };
        let number = |place: usize| self.runs.get(place).copied().unwrap_or_default();
        let p = p_text(found.p_value);
        f.write_str(&text::runs::best_of(found.networks, number(found.best), p))?;
        let as_good: Vec<String> = (found.as_good.iter().enumerate())
            .filter(|(place, p)| *place != found.best && !is_significant(**p))
            .map(|(place, _)| number(place).to_string())
            .collect();
        let others = match as_good.len() {
            0 => text::runs::none_as_good().to_owned(),
            all if all + 1 == found.networks => text::runs::all_as_good().to_owned(),
            _ => text::runs::as_good(as_good.join(", ")),
        };
        write!(f, " {others}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::many_looks::ManyLooks;
    use crate::text::{Language, in_language, said};

    fn looking(as_good: [f64; 3]) -> Looking {
        let found = ManyLooks {
            networks: 3,
            best: 1,
            statistic: 0.9,
            p_value: 0.31,
            as_good: as_good.to_vec(),
            luck: Some(0.061),
        };
        Looking::of_runs(vec![1, 4, 5], found)
    }

    #[test]
    fn the_best_is_named_with_its_chance_and_who_is_as_good() {
        let english = said(&looking([0.5, 1.0, 0.01]));
        assert!(
            english.contains("run 4")
                && english.contains("p = 0.310")
                && english.contains("as it: 1."),
            "{english}"
        );
        assert!(said(&looking([0.5, 1.0, 0.2])).contains(text::runs::all_as_good()));
        assert!(said(&looking([0.0, 1.0, 0.0])).contains(text::runs::none_as_good()));
        let german = in_language(Language::German, || said(&looking([0.5, 1.0, 0.01])));
        assert!(german.contains("p = 0,310"), "{german}");
    }
}
