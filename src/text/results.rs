//! The verdict section: scores, intervals, days ahead, the sealed block.

texts! {}
