//! What surrounds the sections: the top bar, the notice bar, the foot.

texts! {}
