//! Licences: which a part of the site may have, as `deny.toml` says, and which of those that it offers is
//! taken (SPDX expressions, https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/).

use crate::Result;

/// Of several that are offered and allowed, this one: it asks for the least.
const PREFERRED: &str = "MIT";

/// What may be linked.
#[derive(Debug)]
pub struct Allowed {
    licences: Vec<String>,
    /// Licences that single crates may have.
    exceptions: Vec<(String, String)>,
}

impl Allowed {
    /// From `deny.toml`, which `cargo deny` reads too.
    pub fn read(deny: &str) -> Result<Self> {
        let rest = deny.split_once("[licenses]").map(|(_, rest)| rest);
        let rest = rest.ok_or("deny.toml has no [licenses].")?;
        let section = rest.split_once("\n[").map_or(rest, |(section, _)| section);
        let list = |from: &str| -> Vec<String> {
            let inside = from
                .split_once("allow = [")
                .and_then(|(_, rest)| rest.split_once(']'))
                .map_or("", |(inside, _)| inside);
            let quoted = inside.split('"').skip(1).step_by(2);
            quoted.map(str::to_owned).collect()
        };
        let exceptions = section.match_indices("{ crate = \"").map(|(at, start)| {
            let entry = &section[at + start.len()..];
            let entry = entry.split_once('}').map_or(entry, |(entry, _)| entry);
            let name = entry.split('"').next().unwrap_or_default();
            (name.to_owned(), list(entry))
        });
        let exceptions = exceptions
            .flat_map(|(name, licences)| licences.into_iter().map(move |it| (name.clone(), it)))
            .collect();
        let licences = list(section);
        if licences.is_empty() {
            return Err("deny.toml allows no licence.".to_owned());
        }
        Ok(Self {
            licences,
            exceptions,
        })
    }

    fn has(&self, part: &str, licence: &str) -> bool {
        let is_exception = |(name, it): &(String, String)| name == part && it == licence;
        self.licences.iter().any(|it| it == licence) || self.exceptions.iter().any(is_exception)
    }

    /// The licences that are taken of what a part offers.
    ///
    /// # Errors
    ///
    /// No way to take it is allowed.
    pub fn taken(&self, part: &str, expression: &str) -> Result<Vec<String>> {
        // "MIT/Apache-2.0" is how it was written once.
        let spaced = expression
            .replace('/', " OR ")
            .replace('(', " ( ")
            .replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut rest = &words[..];
        let taken = self.any_of(part, &mut rest).filter(|_| rest.is_empty());
        taken.ok_or_else(|| {
            format!(
                "{part} may be had under {expression:?}, which deny.toml does not allow: choose \
                 another part, or allow the licence where its terms can be kept."
            )
        })
    }

    fn any_of(&self, part: &str, words: &mut &[&str]) -> Option<Vec<String>> {
        let mut best = self.all_of(part, words);
        while words.first() == Some(&"OR") {
            *words = &words[1..];
            // Nothing is offered behind it.
            words.first()?;
            let other = self.all_of(part, words);
            let is_preferred = other.as_deref() == Some(&[PREFERRED.to_owned()]);
            if best.is_none() || is_preferred {
                best = other.or(best);
            }
        }
        best
    }

    fn all_of(&self, part: &str, words: &mut &[&str]) -> Option<Vec<String>> {
        let mut all = self.one(part, words);
        while words.first() == Some(&"AND") {
            *words = &words[1..];
            let other = self.one(part, words);
            all = all.zip(other).map(|(mut all, other)| {
                all.extend(other);
                all
            });
        }
        all
    }

    fn one(&self, part: &str, words: &mut &[&str]) -> Option<Vec<String>> {
        let (first, rest) = words.split_first()?;
        *words = rest;
        if *first == "(" {
            let inside = self.any_of(part, words);
            *words = words.strip_prefix(&[")"])?;
            return inside;
        }
        let mut licence = (*first).to_owned();
        if let ["WITH", exception, rest @ ..] = *words {
            licence = format!("{licence} WITH {exception}");
            *words = rest;
        }
        self.has(part, &licence).then(|| vec![licence])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed() -> Allowed {
        Allowed::read(include_str!("../../deny.toml")).unwrap()
    }

    #[test]
    fn of_what_is_offered_the_least_is_taken() {
        for (expression, expected) in [
            ("MIT", &["MIT"][..]),
            ("Apache-2.0 OR MIT", &["MIT"]),
            ("Unlicense/MIT", &["MIT"]),
            ("MIT / Apache-2.0", &["MIT"]),
            (
                "(Apache-2.0 OR MIT) AND BSD-3-Clause",
                &["MIT", "BSD-3-Clause"],
            ),
            ("GPL-3.0-only OR Apache-2.0", &["Apache-2.0"]),
            (
                "Apache-2.0 WITH LLVM-exception",
                &["Apache-2.0 WITH LLVM-exception"],
            ),
        ] {
            assert_eq!(
                allowed().taken("a", expression).unwrap(),
                expected,
                "{expression}"
            );
        }
    }

    #[test]
    fn an_unknown_licence_is_an_error_that_names_the_part() {
        for expression in [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "MIT OR",
            "(MIT",
            "MIT)",
            "Apache-2.0 WITH Other-exception",
            "SEE LICENSE IN LICENSE.md",
        ] {
            let error = allowed().taken("some-part", expression).unwrap_err();
            assert!(error.contains("some-part"), "{error}");
        }
    }

    #[test]
    fn a_licence_of_one_part_is_not_one_of_all() {
        assert_eq!(allowed().taken("buildid", "MPL-2.0").unwrap(), ["MPL-2.0"]);
        assert!(allowed().taken("other", "MPL-2.0").is_err());
        assert!(Allowed::read("[licenses]\nallow = []").is_err());
    }
}
