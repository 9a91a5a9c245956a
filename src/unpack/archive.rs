//! A ZIP archive, of which no more is ever inflated than a price file may have: what the archive states
//! of its sizes is asked first, and is not believed while it is inflated.

use crate::market::price_file::{LARGEST_FILE_BYTES, UnpackError};
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;
use zip::result::ZipError;

/// Folders and files that archiving programs add.
const OF_PROGRAMS: [&str; 3] = ["__MACOSX", ".", "Thumbs.db"];
/// An archive of more files is none of prices.
const MOST_FILES: usize = 10_000;

/// How much of a part is kept to be looked at.
const BEGINNING_BYTES: usize = 64 * 1024;

/// A part of an archive that was looked at.
pub(super) struct Part<'p> {
    /// In small letters.
    pub(super) name: &'p str,
    pub(super) beginning: &'p [u8],
    /// In bytes, all of them.
    pub(super) size: u64,
}

pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still come out of it.
    left: u64,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, UnpackError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(error)?;
        if zip.len() > MOST_FILES {
            return Err(UnpackError::TooLarge);
        }
        Ok(Self {
            zip,
            left: LARGEST_FILE_BYTES as u64,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The place and the path of each file that a person put there.
    pub(super) fn files(&mut self) -> Vec<(usize, String)> {
        let indices = 0..self.zip.len();
        indices
            .filter_map(|index| {
                let path = self.zip.name_for_index(index)?.ok()?.into_owned();
                let is_file = !path.ends_with(['/', '\\']);
                let of_program = |part: &str| OF_PROGRAMS.iter().any(|it| part.starts_with(it));
                let is_own = !path.split(['/', '\\']).any(of_program);
                (is_file && is_own).then_some((index, path))
            })
            .collect()
    }

    /// A file's bytes.
    pub(super) fn read(&mut self, index: usize) -> Result<Vec<u8>, UnpackError> {
        let mut bytes = Vec::new();
        self.inflate(index, &mut bytes)?;
        Ok(bytes)
    }

    /// Inflates every part and keeps its beginning alone, for `is_sound` to look at: whoever reads the
    /// parts after that meets no surprise.
    pub(super) fn check(&mut self, is_sound: impl Fn(&Part) -> bool) -> Result<(), UnpackError> {
        for index in 0..self.zip.len() {
            let name = self.zip.name_for_index(index).and_then(Result::ok);
            let name = name.unwrap_or_default().to_ascii_lowercase();
            let mut beginning = Beginning(Vec::new());
            let size = self.inflate(index, &mut beginning)?;
            let part = Part {
                name: &name,
                beginning: &beginning.0,
                size,
            };
            if !is_sound(&part) {
                return Err(UnpackError::Unreadable);
            }
        }
        Ok(())
    }

    fn inflate(&mut self, index: usize, into: &mut impl Write) -> Result<u64, UnpackError> {
        let part = self.zip.by_index(index).map_err(error)?;
        if part.size() > self.left {
            return Err(UnpackError::TooLarge);
        }
        // One byte more than is allowed shows that there are more.
        let mut part = part.take(self.left + 1);
        let size = std::io::copy(&mut part, into).map_err(|_| UnpackError::Unreadable)?;
        self.left = self.left.checked_sub(size).ok_or(UnpackError::TooLarge)?;
        Ok(size)
    }
}

/// Takes everything and keeps its beginning.
struct Beginning(Vec<u8>);

impl Write for Beginning {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let kept = bytes.len().min(BEGINNING_BYTES - self.0.len());
        self.0.extend_from_slice(&bytes[..kept]);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn error(error: ZipError) -> UnpackError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            UnpackError::Locked
        }
        _ => UnpackError::Unreadable,
    }
}
