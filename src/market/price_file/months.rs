//! Names of months.

/// English, German, French, Italian, Spanish, Portuguese, Dutch and Polish month names, by their first
/// letters.
pub(super) fn month_from_name(name: &str) -> Option<u32> {
    let name: String = name.chars().flat_map(char::to_lowercase).collect();
    let start: String = name.chars().take(3).collect();
    Some(match start.as_str() {
        "jan" | "ene" | "gen" | "sty" => 1,
        "feb" | "fév" | "fev" | "lut" => 2,
        "mar" | "mär" | "mrz" | "maa" | "mrt" => 3,
        "apr" | "avr" | "abr" | "kwi" => 4,
        "may" | "mai" | "mag" | "mei" | "maj" => 5,
        "jui" if name.starts_with("juil") => 7,
        "jun" | "jui" | "giu" | "cze" => 6,
        "jul" | "lug" | "lip" => 7,
        "aug" | "aoû" | "aou" | "ago" | "sie" => 8,
        "sep" | "set" | "wrz" => 9,
        "oct" | "okt" | "ott" | "out" | "paź" => 10,
        "nov" | "lis" => 11,
        "dec" | "dez" | "déc" | "dic" | "gru" => 12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_their_first_letters() {
        for (name, expected) in [
            ("March", 3),
            ("März", 3),
            ("Mrz", 3),
            ("juin", 6),
            ("juillet", 7),
            ("août", 8),
            ("gennaio", 1),
            ("enero", 1),
            ("dezembro", 12),
            ("mei", 5),
            ("października", 10),
        ] {
            assert_eq!(month_from_name(name), Some(expected), "{name}");
        }
        assert_eq!(month_from_name("Tag"), None);
    }
}
