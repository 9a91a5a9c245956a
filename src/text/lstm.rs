//! How an LSTM works, in words beside its equations.

texts! {}
