//! Price files: how one is read, what it leaves open, why it gives no prices.

use crate::market::price_file::{
    Calendar, Column, ColumnRole, DateFormat, DateOrder, DecimalMark, Doubt, FileError, FileKind,
    LARGEST_FILE_BYTES, NoText, Reading, Separator, UnpackError,
};
use crate::text::{Say, price_file as texts, said};
use std::fmt;

/// "adjusted close".
impl Say for ColumnRole {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Date => texts::date(),
            Self::Open => texts::open(),
            Self::High => texts::high(),
            Self::Low => texts::low(),
            Self::Close => texts::close(),
            Self::AdjustedClose => texts::adjusted_close(),
            Self::Volume => texts::volume(),
            Self::Ignored => texts::not_used(),
        })
    }
}

/// "decimal point".
impl Say for DecimalMark {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Point => texts::decimal_point(),
            Self::Comma => texts::decimal_comma(),
        })
    }
}

/// "semicolons".
impl Say for Separator {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Comma => texts::commas(),
            Self::Semicolon => texts::semicolons(),
            Self::Tab => texts::tabs(),
            Self::Bar => texts::bars(),
            Self::Blanks => texts::blanks(),
        })
    }
}

/// "day, month, year".
impl Say for DateOrder {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::YearMonthDay => texts::year_month_day(),
            Self::DayMonthYear => texts::day_month_year(),
            Self::MonthDayYear => texts::month_day_year(),
            Self::Compact => texts::compact_pattern(),
            Self::UnixSeconds => texts::unix_seconds(),
            Self::UnixMilliseconds => texts::unix_milliseconds(),
            Self::UnixMicroseconds => texts::unix_microseconds(),
            Self::UnixNanoseconds => texts::unix_nanoseconds(),
        })
    }
}

/// The format's pattern, "DD.MM.YYYY".
impl Say for DateFormat {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use DateOrder::{UnixMicroseconds, UnixMilliseconds, UnixNanoseconds, UnixSeconds};
        match self.order {
            UnixSeconds | UnixMilliseconds | UnixMicroseconds | UnixNanoseconds => {
                self.order.say(f)
            }
            _ => f.write_str(&texts::date_pattern(&self.pattern)),
        }
    }
}

/// "Read as: date DD.MM.YYYY, close = column 5 (“Schlusskurs”), decimal comma, cells separated by
/// semicolons."
impl Say for Reading {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kind == FileKind::AlphaVantage && self.doubts.is_empty() {
            return f.write_str(texts::read_as_answer());
        }
        let price = match self.price_column() {
            None => texts::no_price_column().to_owned(),
            Some(index) => {
                let Column { name, role } = &self.columns[index];
                match name.as_str() {
                    "" => texts::price_column(role, index + 1),
                    name => texts::named_price_column(role, index + 1, name),
                }
            }
        };
        f.write_str(&match self.kind {
            FileKind::Table => {
                texts::read_as_table(&self.dates, price, self.decimal_mark, self.separator)
            }
            FileKind::Json | FileKind::AlphaVantage => texts::read_as_json(&self.dates, price),
        })?;
        match &self.tickers {
            Some(tickers) => write!(f, " {}", texts::rows_of_share(tickers.name())),
            None => Ok(()),
        }
    }
}

/// A question for the visitor.
impl Say for Doubt {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::SeveralTickers { count, first } => match first.join(", ") {
                shares if first.len() == *count => texts::doubt_of_tickers(count, shares),
                shares => texts::doubt_of_many_tickers(count, shares),
            },
            Self::Calendar { read } => match read {
                Calendar::Buddhist => texts::doubt_of_buddhist(),
                Calendar::Minguo | Calendar::Gregorian => texts::doubt_of_minguo(),
            }
            .to_owned(),
            Self::SeveralCloses => texts::doubt_of_closes().to_owned(),
            Self::DateOrder { read, other } => texts::doubt_of_date_order(read, other),
            Self::DecimalMark { read } => match read {
                DecimalMark::Point => texts::doubt_of_point(),
                DecimalMark::Comma => texts::doubt_of_comma(),
            }
            .to_owned(),
            Self::ColumnsGuessed => texts::doubt_of_columns().to_owned(),
            Self::NoPriceColumn => texts::doubt_of_price().to_owned(),
        })
    }
}

const MEGABYTE: usize = 1024 * 1024;

/// What happened and what to do next.
impl Say for FileError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::TooLarge { bytes } => {
                texts::too_large(bytes.div_ceil(MEGABYTE), LARGEST_FILE_BYTES / MEGABYTE)
            }
            Self::Empty => texts::empty().to_owned(),
            Self::NotText { what } => match what {
                NoText::Workbook => texts::workbook(),
                NoText::OldWorkbook => texts::old_workbook(),
                NoText::Zip => texts::zip(),
                NoText::Packed => texts::packed(),
                NoText::Pdf => texts::pdf(),
                NoText::Parquet => texts::parquet(),
                NoText::DataFile => texts::data_file(),
                NoText::Image => texts::image(),
                NoText::WebPage => texts::web_page(),
                NoText::SignInPage => texts::sign_in_page(),
                NoText::Markup => texts::markup(),
                NoText::Binary => texts::binary(),
            }
            .to_owned(),
            Self::NoTable { line } => texts::no_table(line),
            Self::NoDates { line } => texts::no_dates(line),
            Self::DamagedJson { line } => texts::damaged_json(line),
            Self::TooManyValues => texts::too_many_values().to_owned(),
            Self::NoPricesInJson => texts::no_prices_in_json().to_owned(),
            Self::ServiceError { status } => match status {
                Some(status) => texts::service_error_number(status.to_string()),
                None => texts::service_error().to_owned(),
            },
            Self::NoPrices { line } => texts::no_prices(line),
            Self::NoUsableRow { line, reason } => match reason {
                Some(reason) => texts::no_usable_row(line, reason),
                None => texts::no_usable_row(line, texts::there_is_no_row()),
            },
            Self::Intraday { line } => texts::intraday(line),
            Self::Answer(error) => said(error),
            Self::Packed(error) => said(error),
        })
    }
}

/// The files of an archive that are named.
const NAMED_FILES: usize = 3;

/// Why a packed file gives no prices, and what to do next.
impl Say for UnpackError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::TooLarge => texts::packed_too_large(LARGEST_FILE_BYTES / MEGABYTE),
            Self::Locked => texts::packed_locked().to_owned(),
            Self::Unreadable => texts::packed_unreadable().to_owned(),
            Self::NoPrices => texts::packed_no_prices().to_owned(),
            Self::Several(files) => {
                let names = files.iter().map(|file| file.name.as_str());
                let first = names.take(NAMED_FILES).collect::<Vec<_>>().join(", ");
                match files.len() {
                    count if count <= NAMED_FILES => texts::packed_several(count, first),
                    count => texts::packed_many(count, first),
                }
            }
            Self::OtherWorkbook => texts::workbook().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::DroppedFor;
    use crate::market::price_file::{PackedFile, sniff};
    use crate::text::{Language, in_language};

    #[test]
    fn a_reading_is_said_in_german_too() {
        let text = "Datum;Schluss\n25.03.2024;1.234,5\n26.03.2024;1.240,5\n";
        let reading = sniff(text.as_bytes()).expect("a table");
        assert_eq!(
            in_language(Language::German, || said(&reading)),
            "Gelesen als: Datum TT.MM.JJJJ, Schlusskurs = Spalte 2 („Schluss“), Dezimalkomma, \
             Zellen getrennt durch Semikolons."
        );
        let doubt = Doubt::DateOrder {
            read: DateOrder::MonthDayYear,
            other: DateOrder::DayMonthYear,
        };
        assert_eq!(
            in_language(Language::German, || said(&doubt)),
            "Die Datumsangaben ließen sich als „Monat, Tag, Jahr“ oder als „Tag, Monat, Jahr“ \
             lesen: Stimmen sie so, wie sie hier stehen?"
        );
    }

    #[test]
    fn seconds_are_a_date_format_in_each_language() {
        let text = "date,close\n1711324800,10\n1711411200,11\n";
        let reading = sniff(text.as_bytes()).expect("a table");
        assert_eq!(
            [Language::English, Language::German]
                .map(|it| in_language(it, || said(&reading.dates))),
            ["seconds since 1970", "Sekunden seit 1970"]
        );
    }

    #[test]
    fn a_file_that_is_too_large_is_told_both_sizes() {
        let bytes = LARGEST_FILE_BYTES + 1;
        assert_eq!(
            said(&FileError::TooLarge { bytes }),
            "This file has 51 MB, and the largest that is read here has 50 MB: choose a file of one \
             share’s daily prices."
        );
    }

    #[test]
    fn what_is_no_price_file_is_told_in_a_sentence_of_its_own() {
        for language in Language::ALL {
            let sentences = in_language(language, || {
                NoText::ALL.map(|what| said(&FileError::NotText { what }))
            });
            for (index, sentence) in sentences.iter().enumerate() {
                assert!(!sentences[..index].contains(sentence), "{sentence}");
            }
        }
        let refused = said(&FileError::ServiceError { status: Some(429) });
        assert!(
            refused.contains("(429)") && !refused.contains("Alpha"),
            "{refused}"
        );
    }

    #[test]
    fn an_archive_of_several_files_is_told_their_names() {
        let several = |count| {
            let file = |place| PackedFile {
                place,
                name: format!("{place}.csv"),
            };
            let files = (0..count).map(file).collect();
            said(&FileError::Packed(UnpackError::Several(files)))
        };
        assert!(several(2).contains("2 files of prices (0.csv, 1.csv):"));
        assert!(several(9).contains("9 files of prices (0.csv, 1.csv, 2.csv, …):"));
        let large = said(&FileError::Packed(UnpackError::TooLarge));
        assert!(large.contains("more than 50 MB"), "{large}");
    }

    #[test]
    fn a_file_of_several_shares_is_a_question_with_their_names() {
        let text = "symbol,date,close\nINTC,2024-01-02,1\nINTC,2024-01-03,2\nPEP,2024-01-02,3\n\
            PEP,2024-01-03,4\n";
        let reading = sniff(text.as_bytes()).expect("a table");
        assert_eq!(
            said(&reading.doubts[0]),
            "The file holds the prices of 2 shares (INTC, PEP): which one is to be read?"
        );
        assert!(said(&reading).ends_with("Only the rows of INTC are read."));
    }

    #[test]
    fn each_error_names_its_line() {
        for error in [
            FileError::NoTable { line: 7 },
            FileError::NoPrices { line: 7 },
            FileError::NoDates { line: 7 },
            FileError::DamagedJson { line: 7 },
            FileError::NoUsableRow {
                line: 7,
                reason: Some(DroppedFor::BadDate),
            },
            FileError::NoUsableRow {
                line: 7,
                reason: None,
            },
            FileError::Intraday { line: 7 },
        ] {
            assert!(said(&error).contains("line 7"), "{}", said(&error));
        }
    }
}
