//! JSON as a tree that borrows from its text. Numbers stay as they are written where that is exact: a
//! column of them is read like a column of any table.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

/// More values than prices of a whole market for a century; each takes memory.
const MOST_VALUES: usize = 6_000_000;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json<'a> {
    Nothing,
    /// A text, a number or a truth.
    Scalar(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// In the file's order.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Why a text is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JsonError {
    /// The line where it ends to be JSON, from 1.
    Damaged {
        line: u64,
    },
    TooManyValues,
}

impl<'a> Json<'a> {
    /// Reads a text of one value, or of several one below the other, which are a list.
    ///
    /// # Errors
    ///
    /// It is no JSON to its end, or holds too many values.
    pub(super) fn parse(text: &'a str) -> Result<Self, JsonError> {
        let left = Cell::new(MOST_VALUES);
        let mut reader = serde_json::Deserializer::from_str(text);
        let mut values = Vec::new();
        loop {
            match Seed(&left).deserialize(&mut reader) {
                Ok(value) => values.push(value),
                Err(_) if left.get() == 0 => return Err(JsonError::TooManyValues),
                Err(error) => {
                    let line = error.line().max(1) as u64;
                    return Err(JsonError::Damaged { line });
                }
            }
            if reader.end().is_ok() {
                break;
            }
        }
        Ok(match values.len() {
            1 => values.remove(0),
            _ => Self::List(values),
        })
    }

    /// A scalar's text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a cell of a table can hold it.
    pub(super) fn is_cell(&self) -> bool {
        matches!(self, Self::Nothing | Self::Scalar(_))
    }

    /// What a cell of a table says of it.
    pub(super) fn cell(&self) -> &str {
        self.text().unwrap_or_default()
    }

    /// The entries of an object; of anything else none.
    pub(super) fn entries(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The values of a list, or of an object whose keys are 0, 1, 2, …
    pub(super) fn items(&self) -> Option<Vec<&Json<'a>>> {
        match self {
            Self::List(items) => Some(items.iter().collect()),
            Self::Object(entries) if entries.len() > 1 => {
                let mut numbers = 0..;
                let is_number = |key: &str| {
                    numbers
                        .next()
                        .is_some_and(|number: usize| key == number.to_string())
                };
                let are_numbers = entries.iter().map(|(key, _)| &**key).all(is_number);
                are_numbers.then(|| entries.iter().map(|(_, value)| value).collect())
            }
            _ => None,
        }
    }
}

/// Reads a value, counting down how many may still come.
#[derive(Clone, Copy)]
struct Seed<'b>(&'b Cell<usize>);

impl Seed<'_> {
    fn count<E: Error>(self) -> Result<(), E> {
        let left = self.0.get().checked_sub(1);
        self.0.set(left.unwrap_or_default());
        match left {
            Some(1..) => Ok(()),
            _ => Err(E::custom("too many values")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        self.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Scalar(Cow::Borrowed(text)))
    }
    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Scalar(Cow::Owned(text.to_owned())))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Scalar(Cow::Owned(number.to_string())))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Scalar(Cow::Owned(number.to_string())))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(Json::Scalar(Cow::Owned(number.to_string())))
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Json<'de>, E> {
        Ok(Json::Scalar(Cow::Borrowed(if truth {
            "true"
        } else {
            "false"
        })))
    }
    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Nothing)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            entries.push((key, map.next_value_seed(self)?));
        }
        Ok(Json::Object(entries))
    }
}

/// A key, borrowed where it has no escapes.
#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_order_and_their_digits() {
        let json = Json::parse(r#"{"b": [1, -2.5, 1.17e-05, null, true], "a": "x\u0041"}"#);
        let json = json.expect("JSON");
        let [(b, list), (a, text)] = json.entries() else {
            panic!("two entries");
        };
        assert_eq!((&**b, &**a, text.text()), ("b", "a", Some("xA")));
        let cells: Vec<_> = list
            .items()
            .expect("a list")
            .iter()
            .map(|it| it.cell())
            .collect();
        assert_eq!(cells, ["1", "-2.5", "0.0000117", "", "true"]);
    }

    #[test]
    fn values_one_below_the_other_are_a_list() {
        let lines = Json::parse("{\"a\":1}\n{\"a\":2}\n").expect("JSON");
        assert_eq!(lines.items().map(|items| items.len()), Some(2));
        let numbered = Json::parse(r#"{"0": 5, "1": 6}"#).expect("JSON");
        assert_eq!(numbered.items().map(|items| items.len()), Some(2));
        assert_eq!(
            Json::parse(r#"{"0": 5, "2": 6}"#).expect("JSON").items(),
            None
        );
    }

    #[test]
    fn what_is_no_json_says_where() {
        assert_eq!(
            Json::parse("{\n\"a\":"),
            Err(JsonError::Damaged { line: 2 })
        );
        assert_eq!(Json::parse(""), Err(JsonError::Damaged { line: 1 }));
        let deep = "[".repeat(1_000_000);
        assert_eq!(Json::parse(&deep), Err(JsonError::Damaged { line: 1 }));
        let many = format!("[{}0]", "0,".repeat(MOST_VALUES));
        assert_eq!(Json::parse(&many), Err(JsonError::TooManyValues));
    }
}
