//! Names of months.

/// Names of each month by their first letters, small and without points: English, German, French, Italian,
/// Spanish, Catalan, Portuguese, Dutch, the Nordic and Baltic languages, Finnish, Polish, Czech, Slovak,
/// Slovenian, Hungarian, Romanian, Russian, Ukrainian, Bulgarian, Greek, Turkish, Indonesian, Thai, Hindi,
/// Arabic and Hebrew. The longest that fits decides.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen", "ian", "sty", "led", "tam", "jaa", "sau", "янв", "яну", "січ", "ιαν", "oca", "มก",
      "มค", "जन", "ينا", "ינו"],
    &["feb", "fév", "fev", "lut", "úno", "hel", "vee", "vas", "фев", "лют", "φεβ", "şub", "กุ", "กพ", "फ", "\u{95e}", "فبر", "פבר"],
    &["mar", "mär", "mrz", "maa", "mrt", "már", "bře", "kov", "mac", "мар", "бер", "μαρ", "μάρ", "มีน", "มีค", "मार",
      "مار", "מרץ", "מרס"],
    &["apr", "avr", "abr", "kwi", "ápr", "dub", "huh", "bal", "апр", "кві", "απρ", "nis", "เม", "अप", "أبر", "ابر",
      "אפר"],
    &["may", "mai", "mag", "mei", "maj", "máj", "maí", "kvě", "tou", "geg", "май", "мая", "тра", "μαΐ", "μαι", "μάι",
      "พฤษ", "พค", "मई", "ماي", "מאי"],
    &["jun", "jui", "giu", "cze", "jún", "jūn", "čer", "čvn", "kes", "bir", "iun", "juun", "июн", "юни", "чер", "ιουν",
      "ιούν", "haz", "มิ", "जून", "يوني", "יונ"],
    &["jul", "juil", "lug", "lip", "júl", "jūl", "červenc", "červenec", "čvc", "hei", "lie", "iul", "juul", "июл",
      "юли", "лип", "ιουλ", "ιούλ", "tem", "กร", "กค", "जुल", "يولي", "יול"],
    &["aug", "aoû", "aou", "ago", "sie", "srp", "elo", "rugp", "avg", "ágú", "ogo", "авг", "сер", "αυγ", "αύγ", "ağu",
      "agu", "ags", "สิ", "สค", "अग", "أغس", "اغس", "אוג"],
    &["sep", "set", "wrz", "sze", "zář", "syy", "rugs", "сен", "сеп", "вер", "σεπ", "eyl", "กัน", "กย", "सि", "سبت",
      "ספט"],
    &["oct", "okt", "ott", "out", "paź", "říj", "lok", "spa", "окт", "жов", "οκτ", "eki", "ตุ", "ตค", "अक", "أكت",
      "اكت", "אוק"],
    &["nov", "lis", "marr", "noi", "lap", "ноя", "ное", "лис", "νοε", "νοέ", "kas", "พฤศ", "พย", "नव", "نوف", "נוב"],
    &["dec", "dez", "déc", "dic", "gru", "des", "det", "pro", "jou", "dis", "дек", "гру", "δεκ", "ara", "ธ", "दिस",
      "ديس", "דצמ"],
];
/// Croatian names that begin as other months do elsewhere: a file of them is not read.
const NO_MONTHS: [&str; 4] = ["lipanj", "lipnj", "srpanj", "srpnj"];

/// A month's number by its name.
pub(super) fn month_from_name(name: &str) -> Option<u32> {
    let letters = name.chars().filter(|c| *c != '.');
    let name: String = letters.flat_map(char::to_lowercase).collect();
    let begins = |start: &&&str| name.starts_with(**start);
    if NO_MONTHS.iter().any(|start| begins(&start)) {
        return None;
    }
    let longest = |starts: &&[&str]| starts.iter().filter(begins).map(|start| start.len()).max();
    let months = (1..).zip(&MONTHS);
    let fitting = months.filter_map(|(month, starts)| Some((longest(starts)?, month)));
    fitting.max().map(|(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twelve names of a language each, as dates have them.
    #[rustfmt::skip]
    const NAMES: [&str; 26] = [
        "January February March April May June July August September October November December",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "január február március április május június július augusztus szeptember október november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
        "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ];

    #[test]
    fn months_are_known_by_their_names() {
        for names in NAMES {
            let found: Vec<_> = names.split(' ').map(month_from_name).collect();
            let expected: Vec<_> = (1..=12).map(Some).collect();
            assert_eq!(found, expected, "{names}");
        }
        for (name, expected) in [
            ("Mrz", 3),
            ("juil", 7),
            ("červenec", 7),
            ("ОКТ", 10),
            ("MAC", 3),
        ] {
            assert_eq!(month_from_name(name), Some(expected), "{name}");
        }
        for name in ["Tag", "lipnja", "srpanj", "", "UTC", "INV"] {
            assert_eq!(month_from_name(name), None, "{name}");
        }
    }
}
