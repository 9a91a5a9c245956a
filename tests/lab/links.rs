//! Links of any kind: each value that a link gives is used exactly, or it is told that it is not; and nothing
//! else changes. The links are drawn from a seeded generator, so a failure comes back: it prints its link.

use crate::visit::Visit;
use hindcast::experiment::{AddressError, Experiment};
use hindcast::forecast::settings::{Recipe, Settings};
use hindcast::fragment::pairs;
use hindcast::guide::{GuideLink, LinkError, says_experiment};
use hindcast::lab::Message;
use hindcast::lab::address::keys::{KeyError, key_errors};
use hindcast::lab::prices::PriceMessage;
use hindcast::market::Source;
use rand::{Rng, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

const LINKS: usize = 3_000;
/// Every so many of them is opened as a page.
const OPENED: usize = 10;

/// Values that a key can have, each with the form in which the page writes it.
const GOOD: [(&str, &[(&str, &str)]); 28] = [
    ("recipe", &[("honest", "honest"), ("notebook", "notebook")]),
    ("target", &[("price", "price"), ("return", "return")]),
    ("scaler", &[("all", "all"), ("train", "train")]),
    ("split", &[("random", "random"), ("time", "time")]),
    ("label", &[("average", "average"), ("next", "next")]),
    ("lookahead", &[("day", "day"), ("off", "off")]),
    ("cell", &[("gru", "gru"), ("rnn", "rnn"), ("lstm", "lstm")]),
    (
        "window",
        &[
            ("2", "2"),
            ("250", "250"),
            ("30.0", "30"),
            ("+7", "7"),
            ("1e2", "100"),
        ],
    ),
    ("horizon", &[("1", "1"), ("5", "5"), (" 30", "30")]),
    ("hidden", &[("4", "4"), ("128", "128")]),
    ("layers", &[("1", "1"), ("3", "3")]),
    (
        "dropout",
        &[("0", "0"), ("-0", "0"), (".5", "0.5"), ("0.9", "0.9")],
    ),
    ("batch", &[("1", "1"), ("512", "512")]),
    ("epochs", &[("1", "1"), ("1000", "1000")]),
    (
        "lr",
        &[("1e-5", "0.00001"), ("1", "1"), ("0.0005", "0.0005")],
    ),
    (
        "seed",
        &[("0", "0"), ("9007199254740991", "9007199254740991")],
    ),
    ("steps", &[("recursive", "recursive"), ("direct", "direct")]),
    (
        "inputs",
        &[
            ("return", "return"),
            ("price,range", "return,range"),
            ("return,gap,volume", "return,volume,gap"),
            ("return,other,gap", "return,gap,other"),
        ],
    ),
    (
        "other",
        &[
            ("av:msft:daily", "av:MSFT:daily"),
            ("file:others.csv", "file:others.csv"),
            ("world:sine", "world:sine"),
        ],
    ),
    (
        "device",
        &[("cpu", "cpu"), ("webgpu", "webgpu"), ("auto", "auto")],
    ),
    (
        "source",
        &[
            ("world:random-walk", "world:random-walk"),
            ("world:mean-reverting", "world:mean-reverting"),
            ("av:ibm:weekly", "av:IBM:weekly"),
            ("av:MSFT:daily", "av:MSFT:daily"),
            ("fx:eur/chf", "fx:EUR/CHF"),
            ("coin:BTC/USD", "coin:BTC/USD"),
            (
                "file:my prices & more #1 (50%) €.csv",
                "file:my prices & more #1 (50%) €.csv",
            ),
        ],
    ),
    (
        "parameters",
        &[("phi:0.9", "phi:0.9"), ("phi:0.5,", "phi:0.5"), ("", "")],
    ),
    ("sealed", &[("1", "1"), ("0", "0")]),
    ("autorun", &[("1", "1"), ("0", "0")]),
    (
        "lesson",
        &[("slide-it", "slide-it"), ("how-sure", "how-sure"), ("", "")],
    ),
    (
        "hide",
        &[
            ("leaks", "leaks"),
            ("runs,device", "device,runs"),
            ("leaks,,leaks", "leaks"),
        ],
    ),
    ("embed", &[("1", "1"), ("0", "0")]),
    // Of the world that a link names none.
    ("source", &[("world:sine", "world:sine")]),
];

/// Values that no key can have but `parameters` of a world.
const BAD: [&str; 16] = [
    "many",
    "-1",
    "1e999",
    "NaN",
    "inf",
    "0x10",
    "9007199254740993",
    "1;2",
    "<b>bold</b>",
    "Honest",
    "world:nowhere",
    "av:IBM:hourly",
    "av::daily",
    "drift:7",
    "return,volume,volume,x",
    "\u{202e}evil",
];
/// Values whose escapes cannot be read.
const UNREADABLE: [&str; 4] = ["%", "%zz", "%4", "%FF%FE"];
/// Parts that mean nothing here.
const JUNK: [&str; 12] = [
    "windoww=30",
    "utm_source=SECRET",
    "APIKEY=SECRET123456",
    "apikey=SECRET123456",
    "Window=30",
    "SEED=3",
    "window",
    "autorun",
    "=SECRET",
    "=",
    "%zz=SECRET",
    "🦀=SECRET",
];

/// What a link says of a key.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Good(&'static str),
    Bad,
}

struct Link {
    text: String,
    said: BTreeMap<&'static str, Vec<Said>>,
    /// Something in it means nothing.
    has_junk: bool,
}

fn escaped(random: &mut ChaCha8Rng, text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        // What would end a value, or begin an escape, has to be escaped.
        if "&%#".contains(character) || random.random_bool(0.15) {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                out += &format!("%{byte:02x}");
            }
        } else {
            out.push(character);
        }
    }
    out
}

fn any_link(random: &mut ChaCha8Rng) -> Link {
    let mut parts = Vec::new();
    let mut said: BTreeMap<&'static str, Vec<Said>> = BTreeMap::new();
    let mut has_junk = false;
    for _ in 0..random.random_range(0..7) {
        let (key, values) = *GOOD.choose(random).expect("a key");
        match random.random_range(0..20) {
            0..=12 => {
                let (value, written) = *values.choose(random).expect("a value");
                said.entry(key).or_default().push(Said::Good(written));
                parts.push(format!(
                    "{}={}",
                    escaped(random, key),
                    escaped(random, value)
                ));
            }
            13..=16 => {
                let value = match random.random_bool(0.3) {
                    true => (*UNREADABLE.choose(random).expect("one")).to_owned(),
                    false => {
                        let value = *BAD.choose(random).expect("one");
                        escaped(random, value)
                    }
                };
                said.entry(key).or_default().push(Said::Bad);
                parts.push(format!("{}={value}", escaped(random, key)));
            }
            17..=18 => {
                has_junk = true;
                parts.push((*JUNK.choose(random).expect("one")).to_owned());
            }
            _ => parts.push(String::new()),
        }
    }
    let hash = if random.random_bool(0.5) { "#" } else { "" };
    Link {
        text: format!("{hash}{}", parts.join("&")),
        said,
        has_junk,
    }
}

/// What every key means on a page.
fn meaning(experiment: &Experiment, link: &GuideLink) -> BTreeMap<&'static str, String> {
    let settings = experiment.settings.all();
    let mut all: BTreeMap<_, _> = settings.iter().map(|it| (it.key(), it.text())).collect();
    let switch = |on: bool| u8::from(on).to_string();
    let hidden: Vec<&str> = link.hidden.iter().map(|control| control.slug()).collect();
    all.extend([
        ("source", experiment.source.to_string()),
        ("parameters", experiment.parameters.to_string()),
        (
            "other",
            (experiment.other.as_ref()).map_or(String::new(), Source::to_string),
        ),
        ("sealed", switch(experiment.sealed)),
        ("autorun", switch(experiment.autorun)),
        (
            "lesson",
            link.lesson.map_or("", |lesson| lesson.slug).to_owned(),
        ),
        ("hide", hidden.join(",")),
        ("embed", switch(link.embedded)),
    ]);
    all
}

/// Everything that is told of a link, by the key that it is about.
struct Told {
    of_experiment: Vec<AddressError>,
    of_guide: Vec<LinkError>,
    of_keys: Vec<KeyError>,
}

impl Told {
    fn nothing(&self) -> bool {
        self.of_experiment.is_empty() && self.of_guide.is_empty() && self.of_keys.is_empty()
    }

    /// Whether a value of the key is told not to be used.
    fn refuses(&self, key: &str) -> bool {
        let of_guide = match key {
            "lesson" => Some(LinkError::UnknownLesson),
            "hide" => Some(LinkError::UnknownHidden),
            "embed" => Some(LinkError::Embed),
            _ => None,
        };
        self.of_experiment.iter().any(|error| error.key == key)
            || of_guide.is_some_and(|error| self.of_guide.contains(&error))
    }
}

/// What a key should mean by what was said of it: the last value counts. Whether that has to be refused.
fn expected(
    link: &Link,
    key: &str,
    usual: &str,
    found: &BTreeMap<&'static str, String>,
) -> (String, bool) {
    let last = |key: &str| link.said.get(key).and_then(|said| said.last());
    let said = match last(key) {
        None => return (usual.to_owned(), false),
        Some(Said::Bad) => return (usual.to_owned(), true),
        Some(Said::Good(written)) => *written,
    };
    // An averaged label is one of the next day, and what is read beside the price is known of no day to come;
    // parameters are those of a world.
    let has_no_second_day = last("label") == Some(&Said::Good("average"));
    let refused = match key {
        "horizon" => said != "1" && has_no_second_day,
        "inputs" => said != "return" && found["steps"] == "recursive" && found["horizon"] != "1",
        "parameters" => !said.is_empty() && found["source"] != "world:mean-reverting",
        _ => false,
    };
    match refused {
        true => (usual.to_owned(), true),
        false => (said.to_owned(), false),
    }
}

#[test]
fn any_link_changes_exactly_what_it_says_or_is_told_about() {
    let mut random = ChaCha8Rng::seed_from_u64(18);
    let (mut silent, mut told_of) = (0, 0);
    for number in 0..LINKS {
        let link = any_link(&mut random);
        let text = &link.text;
        let (experiment, of_experiment) = Experiment::from_fragment(text);
        let (guide, of_guide) = GuideLink::from_fragment(text);
        let told = Told {
            of_experiment,
            of_guide,
            of_keys: key_errors(&pairs(text)),
        };
        let recipe = match link.said.get("recipe").and_then(|said| said.last()) {
            Some(Said::Good("notebook")) => Recipe::Notebook,
            _ => Recipe::Honest,
        };
        let usual = Experiment {
            settings: Settings::for_recipe(recipe),
            ..Experiment::default()
        };
        let usual = meaning(&usual, &GuideLink::default());
        let found = meaning(&experiment, &guide);
        assert_eq!(usual.len(), found.len());
        for (key, value) in &found {
            let (right, refused) = expected(&link, key, &usual[key], &found);
            assert_eq!(*value, right, "{key} of {text}");
            assert_eq!(
                told.refuses(key),
                refused,
                "{key} of {text}: {:?}",
                told.of_experiment
            );
            let repeated = link.said.get(key).is_some_and(|said| said.len() > 1);
            let says_so = told
                .of_keys
                .iter()
                .any(|it| matches!(it, KeyError::Repeated(of) if of == key));
            assert!(says_so || !repeated, "{key} of {text}");
        }
        // The name of a place on a page is the only part that may mean nothing and say nothing.
        let is_place = pairs(text).len() == 1 && !text.contains('=');
        assert!(
            !link.has_junk || !told.of_keys.is_empty() || is_place,
            "{text}"
        );
        let all = format!(
            "{:?} {:?} {:?}",
            told.of_experiment, told.of_guide, told.of_keys
        );
        assert!(!all.contains("SECRET"), "{text}: {all}");
        assert!(
            told.of_experiment
                .iter()
                .all(|it| it.quoted.chars().count() <= 41)
        );
        match told.nothing() {
            true => silent += 1,
            false => told_of += 1,
        }
        if number % OPENED == 0 {
            opens_as_it_reads(text, &experiment, &guide, &told);
        }
    }
    assert!(
        silent > LINKS / 5 && told_of > LINKS / 5,
        "{silent} {told_of}"
    );
}

/// The page shows what was read, or waits for its prices; and says what was not used, whatever else it says.
fn opens_as_it_reads(text: &str, experiment: &Experiment, guide: &GuideLink, told: &Told) {
    let visit = Visit::open(text);
    let shown = visit
        .lab
        .pending
        .as_ref()
        .unwrap_or(&visit.lab.run.experiment);
    let expected = match guide.lesson.filter(|_| !says_experiment(text)) {
        Some(lesson) => {
            let mut own = (lesson.experiment)();
            own.settings.device = experiment.settings.device;
            own
        }
        None => experiment.clone(),
    };
    let plain = |experiment: &Experiment| experiment.clone().without_autorun();
    assert_eq!(plain(shown), plain(&expected), "{text}");
    let fragment = plain(&visit.lab.run.experiment).to_fragment();
    assert_eq!(
        visit.address.trim_start_matches('#'),
        guide.added_to(&fragment),
        "{text}"
    );
    if let Source::World(_) = shown.source {
        assert!(visit.lab.run.prices.is_some(), "{text}");
    }
    let notice = visit.lab.run.notice.as_ref();
    let said = notice
        .into_iter()
        .flat_map(|notice| notice.first.iter().chain([&notice.message]));
    let complaint = said.clone().find_map(|message| match message {
        Message::Prices(PriceMessage::BadAddress {
            experiment,
            guide,
            keys,
        }) => Some((experiment, guide, keys)),
        _ => None,
    });
    let expected =
        (!told.nothing()).then_some((&told.of_experiment, &told.of_guide, &told.of_keys));
    assert_eq!(complaint, expected, "{text}");
}
