//! Any price file, by its content and not by its name: tables of whatever separator, decimal mark,
//! date order and column names, and the JSON of any service.
//!
//! Three steps, so that a page can show what it understood before it believes it:
//! [`sniff`] decides how the bytes are to be read, [`preview()`] shows the first and last rows read
//! that way, [`read`] makes the series and says what was dropped. A [`Reading`] is plain data: what
//! was guessed wrong can be corrected by hand and read again.
//!
//! Everything is decided by the whole file: the first row of a table cannot tell 3 April from
//! 4 March, the other rows can. Where even they cannot, the reading carries a [`Doubt`], which is a
//! question for the visitor.
//!
//! Nothing is read that is only likely: what is no column of dates is refused with the way to save one,
//! rows of several shares are never mixed, and what is a page, an archive or a refusal is said to be that.
//!
//! | file | decides |
//! |---|---|
//! | `content` | what a file is that is no text of prices |
//! | `encoding`, `foreign_text`, `look_alikes` | bytes → text |
//! | `table`, `blanks` | text → rows of cells, and the separator |
//! | `cell_kind` | whether a cell by itself is a date or a number |
//! | `json`, `json_shapes`, `json_file` | JSON → rows of cells |
//! | `apart` | bytes → encoding and cells |
//! | `calendar`, `dates`, `months`, `unix_time` | what a cell is as a date |
//! | `periods`, `whole_dates` | months, weeks and dates in three columns → whole dates |
//! | `date_column`, `time_column` | which column is the dates' |
//! | `date_order` | in which order and calendar a column's dates are |
//! | `numbers` | the decimal mark; what a cell is worth |
//! | `price_notes` | what a price is worth that has a note beside it |
//! | `header` | the columns' names, and how many there are |
//! | `column_words` | what names announce, in many languages |
//! | `column`, `columns` | which column is which price, by name or by behaviour |
//! | `tickers` | whether the rows are of several shares |
//! | `detect` | all of that together, as a `reading` |
//! | `correction` | what the visitor says instead |
//! | `rows` | cells → rows, and what was dropped |
//! | `preview` | the first and last rows, as they are read |
//! | `unpacked` | what comes out of an archive or a workbook |
//! | `parsed` | a file taken apart once, for all that is asked of it |

mod apart;
mod blanks;
mod calendar;
mod cell_kind;
mod column;
mod column_words;
mod columns;
mod content;
mod correction;
mod date_column;
mod date_order;
mod dates;
mod detect;
mod encoding;
mod error;
mod foreign_text;
mod header;
mod json;
mod json_file;
mod json_shapes;
mod look_alikes;
mod months;
mod numbers;
mod parsed;
mod periods;
mod preview;
mod price_notes;
mod reading;
mod rows;
mod table;
mod tickers;
mod time_column;
mod unix_time;
mod unpacked;
mod whole_dates;

pub use apart::LARGEST_FILE_BYTES;
pub use calendar::{Calendar, DateOrder};
pub use column::{Column, ColumnRole};
pub use content::is_packed;
pub use correction::Correction;
pub use dates::DateFormat;
pub use detect::{sniff, sniff_separated_by};
pub use encoding::Encoding;
pub use error::{FileError, NoText};
pub use foreign_text::in_utf8;
pub use numbers::DecimalMark;
pub use parsed::{ParsedFile, parse};
pub use preview::{Preview, PreviewRow, preview};
pub use reading::{Doubt, FileKind, Reading};
pub use rows::{FilePrices, read};
pub use table::Separator;
pub use tickers::Tickers;
pub use unpacked::{PackedFile, UnpackAnswer, UnpackError, Unpacked};
