//! What the trainer says: devices, and why a training ended.

texts! {}
