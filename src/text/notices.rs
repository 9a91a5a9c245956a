//! What the page says when something happened.

texts! {}
