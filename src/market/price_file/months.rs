//! Names of months.

/// Month names by their first letters: English, German, French, Italian, Spanish, Portuguese, Dutch, the
/// Nordic languages, Polish, Czech, Hungarian, Russian, Turkish and Indonesian.
pub(super) fn month_from_name(name: &str) -> Option<u32> {
    let name: String = name.chars().flat_map(char::to_lowercase).collect();
    let start: String = name.chars().take(3).collect();
    Some(match start.as_str() {
        "jan" | "ene" | "gen" | "sty" | "led" | "янв" | "oca" => 1,
        "feb" | "fév" | "fev" | "lut" | "úno" | "фев" | "şub" => 2,
        "mar" | "mär" | "mrz" | "maa" | "mrt" | "már" | "bře" | "мар" => 3,
        "apr" | "avr" | "abr" | "kwi" | "ápr" | "dub" | "апр" | "nis" => 4,
        "may" | "mai" | "mag" | "mei" | "maj" | "máj" | "kvě" | "май" | "мая" => 5,
        "jui" if name.starts_with("juil") => 7,
        "čer" if name.starts_with("červenc") || name.starts_with("červenec") => 7,
        "jun" | "jui" | "giu" | "cze" | "jún" | "čer" | "июн" | "haz" => 6,
        "jul" | "lug" | "lip" | "júl" | "июл" | "tem" => 7,
        "aug" | "aoû" | "aou" | "ago" | "sie" | "srp" | "авг" | "ağu" | "agu" => 8,
        "sep" | "set" | "wrz" | "sze" | "zář" | "сен" | "eyl" => 9,
        "oct" | "okt" | "ott" | "out" | "paź" | "říj" | "окт" | "eki" => 10,
        "nov" | "lis" | "ноя" | "kas" => 11,
        "dec" | "dez" | "déc" | "dic" | "gru" | "des" | "pro" | "дек" | "ara" => 12,
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
            ("июля", 7),
            ("Ağustos", 8),
            ("červenec", 7),
            ("června", 6),
            ("desember", 12),
        ] {
            assert_eq!(month_from_name(name), Some(expected), "{name}");
        }
        assert_eq!(month_from_name("Tag"), None);
    }
}
