//! All text that visitors see stands in `locales/`: no source has words of its own, and no text there
//! has been left behind by the code that showed it.

use std::fs;
use std::path::{Path, PathBuf};

/// Files whose words are not for the page: what they are for stands beside each.
const NOT_FOR_THE_PAGE: [(&str, &str); 10] = [
    ("src/lstm", "panics on bugs; kernels"),
    ("src/app/words/report.rs", "the report, which is in English"),
    (
        "src/forecast/calibration.rs",
        "what a report says, in English",
    ),
    (
        "src/model_file/script",
        "the PyTorch script, which is in English",
    ),
    (
        "src/market/world/known",
        "worlds' English names, which are kept",
    ),
    (
        "src/market/alpha_vantage/notice.rs",
        "what the service's notices are known by",
    ),
    (
        "src/market/alpha_vantage/answer.rs",
        "names in the service's answers",
    ),
    (
        "src/market/alpha_vantage/search.rs",
        "names in the service's answers",
    ),
    (
        "src/market/price_file/json_file.rs",
        "names in services' answers",
    ),
    (
        "src/market/price_file/content.rs",
        "what files and pages are known by",
    ),
];

/// What a literal stands behind where it is no text for visitors.
const HANDED_TO_CODE: [&str; 16] = [
    "expect(",
    "panic!(",
    "unreachable!(",
    "assert!(",
    "env!(",
    "include_str!(",
    "concat!(",
    "class=",
    "reason =",
    "query_selector(",
    "closest(",
    "rel=",
    "into =",
    "from =",
    "debug_struct(",
    "E::custom(",
];

/// Strings that read like words and are none for visitors, or the same in each language.
const TECHNICAL: [&str; 40] = [
    // Names.
    "Hindcast",
    // A network, by the name that its paper gives it.
    "Linear",
    "Long Short-Term Memory.",
    " Neural Computation 9(8), 1735–1780.",
    "Learning to Forget: Continual Prediction with LSTM.",
    " Neural Computation 12(10), 2451–2471.",
    // Keys, and what they are called to assistive technology.
    "Home",
    "End",
    "Escape",
    "Enter",
    "ArrowLeft ArrowRight + - Home",
    // Places in a drawing, which words take.
    "memory line",
    "today’s input",
    // What pasted prices are called in links and files.
    "Pasted prices",
    // What a reading's date format is called where it is kept.
    "seconds since 1970",
    "milliseconds since 1970",
    "microseconds since 1970",
    "nanoseconds since 1970",
    // The browser's kinds of dragged things and of errors, its adapters, fonts.
    "Files",
    "basic render",
    "unnamed adapter",
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
    "Trainer",
    // The crown, as it stands beside a price.
    "Kč",
    // A bug, and the console.
    "one turn at a time",
    "Hindcast's trainer ignored a message that it does not know.",
    // A report's places ahead, English in every language.
    "Day",
    "Week",
    "Month",
    // A report's names of what its seeds compare, English in every language.
    "honest recipe",
    "notebook recipe",
    // The device's own words.
    "fewer results than asked for",
    "no answer for {STEP_SECS} s",
    // Why what was kept or told is no JSON of ours.
    "too many values",
    "a map with an entry of each baseline",
    "that is not a date",
    "not a count of rows",
    "not what an interval is calibrated on",
    "no count of steps",
    "not a place ahead",
];

fn source_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources are here") {
        let path = entry.expect("a folder can be read").path();
        if path.is_dir() {
            source_files(&path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
}

/// Each source file's path from the package's root, and its text without tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    source_files(&root.join("src"), &mut files);
    files
        .iter()
        .map(|path| {
            let name = path.strip_prefix(root).expect("below the root");
            let name = name.to_string_lossy().replace('\\', "/");
            let source = fs::read_to_string(path).expect("sources are text");
            let end = source.find("#[cfg(test)]\nmod tests {");
            (name, source[..end.unwrap_or(source.len())].to_owned())
        })
        .filter(|(name, _)| !name.contains("/tests/") && !name.ends_with("tests.rs"))
        .collect()
}

/// A string in a source: its line, what stands in front of it on the line or the one before, its text.
struct Literal<'a> {
    line: usize,
    before: &'a str,
    text: &'a str,
}

/// The strings of a source. Comments, raw strings (none of which are words here) and characters are
/// passed over.
fn literals(source: &str) -> Vec<Literal<'_>> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &source[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            at += raw.find("\"#").map_or(rest.len(), |end| end + 5);
        } else if let Some(end) = character(rest) {
            at += end;
        } else if bytes[at] == b'"' {
            let mut end = at + 1;
            while bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            found.push(Literal {
                line: source[..at].matches('\n').count() + 1,
                before: source[..at].trim_end(),
                text: &source[at + 1..end],
            });
            at = end + 1;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// How long the character literal is that `rest` begins with; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    if let Some(escaped) = inner.strip_prefix('\\') {
        return escaped[1..].find('\'').map(|end| end + 4);
    }
    let length = inner.chars().next()?.len_utf8();
    inner[length..].starts_with('\'').then_some(length + 2)
}

/// Whether a string reads like words for people: two words in a row, or one that begins like a sentence.
fn reads_like_words(text: &str) -> bool {
    let is_word = |word: &str| {
        word.chars().count() > 1
            && word
                .chars()
                .all(|it| it.is_alphabetic() || "’-“”„".contains(it))
    };
    let mut words = text
        .split([' ', '\n'])
        .map(|word| word.trim_matches(['.', ',', ':', ';', '?']));
    let mut before = false;
    let two_in_a_row = words.any(|word| std::mem::replace(&mut before, is_word(word)) && before);
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    let one = is_word(text) && capital && text.chars().skip(1).all(char::is_lowercase);
    two_in_a_row || one
}

#[test]
fn words_for_visitors_stand_in_the_catalogue_alone() {
    let mut outside = Vec::new();
    for (file, source) in sources() {
        if NOT_FOR_THE_PAGE
            .iter()
            .any(|(part, _)| file.starts_with(part))
        {
            continue;
        }
        for Literal { line, before, text } in literals(&source) {
            let to_code = HANDED_TO_CODE
                .iter()
                .any(|it| before.ends_with(it.trim_end()));
            // The formulas of the known worlds.
            let to_code = to_code || text.starts_with("ln P");
            if reads_like_words(text) && !to_code && !TECHNICAL.contains(&text) {
                outside.push(format!("{file}:{line}: {text}"));
            }
        }
    }
    assert!(
        outside.is_empty(),
        "these words belong into locales/, in each language:\n{}",
        outside.join("\n")
    );
}

#[test]
fn every_text_of_the_catalogue_is_shown_somewhere() {
    let mut code = sources();
    // The served page's words are marked by their message: "start-slow" is shown like `start::slow`.
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let page = fs::read_to_string(page).expect("the page is there");
    let marked = page.split("data-says=\"").skip(1);
    let marked = marked.filter_map(|rest| Some(rest.split_once('"')?.0.replacen('-', "::", 1)));
    code.push((
        "index.html".to_owned(),
        marked.collect::<Vec<_>>().join("\n"),
    ));
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en.ftl");
    let english = fs::read_to_string(english).expect("English is there");
    let names = english
        .lines()
        .filter_map(|line| line.split_once(" =")?.0.split_once('-'))
        .filter(|(module, _)| *module != "language" && is_plain(module));
    let mut left = Vec::new();
    for (module, name) in names {
        let shown = code.iter().any(|(file, source)| {
            // A macro is handed names without their module, as is a module's own file.
            let in_module =
                *file == format!("src/text/{module}.rs") || source.contains("text::settings::$");
            places(source, name).any(|before| in_module || before.ends_with("::"))
        });
        if !shown {
            left.push(format!("{module}-{name}"));
        }
    }
    assert!(
        left.is_empty(),
        "no code shows these texts:\n{}",
        left.join("\n")
    );
}

fn is_plain(name: &str) -> bool {
    name.chars().all(|it| it.is_ascii_lowercase() || it == '_')
}

/// Where a name stands by itself: what comes before each of its places.
fn places<'a>(source: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let is_part = |it: char| it.is_alphanumeric() || it == '_';
    source.match_indices(name).filter_map(move |(at, _)| {
        let (before, after) = (&source[..at], &source[at + name.len()..]);
        let whole = !before.ends_with(is_part) && !after.starts_with(is_part);
        whole.then_some(before)
    })
}
