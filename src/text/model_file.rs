//! The trained network as a file, and the run card.

texts! {}
