//! Tables within JSON, by shape and not by name: a list of records, a list of rows, columns of lists,
//! entries by date. Where several stand side by side they are columns of one table, or one table of
//! several shares.

use super::calendar::DateOrder;
use super::cell_kind::is_date;
use super::column::ColumnRole;
use super::column_words::{names_dates, names_tickers, role};
use super::date_column::date_column;
use super::json::Json;
use super::periods::period;
use super::table::{Cells, MOST_COLUMNS};
use super::time_column::is_known_by_length;
use super::unix_time::unix_seconds;
use super::whole_dates::with_whole_dates;
use std::borrow::Cow;
use std::collections::HashMap;

/// Records within records are looked into so far.
const DEEPEST_RECORD: usize = 3;
/// Records have no more keys than these between them.
const MOST_KNOWN: usize = 1000;
/// A file has prices, dividends, splits and the like; what comes after so many kinds is none of them.
const MOST_KINDS: usize = 64;

/// A table of cells. Names are empty where there are none.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape<'a> {
    /// The ticker or the key that it stands under.
    label: String,
    /// The key that it stands under.
    key: String,
    pub(super) names: Vec<String>,
    pub(super) rows: Vec<Vec<Cow<'a, str>>>,
}

impl<'a> Shape<'a> {
    /// The names as line 0, then each row by its number.
    pub(super) fn cells(&self) -> Cells {
        let mut cells = Cells::default();
        if self.names.iter().any(|name| !name.is_empty()) {
            cells.push(0, self.names.iter().map(String::as_str));
        }
        for (row, line) in self.rows.iter().zip(1..) {
            cells.push(line, row.iter().map(|cell| &**cell));
        }
        with_whole_dates(cells)
    }

    /// As [`cells`](Self::cells), its seconds since 1970 moved to a market's own day.
    pub(super) fn cells_east(&self, seconds: i64) -> Cells {
        let is_time = |name: &String| names_dates(name);
        let Some(column) = self.names.iter().position(is_time) else {
            return self.cells();
        };
        let mut moved = self.clone();
        for row in &mut moved.rows {
            let Some(cell) = row.get_mut(column) else {
                continue;
            };
            if is_known_by_length(cell)
                && let Ok(time) = cell.parse::<i64>()
                && unix_seconds(cell, DateOrder::UnixSeconds).is_some()
            {
                *cell = Cow::Owned((time + seconds).to_string());
            }
        }
        moved.cells()
    }

    fn has_dates(&self) -> bool {
        !self.rows.is_empty() && date_column(self.cells().rows()).is_some()
    }

    /// Two columns, the second called by what it stands under.
    fn is_pair(&self) -> bool {
        self.names.len() == 2 && self.names[0].is_empty() && self.names[1] == self.key
    }

    fn has_close(&self) -> bool {
        let is_close = |name: &String| {
            let role = role(name).map(|(role, _)| role);
            matches!(role, Some(ColumnRole::Close | ColumnRole::AdjustedClose))
        };
        self.names.iter().any(is_close)
    }
}

/// The table of prices in a value: of several kinds the one with a close, then the longest.
pub(super) fn table<'a>(json: &'a Json<'a>) -> Option<Shape<'a>> {
    let mut found = Vec::new();
    find(json, Place::default(), &mut found);
    let mut kinds: Vec<Vec<Shape<'a>>> = Vec::new();
    for shape in found {
        let place = kinds.iter().position(|kind| are_alike(&kind[0], &shape));
        match place {
            Some(place) => kinds[place].push(shape),
            None if kinds.len() < MOST_KINDS => kinds.push(vec![shape]),
            None => {}
        }
    }
    let best = kinds.into_iter().rev().max_by_key(|kind| {
        let rows: usize = kind.iter().map(|shape| shape.rows.len()).sum();
        (kind[0].has_close(), rows)
    })?;
    Some(together(best))
}

fn are_alike(one: &Shape, other: &Shape) -> bool {
    let unknown = |shape: &Shape| shape.is_pair() && role(&shape.key).is_none();
    one.names == other.names || (unknown(one) && unknown(other))
}

/// Tables of the same columns as one, with a column that says what each row stood under.
fn together<'a>(mut shapes: Vec<Shape<'a>>) -> Shape<'a> {
    if shapes.len() == 1 {
        return shapes.remove(0);
    }
    let mut names = shapes[0].names.clone();
    if shapes[0].is_pair() {
        names[1] = "price".to_owned();
    }
    names.insert(0, "symbol".to_owned());
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut labels: Vec<String> = Vec::with_capacity(shapes.len());
    for shape in &shapes {
        // Two tables under one name are two all the same.
        let before = seen.entry(shape.label.clone()).or_default();
        *before += 1;
        labels.push(match (*before, shape.label.as_str()) {
            (number, "") => number.to_string(),
            (1, label) => label.to_owned(),
            (number, label) => format!("{label} #{number}"),
        });
    }
    let rows = shapes.iter_mut().zip(labels).flat_map(|(shape, label)| {
        std::mem::take(&mut shape.rows)
            .into_iter()
            .map(move |mut row| {
                row.insert(0, Cow::Owned(label.clone()));
                row
            })
    });
    Shape {
        rows: rows.collect(),
        names,
        label: String::new(),
        key: String::new(),
    }
}

/// Where in the tree a value stands.
#[derive(Debug, Clone, Copy, Default)]
struct Place<'p> {
    label: &'p str,
    key: &'p str,
}

impl Place<'_> {
    fn shape<'a>(self, names: Vec<String>, rows: Vec<Vec<Cow<'a, str>>>) -> Option<Shape<'a>> {
        let shape = Shape {
            label: self.label.to_owned(),
            key: self.key.to_owned(),
            names,
            rows,
        };
        shape.has_dates().then_some(shape)
    }
}

/// The ticker that an object says it is of, itself or in a part that is no list.
fn said_ticker<'a>(entries: &'a [(Cow<'a, str>, Json<'a>)]) -> Option<&'a str> {
    let named = |entries: &'a [(Cow<'a, str>, Json<'a>)]| {
        let named = entries.iter().find(|(key, _)| names_tickers(key));
        named.and_then(|(_, value)| value.text())
    };
    let deeper = || entries.iter().find_map(|(_, value)| named(value.entries()));
    named(entries).or_else(deeper)
}

/// Adds the tables of a value, the innermost ones: what they are made of is no other table.
fn find<'a>(json: &'a Json<'a>, place: Place, found: &mut Vec<Shape<'a>>) {
    let before = found.len();
    if let Some(shape) = of_rows(json, place, &[]) {
        found.push(shape);
        return;
    }
    if let Some(shape) = by_date(json, place) {
        found.push(shape);
        return;
    }
    match json {
        Json::List(items) => {
            items.iter().for_each(|item| find(item, place, found));
            if found.len() == before {
                found.extend(of_records(json, place));
            }
        }
        Json::Object(entries) => {
            let said = said_ticker(entries);
            for (key, value) in entries {
                let label = said.unwrap_or(key);
                let place = Place { label, key };
                match of_rows(value, place, entries) {
                    Some(shape) => found.push(shape),
                    None => find(value, place, found),
                }
            }
            if let Some(merged) = columns_of(&found[before..]) {
                found.truncate(before);
                found.push(merged);
            } else if found.len() == before {
                let shape = of_records(json, place).or_else(|| of_columns(json, place));
                found.extend(shape);
            } else if !found[before..].iter().any(Shape::has_close) {
                // Dividends and splits by date may stand beside columns of prices.
                found.extend(of_columns(json, place).filter(Shape::has_close));
            }
        }
        Json::Nothing | Json::Scalar(_) => {}
    }
}

/// A list of records, `[{"date": …, "close": …}, …]`.
fn of_records<'a>(json: &'a Json<'a>, place: Place) -> Option<Shape<'a>> {
    let items = json.items()?;
    let records = items.iter().filter(|item| matches!(item, Json::Object(_)));
    if records.count() * 2 <= items.len() {
        return None;
    }
    let mut names = Names::default();
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let mut row = Vec::new();
        record(item, "", 0, &mut names, &mut row);
        rows.push(row);
    }
    place.shape(names.names, rows)
}

/// The columns of records, in the order in which their names come.
#[derive(Debug, Default)]
struct Names {
    names: Vec<String>,
    places: HashMap<String, usize>,
    /// Whether a key is a known name: asked of each cell.
    known: HashMap<String, bool>,
}

impl Names {
    fn is_known(&mut self, key: &str) -> bool {
        if let Some(known) = self.known.get(key) {
            return *known;
        }
        let known = role(key).is_some();
        if self.known.len() < MOST_KNOWN {
            self.known.insert(key.to_owned(), known);
        }
        known
    }

    fn place(&mut self, name: &str) -> Option<usize> {
        if let Some(place) = self.places.get(name) {
            return Some(*place);
        }
        let place = self.names.len();
        if place == MOST_COLUMNS {
            return None;
        }
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        Some(place)
    }
}

/// Fills a row with a record's values. What is within a value is called by both names, unless its own
/// is that of a price: `"mid": {"c": …}`, `"close": {"raw": …}`.
fn record<'a>(
    json: &'a Json<'a>,
    within: &str,
    depth: usize,
    names: &mut Names,
    row: &mut Vec<Cow<'a, str>>,
) {
    for (key, value) in json.entries() {
        let whole = match within {
            "" => key.clone(),
            within => Cow::Owned(format!("{within} {key}")),
        };
        if value.is_cell() {
            // Of two of one name the second is called by both.
            let name = if names.is_known(key) { key } else { &whole };
            let is_free = |place: &usize| row.get(*place).is_none_or(|cell| cell.is_empty());
            let place = names.place(name).filter(is_free);
            let Some(place) = place.or_else(|| names.place(&whole).filter(is_free)) else {
                continue;
            };
            if row.len() <= place {
                row.resize(place + 1, Cow::Borrowed(""));
            }
            row[place] = Cow::Borrowed(value.cell());
        } else if depth < DEEPEST_RECORD {
            record(value, &whole, depth + 1, names, row);
        }
    }
}

/// A list of rows, `[[time, open, …], …]`, whose names or index may stand beside it.
fn of_rows<'a>(
    json: &'a Json<'a>,
    place: Place,
    beside: &'a [(Cow<'a, str>, Json<'a>)],
) -> Option<Shape<'a>> {
    let mut rows: Vec<Vec<Cow<'a, str>>> = Vec::new();
    for item in json.items()? {
        let cells: Vec<&str> = match item.text() {
            // A row may be one text, its cells separated as in a file of them.
            Some(text) if !is_date(text) => text.split(',').collect(),
            Some(_) => return None,
            None => {
                let cells = item.items()?;
                let are_cells = cells.iter().all(|cell| cell.is_cell());
                cells
                    .into_iter()
                    .filter(|_| are_cells)
                    .map(Json::cell)
                    .collect()
            }
        };
        if cells.len() < 2 {
            return None;
        }
        let cells = cells.into_iter().take(MOST_COLUMNS);
        rows.push(cells.map(Cow::Borrowed).collect());
    }
    let width = rows.iter().map(Vec::len).max()?;
    let mut names = beside.iter().find_map(|(_, value)| names_in(value, width));
    if names.is_none() && width == 2 {
        names = Some(vec![String::new(), place.key.to_owned()]);
    }
    let mut names = names.unwrap_or_else(|| vec![String::new(); width]);
    let index = beside.iter().find_map(|(key, value)| {
        let cells = value.items()?;
        let fits = cells.len() == rows.len() && cells.iter().all(|cell| cell.is_cell());
        (fits && names_in(value, width).is_none()).then_some((key, cells))
    });
    if let Some((key, cells)) = index.filter(|_| width < MOST_COLUMNS) {
        names.insert(0, key.clone().into_owned());
        for (row, cell) in rows.iter_mut().zip(cells) {
            row.insert(0, Cow::Borrowed(cell.cell()));
        }
    }
    place.shape(names, rows)
}

/// A list of as many names as there are columns: texts, or records with a name.
fn names_in(json: &Json, width: usize) -> Option<Vec<String>> {
    let items = json.items().filter(|items| items.len() == width)?;
    let name = |item: &&Json| {
        let text = item.text().or_else(|| {
            let named = item
                .entries()
                .iter()
                .find(|(key, _)| key == "name" || key == "label");
            named.and_then(|(_, value)| value.text())
        });
        text.filter(|text| text.contains(char::is_alphabetic))
            .map(str::to_owned)
    };
    items.iter().map(name).collect()
}

/// Entries by date, `{"2024-01-02": {"close": …}, …}` or with a price or a row for each.
fn by_date<'a>(json: &'a Json<'a>, place: Place) -> Option<Shape<'a>> {
    let entries = json.entries();
    let is_date = |key: &str| is_date(key) || period(key).is_some();
    let dates = entries.iter().filter(|(key, _)| is_date(key)).count();
    if dates == 0 || dates * 2 < entries.len() {
        return None;
    }
    let mut names = Names::default();
    names.place("");
    let mut rows = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let mut row = vec![Cow::Borrowed(&**key)];
        match value {
            Json::Nothing | Json::Scalar(_) => {
                names.place(place.key);
                row.push(Cow::Borrowed(value.cell()));
            }
            Json::List(cells) => row.extend(cells.iter().map(|cell| Cow::Borrowed(cell.cell()))),
            Json::Object(_) => record(value, "", 0, &mut names, &mut row),
        }
        rows.push(row);
    }
    place.shape(names.names, rows)
}

/// Several pairs of the same dates as one table, where their names are those of prices.
fn columns_of<'a>(shapes: &[Shape<'a>]) -> Option<Shape<'a>> {
    let (first, others) = shapes.split_first()?;
    let same_dates = |other: &Shape| {
        other.rows.len() == first.rows.len()
            && (first.rows.iter().zip(&other.rows)).all(|(a, b)| a.first() == b.first())
    };
    let is_known = |shape: &Shape| role(&shape.key).is_some();
    if others.is_empty()
        || !shapes.iter().all(Shape::is_pair)
        || !shapes.iter().any(is_known)
        || !others.iter().all(same_dates)
    {
        return None;
    }
    let mut merged = first.clone();
    merged.key = String::new();
    for other in others {
        merged.names.push(other.names[1].clone());
        for (row, more) in merged.rows.iter_mut().zip(&other.rows) {
            row.resize(merged.names.len() - 1, Cow::Borrowed(""));
            row.push(more.get(1).cloned().unwrap_or_default());
        }
    }
    Some(merged)
}

/// Columns of lists, `{"t": […], "c": […]}`, some of which may stand deeper.
fn of_columns<'a>(json: &'a Json<'a>, place: Place) -> Option<Shape<'a>> {
    let mut lists = Vec::new();
    collect_lists(json, &mut lists);
    let mut lengths: HashMap<usize, usize> = HashMap::new();
    for (_, list) in &lists {
        *lengths.entry(list.len()).or_default() += 1;
    }
    let (length, count) = lengths
        .into_iter()
        .max_by_key(|(length, count)| (*count, *length))?;
    if count < 2 {
        return None;
    }
    lists.retain(|(_, list)| list.len() == length);
    lists.truncate(MOST_COLUMNS);
    let row = |number: usize| {
        let cells = lists
            .iter()
            .map(|(_, list)| Cow::Borrowed(list[number].cell()));
        cells.collect()
    };
    let names = lists.iter().map(|(name, _)| (*name).to_owned()).collect();
    place.shape(names, (0..length).map(row).collect())
}

/// Every list of cells within objects, and within lists of one object.
fn collect_lists<'a>(json: &'a Json<'a>, lists: &mut Vec<(&'a str, Vec<&'a Json<'a>>)>) {
    for (key, value) in json.entries() {
        match value.items() {
            Some(items) if items.len() > 1 && items.iter().all(|item| item.is_cell()) => {
                lists.push((&**key, items));
            }
            Some(items) if items.len() == 1 => collect_lists(items[0], lists),
            Some(_) => {}
            None => collect_lists(value, lists),
        }
    }
}
