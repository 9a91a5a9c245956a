//! Files to take home.

use crate::records::said_of_records;
use crate::small::{paste, said, sealed_page, small_page, train};
use crate::visit::Visit;
use hindcast::lab::command::{Command, Download};
use hindcast::lab::intention::Keepsake;
use hindcast::lab::records::RecordMessage;
use hindcast::lab::{Event, Intention, NoticeKind};
use hindcast::model_file::opened::{ModelOrigin, OpenedModel};
use hindcast::report::Report;

fn trained() -> Visit {
    let mut visit = small_page();
    train(&mut visit);
    visit
}

/// The file that the visitor got.
fn taken(visit: &mut Visit, intention: Intention) -> Download {
    let before = visit.downloads.len();
    visit.want(intention);
    assert_eq!(visit.downloads.len(), before + 1);
    assert_eq!(said(visit), None);
    visit.downloads[before].clone()
}

pub fn report(visit: &mut Visit) -> Report {
    let file = taken(visit, Intention::DownloadReport);
    assert_eq!(file.mime, "application/json");
    serde_json::from_slice(&file.bytes).expect("a report is JSON")
}

fn stem(visit: &Visit) -> String {
    let prices = visit.lab.run.prices.as_ref().expect("prices");
    hindcast::model_file::stem(&prices.series)
}

#[test]
fn the_report_is_of_the_run_on_the_screen() {
    let mut visit = trained();
    let file = taken(&mut visit, Intention::DownloadReport);
    assert_eq!(file.name, format!("{}.json", stem(&visit)));
    let report = report(&mut visit);
    assert_eq!(report.schema, "hindcast.report/1");
    let shown = visit.lab.run.evaluation.as_ref().expect("results");
    assert_eq!(report.verdict, shown.verdict);
    assert!(report.seeds.is_none() && report.walk_forward.is_none());
}

#[test]
fn the_report_holds_what_was_asked_of_the_results() {
    let mut visit = trained();
    let plain = report(&mut visit);
    assert_eq!((plain.paid, plain.many_looks), (None, None));
    visit.want(Intention::AskWhatItWouldPay { cost: 7.0 });
    train(&mut visit);
    // Of other results than those that were asked about.
    assert_eq!(report(&mut visit).paid, None);
    visit.want(Intention::AskWhatItWouldPay { cost: 7.0 });
    visit.want(Intention::CountLooks);
    visit.settle();
    let whole = report(&mut visit);
    let paid = whole.paid.expect("asked");
    assert_eq!(paid.paid.cost, 7.0);
    let asked = visit.lab.paying().expect("asked");
    assert_eq!(paid.paid.hold.growth, asked.paid.hold.growth);
    assert_eq!(whole.many_looks.expect("two runs").found.networks, 2);
}

#[test]
fn the_report_holds_what_studies_found() {
    let mut visit = trained();
    visit.want(Intention::RepeatSeeds {
        seeds: 3,
        partner: Default::default(),
    });
    for _ in 0..3 {
        visit.pass(1.0);
        visit.finish();
    }
    let seeds = report(&mut visit).seeds.expect("three seeds");
    assert_eq!(seeds.sides[0].name, "the honest recipe");
    assert_eq!(seeds.sides[0].runs.len(), 3);
}

#[test]
fn the_report_names_the_sealed_days() {
    let mut visit = sealed_page();
    train(&mut visit);
    let sealed = report(&mut visit).sealed.expect("sealed days");
    assert_eq!(sealed.rows, 20);
    assert!(sealed.opened.is_none());
}

#[test]
fn the_network_can_be_opened_again() {
    let mut visit = trained();
    let file = taken(&mut visit, Intention::TakeHome(Keepsake::Model));
    assert_eq!(file.name, format!("{}.safetensors", stem(&visit)));
    let model = OpenedModel::read(ModelOrigin::file(&file.name), &file.bytes).expect("a network");
    let prices = visit.lab.run.prices.as_ref().expect("prices");
    assert!(model.fit(prices).is_ok());
}

#[test]
fn the_script_names_the_other_files() {
    let mut visit = trained();
    let file = taken(&mut visit, Intention::TakeHome(Keepsake::Script));
    assert_eq!(file.name, format!("{}.py", stem(&visit)));
    let script = String::from_utf8(file.bytes).expect("a text");
    assert!(script.contains(&stem(&visit)));
}

#[test]
fn sealed_days_are_not_in_the_predictions() {
    let mut open = trained();
    let mut sealed = sealed_page();
    train(&mut sealed);
    let lines = |visit: &mut Visit| {
        let file = taken(visit, Intention::TakeHome(Keepsake::Predictions));
        assert_eq!(file.mime, "text/csv");
        let table = String::from_utf8(file.bytes).expect("a text");
        table.lines().count()
    };
    assert_eq!(lines(&mut open), lines(&mut sealed) + 20);
    // The files say which day they end on.
    let name = &sealed.downloads.last().expect("a file").name;
    assert_ne!(*name, format!("{}.csv", stem(&sealed)));
}

#[test]
fn the_page_writes_the_run_card() {
    let mut visit = trained();
    visit.want(Intention::TakeHome(Keepsake::RunCard));
    let name = format!("{}.md", stem(&visit));
    assert_eq!(
        visit.ordered.last(),
        Some(&Command::DownloadRunCard { name })
    );
}

#[test]
fn the_scores_come_for_a_spreadsheet_and_for_a_paper() {
    let mut visit = trained();
    let scores = report(&mut visit).scores;
    let file = taken(&mut visit, Intention::TakeHome(Keepsake::ScoresCsv));
    assert_eq!(file.name, format!("{}.scores.csv", stem(&visit)));
    let csv = String::from_utf8(file.bytes).expect("a text");
    assert!(csv.contains(&format!("\nmodel,{},", scores.model.mae)));
    let file = taken(&mut visit, Intention::TakeHome(Keepsake::ScoresLatex));
    assert_eq!(file.name, format!("{}.scores.tex", stem(&visit)));
    let latex = String::from_utf8(file.bytes).expect("a text");
    assert!(latex.contains("\nLSTM & "));
}

#[test]
fn what_is_not_there_cannot_be_saved() {
    let mut visit = small_page();
    visit.want(Intention::DownloadReport);
    let expected = Some((NoticeKind::Error, &RecordMessage::ReportNotSaved));
    assert_eq!(said_of_records(&visit), expected);
    for keepsake in Keepsake::ALL {
        visit.want(Intention::DismissNotice);
        visit.want(Intention::TakeHome(keepsake));
        let expected = Some((NoticeKind::Error, &RecordMessage::FileNotSaved));
        assert_eq!(said_of_records(&visit), expected);
    }
    assert!(visit.downloads.is_empty());
}

#[test]
fn a_file_that_the_browser_does_not_save_is_told_of() {
    let mut visit = trained();
    visit.want(Intention::DownloadReport);
    visit.happen(Event::DownloadFailed);
    let expected = Some((NoticeKind::Error, &RecordMessage::ReportNotSaved));
    assert_eq!(said_of_records(&visit), expected);
    visit.want(Intention::TakeHome(Keepsake::Model));
    visit.happen(Event::DownloadFailed);
    let expected = Some((NoticeKind::Error, &RecordMessage::FileNotSaved));
    assert_eq!(said_of_records(&visit), expected);
}

#[test]
fn a_file_is_of_what_was_shown_when_it_was_asked_for() {
    let mut visit = trained();
    let name = format!("{}.csv", stem(&visit));
    visit.held.work = true;
    visit.want(Intention::TakeHome(Keepsake::Predictions));
    paste(&mut visit, 2);
    visit.settle();
    assert_eq!(visit.downloads.len(), 1);
    assert_eq!(visit.downloads[0].name, name);
}
