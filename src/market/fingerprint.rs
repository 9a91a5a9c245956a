//! A number that identifies a history: the same on every machine and in every version, so that it may
//! be kept in a file.

use super::row::Row;
use super::series::Series;
use chrono::Datelike;

/// FNV-1a's offset and prime for 64 bits (Fowler, Noll and Vo, RFC 9923).
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Of the dates and prices, to the last bit, and of nothing else. No protection
/// against forgery: two histories of one number can be made on purpose.
pub fn fingerprint(series: &Series) -> u64 {
    series.rows().iter().fold(OFFSET, |hash, row| {
        let day = u64::from(row.date.num_days_from_ce() as u32);
        mixed(mixed(hash, day), row.price.to_bits())
    })
}

/// Of the dates, and of the prices of the series beside them, to the last bit.
pub fn fingerprint_of_other(rows: &[Row]) -> u64 {
    rows.iter().fold(OFFSET, |hash, row| {
        let day = u64::from(row.date.num_days_from_ce() as u32);
        // No price has the bits of zero.
        mixed(mixed(hash, day), row.other.unwrap_or_default().to_bits())
    })
}

/// As 16 hexadecimal digits: JSON's numbers are too short for it.
pub fn fingerprint_text(fingerprint: u64) -> String {
    format!("{fingerprint:016x}")
}

/// Reads what [`fingerprint_text`] wrote.
pub fn read_fingerprint(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 16).ok()
}

/// The bytes of a word, one after the other.
fn mixed(hash: u64, word: u64) -> u64 {
    word.to_le_bytes().iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::world::{WorldKind, generate};

    #[test]
    fn it_tells_histories_apart_and_is_the_same_tomorrow() {
        let of = |seed, rows| fingerprint(&generate(WorldKind::RandomWalk, seed, rows).series);
        assert_eq!(of(1, 100), of(1, 100));
        assert_ne!(of(1, 100), of(2, 100));
        assert_ne!(of(1, 100), of(1, 101));
        for number in [0, 1, of(1, 100), u64::MAX] {
            assert_eq!(fingerprint_text(number).len(), 16);
            assert_eq!(read_fingerprint(&fingerprint_text(number)), Some(number));
        }
        assert_eq!(read_fingerprint("prices"), None);
    }

    #[test]
    fn the_bytes_are_mixed_as_the_authors_say() {
        // Their test vector for "a" is af63dc4c8601ec8c.
        let once = (OFFSET ^ u64::from(b'a')).wrapping_mul(PRIME);
        assert_eq!(once, 0xaf63_dc4c_8601_ec8c);
        // A word is its eight bytes, the least first.
        let by_hand = [1, 2, 0, 0, 0, 0, 0, 0].iter().fold(OFFSET, |hash, byte| {
            (hash ^ u64::from(*byte as u8)).wrapping_mul(PRIME)
        });
        assert_eq!(mixed(OFFSET, 0x0201), by_hand);
    }
}
