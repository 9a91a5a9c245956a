//! What a visitor says about a file that was guessed otherwise, one answer at a time.

use super::apart;
use super::calendar::DateOrder;
use super::column::ColumnRole;
use super::column_words::role;
use super::date_order;
use super::dates::DateFormat;
use super::detect::sniff_separated_by;
use super::error::FileError;
use super::numbers::DecimalMark;
use super::reading::{Doubt, FileKind, Reading};
use super::table::{Cells, Rows, Separator};

/// One answer. Columns count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    Separator(Separator),
    DecimalMark(DecimalMark),
    DateOrder(DateOrder),
    DateColumn(usize),
    /// The column whose prices are forecast.
    PriceColumn(usize),
    /// The share whose rows are read, by its place among the file's.
    Ticker(usize),
}

impl Reading {
    /// This reading with one thing corrected; the doubt that it answers is gone. Another separator
    /// makes other columns, so there the rest is detected anew. A column or a share that is not there
    /// changes nothing, nor does a separator where the file is JSON.
    ///
    /// # Errors
    ///
    /// With that separator there is no table of dates and numbers.
    pub fn corrected(&self, bytes: &[u8], correction: Correction) -> Result<Self, FileError> {
        match correction {
            Correction::Separator(_) if self.kind != FileKind::Table => Ok(self.clone()),
            Correction::Separator(separator) => sniff_separated_by(bytes, separator),
            Correction::DateOrder(_) | Correction::DateColumn(_) => {
                let cells = apart::cells(bytes, self)?;
                Ok(self.corrected_by_rows(cells.rows(), correction))
            }
            Correction::DecimalMark(_) | Correction::PriceColumn(_) | Correction::Ticker(_) => {
                Ok(self.corrected_by_rows(Cells::default().rows(), correction))
            }
        }
    }

    /// As [`corrected`](Self::corrected), of a table that was taken apart. Dates are all that is
    /// looked at again; another separator needs other rows, and changes nothing here.
    pub(super) fn corrected_by_rows(&self, rows: Rows, correction: Correction) -> Self {
        let mut reading = self.clone();
        match correction {
            Correction::DecimalMark(mark) => {
                reading.decimal_mark = mark;
                reading.settle(|doubt| matches!(doubt, Doubt::DecimalMark { .. }));
            }
            Correction::DateOrder(order) => {
                reading.read_dates(rows, Some(order));
                reading.settle(is_of_dates);
            }
            Correction::DateColumn(column) if column < reading.columns.len() => {
                reading.give(column, ColumnRole::Date);
                reading.settle(is_of_dates);
                reading.read_dates(rows, None);
            }
            Correction::PriceColumn(column) if column < reading.columns.len() => {
                if reading.doubts.contains(&Doubt::SeveralCloses) {
                    reading.leave_prices_beside(column);
                }
                reading.take_price_from(column);
                reading.settle(is_of_columns);
            }
            Correction::Ticker(ticker) => {
                if let Some(tickers) = &mut reading.tickers
                    && ticker < tickers.names.len()
                {
                    tickers.chosen = ticker;
                    reading.settle(|doubt| matches!(doubt, Doubt::SeveralTickers { .. }));
                }
            }
            Correction::Separator(_) | Correction::DateColumn(_) | Correction::PriceColumn(_) => {}
        }
        reading
    }

    fn settle(&mut self, answered: impl Fn(&Doubt) -> bool) {
        self.doubts.retain(|doubt| !answered(doubt));
    }

    /// Gives a column a role that only one can have.
    fn give(&mut self, column: usize, role: ColumnRole) {
        for other in &mut self.columns {
            if other.role == role {
                other.role = ColumnRole::Ignored;
            }
        }
        self.columns[column].role = role;
    }

    /// Open, high, low and volume belong to the close that they were found beside.
    fn leave_prices_beside(&mut self, column: usize) {
        if self.price_column() == Some(column) {
            return;
        }
        for other in &mut self.columns {
            if other.role != ColumnRole::Date {
                other.role = ColumnRole::Ignored;
            }
        }
    }

    /// An adjusted close stays one; any other column is the close, and an adjusted close, which
    /// would be preferred to it, is no longer used.
    fn take_price_from(&mut self, column: usize) {
        let role = role(&self.columns[column].name).map(|(role, _)| role);
        if role == Some(ColumnRole::AdjustedClose) {
            return self.give(column, ColumnRole::AdjustedClose);
        }
        self.give(column, ColumnRole::Close);
        for other in &mut self.columns {
            if other.role == ColumnRole::AdjustedClose {
                other.role = ColumnRole::Ignored;
            }
        }
    }

    /// Reads the dates in `order`, or in the one that fits them best; there may be a question then.
    fn read_dates(&mut self, rows: Rows, order: Option<DateOrder>) {
        let Some(column) = self.column(ColumnRole::Date) else {
            return;
        };
        let first_line = self.first_line;
        let cells = || {
            let rows = rows.iter().filter(move |row| row.line >= first_line);
            rows.map(move |row| row.cell(column))
        };
        let decided = date_order::decide(cells());
        let mut dates = DateFormat::new(order.unwrap_or(self.dates.order), "");
        if let Some(decided) = decided {
            dates.calendar = decided.calendar;
            if order.is_none_or(|order| order == decided.order) {
                dates.order = decided.order;
                dates.next_day = decided.next_day;
            }
            if let (None, Some(other)) = (order, decided.rival) {
                let read = decided.order;
                self.doubts.push(Doubt::DateOrder { read, other });
            }
        }
        let example = cells().find(|cell| dates.date(cell).is_some());
        dates.pattern = DateFormat::new(dates.order, example.unwrap_or_default()).pattern;
        self.dates = dates;
    }
}

fn is_of_dates(doubt: &Doubt) -> bool {
    matches!(doubt, Doubt::DateOrder { .. } | Doubt::Calendar { .. })
}

fn is_of_columns(doubt: &Doubt) -> bool {
    use Doubt::{ColumnsGuessed, NoPriceColumn, SeveralCloses};
    matches!(doubt, ColumnsGuessed | NoPriceColumn | SeveralCloses)
}

#[cfg(test)]
mod tests {
    use super::super::{preview, read, sniff};
    use super::*;

    fn corrected(text: &str, corrections: &[Correction]) -> Reading {
        let reading = sniff(text.as_bytes()).expect("a table");
        corrections.iter().fold(reading, |reading, correction| {
            reading
                .corrected(text.as_bytes(), *correction)
                .expect("still a table")
        })
    }

    fn prices(text: &str, reading: &Reading) -> Vec<(String, f64)> {
        let file = read(text.as_bytes(), reading, "test").expect("prices");
        (file.series.rows().iter())
            .map(|row| (row.date.to_string(), row.price))
            .collect()
    }

    #[test]
    fn a_date_order_is_corrected() {
        let text = "date,close\n03/04/2024,10\n";
        let reading = corrected(text, &[]);
        assert_eq!(reading.dates.pattern, "MM/DD/YYYY");
        assert_eq!(reading.doubts.len(), 1);
        let reading = corrected(text, &[Correction::DateOrder(DateOrder::DayMonthYear)]);
        assert_eq!(reading.dates.pattern, "DD/MM/YYYY");
        assert_eq!(reading.doubts, []);
        assert_eq!(prices(text, &reading), [("2024-04-03".into(), 10.0)]);
    }

    #[test]
    fn an_order_that_fits_no_date_is_still_named() {
        let text = "date,close\n2024-03-25,10\n2024-03-26,11\n";
        let reading = corrected(text, &[Correction::DateOrder(DateOrder::DayMonthYear)]);
        assert!(!reading.dates.pattern.is_empty());
        assert!(read(text.as_bytes(), &reading, "test").is_err());
        let shown = preview(text.as_bytes(), &reading).expect("a preview");
        assert_eq!(shown.first[0].date, None);
        // And the way back is open.
        let back = reading
            .corrected(
                text.as_bytes(),
                Correction::DateOrder(DateOrder::YearMonthDay),
            )
            .expect("a table");
        assert_eq!(back, corrected(text, &[]));
    }

    #[test]
    fn a_decimal_mark_is_corrected() {
        let text = "date;close\n2024-03-25;1.234\n2024-03-26;1.240\n";
        let marks = [(DecimalMark::Point, 1.234), (DecimalMark::Comma, 1234.0)];
        for (mark, first) in marks {
            let reading = corrected(text, &[Correction::DecimalMark(mark)]);
            assert_eq!(reading.doubts, [], "{mark:?}");
            assert_eq!(prices(text, &reading)[0].1, first);
        }
    }

    #[test]
    fn another_price_column_is_chosen() {
        let text = "date,close,adj close,mine\n2024-03-25,10,5,7\n2024-03-26,11,6,8\n";
        let first = |corrections: &[Correction]| prices(text, &corrected(text, corrections))[0].1;
        assert_eq!(first(&[]), 5.0);
        assert_eq!(first(&[Correction::PriceColumn(1)]), 10.0);
        assert_eq!(first(&[Correction::PriceColumn(3)]), 7.0);
        let there_and_back = [Correction::PriceColumn(3), Correction::PriceColumn(2)];
        assert_eq!(first(&there_and_back), 5.0);
        assert_eq!(first(&[Correction::PriceColumn(99)]), 5.0);
    }

    #[test]
    fn a_missing_price_column_is_named() {
        let text = "date,words,more\n2024-03-25,ten,x\n2024-03-26,11,y\n";
        let reading = corrected(text, &[]);
        assert_eq!(reading.doubts, [Doubt::NoPriceColumn]);
        let reading = corrected(text, &[Correction::PriceColumn(1)]);
        assert_eq!(reading.doubts, []);
        assert_eq!(prices(text, &reading), [("2024-03-26".into(), 11.0)]);
    }

    #[test]
    fn another_date_column_brings_its_own_order_and_question() {
        let text = "listed,close,day\n2024-03-25,10,03/04/2024\n2024-03-26,11,04/04/2024\n";
        let reading = corrected(text, &[Correction::DateColumn(2)]);
        assert_eq!(reading.column(ColumnRole::Date), Some(2));
        assert!(reading.dates.pattern.contains('/'), "{reading:?}");
        assert_eq!(reading.columns[0].role, ColumnRole::Ignored);
        assert_eq!(prices(text, &reading).len(), 2);
        let back = reading
            .corrected(text.as_bytes(), Correction::DateColumn(0))
            .expect("a table");
        assert_eq!(back.dates.order, DateOrder::YearMonthDay);
    }

    #[test]
    fn another_separator_reads_the_table_anew_or_says_why_not() {
        let text = "date;close,x\n2024-03-25;10,5\n2024-03-26;11,5\n";
        let reading = corrected(text, &[]);
        assert_eq!(reading.separator, Separator::Semicolon);
        let error = reading
            .corrected(text.as_bytes(), Correction::Separator(Separator::Bar))
            .unwrap_err();
        assert!(matches!(error, FileError::NoTable { .. }), "{error:?}");
    }
}
