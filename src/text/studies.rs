//! Walk-forward and seeds, as the page shows them.

texts! {}
