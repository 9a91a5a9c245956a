//! Dates in cells: how their parts may stand, and what a cell is in one order.

use super::calendar::{Calendar, DateOrder, YEARS, trimmed};
use super::months::month_from_name;
use super::unix_time::{SECONDS_OF_A_DAY, unix_seconds};
use chrono::{DateTime, Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The order, and how a date of the file looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateFormat {
    pub order: DateOrder,
    #[serde(default)]
    pub calendar: Calendar,
    /// The times are of a midnight that Greenwich has on the evening before: a day is added.
    #[serde(default)]
    pub next_day: bool,
    /// `DD.MM.YYYY`, with English letters; it is not used to read.
    pub pattern: String,
}

impl DateFormat {
    /// The format in which `example` is a date of this order.
    /// Where it is none, the pattern is the order's plainest.
    pub fn new(order: DateOrder, example: &str) -> Self {
        let pattern = match pattern(order, example) {
            found if !found.is_empty() => found,
            _ => order.plain_pattern().to_owned(),
        };
        Self {
            order,
            calendar: Calendar::Gregorian,
            next_day: false,
            pattern,
        }
    }

    /// The date in a cell; a time of day after it is passed over.
    pub fn date(&self, cell: &str) -> Option<NaiveDate> {
        let date = date_in(cell, self.order, self.calendar)?;
        match self.next_day {
            true => date.succ_opt(),
            false => Some(date),
        }
    }

    /// Whether a cell says a time of day other than midnight.
    pub(super) fn has_time_of_day(&self, cell: &str) -> bool {
        match unix_seconds(cell, self.order) {
            Some(seconds) => seconds.rem_euclid(SECONDS_OF_A_DAY) != 0,
            None if self.order == DateOrder::Compact => {
                has_clock(cell) || trimmed(cell).get(8..).is_some_and(has_digit_above_zero)
            }
            None => has_clock(cell),
        }
    }
}

/// `49` is 2049 and `50` is 1950: prices are of the past.
const FIRST_SHORT_YEAR_OF_1900: i32 = 50;
/// The year before the Republic of China's first.
const MINGUO_EPOCH: i32 = 1911;
/// The Buddhist year less the Gregorian one.
const BUDDHIST_LEAD: i32 = 543;
/// The longest cell that can be a date with a time of day and a zone.
const LONGEST_DATE: usize = 48;

/// A date's three parts, and what follows them. A month's name may touch the numbers; between three numbers
/// the same marks stand twice, for "10 11/16" is a price of old.
fn parts(text: &str) -> Option<([&str; 3], &str)> {
    let is_mark = |c: char| matches!(c, '-' | '/' | '.' | ' ' | ',' | '_' | '\u{a0}');
    let is_digit = |c: char| c.is_ascii_digit();
    // Vowels of Thai and Hindi are marks on letters, and no letters themselves.
    let is_letter = |c: char| c.is_alphabetic() || (!c.is_ascii() && !is_mark(c));
    let (mut found, mut marks) = ([""; 3], [""; 2]);
    let mut rest = text;
    for (index, part) in found.iter_mut().enumerate() {
        if index > 0 {
            (marks[index - 1], rest) = rest.split_at(rest.find(|c| !is_mark(c))?);
        }
        let numeric = rest.starts_with(is_digit);
        let end = match numeric {
            true => rest.find(|c| !is_digit(c)),
            false => rest.find(|c| !is_letter(c)),
        };
        let end = end.unwrap_or(rest.len());
        if end == 0 {
            return None;
        }
        (*part, rest) = rest.split_at(end);
    }
    let has_name = found.iter().any(|part| !part.starts_with(is_digit));
    let are_marks = match has_name {
        true => marks.iter().all(|marks| marks.chars().count() <= 3),
        false => marks[0] == marks[1] && (1..=2).contains(&marks[0].chars().count()),
    };
    are_marks.then_some((found, rest))
}

/// A date of digits alone, with one mark between two parts: nearly every one is.
enum Numeric {
    /// The parts with their counts of digits, and where they end.
    Parts([(u32, usize); 3], usize),
    /// Too few parts for a date, as a number has.
    No,
    /// Another kind of text.
    Unlike,
}

impl Numeric {
    fn of(text: &[u8]) -> Self {
        const MOST_DIGITS: usize = 4;
        let mut parts = [(0, 0); 3];
        let (mut at, mut mark) = (0, None);
        for (index, part) in parts.iter_mut().enumerate() {
            if index > 0 {
                match text.get(at) {
                    None => return Self::No,
                    Some(byte @ (b'-' | b'/' | b'.')) if mark.is_none_or(|mark| mark == *byte) => {
                        mark = Some(*byte);
                        at += 1;
                    }
                    Some(_) => return Self::Unlike,
                }
            }
            let (mut value, mut digits) = (0, 0);
            while let Some(digit @ b'0'..=b'9') = text.get(at) {
                value = value * 10 + u32::from(digit - b'0');
                digits += 1;
                at += 1;
                if digits > MOST_DIGITS {
                    return Self::Unlike;
                }
            }
            match digits {
                0 if at == text.len() => return Self::No,
                0 => return Self::Unlike,
                _ => *part = (value, digits),
            }
        }
        Self::Parts(parts, at)
    }
}

/// Whether what follows a date is nothing or a time of day, perhaps with its zone: no other number, which
/// would be of the next cell.
fn is_time_of_day(rest: &str) -> bool {
    if rest.is_empty() {
        return true;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    // "2024. 1. 2. 오후 4:00" in Korean.
    let time = rest.strip_prefix(". ").unwrap_or(rest);
    let time = time.trim_start_matches([' ', 'T', 't', ',', '\u{a0}']);
    let time = after_half_day(time);
    let after = time.trim_start_matches(|c| is_digit(c) || matches!(c, ':' | '.'));
    let clock = &time[..time.len() - after.len()];
    let (_, offset) = after.split_at(after.find(['+', '-']).unwrap_or(after.len()));
    let of_zones = |c: char| c.is_alphanumeric() || c.is_whitespace() || "+-:/_.[]".contains(c);
    time.len() < rest.len()
        && clock.contains(':')
        && after.chars().all(of_zones)
        && !after[..after.len() - offset.len()].contains(is_digit)
}

/// What follows the word for the half of the day, where that comes first.
fn after_half_day(time: &str) -> &str {
    const HALVES: [&str; 11] = [
        "AM", "PM", "am", "pm", "上午", "下午", "午前", "午後", "中午", "오전", "오후",
    ];
    let after = HALVES.iter().find_map(|half| time.strip_prefix(half));
    after.map_or(time, |after| after.trim_start_matches([' ', '\u{a0}']))
}

/// Whether a cell is a time of day without a date: "9:30", "16:00:00".
pub(super) fn is_time_alone(cell: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    cell.starts_with(is_digit)
        && cell.contains(':')
        && cell.chars().all(|c| is_digit(c) || c == ':')
}

/// Whether a text says an hour and minute other than midnight, with a colon between.
pub(super) fn has_clock(cell: &str) -> bool {
    cell.split_once(':').is_some_and(|(before, after)| {
        let hour = before.trim_end_matches(|c: char| !c.is_ascii_digit());
        !hour.ends_with("00") || !after.starts_with("00")
    })
}

fn has_digit_above_zero(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

/// Which of three parts are year, month and day.
fn places(parts: &[&str; 3], order: DateOrder) -> Option<[usize; 3]> {
    let named = |part: &str| part.starts_with(|c: char| !c.is_ascii_digit());
    if named(parts[0]) {
        return Some([2, 0, 1]);
    }
    if named(parts[1]) {
        return Some(if parts[0].len() == 4 {
            [0, 1, 2]
        } else {
            [2, 1, 0]
        });
    }
    order.places()
}

fn year(year: u32, digits: usize, calendar: Calendar) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    match (calendar, digits) {
        (Calendar::Gregorian, 4) => Some(year),
        (Calendar::Gregorian, 2) if year < FIRST_SHORT_YEAR_OF_1900 => Some(2000 + year),
        (Calendar::Gregorian, 2) => Some(1900 + year),
        (Calendar::Minguo, 2 | 3) => Some(MINGUO_EPOCH + year),
        (Calendar::Buddhist, 4) => Some(year - BUDDHIST_LEAD),
        _ => None,
    }
}

/// The date in a cell, read in an order.
pub(super) fn date(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    date_in(cell, order, Calendar::Gregorian)
}

/// The date in a cell, read in an order, its year counted by a calendar.
pub(super) fn date_in(cell: &str, order: DateOrder, calendar: Calendar) -> Option<NaiveDate> {
    if let Some(seconds) = unix_seconds(cell, order) {
        return Some(DateTime::from_timestamp(seconds, 0)?.date_naive());
    }
    // "2021.03.01." in Hungarian, "2021. 3. 1." in Korean.
    let text = before_remark(trimmed(cell));
    let text = text.strip_suffix('.').unwrap_or(text);
    if text.len() > LONGEST_DATE || text.len() < 5 {
        return None;
    }
    let date = match order {
        DateOrder::Compact => {
            let digits = text.get(..8)?;
            if !digits.bytes().all(|b| b.is_ascii_digit()) || !is_compact_time(&text[8..]) {
                return None;
            }
            NaiveDate::from_ymd_opt(
                digits[..4].parse().ok()?,
                digits[4..6].parse().ok()?,
                digits[6..].parse().ok()?,
            )?
        }
        _ => match Numeric::of(text.as_bytes()) {
            Numeric::No => return None,
            Numeric::Unlike if is_one_part(text) => return None,
            Numeric::Unlike => date_with_words(text, order, calendar)?,
            Numeric::Parts(parts, end) => {
                let [(y, digits), (m, 1..=2), (d, 1..=2)] =
                    order.places()?.map(|place| parts[place])
                else {
                    return None;
                };
                if end < text.len() && !is_time_of_day(&text[end..]) {
                    return None;
                }
                NaiveDate::from_ymd_opt(year(y, digits, calendar)?, m, d)?
            }
        },
    };
    YEARS.contains(&date.year()).then_some(date)
}

/// Whether a text has too little besides digits for the marks or the name between a date's parts: a large number,
/// of which files have most.
fn is_one_part(text: &str) -> bool {
    text.bytes().filter(|byte| !byte.is_ascii_digit()).count() <= 1
}

/// Whether what follows eight digits is nothing or a time of day: hours and minutes, perhaps seconds.
fn is_compact_time(rest: &str) -> bool {
    let rest = rest.strip_suffix('Z').unwrap_or(rest);
    let digits = rest.bytes().all(|byte| byte.is_ascii_digit());
    let part = |from: usize| {
        let part = rest.get(from..from + 2);
        part.and_then(|text| text.parse::<u32>().ok())
    };
    match rest.len() {
        4 | 6 if digits => {
            part(0).is_some_and(|hour| hour < 24) && part(2).is_some_and(|minute| minute < 60)
        }
        // A number that some program took for a fraction.
        2 if rest == ".0" => true,
        _ => is_time_of_day(rest) || rest.strip_prefix([' ', 'T']).is_some_and(is_compact_time),
    }
}

/// A date whose month may be a name, or between whose parts more than one mark stands, or the words for
/// year, month and day.
fn date_with_words(text: &str, order: DateOrder, calendar: Calendar) -> Option<NaiveDate> {
    const MARKS: [char; 6] = ['年', '月', '日', '년', '월', '일'];
    /// What the years of the Republic of China are called.
    const REPUBLIC: [char; 5] = ['中', '華', '民', '國', '国'];
    // "1 de março de 2024".
    if text.contains(" de ") {
        return date_in(&text.replace(" de ", " "), order, calendar);
    }
    if let Some(text) = without_ordinal(text) {
        return date_in(&text, order, calendar);
    }
    let text = text.trim_start_matches(REPUBLIC).trim_start();
    if text.contains(MARKS) {
        let (date, time) = text.rsplit_once(MARKS)?;
        let mark = if time.starts_with(|c: char| c.is_ascii_digit()) {
            "-"
        } else {
            ""
        };
        let plain = date.replace(MARKS, "-").replace(' ', "");
        return date_in(&format!("{plain}{mark}{time}"), order, calendar);
    }
    let text = &without_inner_points(after_weekday(text));
    if let Some(text) = with_year_before_time(text) {
        return date_in(&text, order, calendar);
    }
    let (parts, rest) = parts(text)?;
    let is_name = |part: &str| part.starts_with(|c: char| !c.is_ascii_digit());
    // "mardi 2 janvier 2024": of two names the first is the day's.
    if is_name(parts[0]) && parts[1..].iter().any(|part| is_name(part)) {
        let rest = text[parts[0].len()..].trim_start_matches(['.', ',', ' ', '\u{a0}']);
        return date_in(rest, order, calendar);
    }
    if !is_time_of_day(rest) && !is_word_for_year(rest) {
        return None;
    }
    let [y, m, d] = places(&parts, order)?.map(|place| parts[place]);
    if d.len() > 2 {
        return None;
    }
    let month = match m.parse() {
        Ok(month) if m.len() <= 2 => month,
        Ok(_) => return None,
        Err(_) => month_from_name(m)?,
    };
    let year = year(y.parse().ok()?, y.len(), calendar)?;
    NaiveDate::from_ymd_opt(year, month, d.parse().ok()?)
}

/// "Jan 2 16:00:00 EST 2024", as C writes it, with the year before the time; `None` for anything else.
fn with_year_before_time(text: &str) -> Option<String> {
    let (before, year) = text.rsplit_once(' ')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year || !before.contains(':') {
        return None;
    }
    let mut words = before.split_ascii_whitespace();
    let (month, day, clock) = (words.next()?, words.next()?, words.next()?);
    let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let are_parts = month_from_name(month).is_some() && is_time_alone(clock);
    (are_parts && words.all(is_word)).then(|| format!("{month} {day} {year} {clock}"))
}

/// Whether a date is only followed by the word for its year: "5 марта 2024 г.".
fn is_word_for_year(rest: &str) -> bool {
    matches!(
        rest.trim_matches([' ', '.', '\u{a0}']),
        "г" | "р" | "g" | "god"
    )
}

/// What stands before a remark without numbers: "2024-01-02 (Tue)".
fn before_remark(text: &str) -> &str {
    let before = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match before.filter(|(_, remark)| !remark.contains(|c: char| c.is_ascii_digit())) {
        Some((before, _)) => before.trim_end(),
        None => text,
    }
}

/// "1st March" and "1er mars" without what makes the number an ordinal; `None` where nothing does. In
/// Lithuanian, "2024 m. kovo 1 d.", the words for year and day are left out.
fn without_ordinal(text: &str) -> Option<String> {
    const ENDINGS: [&str; 9] = ["st", "nd", "rd", "th", "er", "º", "ª", " m.", " d"];
    let is_digit = |c: char| c.is_ascii_digit();
    ENDINGS.iter().find_map(|ending| {
        let (at, _) = text
            .match_indices(ending)
            .find(|(at, _)| text[..*at].ends_with(is_digit))?;
        let after = &text[at + ending.len()..];
        let ends = !after.starts_with(|c: char| c.is_alphanumeric());
        ends.then(|| format!("{}{after}", &text[..at]))
    })
}

/// "2 ม.ค. 2567" as "2 มค. 2567": points within a name are no marks between parts.
fn without_inner_points(text: &str) -> String {
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    let mut found = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        let is_inner =
            c == '.' && !before.is_ascii() && chars.peek().is_some_and(|c| c.is_alphabetic());
        if !is_inner {
            found.push(c);
        }
        before = c;
    }
    found
}

/// What follows the day of the week, which says nothing more: "Fri Aug 27 2021", "Freitag, 27. August 2021".
fn after_weekday(text: &str) -> &str {
    /// How such a word begins in English, German, French, Italian, Spanish and Chinese, but for what also
    /// begins a month.
    const WEEKDAYS: [&str; 23] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "fre", "sam", "son",
        "lun", "mer", "jeu", "ven", "dim", "dom", "sab", "星期", "週", "周",
    ];
    /// Short ones of German and Spanish, where a month has more letters.
    const SHORT: [&str; 7] = ["mo", "di", "mi", "do", "fr", "sa", "so"];
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(0);
    let (word, rest) = text.split_at(end);
    let word = word.to_lowercase();
    let is_weekday =
        SHORT.contains(&word.as_str()) || WEEKDAYS.iter().any(|day| word.starts_with(day));
    match is_weekday {
        true => rest.trim_start_matches(['.', ',', ' ']),
        false => text,
    }
}

fn pattern(order: DateOrder, example: &str) -> String {
    let text = trimmed(example);
    match order {
        _ if order.places().is_none() => String::new(),
        _ => {
            let Some((found, rest)) = parts(text) else {
                return String::new();
            };
            let Some(places) = places(&found, order) else {
                return String::new();
            };
            let is_number = |place: usize| found[place].bytes().all(|b| b.is_ascii_digit());
            let [year, month, day] = places;
            let is_month = is_number(month) || month_from_name(found[month]).is_some();
            if !is_number(year) || !is_number(day) || !is_month {
                return String::new();
            }
            let mut pattern = text[..text.len() - rest.len()].to_owned();
            // From the right, so that what is replaced does not move what is still to be.
            let mut from = pattern.len();
            for index in (0..3).rev() {
                let letter = match places.iter().position(|place| *place == index) {
                    Some(0) => "Y",
                    Some(1) => "M",
                    _ => "D",
                };
                let part = found[index];
                let Some(at) = pattern[..from].rfind(part) else {
                    return String::new();
                };
                let letters = if part.starts_with(|c: char| c.is_alphabetic()) {
                    3
                } else {
                    part.len()
                };
                pattern.replace_range(at..at + part.len(), &letter.repeat(letters));
                from = at;
            }
            pattern
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DateOrder::*;
    use super::*;

    #[test]
    fn dates_of_all_kinds_are_read() {
        let expected = NaiveDate::from_ymd_opt(2024, 3, 5);
        for (text, order) in [
            ("2024-03-05", YearMonthDay),
            ("2024/3/5", YearMonthDay),
            ("2024-03-05 00:00:00-05:00", YearMonthDay),
            ("2024-03-05T16:00:00Z", YearMonthDay),
            ("5.3.2024", DayMonthYear),
            ("05.03.24", DayMonthYear),
            ("03/05/2024", MonthDayYear),
            ("Mar 05, 2024", MonthDayYear),
            ("05-Mar-24", YearMonthDay),
            ("5. März 2024", DayMonthYear),
            ("20240305", Compact),
            ("1709596800", UnixSeconds),
            ("1709596800000", UnixMilliseconds),
            ("1709596800000000", UnixMicroseconds),
            ("1709596800000000000", UnixNanoseconds),
            ("1709596800.0", UnixSeconds),
            ("2024年3月5日", YearMonthDay),
            ("2024년 03월 05일", YearMonthDay),
            ("5 mars 2024", DayMonthYear),
            ("5 de março de 2024", DayMonthYear),
            ("5 марта 2024", DayMonthYear),
            ("05 mar. 2024", DayMonthYear),
            ("20240305 160000", Compact),
            ("202403051600", Compact),
            ("20240305T160000", Compact),
            ("2024.03.05.", YearMonthDay),
            ("2024. 3. 5.", YearMonthDay),
            ("Tue Mar 05 2024", MonthDayYear),
            ("Tuesday, March 5, 2024", MonthDayYear),
            ("Dienstag, 5. März 2024", DayMonthYear),
            ("Di, 05.03.2024", DayMonthYear),
            ("mardi 5 mars 2024", DayMonthYear),
            ("mié., 5 mar 2024", DayMonthYear),
            ("Tue 2024-03-05", YearMonthDay),
            ("星期二 2024-03-05", YearMonthDay),
            ("2024/03/05(火)", YearMonthDay),
            ("2024年3月5日(月)", YearMonthDay),
            ("2024年3月5日 15:00", YearMonthDay),
            ("05MAR2024", DayMonthYear),
            ("5th March 2024", DayMonthYear),
            ("March 5th, 2024", MonthDayYear),
            ("5 марта 2024 г.", DayMonthYear),
            ("2024 m. kovo 5 d.", YearMonthDay),
            ("5. maaliskuuta 2024", DayMonthYear),
            ("5 มี.ค. 2024", DayMonthYear),
            ("5 मार्च 2024", DayMonthYear),
            ("=\"2024-03-05\"", YearMonthDay),
            ("20240305T000000Z", Compact),
            ("Tue Mar  5 16:00:00 2024", MonthDayYear),
            ("Tue Mar 05 00:00:00 EST 2024", YearMonthDay),
            ("Mar 5 04:00:00 PM 2024", MonthDayYear),
            ("2024-03-05 PM 04:00", YearMonthDay),
            ("2024/3/5 下午 4:00:00", YearMonthDay),
            ("2024年3月5日 午後4:00", YearMonthDay),
            ("2024. 3. 5 오후 4:00:00", YearMonthDay),
            ("2024. 3. 5. 오후 4:00", YearMonthDay),
            ("2024. 3. 5. 16:00", YearMonthDay),
            ("3/5/2024, PM 4:00", MonthDayYear),
        ] {
            assert_eq!(date(text, order), expected, "{text}");
        }
        for text in [
            "",
            "2024-02-30",
            "1.234.567",
            "2024-03-05;311",
            "abc",
            "12/13/14/15",
            "٢٠٢٤-٠٣-٠٥",
            "1650-01-02",
            // Prices in fractions, a year of an emperor, a month that is another one elsewhere.
            "10 11/16",
            "10-11/16",
            "R06.03.05",
            "Mar 5 16:00:00 1 2024",
            "Mar 5 16:00:00 994",
            "5 16:00:00 2024",
            "令和6年3月5日",
            "5. srpnja 2024.",
        ] {
            for order in DateOrder::ALL {
                assert_eq!(date(text, order), None, "{text} {order:?}");
            }
        }
    }

    #[test]
    fn times_before_1970_are_negative() {
        let days: Vec<_> = ["-86400", "-1", "0", "86399", "86400"]
            .map(|text| date(text, UnixSeconds).map(|day| day.to_string()))
            .to_vec();
        let expected = [
            "1969-12-31",
            "1969-12-31",
            "1970-01-01",
            "1970-01-01",
            "1970-01-02",
        ];
        assert_eq!(days, expected.map(|day| Some(day.to_owned())));
        assert_eq!(
            date("-86400000", UnixMilliseconds),
            date("-86400", UnixSeconds)
        );
    }

    #[test]
    fn years_are_counted_from_other_events_too() {
        let expected = NaiveDate::from_ymd_opt(2024, 1, 2);
        assert_eq!(
            date_in("113/01/02", YearMonthDay, Calendar::Minguo),
            expected
        );
        assert_eq!(
            date_in("02/01/2567", DayMonthYear, Calendar::Buddhist),
            expected
        );
        for text in [
            "民國113年1月2日",
            "中華民國 113 年 01 月 02 日",
            "113年1月2日",
        ] {
            let date = date_in(text, YearMonthDay, Calendar::Minguo);
            assert_eq!(date, expected, "{text}");
        }
        let thai = date_in("2 ม.ค. 2567", DayMonthYear, Calendar::Buddhist);
        assert_eq!(thai, expected);
        assert_eq!(
            date_in("99/12/31", YearMonthDay, Calendar::Minguo),
            NaiveDate::from_ymd_opt(2010, 12, 31)
        );
        for text in ["113/01/02", "2567-01-02"] {
            assert_eq!(date(text, YearMonthDay), None, "{text}");
        }
        assert_eq!(
            date("1799-05-01", YearMonthDay),
            NaiveDate::from_ymd_opt(1799, 5, 1)
        );
    }

    #[test]
    fn a_time_of_day_is_told_from_midnight() {
        let has = |order, cell| DateFormat::new(order, cell).has_time_of_day(cell);
        assert!(has(YearMonthDay, "2024-01-02 09:30"));
        assert!(has(UnixSeconds, "1709596860"));
        assert!(has(Compact, "20240102 093000"));
        assert!(!has(YearMonthDay, "2024-01-02 00:00:00-05:00"));
        assert!(!has(UnixMilliseconds, "1709596800000"));
        assert!(!has(Compact, "20240102"));
    }

    #[test]
    fn a_pattern_shows_how_dates_look() {
        for (order, example, expected) in [
            (DayMonthYear, "31.12.2020", "DD.MM.YYYY"),
            (MonthDayYear, "1/3/2000", "M/D/YYYY"),
            (YearMonthDay, "2020-02-20 00:00:00", "YYYY-MM-DD"),
            (DayMonthYear, "02-Feb-20", "DD-MMM-YY"),
            (Compact, "20200101", "YYYYMMDD"),
        ] {
            assert_eq!(DateFormat::new(order, example).pattern, expected);
        }
    }
}
