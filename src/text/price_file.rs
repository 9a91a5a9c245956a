//! Reading a file of prices.

texts! {}
