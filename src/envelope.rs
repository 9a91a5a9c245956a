//! The form of what is kept, or handed on, as bytes: a description as JSON and values behind it.
//!
//! Four bytes with the length of the description, little endian; the description; the values. The
//! description says what the values are and how many there have to be, and whoever reads it checks that.

use crate::number;
use serde::Serialize;
use serde::de::DeserializeOwned;

const LENGTH_BYTES: usize = 4;

/// An envelope with its description, to which so many bytes of values are to be added.
///
/// # Errors
/// As [`number::to_json`].
pub fn begin(description: &impl Serialize, value_bytes: usize) -> serde_json::Result<Vec<u8>> {
    let description = number::to_json(description)?;
    let mut bytes = Vec::with_capacity(LENGTH_BYTES + description.len() + value_bytes);
    bytes.extend_from_slice(&(description.len() as u32).to_le_bytes());
    bytes.extend_from_slice(description.as_bytes());
    Ok(bytes)
}

/// The description and the bytes of the values; `None` where these bytes begin with no such description.
pub fn open<T: DeserializeOwned>(bytes: &[u8]) -> Option<(T, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<LENGTH_BYTES>()?;
    let (description, values) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    Some((serde_json::from_slice(description).ok()?, values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_and_its_values_come_back() {
        let mut bytes = begin(&("IBM", 0.5), 3).expect("it is JSON");
        assert_eq!(bytes, b"\x0b\0\0\0[\"IBM\",0.5]");
        bytes.extend_from_slice(&[1, 2, 3]);
        let opened = open::<(String, f64)>(&bytes);
        assert_eq!(opened, Some((("IBM".to_owned(), 0.5), &[1, 2, 3][..])));
    }

    #[test]
    fn damage_is_none() {
        let bytes = begin(&("IBM", 0.5), 0).expect("it is JSON");
        for end in 0..bytes.len() {
            assert_eq!(open::<(String, f64)>(&bytes[..end]), None, "{end}");
        }
        let mut huge = bytes.clone();
        huge[..LENGTH_BYTES].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(open::<(String, f64)>(&huge), None);
        assert_eq!(open::<u32>(&bytes), None, "another description");
    }
}
