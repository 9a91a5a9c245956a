//! Prices from files, drops and pastes, and what is corrected by hand.

use super::*;
use crate::visit::Visit;
use hindcast::lab::Command;
use hindcast::lab::intention::{GivenFile, HistoryChoice, PriceText};
use hindcast::lab::prices::may_be_table;
use hindcast::lab::run::OddTreatment;
use hindcast::market::price_file::{
    Correction, DateOrder, DecimalMark, FileError, LARGEST_FILE_BYTES, PackedFile, Separator,
    UnpackError, Unpacked,
};
use hindcast::market::world::WorldKind;
use hindcast::market::{DataWarning, PASTED, Source};
use std::sync::Arc;

fn open(visit: &mut Visit, name: &str, text: &str) {
    let file = visit.file(name, text);
    visit.want(Intention::OpenPrices(PriceText::File(file)));
}

fn file_source(name: &str) -> Source {
    Source::File {
        name: name.to_owned(),
    }
}

fn source(visit: &Visit) -> &Source {
    &visit.lab.run.experiment.source
}

/// A visit with a file in the preview.
fn asked_about() -> Visit {
    let mut visit = Visit::open("");
    open(&mut visit, "question.csv", service::CSV_WITH_QUESTION);
    assert_eq!(*visit.news(), PriceMessage::FileLeavesQuestion);
    visit
}

#[test]
fn a_file_without_a_question_is_used_at_once() {
    let mut visit = Visit::open("");
    open(
        &mut visit,
        "walk.csv",
        &service::csv(&service::walk(300, 1)),
    );
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!(*source(&visit), file_source("walk.csv"));
    assert_eq!(visit.rows(), 300);
    assert_eq!(visit.lab.prices.import, None);
    assert_eq!(visit.address, "source=file:walk%2Ecsv".replace("%2E", "."));
    // Nothing was asked about, so nothing is left for the keyboard to return from.
    assert!(!visit.ordered.contains(&Command::Focus("prices-title")));
}

#[test]
fn a_name_of_any_length_fits_and_a_link_to_it_finds_its_file() {
    let long = format!("{}.csv", "prices of a share ".repeat(20));
    let mut visit = Visit::open("");
    open(&mut visit, &long, &service::csv(&service::walk(60, 1)));
    let Source::File { name } = source(&visit).clone() else {
        panic!("a file");
    };
    assert_eq!(name.chars().count(), 80);
    let link = visit.address.clone();
    let mut visit = Visit::open(&format!("{link}&epochs=3"));
    assert_eq!(*visit.news(), PriceMessage::LinkToFile { name });
    open(&mut visit, &long, &service::csv(&service::walk(60, 1)));
    assert_eq!(visit.address, format!("{link}&epochs=3"));
    // So does what was written of it before names were cut.
    let old = format!("source=file:{}&epochs=3", long.replace(' ', "%20"));
    let mut visit = Visit::open(&old);
    open(&mut visit, &long, &service::csv(&service::walk(60, 1)));
    assert_eq!(visit.address, format!("{link}&epochs=3"));
}

/// The beginning of every ZIP archive and of every workbook.
const PACKED: &str = "PK\u{3}\u{4}\u{14}\u{0}";

#[test]
fn a_packed_file_is_unpacked_and_read_under_the_name_of_what_came_out() {
    let mut visit = Visit::open("");
    visit.unpacked = Some(Ok(Unpacked {
        name: "walk.csv".to_owned(),
        bytes: service::csv(&service::walk(60, 1)).into_bytes(),
    }));
    open(&mut visit, "download.zip", PACKED);
    assert_eq!(*source(&visit), file_source("walk.csv"));
    assert_eq!(visit.rows(), 60);
    let asked = visit.ordered.iter().find_map(|command| match command {
        Command::Unpack { name, bytes, .. } => Some((name.as_str(), bytes.as_slice())),
        _ => None,
    });
    assert_eq!(asked, Some(("download.zip", PACKED.as_bytes())));
}

#[test]
fn what_a_packed_file_does_not_give_is_said_and_nothing_is_lost() {
    let mut visit = Visit::open("");
    let before = source(&visit).clone();
    visit.unpacked = Some(Err(UnpackError::Locked));
    open(&mut visit, "locked.zip", PACKED);
    let locked = FileError::Packed(UnpackError::Locked);
    assert_eq!(visit.error(), &PriceMessage::File(locked));
    // The unpacker did not load.
    open(&mut visit, "prices.xlsx", PACKED);
    assert_eq!(visit.error(), &PriceMessage::PartNotLoaded);
    assert_eq!((visit.phase(), source(&visit)), (Phase::Ready, &before));
}

/// An archive of three files, as the unpacker finds it.
fn several_packed() -> Result<Unpacked, UnpackError> {
    let names = ["a.csv", "b.csv", "c.csv"];
    let file = |(place, name): (usize, &str)| PackedFile {
        place,
        name: name.to_owned(),
    };
    Err(UnpackError::Several((2..).zip(names).map(file).collect()))
}

#[test]
fn of_several_files_in_an_archive_one_is_chosen() {
    let mut visit = Visit::open("");
    let before = source(&visit).clone();
    visit.unpacked = Some(several_packed());
    open(&mut visit, "all.zip", PACKED);
    assert_eq!(*visit.news(), PriceMessage::ArchiveLeavesQuestion(3));
    assert_eq!((visit.phase(), source(&visit)), (Phase::Ready, &before));
    let question = visit.lab.prices.archive.clone().expect("a question");
    assert_eq!(
        (question.archive.name.as_str(), question.files.len()),
        ("all.zip", 3)
    );
    // One that leaves a question of its own: the choice stays beside it.
    visit.unpacked = Some(Ok(Unpacked {
        name: "b.csv".to_owned(),
        bytes: service::CSV_WITH_QUESTION.into(),
    }));
    visit.want(Intention::ChooseHistory(HistoryChoice::One(1)));
    let places = visit.ordered.iter().filter_map(|command| match command {
        Command::Unpack { place, .. } => Some(*place),
        _ => None,
    });
    assert_eq!(places.collect::<Vec<_>>(), [None, Some(3)]);
    let import = visit.lab.prices.import.as_ref().expect("a preview");
    assert_eq!(import.name, "b.csv");
    assert!(visit.lab.prices.archive.is_some());
    visit.unpacked = Some(Ok(Unpacked {
        name: "c.csv".to_owned(),
        bytes: service::csv(&service::walk(60, 1)).into_bytes(),
    }));
    visit.want(Intention::ChooseHistory(HistoryChoice::One(2)));
    assert_eq!(*source(&visit), file_source("c.csv"));
    assert_eq!(
        (visit.lab.prices.archive.as_ref(), &visit.lab.prices.import),
        (None, &None)
    );
    // Nothing is left to choose from.
    visit.want(Intention::ChooseHistory(HistoryChoice::One(0)));
    assert_eq!(*source(&visit), file_source("c.csv"));
}

#[test]
fn a_file_that_gives_nothing_leaves_the_questions_of_the_one_before() {
    let mut visit = Visit::open("");
    visit.unpacked = Some(several_packed());
    open(&mut visit, "all.zip", PACKED);
    open(&mut visit, "bad.csv", "hello\nworld\n");
    assert_eq!(visit.lab.prices.histories_asked_about().len(), 3);
    // Another file's question takes their place.
    open(&mut visit, "question.csv", service::CSV_WITH_QUESTION);
    assert_eq!(visit.lab.prices.archive, None);
    assert!(visit.lab.prices.histories_asked_about().is_empty());
    visit.unpacked = Some(several_packed());
    open(&mut visit, "all.zip", PACKED);
    assert_eq!(visit.lab.prices.import, None);
}

#[test]
fn an_archive_that_is_left_asks_nothing_any_more() {
    for leave in [
        Intention::DiscardImport,
        Intention::LoadWorld(WorldKind::Seasonal),
    ] {
        let mut visit = Visit::open("");
        visit.unpacked = Some(several_packed());
        open(&mut visit, "all.zip", PACKED);
        visit.want(leave);
        assert_eq!(visit.lab.prices.archive, None);
        assert!(visit.lab.prices.histories_asked_about().is_empty());
        visit.want(Intention::ChooseHistory(HistoryChoice::All));
        assert!(visit.lab.several.files.is_empty());
    }
}

#[test]
fn a_packed_file_that_comes_late_does_not_replace_newer_prices() {
    let mut visit = Visit::open("");
    visit.unpacked = Some(Ok(Unpacked {
        name: "late.csv".to_owned(),
        bytes: service::csv(&service::walk(60, 1)).into_bytes(),
    }));
    visit.held.files = true;
    open(&mut visit, "late.zip", PACKED);
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    visit.settle();
    assert_eq!(*source(&visit), Source::World(WorldKind::Seasonal));
}

#[test]
fn pasted_prices_are_read_like_a_file() {
    let mut visit = Visit::open("");
    let text = service::csv(&service::walk(60, 1));
    assert!(may_be_table(&text));
    visit.want(Intention::OpenPrices(PriceText::Pasted(text)));
    assert_eq!(*source(&visit), file_source(PASTED));
    assert_eq!(visit.rows(), 60);
}

#[test]
fn one_pasted_line_is_no_table() {
    for line in ["", "  \n ", KEY, "2026-01-05,101.5\n"] {
        assert!(!may_be_table(line), "{line}");
    }
}

#[test]
fn a_file_with_a_question_is_shown_corrected_and_used() {
    let mut visit = asked_about();
    assert_eq!(visit.phase(), Phase::Ready);
    assert!(matches!(source(&visit), Source::World(_)));
    let import = visit.lab.prices.import.clone().unwrap();
    assert_eq!(import.name, "question.csv");
    assert!(!import.reading.doubts.is_empty());
    let order = Correction::DateOrder(DateOrder::DayMonthYear);
    visit.want(Intention::CorrectImport(order));
    let import = visit.lab.prices.import.clone().unwrap();
    assert_eq!(import.reading.doubts, []);
    // The question is answered.
    assert_eq!(visit.lab.run.notice, None);
    visit.want(Intention::UseImport);
    assert_eq!(*source(&visit), file_source("question.csv"));
    assert_eq!(visit.lab.prices.import, None);
    // The button that was pressed is gone.
    assert!(visit.ordered.contains(&Command::Focus("prices-title")));
}

#[test]
fn of_two_quick_corrections_none_is_lost() {
    let mut visit = asked_about();
    visit.held.work = true;
    for correction in [
        Correction::DateOrder(DateOrder::MonthDayYear),
        Correction::DecimalMark(DecimalMark::Comma),
    ] {
        visit.want(Intention::CorrectImport(correction));
    }
    visit.settle();
    let import = visit.lab.prices.import.as_ref().unwrap();
    assert_eq!(import.reading.dates.order, DateOrder::MonthDayYear);
    assert_eq!(import.reading.decimal_mark, DecimalMark::Comma);
}

#[test]
fn a_correction_does_not_bring_back_a_file_that_was_left_meanwhile() {
    let mut visit = asked_about();
    visit.held.work = true;
    let correction = Correction::DateOrder(DateOrder::DayMonthYear);
    visit.want(Intention::CorrectImport(correction));
    visit.want(Intention::DiscardImport);
    visit.settle();
    assert_eq!(visit.lab.prices.import, None);
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn a_correction_of_one_file_does_not_change_another() {
    let mut visit = asked_about();
    visit.held.work = true;
    let correction = Correction::DateOrder(DateOrder::MonthDayYear);
    visit.want(Intention::CorrectImport(correction));
    let stale = visit.waiting_work();
    visit.settle();
    open(&mut visit, "other.csv", service::CSV_WITH_QUESTION);
    let other = visit.lab.prices.import.clone();
    // The other one is being corrected too when the late word comes.
    visit.held.work = true;
    let correction = Correction::DateOrder(DateOrder::DayMonthYear);
    visit.want(Intention::CorrectImport(correction));
    visit.happen(hindcast::lab::Event::WorkDone(stale.run()));
    assert_eq!(visit.lab.prices.import, other);
    visit.settle();
    let import = visit.lab.prices.import.as_ref().unwrap();
    assert_eq!(import.reading.dates.order, DateOrder::DayMonthYear);
}

#[test]
fn a_correction_that_makes_no_table_is_refused_and_leaves_the_choice() {
    let mut visit = asked_about();
    let before = visit.lab.prices.import.clone();
    let correction = Correction::Separator(Separator::Tab);
    visit.want(Intention::CorrectImport(correction));
    assert!(matches!(visit.error(), PriceMessage::File(_)));
    assert_eq!(visit.lab.prices.import, before);
    // It does not stand in the way of the next one.
    let correction = Correction::DateOrder(DateOrder::DayMonthYear);
    visit.want(Intention::CorrectImport(correction));
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn a_file_left_alone_loses_nothing() {
    let mut visit = Visit::open("");
    let before = visit.lab.run.prices.clone();
    open(&mut visit, "question.csv", service::CSV_WITH_QUESTION);
    visit.want(Intention::DiscardImport);
    assert_eq!(visit.lab.run.prices, before);
    assert_eq!(visit.lab.run.notice, None);
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!(visit.lab.prices.import, None);
}

#[test]
fn a_file_that_holds_no_prices_is_explained_and_keeps_what_is_there() {
    let mut visit = Visit::open("");
    let before = visit.lab.run.prices.clone();
    for text in ["", "hello\nworld\n", "%PDF-1.7\n"] {
        open(&mut visit, "bad.csv", text);
        assert!(matches!(visit.error(), PriceMessage::File(_)), "{text}");
        assert_eq!(visit.phase(), Phase::Ready);
        assert_eq!(visit.lab.run.prices, before);
    }
}

#[test]
fn a_table_without_prices_is_shown_with_the_reason() {
    let mut visit = Visit::open("");
    let mut text = String::from("Date,Close\n");
    for (date, _) in service::walk(40, 1) {
        text.push_str(&format!("{date},-1\n"));
    }
    open(&mut visit, "negative.csv", &text);
    visit.want(Intention::UseImport);
    let error = visit.error();
    assert!(
        matches!(error, PriceMessage::File(FileError::NoPrices { .. })),
        "{error:?}"
    );
    assert_eq!(visit.phase(), Phase::Ready);
    // Perhaps another column holds the prices.
    assert!(visit.lab.prices.import.is_some());
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let mut visit = Visit::open("");
    let file = visit.unreadable_file("gone.csv");
    visit.want(Intention::OpenPrices(PriceText::File(file)));
    assert_eq!(*visit.error(), PriceMessage::FileNotReadable);
    assert_eq!(visit.phase(), Phase::Ready);
}

#[test]
fn fifty_megabytes_are_the_bound_named_before_a_byte_is_read() {
    let mut visit = Visit::open("");
    let mut file = visit.file("large.csv", "");
    file.size = LARGEST_FILE_BYTES as u64 + 1;
    visit.want(Intention::OpenPrices(PriceText::File(file.clone())));
    assert!(matches!(
        visit.error(),
        PriceMessage::File(FileError::TooLarge { .. })
    ));
    let reads = |command: &Command| matches!(command, Command::ReadFile(_));
    assert!(!visit.ordered.iter().any(reads));
    file.size -= 1;
    visit.want(Intention::OpenPrices(PriceText::File(file)));
    assert!(visit.ordered.iter().any(reads));
}

#[test]
fn a_drop_of_none_or_many_files_opens_nothing_and_of_one_that() {
    let mut visit = Visit::open("");
    let before = visit.lab.run.prices.clone();
    visit.want(Intention::DropFiles(Vec::new()));
    assert_eq!(*visit.error(), PriceMessage::NoFileDropped);
    let files: Vec<_> = (0..21).map(|_| visit.file("a.csv", "date,close")).collect();
    visit.want(Intention::DropFiles(files.clone()));
    assert_eq!(*visit.error(), PriceMessage::TooManyFiles(21));
    visit.want(Intention::DropFiles(files[..3].to_vec()));
    assert_eq!(visit.lab.several.files.len(), 3);
    assert_eq!(visit.lab.run.prices, before);
    let reads = |command: &Command| matches!(command, Command::ReadFile(_));
    assert!(!visit.ordered.iter().any(reads));
    visit.want(Intention::DropFiles(files[..1].to_vec()));
    assert!(visit.ordered.iter().any(reads));
}

#[test]
fn a_file_dropped_while_prices_load_is_what_stays_when_their_answer_comes_late() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    open(
        &mut visit,
        "walk.csv",
        &service::csv(&service::walk(300, 1)),
    );
    assert_eq!(visit.phase(), Phase::Ready);
    visit.serve();
    assert_eq!(*source(&visit), file_source("walk.csv"));
    assert_eq!(visit.lab.prices.origin, None);
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn a_file_whose_bytes_come_late_is_dropped() {
    let mut visit = Visit::open("");
    visit.held.files = true;
    open(
        &mut visit,
        "first.csv",
        &service::csv(&service::walk(60, 1)),
    );
    open(
        &mut visit,
        "second.csv",
        &service::csv(&service::walk(80, 1)),
    );
    visit.settle();
    assert_eq!(*source(&visit), file_source("second.csv"));
    assert_eq!(visit.rows(), 80);
}

#[test]
fn a_world_chosen_while_a_file_is_read_stays() {
    for held_files in [true, false] {
        let mut visit = Visit::open("");
        visit.held.files = held_files;
        visit.held.work = !held_files;
        open(&mut visit, "walk.csv", &service::csv(&service::walk(60, 1)));
        visit.want(Intention::LoadWorld(WorldKind::Seasonal));
        visit.settle();
        assert_eq!(*source(&visit), Source::World(WorldKind::Seasonal));
        assert_eq!(visit.phase(), Phase::Ready);
    }
}

#[test]
fn what_is_wrong_with_a_file_is_not_said_once_nobody_waits_for_it() {
    let mut visit = Visit::open("");
    visit.held.work = true;
    open(&mut visit, "bad.csv", "hello\nworld\n");
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    visit.settle();
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn new_prices_close_the_preview_of_a_file() {
    let mut visit = asked_about();
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    assert_eq!(visit.lab.prices.import, None);
    visit.want(Intention::UseImport);
    assert_eq!(*source(&visit), Source::World(WorldKind::Seasonal));
}

#[test]
fn prices_stay_while_a_training_runs() {
    let mut visit = asked_about();
    visit.want(Intention::Train);
    assert_eq!(visit.phase(), Phase::Training);
    let before = visit.lab.run.prices.clone();
    open(&mut visit, "walk.csv", &service::csv(&service::walk(60, 1)));
    assert_eq!(*visit.news(), PriceMessage::FileWhileTraining);
    visit.want(Intention::UseImport);
    assert_eq!(*visit.news(), PriceMessage::UseWhileTraining);
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    visit.load("MSFT");
    assert!(visit.requests.is_empty());
    assert_eq!(visit.lab.run.prices, before);
    assert_eq!(visit.phase(), Phase::Training);
    assert_eq!(visit.address, "");
}

#[test]
fn a_file_named_as_a_model_is_opened_as_one() {
    let mut visit = Visit::open("");
    let file: GivenFile = visit.file("run.safetensors", "no model");
    visit.want(Intention::OpenPrices(PriceText::File(file)));
    assert!(matches!(
        visit.lab.run.notice.as_ref().map(|notice| &notice.message),
        Some(Message::Training(_))
    ));
    assert_eq!(visit.phase(), Phase::Ready);
}

/// 300 days that are worth a seventh from the 200th on.
fn split_walk() -> String {
    let mut rows = service::walk(300, 1);
    // On that day the price itself stands still.
    rows[200].1 = rows[199].1;
    for (_, price) in &mut rows[200..] {
        *price /= 7.0;
    }
    service::csv(&rows)
}

#[test]
fn a_split_is_adjusted_and_undone_to_the_very_prices() {
    let mut visit = Visit::open("");
    open(&mut visit, "split.csv", &split_walk());
    let raw = visit.lab.run.prices.clone();
    let splits = visit.lab.run.data_report.as_ref().unwrap().splits.clone();
    assert_eq!(splits.len(), 1);
    visit.want(Intention::AdjustSplits(splits.clone()));
    let adjusted = visit.lab.run.prices.clone();
    let first = |prices: &Option<std::sync::Arc<hindcast::market::Prices>>| {
        prices.as_ref().unwrap().series.rows()[0].price
    };
    assert!((first(&raw) / 7.0 - first(&adjusted)).abs() < 1e-9);
    // The same file once more keeps the adjustment.
    open(&mut visit, "split.csv", &split_walk());
    assert_eq!(visit.lab.run.prices, adjusted);
    visit.want(Intention::AdjustSplits(Vec::new()));
    assert_eq!(visit.lab.run.prices, raw);
}

#[test]
fn odd_prices_are_left_out_and_taken_back_to_the_very_prices() {
    let mut rows = service::walk(300, 1);
    for (_, price) in &mut rows[200..] {
        *price /= 7.0;
    }
    rows[100].1 *= 100.0;
    let mut visit = Visit::open("epochs=1");
    open(&mut visit, "odd.csv", &service::csv(&rows));
    let raw = visit.lab.run.prices.clone().expect("prices");
    let odd = visit.lab.run.odd_days();
    let days = odd.remaining;
    assert_eq!((days.len(), odd.done), (1, OddTreatment::default()));
    visit.want(Intention::LeaveOutOdd(true));
    let mended = visit.lab.run.prices.clone().expect("prices");
    assert_eq!(mended.series.len(), raw.series.len() - 1);
    assert!(mended.series.rows().iter().all(|row| row.date != days[0]));
    let warnings = mended.series.warnings();
    assert!(
        warnings
            .iter()
            .any(|it| matches!(it, DataWarning::OddLeftOut { rows: 1, .. }))
    );
    // Splits are adjusted for without it, and it stays out.
    let splits = visit.lab.run.data_report.as_ref().unwrap().splits.clone();
    visit.want(Intention::AdjustSplits(splits));
    let both = visit.lab.run.prices.clone().expect("prices");
    assert_eq!(both.series.len(), mended.series.len());
    visit.want(Intention::AdjustSplits(Vec::new()));
    assert_eq!(visit.lab.run.prices.as_ref(), Some(&mended));
    assert_eq!(visit.lab.run.odd_days().remaining, days);
    assert!(visit.lab.run.odd_treatment().left_out);
    visit.want(Intention::LeaveOutOdd(false));
    assert!(Arc::ptr_eq(
        visit.lab.run.prices.as_ref().expect("prices"),
        &raw
    ));
    // Not while the trainer is at work on them.
    visit.want(Intention::Train);
    visit.want(Intention::LeaveOutOdd(true));
    assert!(!visit.lab.run.odd_treatment().left_out);
}

#[test]
fn odd_prices_are_corrected_what_cannot_be_is_left_out_and_both_are_undone() {
    let good = service::walk(300, 1);
    let mut rows = good.clone();
    rows[100].1 *= 100.0;
    rows[150].1 /= 10.0;
    // No decimal point explains this one.
    rows[200].1 *= 3.0;
    let mut visit = Visit::open("epochs=1");
    open(&mut visit, "odd.csv", &service::csv(&rows));
    let raw = visit.lab.run.prices.clone().expect("prices");
    let odd = visit.lab.run.odd_days();
    assert_eq!(odd.correctable, [rows[100].0, rows[150].0]);
    assert_eq!(odd.remaining.len(), 3);
    visit.want(Intention::CorrectOdd(true));
    let corrected = visit.lab.run.prices.clone().expect("prices");
    let price = |at: usize| corrected.series.rows()[at].price;
    assert!((price(100) - good[100].1).abs() < 1e-4 && (price(150) - good[150].1).abs() < 1e-3);
    assert_eq!(price(200), raw.series.rows()[200].price);
    let first = rows[100].0;
    let done = DataWarning::OddCorrected { rows: 2, first };
    assert!(corrected.series.warnings().contains(&done));
    let odd = visit.lab.run.odd_days();
    assert_eq!(odd.remaining, [rows[200].0]);
    // The rest is left out beside it.
    visit.want(Intention::LeaveOutOdd(true));
    assert_eq!(visit.rows(), 299);
    let warnings = visit.lab.run.prices.as_ref().unwrap().series.warnings();
    assert!(warnings.contains(&done));
    visit.want(Intention::LeaveOutOdd(false));
    assert_eq!(visit.lab.run.prices.as_ref(), Some(&corrected));
    visit.want(Intention::CorrectOdd(false));
    assert!(Arc::ptr_eq(
        visit.lab.run.prices.as_ref().expect("prices"),
        &raw
    ));
    // What is done is in the report.
    visit.want(Intention::CorrectOdd(true));
    visit.want(Intention::Train);
    visit.finish();
    visit.want(Intention::CorrectOdd(false));
    assert_eq!(visit.lab.run.prices.as_ref(), Some(&raw));
}

#[test]
fn splits_are_not_adjusted_while_a_training_runs() {
    let mut visit = Visit::open("epochs=1");
    open(&mut visit, "split.csv", &split_walk());
    let splits = visit.lab.run.data_report.as_ref().unwrap().splits.clone();
    let before = visit.lab.run.prices.clone();
    visit.want(Intention::Train);
    visit.want(Intention::AdjustSplits(splits));
    assert_eq!(visit.lab.run.prices, before);
}
