//! A price file on its way through the steps that read it.

use crate::market::price_file::ParsedFile;
use std::sync::Arc;

/// A file taken apart. Only its allocation is compared: another one is another file.
#[derive(Clone)]
pub struct SharedFile(pub(super) Arc<ParsedFile>);

impl SharedFile {
    pub(in crate::lab) fn new(file: ParsedFile) -> Self {
        Self(Arc::new(file))
    }

    pub(in crate::lab) fn parsed(&self) -> &ParsedFile {
        &self.0
    }
}

impl PartialEq for SharedFile {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for SharedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SharedFile({} bytes)", self.0.size())
    }
}

/// A file on its way through the steps that read it.
#[derive(Debug, Clone, PartialEq)]
pub struct FileText {
    /// The number of its load.
    pub load: u32,
    pub name: String,
    pub file: SharedFile,
}
