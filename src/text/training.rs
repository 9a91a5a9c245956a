//! The training section.

texts! {}
