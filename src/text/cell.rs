//! Inside the cell, and which days mattered.

texts! {}
