//! Tables in which no cell is a whole date: their rows are of months, quarters or weeks, or year, month and day
//! have a column each. There the first day of each row is put in plain, as `2019-01-01`, so that all that follows
//! reads it as any date. A table with a column of dates stays as it is.

use super::column_words::{DatePart, names_date_part, names_dates};
use super::date_column::date_column;
use super::months::month_from_name;
use super::periods::{Writing, period};
use super::table::{Cells, MOST_COLUMNS, Rows, TableRow};
use chrono::{Datelike, NaiveDate};
use std::collections::HashSet;

/// So many rows, one after the other, show how a column behaves.
const ROWS: usize = 400;
/// The names stand in one of the first rows.
const HEADER_ROWS: usize = 20;
/// Of a hundred cells with digits so many are periods, and of a hundred steps so many as they should be.
const MOST_PERCENT: usize = 90;
/// Of a hundred steps so many may go the other way, or nowhere: where another share's rows begin.
const TURNS_PERCENT: usize = 12;

/// Where a row says of when it is.
#[derive(Debug, Clone, Copy)]
enum Place {
    Period {
        column: usize,
        writing: Writing,
    },
    Parts {
        year: usize,
        month: usize,
        /// `None` in a table of months.
        day: Option<usize>,
    },
}

/// The table with whole dates, where it had none.
pub(super) fn with_whole_dates(cells: Cells) -> Cells {
    let rows = cells.rows();
    let place = of_parts(rows).or_else(|| of_periods(rows));
    let Some(place) = place.filter(|_| date_column(rows).is_none()) else {
        return cells;
    };
    let (Place::Period { column, .. } | Place::Parts { year: column, .. }) = place;
    let mut whole = Cells::default();
    for row in rows.iter() {
        let date = place.date(&row).map(|date| date.to_string());
        let cell = |(at, cell)| match &date {
            Some(date) if at == column => date.as_str(),
            _ => cell,
        };
        whole.push(row.line, row.cells().enumerate().map(cell));
    }
    whole
}

impl Place {
    fn date(self, row: &TableRow) -> Option<NaiveDate> {
        match self {
            Self::Period { column, writing } => {
                let (found, date) = period(row.cell(column))?;
                (found == writing).then_some(date)
            }
            Self::Parts { year, month, day } => {
                let number = |column: usize| row.cell(column).trim().parse::<u32>().ok();
                let year = row.cell(year).trim();
                let month = number(month).or_else(|| month_from_name(row.cell(month).trim()))?;
                let day = day.map_or(Some(1), number)?;
                let year = year.parse().ok().filter(|_| year.len() == 4)?;
                NaiveDate::from_ymd_opt(year, month, day)
            }
        }
    }
}

/// The columns of year, month and day by their names, above rows of which most are dates.
fn of_parts(rows: Rows) -> Option<Place> {
    let (first_rows, _) = rows.split_at(rows.len().min(HEADER_ROWS));
    let place = first_rows.iter().find_map(|row| {
        let column = |part: DatePart| {
            let mut cells = row.cells();
            cells.position(|cell| names_date_part(cell) == Some(part))
        };
        Some(Place::Parts {
            year: column(DatePart::Year)?,
            month: column(DatePart::Month)?,
            day: column(DatePart::Day),
        })
    })?;
    let dates = rows.iter().filter_map(|row| place.date(&row)).count();
    (dates * 2 >= rows.len()).then_some(place)
}

/// The column of the periods; of several the leftmost.
fn of_periods(rows: Rows) -> Option<Place> {
    let (first_rows, _) = rows.split_at(rows.len().min(ROWS));
    let width = first_rows.iter().map(|row| row.len()).max()?;
    (0..width.min(MOST_COLUMNS)).find_map(|column| {
        let cells = || first_rows.iter().map(|row| row.cell(column));
        let filled = cells().filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()));
        let periods: Vec<(Writing, NaiveDate)> = filled.clone().filter_map(period).collect();
        let writing = periods.first()?.0;
        let dates: Vec<NaiveDate> = (periods.iter())
            .filter(|(other, _)| *other == writing)
            .map(|(_, date)| *date)
            .collect();
        let is_most = dates.len() * 100 >= filled.count() * MOST_PERCENT;
        let is_named = || cells().take(HEADER_ROWS).any(names_dates);
        let is_sure = match writing {
            Writing::ShortMonth => follow(&dates, are_neighbours) && is_of_years(&dates),
            Writing::MonthNumber => follow(&dates, are_neighbours),
            Writing::DayOfYear => {
                is_named() && follow(&dates, |one, other| (*one - *other).num_days().abs() <= 5)
            }
            Writing::Month | Writing::Quarter | Writing::Week | Writing::DayOfWeek => true,
        };
        let is_place = is_most && are_in_order(&dates) && is_sure;
        is_place.then_some(Place::Period { column, writing })
    })
}

fn are_neighbours(one: &NaiveDate, other: &NaiveDate) -> bool {
    let months = |date: &NaiveDate| date.year() * 12 + date.month0() as i32;
    (months(one) - months(other)).abs() == 1
}

/// Whether months are each another one, of more than a year: "Jan-01" to "Dec-01" may be the first days of them.
fn is_of_years(dates: &[NaiveDate]) -> bool {
    let different: HashSet<&NaiveDate> = dates.iter().collect();
    let other_year = |date: &NaiveDate| date.year() != dates[0].year();
    different.len() == dates.len() && dates.iter().any(other_year)
}

/// Whether most dates stand to the next as they should.
fn follow(dates: &[NaiveDate], should: impl Fn(&NaiveDate, &NaiveDate) -> bool) -> bool {
    let good = dates.windows(2).filter(|pair| should(&pair[0], &pair[1]));
    good.count() * 100 >= (dates.len() - 1) * MOST_PERCENT
}

/// Whether dates, two at least, go in one direction.
fn are_in_order(dates: &[NaiveDate]) -> bool {
    let steps = dates.windows(2);
    let forward = steps.clone().filter(|pair| pair[1] > pair[0]).count();
    let backward = steps.filter(|pair| pair[1] < pair[0]).count();
    let turns = dates.len().saturating_sub(1) - forward.max(backward);
    dates.len() >= 2 && turns * 100 <= (dates.len() - 1) * TURNS_PERCENT
}

#[cfg(test)]
mod tests {
    use super::super::{Doubt, FileError, Reading, read, sniff};

    /// Days and prices.
    type Days = Vec<(String, f64)>;

    /// With the questions.
    fn prices(text: &str) -> Result<(Days, Vec<Doubt>), FileError> {
        let reading: Reading = sniff(text.as_bytes())?;
        let file = read(text.as_bytes(), &reading, "x")?;
        let rows = file.series.rows().iter();
        let rows = rows.map(|row| (row.date.to_string(), row.price));
        Ok((rows.collect(), reading.doubts))
    }

    fn assert_days(text: &str, days: [&str; 3]) {
        let expected = days.map(str::to_owned).into_iter().zip([10.5, 11.5, 12.5]);
        assert_eq!(prices(text), Ok((expected.collect(), vec![])), "{text}");
    }

    const MONTHS: [&str; 3] = ["2019-11-01", "2019-12-01", "2020-01-01"];

    #[test]
    fn a_month_a_quarter_or_a_week_is_its_first_day() {
        for cells in [
            ["2019-11", "2019-12", "2020-01"],
            ["11/2019", "12/2019", "01/2020"],
            ["Nov 2019", "Dec 2019", "Jan 2020"],
            ["Nov-19", "Dec-19", "Jan-20"],
            ["201911", "201912", "202001"],
            ["2019M11", "2019M12", "2020M01"],
        ] {
            let [a, b, c] = cells;
            assert_days(
                &format!("Date,Close\n{a},10.5\n{b},11.5\n{c},12.5\n"),
                MONTHS,
            );
            // The newest first, no names.
            assert_days(&format!("{c};12,5\n{b};11,5\n{a};10,5\n"), MONTHS);
        }
        let [a, b, c] = ["2019-11", "2019-12", "2020-01"];
        assert_days(
            &format!(
                r#"[{{"t":"{a}","close":10.5}},{{"t":"{b}","close":11.5}},{{"t":"{c}","close":12.5}}]"#
            ),
            MONTHS,
        );
        assert_days(
            &format!(r#"{{"{a}":{{"close":10.5}},"{b}":{{"close":11.5}},"{c}":{{"close":12.5}}}}"#),
            MONTHS,
        );
        assert_days(
            "Period;Value\n2019-Q3;10.5\n2019-Q4;11.5\n2020-Q1;12.5\n",
            ["2019-07-01", "2019-10-01", "2020-01-01"],
        );
        assert_days(
            "Week,Close\n2020-W52,10.5\n2020-W53,11.5\n2021-W01,12.5\n",
            ["2020-12-21", "2020-12-28", "2021-01-04"],
        );
        assert_days(
            "Date,Close\n2023-W52-5,10.5\n2024-W01-1,11.5\n2024-W01-2,12.5\n",
            ["2023-12-29", "2024-01-01", "2024-01-02"],
        );
        for mark in ["-", ""] {
            assert_days(
                &format!(
                    "Date,Close\n2023{mark}363,10.5\n2024{mark}002,11.5\n2024{mark}003,12.5\n"
                ),
                ["2023-12-29", "2024-01-02", "2024-01-03"],
            );
        }
    }

    #[test]
    fn the_mean_of_a_year_among_months_is_dropped() {
        let months: String = (1..=12)
            .map(|month| format!("2019-{month:02},{month}\n"))
            .collect();
        let found = prices(&format!("Date,Close\n{months}2019,6.5\n")).map(|(rows, _)| rows.len());
        assert_eq!(found, Ok(12));
    }

    #[test]
    fn year_month_and_day_may_have_a_column_each() {
        let days = ["2023-12-29", "2024-01-02", "2024-01-03"];
        assert_days(
            "Year,Month,Day,Open,Close\n2023,12,29,9,10.5\n2024,1,2,9,11.5\n2024,1,3,9,12.5\n",
            days,
        );
        assert_days(
            "Jour;Mois;Année;Clôture\n29;12;2023;10,5\n02;01;2024;11,5\n03;01;2024;12,5\n",
            days,
        );
        assert_days(
            "Close\tDay\tMonth\tYear\n10.5\t29\tDec\t2023\n11.5\t2\tJan\t2024\n12.5\t3\tJan\t2024\n",
            days,
        );
        assert_days(
            "Year,Month,Value\n2019,11,10.5\n2019,12,11.5\n2020,1,12.5\n",
            MONTHS,
        );
        assert_days(
            r#"[{"year":2023,"month":12,"day":29,"close":10.5},{"year":2024,"month":1,"day":2,"close":11.5},{"year":2024,"month":1,"day":3,"close":12.5}]"#,
            days,
        );
    }

    #[test]
    fn a_month_is_guessed_to_be_no_price() {
        let text = "Year,Month,Day,AAA,BBB\n2023,12,29,10.5,7\n2024,1,2,11.5,9\n2024,1,3,12.5,8\n";
        let (rows, doubts) = prices(text).expect("prices");
        assert_eq!(doubts, [Doubt::ColumnsGuessed]);
        assert_eq!(rows[0], ("2023-12-29".to_owned(), 10.5));
    }

    #[test]
    fn a_column_of_dates_is_read_and_numbers_are_no_months() {
        // A column of months beside one of days; a month's sum below days.
        let days = ["2024-01-02", "2024-01-03", "2024-02-01"];
        assert_days(
            "Month,Date,Close\n2024-01,2024-01-02,10.5\n2024-01,2024-01-03,11.5\n2024-02,2024-02-01,12.5\n",
            days,
        );
        assert_days(
            "Date,Close\n2024-01-02,10.5\n2024-01-03,11.5\n2024-01,22\n2024-02-01,12.5\n",
            days,
        );
        assert_days(
            "Year,Month,Date,Close\n2024,1,2024-01-02,10.5\n2024,1,2024-01-03,11.5\n2024,2,2024-02-01,12.5\n",
            days,
        );
        for text in [
            // Volumes, days without a year, numbers of rows, expiries.
            "Close,Volume\n10.5,201911\n11.5,203004\n12.5,201703\n",
            "Date,Close\nJan-19,10.5\nJan-22,11.5\nJan-23,12.5\n",
            "Date,Close\nJan-01,10.5\nFeb-01,11.5\nMar-01,12.5\n",
            "Number,Close\n2024001,10.5\n2024002,11.5\n2024003,12.5\n",
            "Expiry,Close\n2024-06,10.5\n2024-06,11.5\n2024-06,12.5\n",
            "Year,Close\n2019,10.5\n2020,11.5\n2021,12.5\n",
        ] {
            let found = prices(text);
            assert!(
                matches!(found, Err(FileError::NoDates { .. })),
                "{text}: {found:?}"
            );
        }
    }
}
