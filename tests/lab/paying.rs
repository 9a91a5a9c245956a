//! "Would it have paid?": the rules at once, what chance makes of them in slices, and nothing of other results.

use crate::small::{paste, small_settings, train};
use crate::visit::Visit;
use hindcast::forecast::Settings;
use hindcast::forecast::paid::Rule;
use hindcast::lab::Intention;
use hindcast::lab::command::Command;
use hindcast::lab::work::Work;
use hindcast::report::Deflated;

fn results() -> Visit {
    let mut visit = Visit::open("");
    paste(&mut visit, 1);
    visit.want(Intention::ChangeSettings(small_settings()));
    train(&mut visit);
    visit
}

#[test]
fn the_rules_are_there_at_once_and_chance_comes_in_slices() {
    let mut visit = results();
    assert_eq!(visit.lab.paying(), None);
    visit.held.work = true;
    visit.want(Intention::AskWhatItWouldPay { cost: 10.0 });
    let paying = visit.lab.paying().unwrap();
    assert_eq!(paying.paid.cost, 10.0);
    assert_eq!(paying.differences, None);
    visit.held.work = false;
    visit.settle();
    let paying = visit.lab.paying().unwrap();
    let rules: Vec<Rule> = paying.differences.iter().flatten().map(|it| it.0).collect();
    assert!(rules.len() <= 2);
    let slices = visit.ordered.iter();
    let slices = slices.filter(|it| matches!(it, Command::Do(Work::Paying(_))));
    assert!(slices.count() > 10 || rules.is_empty());
}

#[test]
fn a_later_question_is_the_one_that_is_answered() {
    let mut visit = results();
    visit.held.work = true;
    visit.want(Intention::AskWhatItWouldPay { cost: 0.0 });
    visit.want(Intention::AskWhatItWouldPay { cost: 50.0 });
    visit.held.work = false;
    visit.settle();
    assert_eq!(visit.lab.paying().unwrap().paid.cost, 50.0);
    assert!(visit.lab.paying().unwrap().differences.is_some());
    // Of other results nothing was asked yet.
    train(&mut visit);
    assert_eq!(visit.lab.paying(), None);
}

#[test]
fn each_further_look_leaves_less_of_a_sharpe_ratio() {
    let mut visit = results();
    visit.want(Intention::AskWhatItWouldPay { cost: 0.0 });
    let first = visit.lab.paying().expect("asked").clone();
    assert_eq!(first.looks, 1);
    visit.want(Intention::ChangeSettings(Settings {
        seed: 9,
        ..small_settings()
    }));
    train(&mut visit);
    visit.want(Intention::AskWhatItWouldPay { cost: 0.0 });
    let second = visit.lab.paying().expect("asked");
    assert_eq!(second.looks, 2);
    // The same rule on the same days, had it been the first.
    for Deflated { rule, share } in &second.deflated {
        let alone = second.paid.deflated(*rule, 1).expect("enough days");
        assert!(*share < alone, "{rule:?}: {share} and {alone}");
    }
}

#[test]
fn without_results_nothing_is_asked() {
    let mut visit = Visit::open("");
    visit.want(Intention::AskWhatItWouldPay { cost: 5.0 });
    assert_eq!(visit.lab.paying(), None);
}
