//! Any price file, by its content and not by its name: tables of whatever separator, decimal mark,
//! date order and column names, and the JSON answers of Alpha Vantage.
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
//! | file | decides |
//! |---|---|
//! | `encoding` | bytes → text |
//! | `table` | text → rows of cells, and the separator |
//! | `apart` | bytes → encoding and cells |
//! | `dates` | what a cell is as a date |
//! | `date_order` | in which order a column's dates are |
//! | `numbers` | the decimal mark; what a cell is worth |
//! | `columns` | which column is which price, by name or by behaviour |
//! | `detect` | all of that together, as a `reading` |
//! | `correction` | what the visitor says instead |
//! | `rows` | cells → rows, and what was dropped |
//! | `preview` | the first and last rows, as they are read |
//! | `answer` | an answer of Alpha Vantage saved as a file |
//! | `parsed` | a file taken apart once, for all that is asked of it |

mod answer;
mod apart;
mod columns;
mod correction;
mod date_order;
mod dates;
mod detect;
mod encoding;
mod error;
mod numbers;
mod parsed;
mod preview;
mod reading;
mod rows;
mod table;

pub use apart::LARGEST_FILE_BYTES;
pub use columns::{Column, ColumnRole};
pub use correction::Correction;
pub use dates::{DateFormat, DateOrder};
pub use detect::{sniff, sniff_separated_by};
pub use encoding::Encoding;
pub use error::{FileError, NoText};
pub use numbers::DecimalMark;
pub use parsed::{ParsedFile, parse};
pub use preview::{Preview, PreviewRow, preview};
pub use reading::{Doubt, FileKind, Reading};
pub use rows::{FilePrices, read};
pub use table::Separator;
