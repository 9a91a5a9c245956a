//! Any bytes as a price file: no panic, and either an error or a good series, however the reading is
//! corrected. `cargo +nightly fuzz run price_file`

#![no_main]

use hindcast::market::price_file::{Correction, DateOrder, DecimalMark, Separator};
use hindcast::market::price_file::{Reading, preview, read, sniff};
use hindcast::market::{DataReport, adjust_splits};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = sniff(bytes) else { return };
    check(bytes, &reading);
    // The first bytes choose a correction, so that the fuzzer can find the one that hurts.
    let [which, place, ..] = *bytes else { return };
    let column = usize::from(place % 8);
    let correction = match which % 6 {
        0 => Correction::Separator(Separator::ALL[column % 4]),
        1 if place % 2 == 0 => Correction::DecimalMark(DecimalMark::Point),
        1 => Correction::DecimalMark(DecimalMark::Comma),
        2 => Correction::DateOrder(DateOrder::ALL[column % 8]),
        3 => Correction::DateColumn(column),
        4 => Correction::Ticker(column),
        _ => Correction::PriceColumn(column),
    };
    if let Ok(corrected) = reading.corrected(bytes, correction) {
        check(bytes, &corrected);
    }
});

fn check(bytes: &[u8], reading: &Reading) {
    let _ = preview(bytes, reading);
    let Ok(file) = read(bytes, reading, "fuzz") else {
        return;
    };
    let rows = file.series.rows();
    assert!(rows.windows(2).all(|pair| pair[0].date < pair[1].date));
    assert!(rows.iter().all(|row| row.price.is_finite() && row.price > 0.0));
    assert_eq!(file.report.rows, rows.len());
    let adjusted = adjust_splits(&file.series, &file.report.splits);
    assert_eq!(adjusted.len(), rows.len());
    DataReport::of(&adjusted).remarks(&adjusted);
}
