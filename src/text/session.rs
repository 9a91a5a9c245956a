//! The visit: opened seals, comparisons of runs.

texts! {}
