//! Files that the visitor gave.

/// A file that the visitor gave and the page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A file that the visitor gave: what is known of it before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    pub id: FileId,
    pub name: String,
    pub size: u64,
}
