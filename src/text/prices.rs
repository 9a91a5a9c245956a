//! The prices section.

texts! {}
