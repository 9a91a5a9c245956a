//! Prices in archives and workbooks: what comes out reads as if it had been saved as text; what is no such
//! file, too large or hostile is refused, whatever its bytes.

#[path = "support/packed.rs"]
mod packed;

use hindcast::market::price_file::{
    FilePrices, Reading, UnpackError, Unpacked, is_packed, read, sniff,
};
use hindcast::unpack::{unpack, unpack_one};
use packed::{Cell, Workbook, archive, serial};
use rand::{Rng, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use std::path::Path;

fn taken_out(name: &str, bytes: &[u8]) -> (Unpacked, Reading, FilePrices) {
    assert!(is_packed(bytes), "{name}");
    let unpacked = unpack(name, bytes).expect(name);
    let reading = sniff(&unpacked.bytes).expect(name);
    let prices = read(&unpacked.bytes, &reading, &unpacked.name).expect(name);
    (unpacked, reading, prices)
}

/// 40 rows of days in a row from 1 March 2024, at three decimals.
fn table() -> Vec<Vec<Cell>> {
    let header = ["Date", "Open", "Close", "Volume"].map(|name| Cell::Text(name.to_owned()));
    let mut rows = vec![header.to_vec()];
    rows.extend((0..40).map(|row| {
        let price = f64::from(row).mul_add(0.125, 12.125);
        vec![
            Cell::Day(serial(2024, 3, 1) + f64::from(row)),
            Cell::Number(price - 0.125),
            Cell::Number(price),
            Cell::Number(1_000_000.0),
        ]
    }));
    rows
}

const CSV: &str = "Date,Close\n2024-01-02,10.5\n2024-01-03,11.25\n2024-01-04,11\n";

#[test]
fn a_workbook_reads_without_a_question() {
    let bytes = Workbook::of(vec![("Sheet1", table())]).bytes();
    let (unpacked, reading, prices) = taken_out("prices.xlsx", &bytes);
    assert_eq!(unpacked.name, "prices.xlsx");
    // Three decimals could be thousands in a text; here they are numbers.
    assert_eq!(reading.doubts, []);
    let series = &prices.series;
    assert_eq!(series.len(), 40);
    assert_eq!(series.first_date().to_string(), "2024-03-01");
    assert_eq!(series.last_date().to_string(), "2024-04-09");
    assert_eq!(series.last_price().to_bits(), 17.0_f64.to_bits());
    assert_eq!(series.rows()[0].price.to_bits(), 12.125_f64.to_bits());
    assert_eq!(prices.report.reading_warnings(), []);
}

#[test]
fn the_first_sheet_with_dates_and_prices_is_read_and_named() {
    let notes = vec![vec![Cell::Text("Prices of a share, in euros".to_owned())]];
    let mut other = table();
    other[1][2] = Cell::Number(99.0);
    let mut workbook = Workbook::of(vec![
        ("Notes", notes),
        ("Hidden", other.clone()),
        ("Prices", table()),
        ("More", other),
    ]);
    workbook.hidden = vec![1];
    let (unpacked, _, prices) = taken_out("share.xlsx", &workbook.bytes());
    assert_eq!(unpacked.name, "share.xlsx (Prices)");
    assert_eq!(
        prices.series.rows()[0].price.to_bits(),
        12.125_f64.to_bits()
    );
}

#[test]
fn days_are_those_of_the_workbook_whatever_it_counts_from() {
    let mut workbook = Workbook::of(vec![("a", table())]);
    workbook.from_1904 = true;
    let (_, _, prices) = taken_out("mac.xlsx", &workbook.bytes());
    // 1,462 days lie between the two first days.
    assert_eq!(prices.series.first_date().to_string(), "2028-03-02");
}

#[test]
fn cells_of_other_kinds_keep_their_place_and_their_meaning() {
    let day = serial(2024, 3, 1);
    let text = |words: &str| Cell::Text(words.to_owned());
    let mut rows = vec![
        Vec::new(),
        vec![Cell::Empty, text("A \"share\", its\nprices")],
        Vec::new(),
        vec![Cell::Empty, text("Date"), text("Close, in $")],
    ];
    for row in 0..20 {
        let time = day + f64::from(row) + 16.0 / 24.0;
        rows.push(vec![
            Cell::Empty,
            Cell::Day(time),
            Cell::Number(1.5 + f64::from(row)),
        ]);
    }
    rows[10][2] = Cell::Error;
    rows[11][2] = text("1,234.5");
    let bytes = Workbook::of(vec![("a", rows)]).bytes();
    let (unpacked, reading, prices) = taken_out("a.xlsx", &bytes);
    let lines = String::from_utf8(unpacked.bytes).expect("a text");
    assert!(
        lines.starts_with("\n,\"A \"\"share\"\", its prices\"\n\n"),
        "{lines}"
    );
    assert!(lines.contains("\n,2024-03-01T16:00:00,1.5\n"), "{lines}");
    // Rows are called by the sheet's own numbers.
    assert_eq!((reading.header_line, reading.first_line), (Some(4), 5));
    assert_eq!(prices.series.len(), 19);
    let dropped = &prices.report.dropped[0];
    assert_eq!((dropped.count, dropped.first_line), (1, 11));
    let thousands = prices.series.rows()[6].price;
    assert_eq!(thousands.to_bits(), 1234.5_f64.to_bits());
}

#[test]
fn days_that_are_texts_are_read_as_texts_are() {
    let mut rows = table();
    for (row, day) in rows.iter_mut().skip(1).zip(1..) {
        row[0] = Cell::Text(format!("{day:02}.03.2024"));
    }
    rows.truncate(30);
    let bytes = Workbook::of(vec![("a", rows)]).bytes();
    let (_, reading, prices) = taken_out("a.xlsx", &bytes);
    assert_eq!(reading.doubts, []);
    assert_eq!(prices.series.last_date().to_string(), "2024-03-29");
}

#[test]
fn a_workbook_without_prices_is_told_what_it_lacks() {
    let rows = vec![vec![Cell::Number(11.5), Cell::Number(12.5)]; 30];
    let unpacked = unpack("a.xlsx", &Workbook::of(vec![("a", rows)]).bytes()).expect("cells");
    assert!(sniff(&unpacked.bytes).is_err());
    let empty = Workbook::of(vec![("a", Vec::new())]).bytes();
    assert_eq!(unpack("a.xlsx", &empty), Err(UnpackError::NoPrices));
}

#[test]
fn an_archive_gives_its_one_file_of_prices() {
    let json = r#"[{"date":"2024-01-02","close":1.5},{"date":"2024-01-03","close":2.5}]"#;
    let workbook = Workbook::of(vec![("a", table())]).bytes();
    type Files<'f> = Vec<(&'f str, &'f [u8])>;
    let cases: [(&str, Files, usize); 6] = [
        ("prices.csv", vec![("prices.csv", CSV.as_bytes())], 3),
        (
            "IBM.CSV",
            vec![("folder/", b""), ("folder/IBM.CSV", CSV.as_bytes())],
            3,
        ),
        ("a.json", vec![("a.json", json.as_bytes())], 2),
        ("a.xlsx", vec![("a.xlsx", &workbook)], 40),
        (
            "b.csv",
            vec![
                ("README.txt", b"These are prices."),
                ("about.csv", b"name,sector\nIBM,Technology\n"),
                ("b.csv", CSV.as_bytes()),
                ("__MACOSX/._b.csv", CSV.as_bytes()),
                (".b.csv", CSV.as_bytes()),
            ],
            3,
        ),
        ("prices", vec![("prices", CSV.as_bytes())], 3),
    ];
    for (name, files, rows) in cases {
        let (unpacked, _, prices) = taken_out("download.zip", &archive(&files));
        assert_eq!(unpacked.name, name);
        assert_eq!(prices.series.len(), rows, "{name}");
    }
}

/// The files among which an archive leaves the choice.
fn files_in(bytes: &[u8]) -> Vec<(usize, String)> {
    match unpack("x.zip", bytes) {
        Err(UnpackError::Several(files)) => {
            let files = files.into_iter().map(|file| (file.place, file.name));
            files.collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_of_several_files_is_taken_out_by_its_place() {
    let workbook = Workbook::of(vec![("Notes", Vec::new()), ("Prices", table())]).bytes();
    let csv = |day: u32| format!("Date,Close\n2024-01-0{day},10.5\n2024-02-0{day},11.25\n");
    let (first, second) = (csv(2), csv(3));
    let bytes = archive(&[
        ("README.txt", b"These are prices."),
        ("2023/prices.csv", first.as_bytes()),
        ("2024/prices.csv", second.as_bytes()),
        ("2024/share.xlsx", &workbook),
    ]);
    // Names that are the same are told apart by their folders.
    let names = ["2023/prices.csv", "2024/prices.csv", "2024/share.xlsx"];
    let expected: Vec<_> = (1..).zip(names.map(str::to_owned)).collect();
    assert_eq!(files_in(&bytes), expected);
    for (place, name, text) in [(1, "prices.csv", &first), (2, "prices.csv", &second)] {
        let unpacked = unpack_one(&bytes, place).expect(name);
        assert_eq!(
            (unpacked.name.as_str(), &unpacked.bytes),
            (name, &text.clone().into_bytes())
        );
    }
    let sheet = unpack_one(&bytes, 3).expect("a sheet");
    assert_eq!(sheet.name, "share.xlsx (Prices)");
    assert!(sniff(&sheet.bytes).is_ok());
    for place in [4, usize::MAX] {
        assert_eq!(unpack_one(&bytes, place), Err(UnpackError::Unreadable));
    }
    assert_eq!(unpack_one(b"PK", 0), Err(UnpackError::Unreadable));
    // Names that differ need no folders.
    let bytes = archive(&[
        ("a/x.csv", first.as_bytes()),
        ("b/y.csv", second.as_bytes()),
    ]);
    assert_eq!(
        files_in(&bytes),
        [(0, "x.csv".to_owned()), (1, "y.csv".to_owned())]
    );
}

#[test]
fn what_an_archive_leaves_open_is_said() {
    let csv = CSV.as_bytes();
    let several = archive(&[
        ("a.csv", csv),
        ("b.csv", csv),
        ("c.csv", csv),
        ("d.csv", csv),
    ]);
    assert_eq!(
        files_in(&several),
        [(0, "a.csv"), (1, "b.csv"), (2, "c.csv"), (3, "d.csv")]
            .map(|(place, name)| (place, name.to_owned()))
    );
    for files in [
        vec![("a.png", csv), ("b.png", csv)],
        vec![],
        vec![("a/", &b""[..])],
    ] {
        assert_eq!(
            unpack("x.zip", &archive(&files)),
            Err(UnpackError::NoPrices)
        );
    }
    // The only one that may be of prices is told what is wrong with it.
    let lone = unpack("x.zip", &archive(&[("a.csv", b"no table")])).expect("a text");
    assert!(sniff(&lone.bytes).is_err());
    let within = archive(&[("a.csv", csv)]);
    let twice = unpack("x.zip", &archive(&[("a.xlsx", &within)]));
    assert_eq!(twice, Err(UnpackError::NoPrices));
    for part in ["content.xml", "xl/workbook.bin"] {
        let other = archive(&[("mimetype", b"x"), (part, b"x")]);
        assert_eq!(unpack("x.ods", &other), Err(UnpackError::OtherWorkbook));
    }
    // Locked by a password: the first bit of the flags, in the file's header and in the list.
    let mut locked = archive(&[("a.csv", csv)]);
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let place = locked.windows(4).position(|four| four == signature);
        locked[place.expect("a header") + flags] |= 1;
    }
    assert_eq!(unpack("x.zip", &locked), Err(UnpackError::Locked));
}

#[test]
fn a_packed_file_of_the_shared_kinds_is_read() {
    let path = Path::new("../shared/data/kinds/zip.as-it-came.zip");
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: no {}", path.display());
        return;
    };
    let (unpacked, reading, prices) = taken_out("zip.as-it-came.zip", &bytes);
    assert_eq!(unpacked.name, "prices.csv");
    assert_eq!(reading.doubts, []);
    assert!(prices.series.len() > 100, "{}", prices.series.len());
}

/// The whole of a file that unpacks to much more than it is.
fn bomb(files: &[(&str, &[u8])]) -> Vec<u8> {
    let bytes = archive(files);
    assert!(bytes.len() < 1_000_000, "{}", bytes.len());
    bytes
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    let large = vec![b' '; 60 * 1024 * 1024];
    assert_eq!(
        unpack("x.zip", &bomb(&[("a.csv", &large)])),
        Err(UnpackError::TooLarge)
    );
    // Many that are small enough each.
    let third = &large[..20 * 1024 * 1024];
    let many = bomb(&[("a.csv", third), ("b.csv", third), ("c.csv", third)]);
    assert_eq!(unpack("x.zip", &many), Err(UnpackError::TooLarge));
    // Its list of files says that it is small.
    let mut lying = bomb(&[("a.csv", &large)]);
    let size = (large.len() as u32).to_le_bytes();
    let places: Vec<usize> = (0..lying.len() - 4)
        .filter(|place| lying[*place..*place + 4] == size)
        .collect();
    assert!(places.len() >= 2, "{places:?}");
    for place in places {
        lying[place..place + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    assert!(unpack("x.zip", &lying).is_err());
    // A part of a workbook.
    let mut workbook = Workbook::of(vec![("a", table())]);
    workbook.more = vec![("xl/comments1.xml".to_owned(), large.clone())];
    assert_eq!(
        unpack("x.xlsx", &workbook.bytes()),
        Err(UnpackError::TooLarge)
    );
    // A list of texts that says how many it has.
    let mut workbook = Workbook::of(vec![("a", table())]);
    for count in ["99999999999999", "99999999999999999999999999"] {
        workbook.says_texts = Some(count.to_owned());
        assert_eq!(
            unpack("x.xlsx", &workbook.bytes()),
            Err(UnpackError::Unreadable)
        );
    }
}

#[test]
fn a_sheet_that_is_wide_or_long_costs_no_more_than_it_holds() {
    let cell = |place: &str| format!("<row><c r=\"{place}\"><v>1</v></c></row>");
    let sheet = |places: &[&str]| {
        let rows: String = places.iter().map(|place| cell(place)).collect();
        let mut workbook = Workbook::of(vec![("a", Vec::new())]);
        workbook.sheet_data = Some(rows);
        unpack("x.xlsx", &workbook.bytes())
    };
    let far = sheet(&["A1", "XFD1048576"]).expect("cells");
    assert!(far.bytes.len() < 2_000_000, "{}", far.bytes.len());
    for places in [
        ["A1", "A1048577"],
        ["A2", "A1"],
        ["B1", "A1"],
        ["A1", "AAAAAAAAAAAA1"],
        ["A1", "A99999999999999999999"],
        ["A1", "1"],
    ] {
        assert_eq!(sheet(&places), Err(UnpackError::Unreadable), "{places:?}");
    }
}

/// A text shown often: each cell repeats it, and nothing else does.
#[test]
fn a_long_text_in_many_cells_ends_at_the_limit() {
    let long = "a,".repeat(500_000);
    let rows = vec![vec![Cell::Text(long)]; 200];
    let bytes = Workbook::of(vec![("a", rows)]).bytes();
    assert_eq!(unpack("x.xlsx", &bytes), Err(UnpackError::TooLarge));
}

#[derive(Debug, Default)]
struct Tally {
    read: usize,
    refused: usize,
}

impl Tally {
    fn check(&mut self, bytes: &[u8]) {
        let text = unpack("x.zip", bytes).map(|unpacked| unpacked.bytes);
        let prices = text.as_deref().map(|text| {
            let reading = sniff(text)?;
            read(text, &reading, "x")
        });
        match prices {
            Ok(Ok(prices)) => {
                self.read += 1;
                let rows = prices.series.rows();
                assert!(rows.windows(2).all(|pair| pair[0].date < pair[1].date));
            }
            _ => self.refused += 1,
        }
    }
}

fn packed_files() -> [Vec<u8>; 3] {
    [
        Workbook::of(vec![("a", table())]).bytes(),
        archive(&[("a.csv", CSV.as_bytes()), ("b.txt", b"x")]),
        Workbook::of(vec![("a", Vec::new()), ("b", table())]).stored(),
    ]
}

#[test]
fn any_cut_of_a_packed_file_is_read_or_refused() {
    let mut tally = Tally::default();
    for file in packed_files() {
        for end in (0..file.len()).step_by(3) {
            tally.check(&file[..end]);
        }
        tally.check(&file);
    }
    assert!(tally.read >= 3 && tally.refused > 1_000, "{tally:?}");
}

#[test]
fn any_byte_of_a_packed_file_changed_is_read_or_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut tally = Tally::default();
    let files = packed_files();
    for _ in 0..6_000 {
        let mut damaged = files.choose(&mut random).expect("a file").clone();
        for _ in 0..random.random_range(1..4) {
            let place = random.random_range(0..damaged.len());
            match random.random_range(0..3) {
                0 => damaged[place] = random.random(),
                1 => drop(damaged.remove(place)),
                _ => damaged.insert(place, random.random()),
            }
        }
        tally.check(&damaged);
    }
    assert!(tally.read > 200 && tally.refused > 2_000, "{tally:?}");
}

/// The archive is sound, and the workbook in it is not.
#[test]
fn any_part_of_a_workbook_damaged_is_read_or_refused() {
    const GARBAGE: [&str; 24] = [
        "",
        "<",
        ">",
        "\"",
        "</row>",
        "<row>",
        "<c>",
        "</c>",
        "<v>",
        "0",
        "-1",
        "1e999",
        "NaN",
        "99999999999999999999",
        "&amp;",
        "&#x0;",
        "&lt",
        "t=\"s\"",
        "t=\"d\"",
        "s=\"9999\"",
        "r=\"ZZZZZZ1\"",
        "]]>",
        "<!--",
        "\u{0}",
    ];
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let mut tally = Tally::default();
    let parts = Workbook::of(vec![("a", table())]).parts();
    for _ in 0..6_000 {
        let mut damaged = parts.clone();
        for _ in 0..random.random_range(1..4) {
            let place = random.random_range(0..damaged.len());
            let text = String::from_utf8(damaged[place].1.clone()).expect("XML");
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let Some(&from) = ends.choose(&mut random) else {
                continue;
            };
            let to = (from + random.random_range(0..8)).min(text.len());
            let to = (to..=text.len()).find(|to| text.is_char_boundary(*to));
            let mut text = text;
            text.replace_range(
                from..to.unwrap_or(from),
                GARBAGE.choose(&mut random).expect("one"),
            );
            damaged[place].1 = text.into_bytes();
        }
        let files: Vec<(&str, &[u8])> = damaged
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        tally.check(&archive(&files));
    }
    assert!(tally.read > 1_000 && tally.refused > 500, "{tally:?}");
}

#[test]
fn any_bytes_that_begin_as_an_archive_are_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(3);
    let mut tally = Tally::default();
    for _ in 0..5_000 {
        let mut bytes = b"PK\x03\x04".to_vec();
        let length = random.random_range(0..300);
        bytes.extend((0..length).map(|_| random.random::<u8>()));
        bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        bytes.extend((0..10).map(|_| random.random::<u8>() % 64));
        tally.check(&bytes);
    }
    assert_eq!(tally.refused, 5_000);
}
