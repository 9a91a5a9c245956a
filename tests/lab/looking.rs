//! Several runs on the same days: asked together, answered in slices, and of no other list.

use crate::small::{paste, small_settings, train};
use crate::visit::Visit;
use hindcast::forecast::Settings;
use hindcast::lab::Intention;
use hindcast::lab::command::Command;
use hindcast::lab::work::Work;

fn runs(count: u64) -> Visit {
    let mut visit = Visit::open("");
    paste(&mut visit, 1);
    for seed in 1..=count {
        visit.want(Intention::ChangeSettings(Settings {
            seed,
            ..small_settings()
        }));
        train(&mut visit);
    }
    visit
}

#[test]
fn the_best_of_three_is_told_with_all_three_counted() {
    let mut visit = runs(3);
    assert_eq!(visit.lab.looking(), None);
    visit.want(Intention::CountLooks);
    visit.settle();
    let looking = visit.lab.looking().expect("three runs");
    assert_eq!(looking.runs, [1, 2, 3]);
    let found = looking.found.clone().expect("an answer");
    assert_eq!(found.networks, 3);
    assert!((0.0..=1.0).contains(&found.p_value));
    assert_eq!(found.as_good[found.best], 1.0);
    // What changes the list and not its runs asks nothing anew.
    let slices = |visit: &Visit| {
        let ordered = visit.ordered.iter();
        ordered
            .filter(|it| matches!(it, Command::Do(Work::Looking(_))))
            .count()
    };
    let before = slices(&visit);
    assert!(before > 0);
    visit.want(Intention::PinRun(1));
    assert_eq!(visit.lab.looking(), None);
    visit.want(Intention::CountLooks);
    assert_eq!(visit.lab.looking().expect("the same").found, Some(found));
    assert_eq!(slices(&visit), before);
}

#[test]
fn one_run_is_no_choice_and_a_deleted_one_does_not_count() {
    let mut visit = runs(1);
    visit.want(Intention::CountLooks);
    assert_eq!(visit.lab.looking(), None);
    let mut visit = runs(3);
    visit.held.work = true;
    visit.want(Intention::CountLooks);
    visit.want(Intention::DeleteRun(2));
    visit.want(Intention::CountLooks);
    visit.held.work = false;
    visit.settle();
    let looking = visit.lab.looking().expect("two runs");
    assert_eq!(looking.runs, [1, 3]);
    assert_eq!(looking.found.as_ref().expect("an answer").networks, 2);
}
