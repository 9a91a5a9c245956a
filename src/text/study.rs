//! What a study says of itself.

texts! {}
