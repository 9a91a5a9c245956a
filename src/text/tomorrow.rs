//! The forecast of the next day, and the journal.

texts! {}
