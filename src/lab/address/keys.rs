//! The keys of an address: what is said of those that name nothing here. Values are never repeated:
//! anyone may have pasted anything.

use crate::experiment::Experiment;
use crate::fragment::Pair;
use crate::guide::GuideLink;

/// A name that is longer, or of other than small letters, may be anything, also something secret.
const LONGEST_NAME: usize = 24;

/// Something about a key of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyError {
    /// Nothing here is called so; the name, where it reads like one.
    Unknown(Option<String>),
    /// This key, in other letters.
    OtherCase(&'static str),
    /// This key stands there more than once: the last counts.
    Repeated(&'static str),
    /// This key has no `=`.
    WithoutValue(&'static str),
}

/// All that is to be said of the keys, each once.
pub fn key_errors(pairs: &[Pair]) -> Vec<KeyError> {
    let known = || Experiment::keys().chain(GuideLink::KEYS);
    let mut errors = Vec::new();
    for pair in pairs {
        let exactly = known().find(|key| *key == pair.key);
        let error = match exactly {
            Some(key) if pair.value.is_none() => KeyError::WithoutValue(key),
            Some(key) => {
                let times = pairs.iter().filter(|other| other.key == key).count();
                if times < 2 {
                    continue;
                }
                KeyError::Repeated(key)
            }
            // The name of a place on a page, as any page's address may have it.
            None if pair.value.is_none() && pairs.len() == 1 => continue,
            None => match known().find(|key| key.eq_ignore_ascii_case(&pair.key)) {
                Some(key) => KeyError::OtherCase(key),
                None => KeyError::Unknown(readable(&pair.key)),
            },
        };
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    errors
}

fn readable(name: &str) -> Option<String> {
    let plain = |it: char| it.is_ascii_lowercase() || it == '-' || it == '_';
    let is_name = !name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(plain);
    is_name.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fragment::pairs;

    fn errors(fragment: &str) -> Vec<KeyError> {
        key_errors(&pairs(fragment))
    }

    #[test]
    fn unknown_keys_are_named_and_their_values_are_not() {
        assert_eq!(
            errors("windoww=20&apikey=SECRET&seed=2"),
            [
                KeyError::Unknown(Some("windoww".into())),
                KeyError::Unknown(Some("apikey".into()))
            ]
        );
        // What may be a key of another kind is not repeated.
        assert_eq!(errors("DEMOKEY123456789=1"), [KeyError::Unknown(None)]);
        assert_eq!(
            errors(&format!("{}=1", "a".repeat(25))),
            [KeyError::Unknown(None)]
        );
    }

    #[test]
    fn other_letters_repetitions_and_missing_values_are_told_apart() {
        assert_eq!(errors("Window=20"), [KeyError::OtherCase("window")]);
        assert_eq!(
            errors("window=20&window=30"),
            [KeyError::Repeated("window")]
        );
        assert_eq!(errors("window&seed=2"), [KeyError::WithoutValue("window")]);
        assert_eq!(errors("window=20&hide=leaks&lesson=slide-it&autorun=1"), []);
        // An old link into the page.
        assert_eq!(errors("#how-an-lstm-works"), []);
    }
}
