//! Known worlds and their parameters.

texts! {}
