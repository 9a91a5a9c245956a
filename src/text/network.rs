//! The network section.

texts! {}
