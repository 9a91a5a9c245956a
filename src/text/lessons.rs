//! The lessons, and what leads through them.

texts! {}
