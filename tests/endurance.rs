//! A thousand epochs: memory does not grow, and no number stops being one, whatever the prices span.

mod support;

use burn::tensor::Device;
use chrono::{Days, NaiveDate};
use hindcast::forecast::Dataset;
use hindcast::forecast::evaluation::evaluate;
use hindcast::forecast::job::training_job;
use hindcast::forecast::settings::{Recipe, Settings};
use hindcast::market::{Field, Interval, Prices, Row, Series, SeriesInfo, Source};
use hindcast::protocol::{DeviceKind, EpochReport};
use hindcast::training::{Flow, Observer, Outcome, Snapshot, StepProgress, Training};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};
use support::block_on;

/// The system's allocator, which also keeps count of the bytes in use.
struct Counting;

static IN_USE: AtomicIsize = AtomicIsize::new(0);

// SAFETY: every call is passed on unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.fetch_add(layout.size() as isize, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes in use at the end of each epoch, and whether all losses were finite.
struct Watcher {
    in_use: Vec<isize>,
    all_finite: bool,
}

impl Observer for Watcher {
    async fn between_steps(&mut self, _progress: StepProgress) -> Flow {
        Flow::Continue
    }
    fn epoch_finished(&mut self, report: &EpochReport, _snapshot: &Snapshot) {
        self.all_finite &= report.train_loss.is_finite() && report.validation_loss.is_finite();
        // Its capacity was reserved before: pushing allocates nothing.
        self.in_use.push(IN_USE.load(Ordering::Relaxed));
    }
}

const EPOCHS: usize = 1_000;
/// What one-off work (the first step's buffers, the best epoch's copy) may have settled by then.
const SETTLED: usize = 100;

/// 120 days from a thousandth to a million: each about a fifth above the day before, give or take.
fn nine_orders_of_magnitude() -> Prices {
    const DAYS: u32 = 120;
    let first = NaiveDate::from_ymd_opt(2001, 1, 1).expect("a date");
    let rows = (0..DAYS)
        .map(|day| {
            let decades = 9.0 * f64::from(day) / f64::from(DAYS - 1) - 3.0;
            let wobble = 1.0 + 0.3 * (f64::from(day) * 1.7).sin();
            let price = (10_f64.powf(decades) * wobble).clamp(1e-3, 1e6);
            Row::of_price(first + Days::new(u64::from(day)), price)
        })
        .collect();
    let info = SeriesInfo {
        source: Source::default(),
        symbol: "WIDE".into(),
        interval: Interval::Daily,
        field: Field::Close,
    };
    Prices {
        series: Series::new(info, rows).expect("ordered, positive prices"),
        truth: None,
    }
}

#[test]
fn a_thousand_epochs_keep_memory_level_and_numbers_finite() {
    let prices = nine_orders_of_magnitude();
    for recipe in [Recipe::Honest, Recipe::Notebook] {
        let settings = Settings {
            hidden: 8,
            epochs: EPOCHS,
            ..Settings::for_recipe(recipe)
        };
        let dataset = Dataset::new(&prices.series, &settings).expect("enough rows");
        let mut job = training_job(&dataset);
        job.patience = None;
        let mut training =
            Training::new(job, DeviceKind::Cpu, Device::flex()).expect("a sound job");
        let mut watcher = Watcher {
            in_use: Vec::with_capacity(EPOCHS),
            all_finite: true,
        };
        let outcome = block_on(training.run(&mut watcher)).expect("training ends");
        assert_eq!(outcome, Outcome::Finished);
        assert!(watcher.all_finite);
        assert_eq!(watcher.in_use.len(), EPOCHS);
        let later = &watcher.in_use[SETTLED..];
        let growth = later[later.len() - 1] - later[0];
        println!(
            "{recipe}: {} kB in use at epoch {}, {growth} bytes more at epoch {EPOCHS}",
            later[0] / 1000,
            SETTLED + 1
        );
        assert!(growth <= 0, "{recipe}: {growth} bytes more");

        let model = block_on(training.model()).expect("finite predictions");
        let evaluation = evaluate(&prices, &dataset, &model.predictions).expect("scorable");
        assert!(evaluation.forecast.price.is_finite());
        assert!(evaluation.scores.model.rmae.is_finite());
    }
}
