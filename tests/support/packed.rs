//! Archives and workbooks, written for tests.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A ZIP archive of these files; a name that ends in a slash is a folder.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    written(files, CompressionMethod::Deflated)
}

fn written(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .compression_level(Some(1).filter(|_| method == CompressionMethod::Deflated));
    for (name, bytes) in files {
        if name.ends_with('/') {
            zip.add_directory(*name, options).expect("a folder");
            continue;
        }
        zip.start_file(*name, options).expect("a file");
        zip.write_all(bytes).expect("a file");
    }
    zip.finish().expect("an archive").into_inner()
}

/// The number that a workbook has for a day.
pub fn serial(year: i32, month: u32, day: u32) -> f64 {
    let date = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).expect("a day");
    (date(year, month, day) - date(1899, 12, 30)).num_days() as f64
}

#[derive(Debug, Clone)]
pub enum Cell {
    Empty,
    Number(f64),
    /// A day by its number, with its time of day behind the point.
    Day(f64),
    Text(String),
    /// Of a formula that failed.
    Error,
}

/// What a workbook is to hold, and how odd it is.
#[derive(Debug, Default)]
pub struct Workbook {
    sheets: Vec<(String, Vec<Vec<Cell>>)>,
    /// Sheets that are not shown, by their place.
    pub hidden: Vec<usize>,
    pub from_1904: bool,
    /// In place of the sheets' own rows.
    pub sheet_data: Option<String>,
    /// How many texts the list of them says to have.
    pub says_texts: Option<String>,
    pub more: Vec<(String, Vec<u8>)>,
}

impl Workbook {
    pub fn of(sheets: Vec<(&str, Vec<Vec<Cell>>)>) -> Self {
        let sheets = sheets.into_iter();
        Self {
            sheets: sheets.map(|(name, rows)| (name.to_owned(), rows)).collect(),
            ..Self::default()
        }
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.written(CompressionMethod::Deflated)
    }

    /// The same without compression.
    pub fn stored(&self) -> Vec<u8> {
        self.written(CompressionMethod::Stored)
    }

    fn written(&self, method: CompressionMethod) -> Vec<u8> {
        let parts = self.parts();
        let files: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        written(&files, method)
    }

    /// Its parts, as a spreadsheet program writes them.
    pub fn parts(&self) -> Vec<(String, Vec<u8>)> {
        const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
        const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let mut texts: Vec<String> = Vec::new();
        let mut parts = vec![
            (
                "[Content_Types].xml".to_owned(),
                format!(
                    "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                     <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
                ),
            ),
            (
                "_rels/.rels".to_owned(),
                format!(
                    "{HEAD}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" \
                     Type=\"{KINDS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
        ];
        let (mut listed, mut related) = (String::new(), String::new());
        for (index, (name, rows)) in self.sheets.iter().enumerate() {
            let number = index + 1;
            let state = match self.hidden.contains(&index) {
                true => " state=\"hidden\"",
                false => "",
            };
            listed += &format!(
                "<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>"
            );
            related += &format!(
                "<Relationship Id=\"rId{number}\" Type=\"{KINDS}/worksheet\" \
                 Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let data = match &self.sheet_data {
                Some(data) => data.clone(),
                None => sheet_data(rows, &mut texts),
            };
            parts.push((
                format!("xl/worksheets/sheet{number}.xml"),
                format!(
                    "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData></worksheet>"
                ),
            ));
        }
        let epoch = match self.from_1904 {
            true => "<workbookPr date1904=\"1\"/>",
            false => "<workbookPr/>",
        };
        let count = self.says_texts.clone().unwrap_or(texts.len().to_string());
        let items: String = texts
            .iter()
            .map(|text| format!("<si><t>{}</t></si>", escaped(text)))
            .collect();
        parts.extend([
            (
                "xl/workbook.xml".to_owned(),
                format!(
                    "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{KINDS}\">{epoch}\
                     <sheets>{listed}</sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels".to_owned(),
                format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{related}</Relationships>"),
            ),
            (
                "xl/styles.xml".to_owned(),
                format!(
                    "{HEAD}<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>\
                     <xf numFmtId=\"14\"/></cellXfs></styleSheet>"
                ),
            ),
            (
                "xl/sharedStrings.xml".to_owned(),
                format!("{HEAD}<sst xmlns=\"{MAIN}\" uniqueCount=\"{count}\">{items}</sst>"),
            ),
        ]);
        let parts = parts
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()));
        parts.chain(self.more.iter().cloned()).collect()
    }
}

/// Rows as cells by their places; each text once, in the list of texts.
fn sheet_data(rows: &[Vec<Cell>], texts: &mut Vec<String>) -> String {
    let mut data = String::new();
    for (row, cells) in rows.iter().enumerate() {
        let row = row + 1;
        data += &format!("<row r=\"{row}\">");
        for (column, cell) in cells.iter().enumerate() {
            let place = format!("{}{row}", (b'A' + column as u8) as char);
            data += &match cell {
                Cell::Empty => String::new(),
                Cell::Number(value) => format!("<c r=\"{place}\"><v>{value}</v></c>"),
                Cell::Day(value) => format!("<c r=\"{place}\" s=\"1\"><v>{value}</v></c>"),
                Cell::Error => format!("<c r=\"{place}\" t=\"e\"><v>#N/A</v></c>"),
                Cell::Text(text) => {
                    let known = texts.iter().position(|it| it == text);
                    let index = known.unwrap_or_else(|| {
                        texts.push(text.clone());
                        texts.len() - 1
                    });
                    format!("<c r=\"{place}\" t=\"s\"><v>{index}</v></c>")
                }
            };
        }
        data += "</row>";
    }
    data
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
