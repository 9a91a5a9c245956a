//! What is said of an address that cannot be read as it stands.

texts! {}
