//! The list of baselines, and values of which each has one.

use super::ar1::AR1;
use super::baseline::Kind;
use super::drift::DRIFT;
use super::moving_average::MOVING_AVERAGE;
use super::persistence::PERSISTENCE;
use super::ridge::RIDGE;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;

/// Every baseline, in the order of reports and tables. Scores are measured by the first one.
pub const BASELINES: [Kind; 5] = [PERSISTENCE, DRIFT, MOVING_AVERAGE, AR1, RIDGE];

/// A value of each baseline, in the order of [`BASELINES`]; in a report an entry of each under its key.
/// What was kept before a baseline was added has none of it; persistence is always there.
#[derive(Debug, Clone, PartialEq)]
pub struct ByBaseline<T>(Vec<(&'static str, T)>);

impl<T> ByBaseline<T> {
    /// What `make` gives for each.
    pub fn of(make: impl Fn(&Kind) -> T) -> Self {
        Self(
            BASELINES
                .iter()
                .map(|kind| (kind.key, make(kind)))
                .collect(),
        )
    }

    /// The value of the baseline of this key.
    pub fn get(&self, key: &str) -> Option<&T> {
        let found = self.0.iter().find(|(known, _)| *known == key);
        found.map(|(_, value)| value)
    }

    /// That of "tomorrow = today".
    pub fn persistence(&self) -> &T {
        &self[PERSISTENCE.key]
    }

    /// Keys and values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &T)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// What `change` makes of each value.
    pub fn map<U>(&self, change: impl Fn(&T) -> U) -> ByBaseline<U> {
        ByBaseline(self.iter().map(|(key, it)| (key, change(it))).collect())
    }
}

/// Panics where there is none of this key.
impl<T> Index<&str> for ByBaseline<T> {
    type Output = T;

    fn index(&self, key: &str) -> &T {
        self.get(key).expect("a baseline of this key")
    }
}

impl<T: Serialize> Serialize for ByBaseline<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByBaseline<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = ByBaseline<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map with an entry of each baseline")
            }

            /// Other entries belong to others: the map is flattened into a larger one.
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut values = BASELINES.map(|kind| (kind.key, None));
                while let Some(key) = map.next_key::<String>()? {
                    match values.iter_mut().find(|(known, _)| *known == key) {
                        Some((_, value)) => *value = Some(map.next_value()?),
                        None => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                if values[0].1.is_none() {
                    return Err(serde::de::Error::missing_field(PERSISTENCE.key));
                }
                let there = values.into_iter();
                Ok(ByBaseline(
                    there
                        .filter_map(|(key, value)| Some((key, value?)))
                        .collect(),
                ))
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Table {
        model: f64,
        #[serde(flatten)]
        baselines: ByBaseline<f64>,
        always_up: f64,
    }

    #[test]
    fn a_report_has_an_entry_of_each_in_the_lists_order() {
        let table = Table {
            model: 1.5,
            baselines: ByBaseline::of(|kind| kind.key.len() as f64),
            always_up: 0.1,
        };
        let json = serde_json::to_string(&table).unwrap();
        assert_eq!(
            json,
            r#"{"model":1.5,"persistence":11.0,"drift":5.0,"moving_average":14.0,"ar1":3.0,"ridge":5.0,"always_up":0.1}"#
        );
        assert_eq!(serde_json::from_str::<Table>(&json).unwrap(), table);
    }

    #[test]
    fn what_was_kept_before_a_baseline_was_added_still_reads() {
        let old = r#"{"model":1.5,"persistence":1.0,"drift":2.0,"always_up":0.1}"#;
        let table: Table = serde_json::from_str(old).unwrap();
        assert_eq!(table.baselines.get("ridge"), None);
        assert_eq!(*table.baselines.persistence(), 1.0);
        let without = r#"{"model":1.5,"drift":2.0,"always_up":0.1}"#;
        assert!(serde_json::from_str::<Table>(without).is_err());
    }
}
