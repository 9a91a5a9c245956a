//! Files that the visitor gave.

/// A file that the visitor gave and the page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A file that the visitor gave, or one history of several in it: what is known of it before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    pub id: FileId,
    /// Of the file's archive, which to take out; `None` where the archive decides.
    pub packed: Option<usize>,
    /// Of the file's shares, whose rows to read.
    pub ticker: Option<usize>,
    pub name: String,
    pub size: u64,
}

impl GivenFile {
    /// The file as it was given.
    pub fn whole(id: FileId, name: String, size: u64) -> Self {
        Self {
            id,
            packed: None,
            ticker: None,
            name,
            size,
        }
    }
}
