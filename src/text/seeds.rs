//! What several trainings with different seeds come to.

texts! {}
