//! What a header's words announce, in some thirty languages: one table. A word is written as
//! [`normalized`] leaves it, in small letters without accents, blanks and marks.

use super::column::ColumnRole;
use super::numbers::is_unit;

/// How sure a name is of its role. The surest of several columns gets the role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// "Price", "Last", "Value": the close where nothing else is called so.
    Weak,
    /// The word is part of the name.
    Part,
    /// The word is the name.
    Whole,
}

use Sureness::{Part, Weak, Whole};

/// A part of a date that has a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DatePart {
    Year,
    Month,
    Day,
}

/// Names of what is no price of the day: yesterday's close, changes, averages, turnover. Asked first.
#[rustfmt::skip]
const NO_PRICE: &[&str] = &[
    // Times of a price
    "time", "date", "время", "时间", "時間",
    // English
    "prev", "preclose", "prior", "yesterday", "lastclose", "nextclose", "tomorrow", "chang",
    "chg", "week", "year", "openint", "opint", "vwap", "average", "avgprice", "turnover",
    "divid", "split", "percent", "pct", "marketcap", "mktcap", "volat", "evoluti", "evoluc", "amount",
    "predict", "forecast", "target", "unadj", "quoteasset", "takerbuy", "factor", "wap", "spread",
    // German, Polish, French, Italian, Spanish, Portuguese, Dutch
    "vorherig", "vortag", "differenz", "veranderung", "veraenderung", "zmiana", "poprzed",
    "unberein", "nieskoryg", "nonajust", "noajust", "preceden", "veille", "anterior", "variac", "variat", "variaz", "varpct", "vorige",
    "verschil",
    // Russian, Turkish
    "предыд", "прошл", "изм", "onceki", "degisim", "fark",
    // Chinese, Japanese, Korean
    "昨收", "前收", "昨日", "涨跌", "漲跌", "涨幅", "漲幅", "振幅", "换手", "換手", "成交额", "成交額", "成交金额", "成交金額",
    "成交笔数", "成交筆數", "市值", "前日", "変化", "変動", "売買代金", "時価総額", "전일", "전날", "등락", "대비", "변동",
    "거래대금", "시가총액",
    // Danish, Norwegian, Swedish, Finnish
    "ændring", "endring", "forandring", "forrige", "forega", "medel", "omsætning",
    "omsattning", "omsetning", "muutos", "vaihto", "edellinen",
    // Czech, Slovak, Hungarian, Romanian, Croatian
    "zmena", "predchoz", "predosl", "valtozas", "elozo", "promjena", "prethodn",
    // Greek, Ukrainian, Bulgarian
    "μεταβολ", "προηγ", "змін", "попер", "промян", "предиш",
    // Indonesian, Vietnamese, Thai
    "perubahan", "sebelum", "thayđoi", "เปลียนแปลง", "กอนหนา",
    // Arabic, Hebrew, Hindi
    "التغي", "السابق", "שינוי", "קודם", "परिवरतन", "पिछल",
];

/// What makes a close an adjusted one.
#[rustfmt::skip]
const ADJUSTED: &[&str] = &[
    "adj", "berein", "berschluss", "angepasst", "ajust", "rettific", "skorygow", "gecorr", "aangepast",
    "juster", "aggiust", "uprav", "kiigaz", "διορθ", "đieuchinh", "disesuaik", "penyesuai", "скорр", "duzelt",
    "调整", "調整", "复权", "複權", "復權", "还原", "還原", "修正", "수정", "ปรับ", "المعدل", "מתואם",
];
/// What is called a price in an adjusted one's name, beside the words for a close.
#[rustfmt::skip]
const OF_ADJUSTED: &[&str] = &[
    "cl", "price", "kurs", "cours", "prezzo", "precio", "preco", "fech", "koers", "cena", "gia", "주가", "שער",
];

/// Each role's words: those that are whole names, and those that are part of one.
#[rustfmt::skip]
const WORDS: [(ColumnRole, &[&str], &[&str]); 5] = [
    (
        ColumnRole::Close,
        &["c", "cl", "slot", "luk", "clot", "prc", "clspric", "ปิด"],
        &[
            "close", "closing", "schluss", "zamkn", "clotur", "cierre", "chiusura", "fechamento",
            "slotkoers", "закр", "kapanis", "收盘", "收盤", "終値", "종가", "stangn", "schluß",
            "sluiting", "slutkurs", "sluttkurs", "lukkekurs", "paatos", "zavirac", "zaver", "uzavier",
            "zaro", "inchidere", "zakljuc", "κλεισ", "κλείσ", "затваряне", "penutupan", "đongcua",
            "ราคาปิด", "收市", "الإغلاق", "الاغلاق", "סגירה", "נעילה", "बंद", "ultimoneg",
        ],
    ),
    (
        ColumnRole::Open,
        &["o", "op", "erster", "first", "anfang", "abre", "ouv", "prva", "apen", "aben", "oppen", "mo"],
        &[
            "open", "eroffn", "eroeffn", "otwarc", "ouvert", "apert", "abert", "откр", "acilis", "mocua", "开盘",
            "開盤", "開市", "开市", "始値", "시가", "오픈", "oppning", "abning", "apning", "avaus", "otevir", "otevren", "otvar",
            "nyito", "deschidere", "otvaranj", "νοιγμα", "відкр", "отваряне", "pembukaan", "เปิด",
            "الافتتاح", "פתיחה", "खुल",
        ],
    ),
    (
        ColumnRole::High,
        &["h", "hi", "max", "alto", "maks", "hoj", "hoy", "ylin", "cao", "kursmax", "قمة", "高", "สูง", "مرتفع"],
        &[
            "high", "hoch", "hoechst", "najwyz", "haut", "maxim", "massim", "hoogste", "hoog", "макс",
            "высок", "yuksek", "最高", "高値", "고가", "hogst", "hojest", "nejvys", "najvys", "najvis",
            "legmagasabb", "υψηλ", "найвис", "tertinggi", "caonhat", "สูงสุด", "الأعلى", "الاعلى",
            "גבוה", "उचच",
        ],
    ),
    (
        ColumnRole::Low,
        &["l", "lo", "min", "bas", "bajo", "lav", "alin", "thap", "kursmin", "低", "ตำ", "منخفض"],
        &[
            "low", "tief", "najniz", "plusbas", "minim", "laagste", "laag", "мин", "низк", "dusuk",
            "最低", "安値", "저가", "lagst", "lavest", "nejniz", "legalacsonyabb", "χαμηλ", "мін", "найниз",
            "найнис", "terendah", "thapnhat", "ตำสุด", "الأدنى", "الادنى", "נמוך", "निमन",
        ],
    ),
    (
        ColumnRole::Volume,
        &["v", "umsatz", "qty", "quantity", "hac", "kl", "wol", "obj", "forg", "noofshares", "numberofshares"],
        &[
            "vol", "stuck", "stueck", "wolum", "obrot", "объем", "hacim", "成交量", "交易量", "成交股", "成交張", "成交数量", "成交數量",
            "出来高", "売買高", "거래량", "objem", "mennyiseg", "forgalom", "kolicin", "ογκος", "όγκος", "обєм",
            "обсяг", "обем", "khoiluong", "ปริมาณ", "الحجم", "מחזור", "נפח", "मातरा", "titulos",
        ],
    ),
];

/// Names of a price that is the close where no other column is.
#[rustfmt::skip]
const WEAK_CLOSE: &[&str] = &[
    "px", "last", "price", "lastprice", "kurs", "value", "nav", "settle", "settlement", "rate",
    "mid", "ultimo", "zuletzt", "letzter", "dernier", "prix", "precio", "prezzo", "preco",
    "cena", "ostatnio", "koers", "laatste", "цена", "fiyat", "simdi", "最新价", "最新價", "现价", "价格",
    "價格", "価格", "가격", "현재가", "prices", "senaste", "ltp", "pxlast", "cours", "preis", "siste",
    "sidste", "zadnja", "terakhir", "lancuoi", "τιμη", "τιμή", "ціна", "harga", "gia", "السعر", "מחיר",
    "tradeprice", "latest", "letzterkurs", "senast", "seneste", "viimeisin", "utolso", "posledni",
    "ultimul", "остання", "последна", "τελευταια", "τελευταία", "ลาสุด", "الأخير", "الاخير", "अंतिम", "שער", "valor",
    "cotacao", "cotizacion", "cotation", "quotazione", "notering", "kurz", "tecaj", "curs", "obsvalue",
    "prezzoultimocontratto",
];

/// Words of a column of dates, as whole names.
#[rustfmt::skip]
const DATE_NAMES: &[&str] = &[
    "date", "datum", "data", "fecha", "time", "timestamp", "datetime", "day", "tag", "zeit",
    "jour", "giorno", "dia", "dato", "t", "дата", "tarih", "日期", "交易日期", "时间", "時間", "日付",
    "年月日", "日付け", "データ日付", "날짜", "일자", "tradedate", "tradingdate", "dates", "unix", "exchangedate",
    "observationdate", "datadate", "pvm", "paivamaara", "ημερομηνία", "ημερομηνια", "tanggal", "ngay",
    "วันที", "التاريخ", "תאריך", "तारीख",
];

/// Words of the columns of a date's parts, as whole names.
#[rustfmt::skip]
const DATE_PARTS: [(DatePart, &[&str]); 3] = [
    (
        DatePart::Year,
        &["year", "yyyy", "yr", "jahr", "annee", "ano", "anno", "jaar", "rok", "god", "ar", "год", "рік", "yil", "年", "년"],
    ),
    (
        DatePart::Month,
        &[
            "month", "mm", "mon", "monat", "mois", "mes", "mese", "maand", "miesiac", "mesic", "mesiac", "manad", "maned",
            "месяц", "місяць", "ay", "月", "월",
        ],
    ),
    (
        DatePart::Day,
        &["day", "dd", "tag", "jour", "dia", "giorno", "dag", "dzien", "den", "день", "gun", "日", "일"],
    ),
];

/// Words of a column that says which share a row is of, as whole names.
#[rustfmt::skip]
const TICKER_NAMES: &[&str] = &[
    "symbol", "ticker", "tickersymbol", "tic", "code", "stockcode", "tscode", "isin", "wkn",
    "name", "stock", "company", "asset", "instrument", "secid", "actsymbol", "permno", "kode",
    "simbolo", "symbole", "kurzel", "simge", "тикер", "证券代码", "證券代號", "股票代码", "代码", "代號", "銘柄",
    "銘柄コード", "コード", "종목", "종목코드", "종목명", "wertpapier", "aktie", "titre", "valeur", "titolo",
    "papel", "emisora", "hisse", "akcja", "fund", "gvkey", "tckrsymb", "instrumentid", "shortname",
];

/// Words of a column that says in which of a share's markets a row's price was made, as whole names.
const MARKET_NAMES: &[&str] = &["series", "boardid", "board"];

/// A name as the tables above have it.
fn normalized(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| {
            Some(match c {
                'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' => 'a',
                'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ő' | 'ø' => 'o',
                'ü' | 'ú' | 'ù' | 'û' | 'ű' => 'u',
                'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
                'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ỉ' | 'ị' | 'ĩ' => 'i',
                'ł' => 'l',
                'ś' | 'ş' | 'š' => 's',
                'ż' | 'ź' | 'ž' => 'z',
                'ć' | 'ç' | 'č' => 'c',
                'ñ' | 'ń' => 'n',
                'ğ' => 'g',
                'ř' => 'r',
                'ț' | 'ţ' => 't',
                'ё' => 'е',
                'ắ' | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' | 'ă' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ả' | 'ạ' => {
                    'a'
                }
                'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' | 'ẻ' | 'ẽ' | 'ẹ' => 'e',
                'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' | 'ỏ' | 'ọ' => {
                    'o'
                }
                'ư' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' | 'ủ' | 'ũ' | 'ụ' => 'u',
                c if c.is_alphanumeric() => c,
                _ => return None,
            })
        })
        .collect()
}

/// The role that a name announces, and how surely; `None` for an unknown name.
pub(super) fn role(name: &str) -> Option<(ColumnRole, Sureness)> {
    // A rate of exchange is no change.
    let name = normalized(name).replace("exchange", "");
    let is = |names: &[&str]| names.contains(&name.as_str());
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if name.is_empty() {
        return None;
    }
    // "Close price adjusted for splits" is the close of most files, and for dividends an adjusted one.
    let (_, _, of_close) = WORDS[0];
    if has(of_close) && has(&["split", "divid"]) && has(ADJUSTED) {
        return Some(match has(&["divid"]) {
            true => (ColumnRole::AdjustedClose, Part),
            false => (ColumnRole::Close, Part),
        });
    }
    if has(NO_PRICE) {
        return Some((ColumnRole::Ignored, Whole));
    }
    if has(ADJUSTED) {
        let is_other = WORDS[1..].iter().any(|(_, _, parts)| has(parts));
        let is_price = has(OF_ADJUSTED) && !is_other;
        // "IBM.Adjusted", as R has it.
        let is_close = has(of_close) || is_price || (name.ends_with("adjusted") && !is_other);
        return Some(match is_close {
            true => (ColumnRole::AdjustedClose, Part),
            // An adjusted open is of no use beside a raw close.
            false => (ColumnRole::Ignored, Whole),
        });
    }
    // "4. close" and "1. open": what is left of a number before the word.
    let word = name.trim_start_matches(|c: char| c.is_ascii_digit());
    for (role, whole, parts) in WORDS {
        if is(whole) || parts.contains(&word) {
            return Some((role, Whole));
        }
        if has(parts) {
            return Some((role, Part));
        }
    }
    let is_weak = is(WEAK_CLOSE) || WEAK_CLOSE.contains(&without_currency(&name));
    is_weak.then_some((ColumnRole::Close, Weak))
}

/// A name as the tables above have it, without the currency that it may begin or end with: "Price EUR" and
/// "Price in USD" are both the price.
pub(super) fn name_without_currency(name: &str) -> String {
    without_currency(&normalized(name)).to_owned()
}

fn without_currency(name: &str) -> &str {
    const LETTERS: usize = 3;
    /// A coin's price in itself or in another one stands beside that in dollars, and is not the one that is meant.
    const COINS: [&str; 2] = ["btc", "eth"];
    let is_currency = |part: &str| part.len() == LETTERS && is_unit(part) && !COINS.contains(&part);
    let ending = name.len().checked_sub(LETTERS);
    let at_end = ending.and_then(|at| name.split_at_checked(at));
    if let Some((rest, _)) = at_end.filter(|(_, last)| is_currency(last)) {
        return rest.strip_suffix("in").unwrap_or(rest);
    }
    match name.split_at_checked(LETTERS) {
        Some((first, rest)) if is_currency(first) => rest,
        _ => name,
    }
}

/// The names of a table as [`role`] knows them: "last_close" is yesterday's, but beside "last_open" the day's.
pub(super) fn without_last(names: &[String]) -> Vec<&str> {
    let is_of_day = names.iter().any(|name| name == "last_open");
    let own = names.iter().map(|name| match name.strip_prefix("last_") {
        Some(rest) if is_of_day => rest,
        _ => name,
    });
    own.collect()
}

/// Whether a name is one of a column of dates.
pub(super) fn names_dates(name: &str) -> bool {
    DATE_NAMES.contains(&normalized(name).as_str())
}

/// Which part of a date a name is one of.
pub(super) fn names_date_part(name: &str) -> Option<DatePart> {
    let name = normalized(name);
    let part = DATE_PARTS
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()));
    part.map(|(part, _)| *part)
}

/// Whether a name is one of a column that says which share a row is of.
pub(super) fn names_tickers(name: &str) -> bool {
    TICKER_NAMES.contains(&normalized(name).as_str())
}

/// Whether a name is one of a column that says in which of a share's markets a row's price was made.
pub(super) fn names_markets(name: &str) -> bool {
    MARKET_NAMES.contains(&normalized(name).as_str())
}

#[cfg(test)]
mod tests {
    use super::ColumnRole::*;
    use super::*;

    #[test]
    fn headers_of_many_tongues_are_known() {
        for (header, expected) in [
            (
                "open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient",
                vec![
                    Open,
                    High,
                    Low,
                    Close,
                    AdjustedClose,
                    Volume,
                    Ignored,
                    Ignored,
                ],
            ),
            (
                "Open,High,Low,Close,Adj Close,Volume",
                vec![Open, High, Low, Close, AdjustedClose, Volume],
            ),
            (
                "Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen",
                vec![Open, High, Low, Close, Volume],
            ),
            (
                "Otwarcie,Najwyższy,Najniższy,Zamknięcie",
                vec![Open, High, Low, Close],
            ),
            (
                "Close/Last,Volume,Open,High,Low",
                vec![Close, Volume, Open, High, Low],
            ),
            (
                "Price,Open,High,Low,Vol.,Change %",
                vec![Close, Open, High, Low, Volume, Ignored],
            ),
            (
                "Erster,Hoch,Tief,Schlusskurs,Stuecke,Volumen",
                vec![Open, High, Low, Close, Volume, Volume],
            ),
            ("op,cl,hi,lo,v", vec![Open, Close, High, Low, Volume]),
            (
                "4. close,5. adjusted close,prevClose,<CLOSE>,<VOL>",
                vec![Close, AdjustedClose, Ignored, Close, Volume],
            ),
            // French, Spanish, Italian, Portuguese, Dutch.
            (
                "Dernier,Ouverture,Plus Haut,Plus Bas,Clôture,Variation %",
                vec![Close, Open, High, Low, Close, Ignored],
            ),
            (
                "Último,Apertura,Máximo,Mínimo,Cierre,Cierre ajustado,Cierre anterior",
                vec![Close, Open, High, Low, Close, AdjustedClose, Ignored],
            ),
            (
                "Apertura,Massimo,Minimo,Chiusura,Chiusura precedente",
                vec![Open, High, Low, Close, Ignored],
            ),
            (
                "Abertura,Máxima,Mínima,Fechamento",
                vec![Open, High, Low, Close],
            ),
            (
                "Laatste,Open,Hoog,Laag,Slotkoers,Vorige slot",
                vec![Close, Open, High, Low, Close, Ignored],
            ),
            // Russian, Turkish, Chinese in both scripts, Japanese, Korean.
            (
                "Цена,Откр.,Макс.,Мин.,Объём,Изм. %",
                vec![Close, Open, High, Low, Volume, Ignored],
            ),
            (
                "Şimdi,Açılış,Yüksek,Düşük,Kapanış",
                vec![Close, Open, High, Low, Close],
            ),
            (
                "开盘价,最高价,最低价,收盘价,昨收价,涨跌额,成交量,成交额",
                vec![Open, High, Low, Close, Ignored, Ignored, Volume, Ignored],
            ),
            (
                "成交股數,成交金額,開盤價,最高價,最低價,收盤價,漲跌價差",
                vec![Volume, Ignored, Open, High, Low, Close, Ignored],
            ),
            (
                "始値,高値,安値,終値,調整後終値,出来高,前日比",
                vec![Open, High, Low, Close, AdjustedClose, Volume, Ignored],
            ),
            (
                "시가,고가,저가,종가,수정종가,거래량,전일종가,시가총액",
                vec![
                    Open,
                    High,
                    Low,
                    Close,
                    AdjustedClose,
                    Volume,
                    Ignored,
                    Ignored,
                ],
            ),
            // Thai, whose word for "open" holds that for "close"; Arabic, Hungarian, Vietnamese.
            (
                "ราคาเปิด,ราคาสูงสุด,ราคาต่ำสุด,ราคาปิด,ปริมาณ",
                vec![Open, High, Low, Close, Volume],
            ),
            (
                "الافتتاح,الأعلى,الأدنى,الإغلاق,الحجم",
                vec![Open, High, Low, Close, Volume],
            ),
            (
                "Nyitó,Maximum,Minimum,Záró,Forgalom",
                vec![Open, High, Low, Close, Volume],
            ),
            // Danish, Czech, Romanian: what their letters are without their marks.
            (
                "Åbning,Højeste,Laveste,Slutkurs,Ændring",
                vec![Open, High, Low, Close, Ignored],
            ),
            ("Předchozí,Otevírací,Závěr", vec![Ignored, Open, Close]),
            // What is adjusted, for what, and what is not.
            (
                "Close Close price adjusted for splits.,Close (split and dividend adjusted),Trade Volume",
                vec![Close, AdjustedClose, Volume],
            ),
            (
                "Schlusskurs unbereinigt,Schlusskurs bereinigt,Ber. Schluss**,Adj. Open Price",
                vec![Ignored, AdjustedClose, AdjustedClose, Ignored],
            ),
            (
                "Giá đóng cửa,Giá điều chỉnh,還原收盤價,수정주가,Justerad stängning,Chiusura aggiustata",
                vec![
                    Close,
                    AdjustedClose,
                    AdjustedClose,
                    AdjustedClose,
                    AdjustedClose,
                    AdjustedClose,
                ],
            ),
            (
                "Exchange rate,Change,WAP,Spread Close-Open",
                vec![Close, Ignored, Ignored, Ignored],
            ),
            (
                "Deschidere,Maxim,Minim,Închidere,Variație",
                vec![Open, High, Low, Close, Ignored],
            ),
            (
                "Mở cửa,Cao nhất,Thấp nhất,Đóng cửa,Khối lượng",
                vec![Open, High, Low, Close, Volume],
            ),
        ] {
            let found: Vec<_> = header
                .split(',')
                .filter_map(role)
                .map(|(role, _)| role)
                .collect();
            assert_eq!(found, expected, "{header}");
        }
        for name in ["", "ticker", "Symbol", "lt"] {
            assert_eq!(role(name), None, "{name}");
        }
    }

    #[test]
    fn a_close_is_surer_of_itself_than_a_value() {
        let sure = |name| role(name).map(|(_, sure)| sure);
        assert_eq!(sure("Close"), Some(Whole));
        assert_eq!(sure("4. close"), Some(Whole));
        assert_eq!(sure("close_5d"), Some(Part));
        assert_eq!(sure("VALUE"), Some(Weak));
        for before in [
            "prev_close",
            "pre_close",
            "Previous Close",
            "PREV. CLOSE",
            "昨收",
        ] {
            assert_eq!(
                role(before).map(|(role, _)| role),
                Some(Ignored),
                "{before}"
            );
        }
    }

    #[test]
    fn a_price_in_a_currency_is_a_price() {
        for name in [
            "Price EUR",
            "Price (USD)",
            "PriceUSD",
            "CHF price",
            "Kurs in EUR",
            "Value, JPY",
        ] {
            assert_eq!(role(name), Some((Close, Weak)), "{name}");
        }
        assert_eq!(name_without_currency("Price (EUR)"), "price");
        for name in [
            "PriceBTC",
            "EUR",
            "USD",
            "EUR/USD",
            "Fees EUR",
            "Priceless",
            "Prize XYZ",
            "éé",
        ] {
            assert_eq!(role(name), None, "{name}");
        }
    }

    #[test]
    fn dates_and_tickers_have_names_too() {
        assert!(names_dates("<DATE>") && names_dates("日期") && names_dates("Fecha"));
        assert!(!names_dates("updated"));
        assert!(names_tickers("ts_code") && names_tickers("Symbol") && !names_tickers("Close"));
    }
}
