//! What a packed file gives: a text that is read as any price file, or why there is none. Unpacking
//! itself is `crate::unpack`'s, which runs where such a file is given.

use serde::{Deserialize, Serialize};

/// A file taken out of an archive, or a workbook's sheet as a text of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpacked {
    /// What people call it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// One of several files of prices in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedFile {
    /// Its place in the archive.
    pub place: usize,
    /// With its folders where its name alone would not tell it from the others.
    pub name: String,
}

/// What the unpacker says, beside the bytes: what people call the file that came out.
pub type UnpackAnswer = Result<String, UnpackError>;

/// Why a packed file gives no text of prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnpackError {
    /// Unpacked, it has more bytes than are read of any file.
    TooLarge,
    /// Only a password opens it.
    Locked,
    /// Damaged, or packed in a way that is not read here.
    Unreadable,
    /// Nothing in it is a table or a text of prices.
    NoPrices,
    /// These files in it hold prices.
    Several(Vec<PackedFile>),
    /// A workbook of another form than `.xlsx`.
    OtherWorkbook,
}
