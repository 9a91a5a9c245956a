//! Forms in which tables of prices come beside the usual ones, small and invented. Each holds the closes of
//! 2, 3 and 4 January and of 13 February 2024, and no other price is right.

use hindcast::market::price_file::{Calendar, Doubt, FileError, FilePrices, read, sniff};

/// Writes a row of a file by its number.
type Row = fn(usize) -> String;

const DAYS: [&str; 4] = ["2024-01-02", "2024-01-03", "2024-01-04", "2024-02-13"];
const CLOSES: [f64; 4] = [10.5, 11.5, 12.5, 15.5];
const MINGUO: Doubt = Doubt::Calendar {
    read: Calendar::Minguo,
};
const BUDDHIST: Doubt = Doubt::Calendar {
    read: Calendar::Buddhist,
};

#[rustfmt::skip]
const FORMS: [(&str, &str, &[Doubt]); 33] = [
    ("blanks, in columns", "Date         Open  Adj Close   Volume\n2024-01-02   90.0       10.5      100\n2024-01-03   91.0       11.5  1000000\n\
        2024-01-04  101.0       12.5      100\n2024-02-13   95.0       15.5      100\n", &[]),
    ("one blank each", "Date Open Close Adj Close Volume\n2024-01-02 9 99 10.5 1\n2024-01-03 9 98 11.5 1\n2024-01-04 9 97 12.5 1\n\
        2024-02-13 9 96 15.5 1\n", &[]),
    ("blanks, no names", "2024-01-02 10.5\n2024-01-03 11.5\n2024-01-04  12.5\n2024-02-13  15.5\n", &[]),
    ("blanks, months and thousands", "Date Close Volume\nJan 2, 2024 10.5 1,234,567\nJan 3, 2024 11.5 234,567\nJan 4, 2024 12.5 34,567\n\
        Feb 13, 2024 15.5 4,567\n", &[]),
    ("blanks, currency apart", "Datum Kurs\n02.01.2024 10,50 EUR\n03.01.2024 11,50 EUR\n04.01.2024 12,50 EUR\n13.02.2024 15,50 EUR\n", &[]),
    ("blanks, times", "2024-01-02 00:00:00 10.5\n2024-01-03 00:00:00 11.5\n2024-01-04 00:00:00 12.5\n2024-02-13 00:00:00 15.5\n", &[]),
    ("printed by pandas", "        Date  Close\n0 2024-01-02   10.5\n1 2024-01-03   11.5\n2 2024-01-04   12.5\n3 2024-02-13   15.5\n", &[]),
    ("printed by R", "           X.Open X.Close\n2024-01-02     90    10.5\n2024-01-03     91    11.5\n2024-01-04    101    12.5\n\
        2024-02-13     95    15.5\n", &[]),
    ("between rules", "==========  =====\nDate        Close\n==========  =====\n2024-01-02  10.5\n2024-01-03  11.5\n2024-01-04  12.5\n\
        2024-02-13  15.5\n==========  =====\n", &[]),
    ("drawn lines", "┌────────────┬───────┐\n│ Date       │ Close │\n├────────────┼───────┤\n│ 2024-01-02 │ 10.5  │\n│ 2024-01-03 │ 11.5  │\n\
        │ 2024-01-04 │ 12.5  │\n│ 2024-02-13 │ 15.5  │\n└────────────┴───────┘\n", &[]),
    ("years of the republic", "日期,收盤價\n民國113年1月2日,10.5\n民國113年1月3日,11.5\n民國113年1月4日,12.5\n民國113年2月13日,15.5\n", &[MINGUO]),
    ("Thai months", "วันที่,ราคาปิด\n2 ม.ค. 2567,10.5\n3 ม.ค. 2567,11.5\n4 มกราคม 2567,12.5\n13 กุมภาพันธ์ 2567,15.5\n", &[BUDDHIST]),
    ("weekdays that begin as months do", "Date;Clôture\nmardi 2 janvier 2024;10,5\nmercredi 3 janvier 2024;11,5\njeudi 4 janvier 2024;12,5\n\
        mardi 13 février 2024;15,5\n", &[]),
    ("a time before a semicolon", "Date;Close\n02.01.2024 16:00:00;10,5\n03.01.2024 16:00:00;11,5\n04.01.2024 16:00:00;12,5\n\
        13.02.2024 16:00:00;15,5\n", &[]),
    ("digits of other scripts", "日付,終値\n２０２４／０１／０２,１０．５\n２０２４／０１／０３,１１．５\n２０２４／０１／０４,１２．５\n２０２４／０２／１３,１５．５\n", &[]),
    ("marks that are not seen", "Date,Close\n\u{200e}1\u{200e}/\u{200e}2\u{200e}/\u{200e}2024,10.5\n\u{200e}1/3/2024,11.5\n\u{200e}1/4/2024,12.5\n\
        \u{200e}2/13/2024,15.5\n", &[]),
    ("each line in quotes", "\"Date,Close\"\n\"2024-01-02,10.5\"\n\"2024-01-03,11.5\"\n\"2024-01-04,12.5\"\n\"2024-02-13,15.5\"\n", &[]),
    ("formulas of a spreadsheet", "Date;Close\n=\"2024-01-02\";=\"10.5\"\n=\"2024-01-03\";=\"11.5\"\n=\"2024-01-04\";=\"12.5\"\n=\"2024-02-13\";=\"15.5\"\n", &[]),
    ("units of money", "Date\tPrice\n2024-01-02\t10.50 USD\n2024-01-03\t11.50 USD\n2024-01-04\t12.50 USD\n2024-02-13\t15.50 USD\n", &[]),
    ("a point for nothing", ";USD per euro;flags\n2024-01-02;10,5;\n2024-01-03;11,5;\n2024-01-04;12,5;\n2024-01-06;.;no value\n2024-01-07;.;no value\n\
        2024-02-13;15,5;\n", &[]),
    ("words beside volumes, apart by tabs", "Date\tClose\tVolume\n2024-01-02\t10.5\t1.2 mil\n2024-01-03\t11.5\t1.3 mil\n2024-01-04\t12.5\t1.4 mil\n\
        2024-02-13\t15.5\t1.5 mil\n", &[]),
    ("what adjusts a close, told at length", "Date\tClose Close price adjusted for splits.\tAdj Close Adjusted close price adjusted for splits and dividends.\n\
        Jan 2, 2024\t99\t10.5\nJan 3, 2024\t98\t11.5\nJan 4, 2024\t97\t12.5\nFeb 13, 2024\t96\t15.5\n", &[]),
    ("rows of text in JSON", r#"{"data":{"code":"X","klines":["2024-01-02,10,10.5,11,9","2024-01-03,11,11.5,12,10","2024-01-04,12,12.5,13,11","2024-02-13,15,15.5,16,14"]}}"#,
        &[Doubt::ColumnsGuessed]),
    ("JSON that is handed on", r#"jQuery11_2({"data":[{"d":"2024-01-02","close":10.5},{"d":"2024-01-03","close":11.5},{"d":"2024-01-04","close":12.5},{"d":"2024-02-13","close":15.5}]});"#, &[]),
    ("printed by polars", "┌────────────┬───────┐\n│ Date       ┆ Close │\n╞════════════╪═══════╡\n│ 2024-01-02 ┆ 10.5  │\n│ 2024-01-03 ┆ 11.5  │\n\
        │ 2024-01-04 ┆ 12.5  │\n│ 2024-02-13 ┆ 15.5  │\n└────────────┴───────┘\n", &[]),
    ("days taken for fractions", "Date,Close\n20240102.0,10.5\n20240103.0,11.5\n20240104.0,12.5\n20240213.0,15.5\n", &[]),
    ("printed on a day, from one day to another", "02/03/2024,,\nFrom,02/01/2024,To 14/02/2024\n\nDate,Close,Volume\n02/01/2024,10.5,1\n03/01/2024,11.5,1\n\
        04/01/2024,12.5,1\n13/02/2024,15.5,1\n", &[]),
    ("dividends below", "Date,Close\n2024-01-02,10.5\n2024-01-03,11.5\n2024-01-04,12.5\n2024-02-13,15.5\n\nDate,Dividend\n2024-01-03,0.24\n\
        2024-05-10,0.25\n", &[]),
    ("dividends beside columns of JSON", r#"{"chart":{"result":[{"meta":{"symbol":"X"},"timestamp":[1704205800,1704292200,1704378600,1707834600],"events":{"dividends":{"1707489000":{"amount":0.24,"date":1707489000}}},"indicators":{"quote":[{"close":[10.5,11.5,12.5,15.5]}]}}],"error":null}}"#, &[]),
    ("JSON of Python, with a day without trade", "[{\"date\": \"2024-01-02\", \"close\": 10.5}, {\"date\": \"2024-01-03\", \"close\": 11.5}, \
        {\"date\": \"2024-01-04\", \"close\": 12.5}, {\"date\": \"2024-01-06\", \"close\": NaN}, {\"date\": \"2024-02-13\", \"close\": 15.5}]", &[]),
    ("the last close of each day", r#"{"data":[{"rowDate":"Jan 02, 2024","last_close":"10.5","last_open":"9.5","last_max":"11","last_min":"9","last_closeRaw":10.5},{"rowDate":"Jan 03, 2024","last_close":"11.5","last_open":"10.5","last_max":"12","last_min":"10","last_closeRaw":11.5},{"rowDate":"Jan 04, 2024","last_close":"12.5","last_open":"11.5","last_max":"13","last_min":"11","last_closeRaw":12.5},{"rowDate":"Feb 13, 2024","last_close":"15.5","last_open":"14.5","last_max":"16","last_min":"14","last_closeRaw":15.5}]}"#, &[]),
    ("times as C writes them", "Date,Close\nTue Jan  2 16:00:00 2024,10.5\nWed Jan  3 16:00:00 2024,11.5\nThu Jan  4 16:00:00 2024,12.5\n\
        Tue Feb 13 16:00:00 2024,15.5\n", &[]),
    ("JSON of .NET", r#"[{"Date":"/Date(1704153600000)/","Close":10.5},{"Date":"/Date(1704240000000)/","Close":11.5},{"Date":"/Date(1704326400000)/","Close":12.5},{"Date":"/Date(1707782400000)/","Close":15.5}]"#, &[]),
];

#[test]
fn every_form_gives_its_prices_with_no_doubt_but_its_own() {
    for (form, text, doubts) in FORMS {
        let reading = sniff(text.as_bytes()).unwrap_or_else(|error| panic!("{form}: {error:?}"));
        let prices = read(text.as_bytes(), &reading, "x");
        let FilePrices { series, .. } = prices.unwrap_or_else(|error| panic!("{form}: {error:?}"));
        let days: Vec<_> = series
            .rows()
            .iter()
            .map(|row| row.date.to_string())
            .collect();
        assert_eq!(days, DAYS, "{form}: {reading:?}");
        assert_eq!(series.prices(), CLOSES, "{form}: {reading:?}");
        assert_eq!(reading.doubts, doubts, "{form}");
    }
}

/// Beside the prices stands how many trades there were, about as many as the price is high.
#[test]
fn counts_of_trades_are_not_taken_for_prices() {
    let rows: [Row; 3] = [
        |day| {
            format!(
                "{},4{day}1.5,4{day}8.25,4{day}0.5,4{day}6.75,4{day}4.125,31.5,{}",
                1_704_153_600 + 86_400 * day,
                [430, 371, 502, 455, 391, 488, 420, 475][day]
            )
        },
        |day| {
            format!(
                "{},{},4{day}1.5,4{day}8.25,4{day}0.5,4{day}6.75",
                1_704_153_600 + 86_400 * day,
                [430, 371, 502, 455, 391, 488, 420, 475][day]
            )
        },
        // Whole prices, and their mean.
        |day| {
            let time = 1_704_153_600 + 86_400 * day;
            format!("{time},4{day}1,4{day}8,4{day}0,4{day}6,4{day}4.125")
        },
    ];
    for (row, first) in rows.into_iter().zip([406.75, 406.75, 406.0]) {
        let text: String = (0..8).map(|day| row(day) + "\n").collect();
        let reading = sniff(text.as_bytes()).expect("a table");
        assert_eq!(reading.doubts, [Doubt::ColumnsGuessed], "{text}");
        let prices = read(text.as_bytes(), &reading, "x").expect("prices");
        let closes: Vec<f64> = (0..8).map(|day| first + 10.0 * f64::from(day)).collect();
        assert_eq!(prices.series.prices(), closes, "{reading:?}");
    }
}

/// The mark within the numbers is the one between the cells as well: no reading is sure to be right.
#[test]
fn numbers_cut_at_their_commas_are_asked_about() {
    let decimals: String = (1..=28)
        .map(|day| format!("{day:02}.01.2024,102,{},{}\n", 10 + day, 67_396_171 + day))
        .collect();
    let thousands: String = (1..=28)
        .map(|day| match day {
            ..=14 => format!("01/{day:02}/2024,{}.40\n", 980 + day),
            _ => format!("01/{day:02}/2024,1,{:03}.50\n", day),
        })
        .collect();
    for text in [
        format!("Datum,Schluss,Volumen\n{decimals}"),
        format!("Date,Close\n{thousands}"),
    ] {
        let reading = sniff(text.as_bytes()).expect("a table");
        assert_eq!(reading.doubts, [Doubt::ColumnsGuessed], "{text}");
    }
}

#[test]
fn short_years_are_of_the_past() {
    let text = b"Date,Close\n30-Dec-69,10.5\n31-Dec-69,11.5\n02-Jan-70,12.5\n";
    let reading = sniff(text).expect("a table");
    let prices = read(text, &reading, "x").expect("prices");
    let first = prices.series.rows().first().expect("rows").date;
    assert_eq!(first.to_string(), "1969-12-30");
}

/// Closes of two shares, under names that differ only in whose they are.
#[test]
fn two_closes_are_asked_about_however_their_names_are_put_together() {
    for names in [
        "AAA Close,BBB Close",
        "Close_AAA,Close_BBB",
        "AAA.Close,BBB.Close",
        "Close (AAA),Close (BBB)",
        "AAA Adj Close,BBB Adj Close",
        "AAA.Adjusted,BBB.Adjusted",
        "Last,Last",
        "Price EUR,Price USD",
        "Price (€),Price ($)",
        "Kurs in EUR,Kurs in CHF",
        "PriceUSD,PriceEUR",
        "EUR Close,USD Close",
    ] {
        let text = format!("Date,{names}\n2024-01-02,10.5,20\n2024-01-03,11.5,21\n");
        let reading = sniff(text.as_bytes()).expect(names);
        assert_eq!(reading.doubts, [Doubt::SeveralCloses], "{names}");
    }
    let one = b"Date,Close,Adj Close\n2024-01-02,99,10.5\n2024-01-03,98,11.5\n";
    assert_eq!(sniff(one).expect("a table").doubts, []);
}

#[test]
fn rows_without_dates_are_refused_as_that_however_they_are_written() {
    let forms: [(&str, Row); 9] = [
        ("blanks", |row| {
            format!("{}.5 {}.5 1000", 10 + row % 3, 11 + row % 4)
        }),
        ("three numbers", |row| {
            format!("{} {} {}", 10 + row % 3, 11 + row % 2, 12 + row % 5)
        }),
        ("columns", |row| {
            format!("{:>8}  {:>8}", 10 + row % 3, 11 + row % 4)
        }),
        ("decimal commas", |row| {
            format!("{},5 {},5", 10 + row % 3, 11 + row % 4)
        }),
        ("fractions", |row| {
            format!("{} {}/16,{} 1/2", 10 + row % 3, 1 + row % 12, 11 + row % 4)
        }),
        ("fractions after a dash", |row| {
            format!("{}-{}/32;{}", 10 + row % 3, 1 + row % 12, row)
        }),
        ("currencies", |row| format!("{}.50 USD", 10 + row % 3)),
        ("times of day", |row| {
            format!("{}:30 {}.5", 9 + row % 8, 10 + row % 3)
        }),
        ("a count", |row| {
            format!("{};{}.5", 1_500_000_000 + 86_123 * row, 10 + row % 3)
        }),
    ];
    for (form, row) in forms {
        let rows: Vec<String> = (0..40).map(row).collect();
        let names = if form == "a count" {
            "total;close\n"
        } else {
            ""
        };
        let text = format!("{names}{}\n", rows.join("\n"));
        let refused = sniff(text.as_bytes()).map(|reading| reading.columns);
        assert_eq!(refused, Err(FileError::NoDates { line: 1 }), "{form}");
    }
}
