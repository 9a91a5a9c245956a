//! Takes the prices out of what they are packed in: a file out of a ZIP archive, a sheet out of a
//! workbook (`.xlsx`), as a text that is read like any other price file.
//!
//! In the browser this is a Web Worker of its own (`worker`), which starts where such a file is given: a
//! large workbook then blocks nothing, and a hostile one ends the worker and nothing else.
//!
//! | file | what it does |
//! |---|---|
//! | `archive` | the parts of a ZIP archive, none of them larger than a price file may be |
//! | `prices` | how near a text comes to a table of prices |
//! | `workbook` | a workbook's sheet as comma-separated values, dates as ISO days |
//! | `worker` | the message loop |

mod archive;
mod prices;
mod workbook;
#[cfg(feature = "unpacker")]
pub mod worker;

use crate::market::price_file::{PackedFile, UnpackError, Unpacked};
use archive::Archive;
use prices::Nearness;
use std::collections::BTreeSet;
use std::panic::{UnwindSafe, catch_unwind};

/// Endings of files that hold prices, the surest ones first.
const ENDINGS: [&[&str]; 2] = [&["csv", "tsv", "json", "xlsx"], &["txt", "dat", "prn"]];

/// The prices in a packed file, which people call `name`.
///
/// # Errors
///
/// No archive, locked, too large when unpacked, or not exactly one file of prices in it.
pub fn unpack(name: &str, bytes: &[u8]) -> Result<Unpacked, UnpackError> {
    guarded(|| {
        let mut archive = Archive::open(bytes)?;
        match sheet(&mut archive, name, bytes)? {
            Some((_, sheet)) => Ok(sheet),
            None => file_of_prices(&mut archive),
        }
    })
}

/// The file at `place` of an archive, whatever it holds.
///
/// # Errors
///
/// As [`unpack`]; no such file.
pub fn unpack_one(bytes: &[u8], place: usize) -> Result<Unpacked, UnpackError> {
    guarded(|| {
        let mut archive = Archive::open(bytes)?;
        let files = archive.files();
        let file = files.into_iter().find(|(index, _)| *index == place);
        let (_, path) = file.ok_or(UnpackError::Unreadable)?;
        let (_, unpacked) = within(&path, archive.read(place)?)?;
        Ok(unpacked)
    })
}

/// The libraries promise no panic, and read what anyone may have written.
fn guarded(
    unpacked: impl FnOnce() -> Result<Unpacked, UnpackError> + UnwindSafe,
) -> Result<Unpacked, UnpackError> {
    catch_unwind(unpacked).unwrap_or(Err(UnpackError::Unreadable))
}

/// The sheet of prices of a workbook, whose `bytes` are an archive; `None` where it is another archive.
fn sheet(
    archive: &mut Archive,
    name: &str,
    bytes: &[u8],
) -> Result<Option<(Nearness, Unpacked)>, UnpackError> {
    if archive.has("xl/workbook.xml") {
        archive.check(workbook::is_sound)?;
        return workbook::sheet(name, bytes).map(Some);
    }
    if archive.has("xl/workbook.bin") || archive.has("content.xml") {
        return Err(UnpackError::OtherWorkbook);
    }
    Ok(None)
}

/// A file within an archive. A workbook is opened there, but no other archive.
fn within(path: &str, bytes: Vec<u8>) -> Result<(Nearness, Unpacked), UnpackError> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    if ends_in(name, &["xlsx"]) {
        let sheet = sheet(&mut Archive::open(&bytes)?, name, &bytes)?;
        return sheet.ok_or(UnpackError::NoPrices);
    }
    let name = name.to_owned();
    Ok((Nearness::of(&bytes), Unpacked { name, bytes }))
}

/// The one file of an archive that holds prices; where none does, the one that seems to, to be told what
/// is wrong with it.
fn file_of_prices(archive: &mut Archive) -> Result<Unpacked, UnpackError> {
    let mut chosen: Option<Unpacked> = None;
    let mut with_prices = Vec::new();
    let mut others = Vec::new();
    for (place, path) in candidates(&archive.files()) {
        let read = archive.read(place);
        match read.and_then(|bytes| within(&path, bytes)) {
            Ok((Nearness::Prices, file)) => {
                with_prices.push((place, path, file.name.clone()));
                // Of several none is chosen, and all are named.
                chosen.get_or_insert(file);
            }
            Err(error @ (UnpackError::TooLarge | UnpackError::Locked)) => return Err(error),
            other => others.push(other.map(|(_, file)| file)),
        }
    }
    match (chosen, others.pop()) {
        (Some(_), _) if with_prices.len() > 1 => Err(UnpackError::Several(named(with_prices))),
        (Some(file), _) => Ok(file),
        (None, Some(other)) if others.is_empty() => other,
        (None, _) => Err(UnpackError::NoPrices),
    }
}

/// Files of an archive, given by place, path and name, as they are told apart.
fn named(files: Vec<(usize, String, String)>) -> Vec<PackedFile> {
    let names: BTreeSet<&str> = files.iter().map(|(_, _, name)| name.as_str()).collect();
    let by_name = names.len() == files.len();
    let named = files.into_iter().map(|(place, path, name)| PackedFile {
        place,
        name: if by_name { name } else { path },
    });
    named.collect()
}

/// The files that may hold prices, by their names' endings; a lone file may be called as it likes.
fn candidates(files: &[(usize, String)]) -> Vec<(usize, String)> {
    let found = ENDINGS.iter().map(|endings| -> Vec<(usize, String)> {
        let named = files.iter().filter(|(_, name)| ends_in(name, endings));
        named.cloned().collect()
    });
    let mut found = found.filter(|named| !named.is_empty());
    match (found.next(), files) {
        (Some(named), _) => named,
        (None, [lone]) => vec![lone.clone()],
        (None, _) => Vec::new(),
    }
}

fn ends_in(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|it| endings.iter().any(|known| it.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_chosen_by_their_endings() {
        let chosen = |names: &[&str]| -> Vec<usize> {
            let named = names.iter().map(|name| (*name).to_owned());
            let files: Vec<_> = named.enumerate().collect();
            candidates(&files).into_iter().map(|(at, _)| at).collect()
        };
        assert_eq!(chosen(&["README.txt", "IBM.CSV", "b.json"]), [1, 2]);
        assert_eq!(chosen(&["a.txt", "licence.md"]), [0]);
        assert_eq!(chosen(&["prices"]), [0]);
        assert_eq!(chosen(&["a.png", "b.png"]), [0_usize; 0]);
    }
}
