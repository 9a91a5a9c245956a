//! The pairs of an address's fragment, `key=value&key=value`, with their percent-encoding undone: one
//! reading for all that is in an address.

use percent_encoding::percent_decode_str;

/// A part between two `&`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub key: String,
    /// `None` without a `=`.
    pub value: Option<Value>,
}

/// What follows the `=`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Read(String),
    /// Its escapes cannot be read; as it stands.
    BadEscapes(String),
}

/// All pairs of a fragment, with or without its `#`, in their order. A key whose escapes cannot be read
/// stays as it stands, and so is not known.
pub fn pairs(fragment: &str) -> Vec<Pair> {
    let parts = fragment.trim().trim_start_matches('#').split('&');
    parts
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (key, value) = match part.split_once('=') {
                Some((key, value)) => (key, Some(value)),
                None => (part, None),
            };
            Pair {
                key: decode(key).unwrap_or_else(|| key.to_owned()),
                value: value.map(|value| match decode(value) {
                    Some(read) => Value::Read(read),
                    None => Value::BadEscapes(value.to_owned()),
                }),
            }
        })
        .collect()
}

/// The last value of a key.
pub fn last<'a>(pairs: &'a [Pair], key: &str) -> Option<&'a Value> {
    let named = pairs.iter().rev().filter(|pair| pair.key == key);
    named.filter_map(|pair| pair.value.as_ref()).next()
}

/// Undoes percent-encoding; `None` where an escape is not two hexadecimal digits or the bytes are
/// not UTF-8. (The crate alone would let `%zz` through as it stands.)
fn decode(raw: &str) -> Option<String> {
    let well_formed = raw
        .split('%')
        .skip(1)
        .all(|rest| rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit));
    if !well_formed {
        return None;
    }
    Some(percent_decode_str(raw).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_in_keys_and_values_and_the_last_value_counts() {
        let read = pairs("#%77indow=20&hide=leaks%2Cruns&window=30&&seed");
        let said = |text: &str| Value::Read(text.to_owned());
        assert_eq!(last(&read, "window"), Some(&said("30")));
        assert_eq!(last(&read, "hide"), Some(&said("leaks,runs")));
        assert_eq!(read.len(), 4);
        assert_eq!(read[3].value, None);
    }

    #[test]
    fn what_cannot_be_read_is_told_from_what_is_not_there() {
        for broken in ["source=%", "source=av:%4", "source=%zz", "source=%FF%FE"] {
            let read = pairs(broken);
            assert!(
                matches!(last(&read, "source"), Some(Value::BadEscapes(_))),
                "{broken}"
            );
        }
        assert_eq!(last(&pairs("a=1"), "b"), None);
    }
}
