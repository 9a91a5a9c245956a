//! What a file is that holds no text of prices: packed files, programs' own files, web pages. They are
//! known by what they begin with, whatever their names say.

use super::error::NoText;

/// Beginnings of files that people drop by mistake.
const BEGINNINGS: [(&[u8], NoText); 22] = [
    (b"PAR1", NoText::Parquet),
    (b"PK\x03\x04", NoText::Zip),
    (b"PK\x05\x06", NoText::Zip),
    (b"\x1F\x8B", NoText::Packed),
    (b"BZh", NoText::Packed),
    (b"\xFD7zXZ", NoText::Packed),
    (b"7z\xBC\xAF\x27\x1C", NoText::Packed),
    (b"Rar!", NoText::Packed),
    (b"\x28\xB5\x2F\xFD", NoText::Packed),
    (b"\xD0\xCF\x11\xE0", NoText::OldWorkbook),
    (b"%PDF", NoText::Pdf),
    (b"ARROW1", NoText::DataFile),
    (b"FEA1", NoText::DataFile),
    (b"Obj\x01", NoText::DataFile),
    (b"SQLite format 3\0", NoText::DataFile),
    (b"\x89HDF", NoText::DataFile),
    (b"\x80\x04\x95", NoText::DataFile),
    (b"\x80\x05\x95", NoText::DataFile),
    (b"\x93NUMPY", NoText::DataFile),
    (b"\x89PNG", NoText::Image),
    (b"\xFF\xD8\xFF", NoText::Image),
    (b"GIF8", NoText::Image),
];
/// Names in a packed file that make it a workbook.
const OF_WORKBOOKS: [&[u8]; 3] = [b"[Content_Types].xml", b"xl/", b"opendocument.spreadsheet"];
/// How much of a file is searched for what it is.
const SEARCHED_BYTES: usize = 4096;
/// What a page that asks who one is says somewhere.
const OF_SIGN_IN: [&str; 8] = [
    "type=\"password\"",
    "type='password'",
    "type=password",
    "signin",
    "sign-in",
    "sign in",
    "login",
    "log in",
];

/// What the bytes are, where they are no text; by their beginning alone.
pub(super) fn packed(bytes: &[u8]) -> Option<NoText> {
    let &(_, what) = BEGINNINGS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))?;
    let head = &bytes[..bytes.len().min(SEARCHED_BYTES)];
    // A share may be called as such a file begins, and then the rest is text.
    let is_text = |byte: &u8| matches!(byte, 9..=13 | 32..=126);
    if what != NoText::Pdf && head.iter().all(is_text) {
        return None;
    }
    let has = |name: &&[u8]| head.windows(name.len()).any(|part| part == *name);
    Some(match what {
        NoText::Zip if OF_WORKBOOKS.iter().any(has) => NoText::Workbook,
        what => what,
    })
}

/// Whether the bytes are of an archive or a workbook that can be unpacked.
pub fn is_packed(bytes: &[u8]) -> bool {
    matches!(packed(bytes), Some(NoText::Zip | NoText::Workbook))
}

/// What a text is where it is a page or a document for programs and no table.
pub(super) fn page(text: &str) -> Option<NoText> {
    let mut text = text.trim_start();
    // A page may begin with remarks.
    while let Some(rest) = text.strip_prefix("<!--") {
        text = rest
            .split_once("-->")
            .map_or("", |(_, after)| after)
            .trim_start();
    }
    // "<DATE>,<CLOSE>" is a header.
    let is_tag = text.strip_prefix('<').is_some_and(|rest| {
        let first = rest.lines().next().unwrap_or_default();
        !first.contains(">,<") && !first.contains(">;<") && !first.contains(">\t<")
    });
    if !is_tag {
        return None;
    }
    let all: String = text.chars().take(64 * SEARCHED_BYTES).collect::<String>();
    let all = all.to_ascii_lowercase();
    const OF_PAGES: [&str; 6] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<script",
    ];
    if !OF_PAGES.iter().any(|tag| all.contains(tag)) {
        return Some(NoText::Markup);
    }
    Some(match OF_SIGN_IN.iter().any(|words| all.contains(words)) {
        true => NoText::SignInPage,
        false => NoText::WebPage,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_they_begin_with() {
        for (bytes, expected) in [
            (&b"PAR1\x15\0"[..], NoText::Parquet),
            (b"PK\x03\x04\x14\0prices.csv", NoText::Zip),
            (b"PK\x03\x04\x14\0[Content_Types].xml", NoText::Workbook),
            (b"PK\x03\x04\x14\0xl/workbook.xml", NoText::Workbook),
            (b"\x1F\x8B\x08", NoText::Packed),
            (b"%PDF-1.7", NoText::Pdf),
            (b"ARROW1\0\0", NoText::DataFile),
        ] {
            assert_eq!(packed(bytes), Some(expected));
            let can_be_unpacked = matches!(expected, NoText::Zip | NoText::Workbook);
            assert_eq!(is_packed(bytes), can_be_unpacked);
        }
        assert_eq!(packed(b"Date,Close"), None);
        assert_eq!(packed(b"PAR1,2024-01-02,10.5\n"), None);
    }

    #[test]
    fn pages_are_told_from_tables() {
        for (text, expected) in [
            ("\n<html><body>Not found</body>", Some(NoText::WebPage)),
            ("<!-- x -->\n<!DOCTYPE HTML><p>", Some(NoText::WebPage)),
            ("<html><form action=\"/login\">", Some(NoText::SignInPage)),
            ("<?xml version=\"1.0\"?><prices/>", Some(NoText::Markup)),
            ("<DATE>,<OPEN>,<CLOSE>\n20240102,1,2\n", None),
            ("Date,Close\n", None),
        ] {
            assert_eq!(page(text), expected, "{text}");
        }
    }
}
