//! Charts: axes, legends, tooltips, and what they say to those who do not see them.

texts! {}
