//! Prices and what was noticed about them.

texts! {}
