//! The macro that makes functions of texts.

/// Makes functions of texts.
///
/// ```ignore
/// texts! {
///     title { en: "Verdict", de: "Urteil" }
///     missed(price, day) {
///         en: "It missed {price} on {day}.",
///         de: "Am {day} hat es {price} verfehlt.",
///     }
///     days(count) plural {
///         en: "{count} day", "{count} days";
///         de: "{count} Tag", "{count} Tage";
///     }
/// }
/// ```
///
/// gives `title() -> &'static str`, `missed(price: impl Say, day: impl Say) -> String` and
/// `days(count: usize) -> String`. A plural's first parameter is the count; the first words are for one.
/// In words only `{name}` may stand, without a format: they are filled in as the program runs, by one
/// function for all texts. Where a language needs more than that, write the function by hand, with
/// [`pick`] or a `match` on [`language`].
macro_rules! texts {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $(($($part:ident),+ $(,)?))? $($plural:ident)? { $($words:tt)+ }
    )*) => {
        $(
            text_function! {
                [$(#[doc = $doc])*] $name ($($($part)+)?) [$($plural)?] { $($words)+ }
            }
        )*

        /// Each text's name, its parts, and its words, language by language.
        #[cfg(test)]
        pub(in crate::text) const ALL: &[$crate::text::tests::Entry] = &[
            $(
                text_entry!($name [$($($part),+)?] [$($plural)?] { $($words)+ }),
            )*
        ];
    };
}

macro_rules! text_function {
    ([$(#[$doc:meta])*] $name:ident () [] { en: $en:literal, de: $de:literal $(,)? }) => {
        $(#[$doc])*
        pub fn $name() -> &'static str {
            $crate::text::words(&[$en, $de])
        }
    };
    ([$(#[$doc:meta])*] $name:ident ($($part:ident)+) [] { en: $en:literal, de: $de:literal $(,)? }) => {
        $(#[$doc])*
        pub fn $name($($part: impl $crate::text::Say),+) -> String {
            $crate::text::fill(&[$en, $de], &[$(stringify!($part)),+], &[$(&$part),+])
        }
    };
    (
        [$(#[$doc:meta])*] $name:ident ($count:ident $($part:ident)*) [plural]
        { en: $en_one:literal, $en:literal; de: $de_one:literal, $de:literal $(;)? }
    ) => {
        $(#[$doc])*
        pub fn $name($count: usize $(, $part: impl $crate::text::Say)*) -> String {
            let words = match $count {
                1 => &[$en_one, $de_one],
                _ => &[$en, $de],
            };
            let names = &[stringify!($count) $(, stringify!($part))*];
            $crate::text::fill(words, names, &[&$count $(, &$part)*])
        }
    };
}

#[cfg(test)]
macro_rules! text_entry {
    ($name:ident [$($part:ident),*] [] { en: $en:literal, de: $de:literal $(,)? }) => {
        (stringify!($name), &[$(stringify!($part)),*], &[($en, $de)])
    };
    (
        $name:ident [$($part:ident),*] [plural]
        { en: $en_one:literal, $en:literal; de: $de_one:literal, $de:literal $(;)? }
    ) => {
        (
            stringify!($name),
            &[$(stringify!($part)),*],
            &[($en_one, $de_one), ($en, $de)],
        )
    };
}
