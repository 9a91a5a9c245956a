//! Settings: their names, what they do, and why one was refused.

texts! {}
