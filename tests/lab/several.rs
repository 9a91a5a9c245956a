//! One experiment on several histories: seeds of a world, files brought together.

use crate::prices::service::CSV_WITH_QUESTION;
use crate::small::{
    SMALL_WORLD, looks, members, price_table, said, several, small_page, small_settings, stops,
    trainings,
};
use crate::visit::Visit;
use hindcast::lab::command::Command;
use hindcast::lab::event::{Crash, TrainerSaid};
use hindcast::lab::intention::{HistoryChoice, PriceText, SeveralChoice};
use hindcast::lab::pool::{Pool, TrainerId};
use hindcast::lab::prices::PriceMessage;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Event, Intention, Lease, Message, NoticeKind};
use hindcast::market::price_file::{FileError, PackedFile, UnpackError, Unpacked};
use hindcast::protocol::{FromTrainer, TrainingError};
use hindcast::report::Report;
use hindcast::study::{NoScore, SeriesName, State, StudyError};

/// A page on a world.
fn world_page() -> Visit {
    let mut visit = Visit::open(SMALL_WORLD);
    visit.orders.clear();
    visit
}

fn on_seeds(count: usize) -> Visit {
    let mut visit = world_page();
    visit.want(Intention::RunSeveral(SeveralChoice::Seeds(count)));
    visit
}

/// The next history's network begins, and is trained to its end.
fn next_to_its_end(visit: &mut Visit) {
    visit.pass(0.0);
    visit.finish();
}

/// Why the member has no score.
fn why_not(visit: &Visit, place: usize) -> &NoScore {
    match &members(visit)[place].outcome {
        Some(Err(why)) => why,
        other => panic!("{other:?}"),
    }
}

/// A file of 400 days; each seed gives others.
fn bring(visit: &mut Visit, texts: &[(&str, String)]) {
    let files = texts
        .iter()
        .map(|(name, text)| visit.file(name, text.as_str()));
    let files = files.collect();
    visit.want(Intention::DropFiles(files));
}

fn short_table() -> String {
    let long = price_table(3);
    long.lines()
        .take(9)
        .fold(String::new(), |all, line| all + line + "\n")
}

#[test]
fn a_worlds_seeds_are_trained_one_after_the_other() {
    let mut visit = on_seeds(3);
    assert_eq!(visit.lab.lease, Lease::Study(Pool::default()));
    let progress = visit.lab.study_progress.clone().expect("it runs");
    assert_eq!((progress.share, progress.time_left_ms), (0.0, None));
    for number in 1..=3 {
        next_to_its_end(&mut visit);
        assert_eq!(
            (trainings(&visit), several(&visit).finished()),
            (number, number)
        );
    }
    assert_eq!(several(&visit).state, State::Done);
    assert_eq!(
        (visit.lab.lease, &visit.lab.study_progress),
        (Lease::Free, &None)
    );
    let names = members(&visit).iter().map(|member| member.name.clone());
    assert_eq!(names.collect::<Vec<_>>(), [1, 2, 3].map(SeriesName::Seed));
    // Each seed draws prices of its own; the first one's are on the page.
    let dates = |place: usize| {
        members(&visit)[place]
            .score()
            .expect("scored")
            .forecasts
            .clone()
    };
    assert_eq!(dates(0).dates, dates(1).dates);
    assert_ne!(dates(0).actual, dates(1).actual);
    assert_eq!(looks(&visit), 1);
    let report = several(&visit).several_report().expect("a report");
    assert_eq!((report.planned, report.series.len()), (3, 3));
    assert_eq!(report.together.series, 3);
    assert_eq!(report.together.pooled.expect("they move").series, 3);
    assert!(report.series.iter().all(|it| it.all_counted.is_some()));
}

#[test]
fn cancelled_it_keeps_what_was_done() {
    let mut visit = on_seeds(4);
    next_to_its_end(&mut visit);
    next_to_its_end(&mut visit);
    visit.pass(0.0);
    let run = visit.begin();
    visit.want(Intention::CancelStudy);
    assert_eq!(stops(&visit), [run]);
    assert_eq!(
        (several(&visit).state, several(&visit).finished()),
        (State::Cancelled, 2)
    );
    assert_eq!(visit.lab.lease, Lease::Free);
    let report = several(&visit).several_report().expect("two histories");
    assert_eq!(
        (report.planned, report.series.len(), report.together.series),
        (4, 2, 2)
    );
    // It runs again from the beginning.
    visit.want(Intention::RunSeveral(SeveralChoice::Seeds(2)));
    next_to_its_end(&mut visit);
    next_to_its_end(&mut visit);
    assert_eq!(
        (several(&visit).state, several(&visit).finished()),
        (State::Done, 2)
    );
}

#[test]
fn files_are_read_when_their_turn_comes_and_a_bad_one_says_why_in_its_row() {
    let mut visit = small_page();
    let unreadable = visit.unreadable_file("gone.csv");
    let texts = [
        ("good.csv", price_table(5)),
        ("words.csv", "no prices in here\n".to_owned()),
        ("short.csv", short_table()),
        ("other.csv", price_table(6)),
    ];
    let mut files: Vec<_> = (texts.iter())
        .map(|(name, text)| visit.file(name, text.as_str()))
        .collect();
    files.insert(1, unreadable);
    visit.want(Intention::DropFiles(files));
    let held = PriceMessage::FilesHeld(5);
    assert_eq!(said(&visit), Some((NoticeKind::Info, &Message::from(held))));
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    next_to_its_end(&mut visit);
    assert_eq!((trainings(&visit), several(&visit).finished()), (1, 1));
    // Three in a row without a training.
    for _ in 0..8 {
        visit.pass(0.0);
    }
    assert_eq!(trainings(&visit), 2);
    assert_eq!(*why_not(&visit, 1), NoScore::FileNotReadable);
    assert!(matches!(why_not(&visit, 2), NoScore::File(_)));
    assert!(matches!(why_not(&visit, 3), NoScore::NotCut(_)));
    visit.finish();
    assert_eq!(
        (several(&visit).state, several(&visit).finished()),
        (State::Done, 5)
    );
    assert_eq!(visit.lab.lease, Lease::Free);

    let report = several(&visit).several_report().expect("two histories");
    assert_eq!(report.together.series, 2);
    let names: Vec<&str> = report.series.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "good.csv",
            "gone.csv",
            "words.csv",
            "short.csv",
            "other.csv"
        ]
    );
    let why = report.series.iter().map(|it| it.no_score.as_deref());
    let expected = [
        None,
        Some("not-readable"),
        Some("no-prices"),
        Some("too-short"),
        None,
    ];
    assert_eq!(why.collect::<Vec<_>>(), expected);
    // The prices on the page stayed, and nobody looked at their test block.
    assert_eq!(looks(&visit), 0);
}

#[test]
fn packed_files_are_unpacked_and_one_that_gives_nothing_says_why_in_its_row() {
    const PACKED: &str = "PK\u{3}\u{4}\u{14}\u{0}";
    let mut visit = small_page();
    let packed = ["good.xlsx", "locked.zip", "other.xlsx", "last.zip"];
    let packed = packed.map(|name| (name, PACKED.to_owned()));
    bring(&mut visit, &packed);
    visit.held.files = true;
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    let came_out = |name: &str, seed| {
        Some(Ok(Unpacked {
            name: name.to_owned(),
            bytes: price_table(seed).into_bytes(),
        }))
    };
    for unpacked in [
        came_out("good.xlsx (Prices)", 5),
        Some(Err(UnpackError::Locked)),
        // What unpacks does not load.
        None,
        came_out("last.csv", 6),
    ] {
        visit.unpacked = unpacked;
        visit.pass(0.0);
        let before = trainings(&visit);
        visit.settle();
        visit.held.files = true;
        visit.pass(0.0);
        if trainings(&visit) > before {
            visit.finish();
        }
    }
    assert_eq!(several(&visit).state, State::Done);
    assert!(members(&visit)[0].score().is_some() && members(&visit)[3].score().is_some());
    let locked = NoScore::File(FileError::Packed(UnpackError::Locked));
    assert_eq!(*why_not(&visit, 1), locked);
    assert_eq!(*why_not(&visit, 2), NoScore::PartNotLoaded);
    // The row is called by the file that the visitor brought.
    let report = several(&visit).several_report().expect("two histories");
    let names: Vec<&str> = report.series.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["good.xlsx", "locked.zip", "other.xlsx", "last.zip"]);
    assert_eq!(visit.lab.lease, Lease::Free);
}

#[test]
fn all_files_of_an_archive_are_studied_together_each_taken_out_when_its_turn_comes() {
    const PACKED: &str = "PK\u{3}\u{4}\u{14}\u{0}";
    let mut visit = small_page();
    let names = ["a.csv", "b.csv"];
    let file = |(place, name): (usize, &str)| PackedFile {
        place,
        name: name.to_owned(),
    };
    let files = [4, 7].into_iter().zip(names).map(file).collect();
    visit.unpacked = Some(Err(UnpackError::Several(files)));
    let archive = visit.file("all.zip", PACKED);
    visit.want(Intention::OpenPrices(PriceText::File(archive)));
    visit.want(Intention::ChooseHistory(HistoryChoice::All));
    let held = Message::from(PriceMessage::FilesHeld(2));
    assert_eq!(said(&visit), Some((NoticeKind::Info, &held)));
    visit.ordered.clear();
    visit.held.files = true;
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    for seed in [5, 6] {
        visit.unpacked = Some(Ok(Unpacked {
            name: "x.csv".to_owned(),
            bytes: price_table(seed).into_bytes(),
        }));
        visit.pass(0.0);
        visit.settle();
        visit.held.files = true;
        next_to_its_end(&mut visit);
    }
    let places = visit.ordered.iter().filter_map(|command| match command {
        Command::Unpack { place, .. } => Some(*place),
        _ => None,
    });
    assert_eq!(places.collect::<Vec<_>>(), [Some(4), Some(7)]);
    assert_eq!(several(&visit).state, State::Done);
    let report = several(&visit).several_report().expect("two histories");
    let found: Vec<&str> = report.series.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((found.as_slice(), report.together.series), (&names[..], 2));
}

#[test]
fn all_shares_of_one_file_are_studied_together_each_by_its_own_rows() {
    let mut visit = small_page();
    let mut text = "symbol,date,close\n".to_owned();
    for (name, seed) in [("AAA", 5), ("BBB", 6)] {
        for line in price_table(seed).lines().skip(1) {
            text += &format!("{name},{line}\n");
        }
    }
    let file = visit.file("shares.csv", text.as_str());
    visit.want(Intention::OpenPrices(PriceText::File(file)));
    assert_eq!(visit.lab.prices.histories_asked_about().len(), 2);
    visit.want(Intention::ChooseHistory(HistoryChoice::All));
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    next_to_its_end(&mut visit);
    next_to_its_end(&mut visit);
    assert_eq!(several(&visit).state, State::Done);
    let last = |place: usize| {
        let score = members(&visit)[place].score().expect("scored");
        score.forecasts.actual.last().copied().expect("days")
    };
    let of_file = |seed: u64| {
        let table = price_table(seed);
        let last = table.lines().last().and_then(|line| line.split(',').nth(1));
        last.expect("a price").parse::<f64>().expect("a number")
    };
    assert_eq!([last(0), last(1)], [of_file(5), of_file(6)]);
    let names = members(&visit).iter().map(|member| member.name.clone());
    let expected = ["AAA", "BBB"].map(|name| SeriesName::File(name.to_owned()));
    assert_eq!(names.collect::<Vec<_>>(), expected);
    // Pasted, there is no file to come back to.
    let mut visit = small_page();
    visit.want(Intention::OpenPrices(PriceText::Pasted(text)));
    assert!(visit.lab.prices.import.is_some());
    assert!(visit.lab.prices.histories_asked_about().is_empty());
}

#[test]
fn cancelled_while_a_file_is_unpacked_it_opens_nothing() {
    let mut visit = small_page();
    let packed = "PK\u{3}\u{4}\u{14}\u{0}".to_owned();
    bring(&mut visit, &[("a.zip", packed.clone()), ("b.zip", packed)]);
    visit.unpacked = Some(Ok(Unpacked {
        name: "a.csv".to_owned(),
        bytes: price_table(4).into_bytes(),
    }));
    visit.held.files = true;
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    visit.pass(0.0);
    visit.want(Intention::CancelStudy);
    let before = visit.lab.run.prices.clone();
    visit.settle();
    assert_eq!((trainings(&visit), several(&visit).finished()), (0, 0));
    assert_eq!(visit.lab.run.prices, before);
}

#[test]
fn a_file_that_leaves_a_question_is_left_to_be_opened_by_itself() {
    let mut visit = small_page();
    let text = CSV_WITH_QUESTION.to_owned();
    bring(&mut visit, &[("a.csv", text), ("b.csv", price_table(4))]);
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    for _ in 0..4 {
        visit.pass(0.0);
    }
    assert_eq!(*why_not(&visit, 0), NoScore::FileLeavesQuestion);
    visit.finish();
    assert_eq!(several(&visit).state, State::Done);
    assert_eq!(visit.lab.lease, Lease::Free);
}

#[test]
fn a_training_that_the_trainer_gives_up_leaves_the_others_theirs() {
    let mut visit = on_seeds(3);
    visit.pass(0.0);
    let run = visit.begin();
    visit.say(FromTrainer::Failed {
        run,
        error: TrainingError::Diverged { epoch: 1 },
    });
    assert!(matches!(why_not(&visit, 0), NoScore::Training(_)));
    assert_eq!(visit.lab.lease, Lease::Study(Pool::default()));
    next_to_its_end(&mut visit);
    next_to_its_end(&mut visit);
    assert_eq!(
        (several(&visit).state, several(&visit).finished()),
        (State::Done, 3)
    );
}

#[test]
fn the_last_one_given_up_ends_it() {
    let mut visit = on_seeds(2);
    next_to_its_end(&mut visit);
    visit.pass(0.0);
    let run = visit.begin();
    visit.say(FromTrainer::Failed {
        run,
        error: TrainingError::Diverged { epoch: 1 },
    });
    assert_eq!(
        (several(&visit).state, visit.lab.lease),
        (State::Done, Lease::Free)
    );
    assert_eq!(visit.lab.study_progress, None);
}

#[test]
fn cancelled_while_a_file_is_read_it_trains_no_more() {
    let mut visit = small_page();
    bring(
        &mut visit,
        &[("a.csv", price_table(4)), ("b.csv", price_table(5))],
    );
    visit.held.files = true;
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 0);
    visit.want(Intention::CancelStudy);
    assert_eq!(visit.lab.lease, Lease::Free);
    let before = visit.lab.run.prices.clone();
    visit.settle();
    visit.pass(0.0);
    assert_eq!((trainings(&visit), several(&visit).finished()), (0, 0));
    assert_eq!(visit.lab.run.prices, before);
    assert_eq!(several(&visit).several_report(), None);
}

#[test]
fn a_history_whose_trainer_crashes_twice_ends_it_with_what_was_done() {
    let mut visit = on_seeds(3);
    next_to_its_end(&mut visit);
    for _ in 0..2 {
        visit.pass(0.0);
        visit.begin();
        visit.happen(Event::Trainer(
            TrainerId::OWN,
            TrainerSaid::Crashed(Crash::Died),
        ));
    }
    assert_eq!(
        (several(&visit).state, several(&visit).finished()),
        (State::Failed, 1)
    );
    assert_eq!(visit.lab.lease, Lease::Free);
}

#[test]
fn what_is_no_several_is_refused() {
    // Files that nobody brought, and seeds of prices that are no world's.
    for choice in [SeveralChoice::Files, SeveralChoice::Seeds(3)] {
        let mut visit = small_page();
        visit.want(Intention::RunSeveral(choice));
        let refused = said(&visit).map(|(_, message)| message.clone());
        assert!(
            matches!(
                refused,
                Some(Message::Training(TrainingMessage::StudyRefused(
                    StudyError::Series { .. }
                )))
            ),
            "{refused:?}"
        );
        assert_eq!(visit.lab.lease, Lease::Free);
    }
}

#[test]
fn the_report_names_them() {
    let mut visit = world_page();
    visit.want(Intention::Train);
    visit.finish();
    visit.want(Intention::RunSeveral(SeveralChoice::Seeds(2)));
    next_to_its_end(&mut visit);
    next_to_its_end(&mut visit);
    let report: Report = crate::downloads::report(&mut visit);
    let text = report.to_json();
    let found = serde_json::from_str::<Report>(&text)
        .expect("a report")
        .several;
    let found = found.expect("several histories");
    assert_eq!(found.state, State::Done);
    assert_eq!(found.series[1].name, "seed 2");
    let score = found.series[1].score.as_ref().expect("scored");
    assert_eq!(score.rows, 5_000);
    for (place, found) in found.series.iter().enumerate() {
        assert_eq!(found.score.as_ref(), members(&visit)[place].score());
    }
    assert!(found.address.contains("hidden=4"), "{}", found.address);
    assert_eq!(small_settings().hidden, 4);
}
