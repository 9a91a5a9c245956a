//! What is said of forecasts: caveats, comparisons, intervals, the sealed block.

texts! {}
