//! Alpha Vantage: its answers, its limits, and why there are no prices.

texts! {}
