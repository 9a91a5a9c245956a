//! The trained network as a safetensors file, and back.
//!
//! The format (<https://huggingface.co/docs/safetensors>): eight bytes with the length of the header,
//! little endian; the header, a JSON object that gives each tensor's type, shape and place, with texts
//! under `__metadata__`; then the tensors' bytes, without gaps.
//!
//! Tensors are named, shaped and ordered as PyTorch's modules have them: matrices are `[out, in]`, the
//! transposed of [`ParameterLayout`]'s, and the gates are stacked in PyTorch's order. A linear network is
//! one `torch.nn.Linear`. The metadata holds what is needed to make inputs out of prices and prices out
//! of outputs.
//!
//! What is read may come from anywhere. A file is refused with a sentence unless it is exactly what
//! [`write`] makes of some network, and nothing larger than the file itself is allocated on the way.

use crate::cells::NetworkKind;
use crate::experiment::Experiment;
use crate::forecast::Dataset;
use crate::forecast::inputs::FurtherInput;
use crate::forecast::job::network_config;
use crate::forecast::scaler::Scaler;
use crate::forecast::settings::{Input, InputNumber, Lookahead, Target};
use crate::lstm::layout::{Layout, LinearLayout, ParameterLayout, check_sizes};
use crate::market::{
    Prices, fingerprint, fingerprint_of_other, fingerprint_text, iso_date, read_fingerprint,
};
use crate::number;
use crate::protocol::{NetworkConfig, Size, TrainedModel};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::ops::Range;

/// What `format` says in the metadata.
pub const FORMAT: &str = "hindcast.model/1";
/// The longest header that is read; ours has two or three thousand bytes.
const LONGEST_HEADER: usize = 64 * 1024;
const LENGTH_BYTES: usize = 8;
const VALUE_BYTES: usize = size_of::<f32>();
/// Keys of the further inputs: their names, and their scalers in the same order.
const FURTHER_INPUTS: &str = "further_inputs";
const FURTHER_MEANS: &str = "further_means";
const FURTHER_DEVIATIONS: &str = "further_deviations";
/// Key of the further inputs' look-ahead, which only files that have one name.
const LOOKAHEAD: &str = "lookahead";
/// Key of the second series beside the prices, which only files that read one name.
const OTHER_PRICES: &str = "other_prices";

/// A network from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedModel {
    pub network: NetworkConfig,
    pub window: usize,
    pub target: Target,
    pub input_scaler: Scaler,
    pub target_scaler: Scaler,
    /// A day's further numbers, in the order in which the network reads them.
    pub further: Vec<(InputNumber, Scaler)>,
    /// Of which day they are read.
    pub lookahead: Lookahead,
    /// The fragment that replays the run, without `#`.
    pub settings: String,
    pub trained_on: TrainedOn,
    /// The epoch whose weights these are, 1-based; 0 for untrained weights.
    pub best_epoch: usize,
    /// In the order of [`Layout`].
    pub parameters: Vec<f32>,
}

/// The prices that a network was trained and judged on, without the prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainedOn {
    /// What people call it.
    pub symbol: String,
    pub first_date: NaiveDate,
    pub last_date: NaiveDate,
    /// How many, and their [`fingerprint`]; not in files of the first days.
    pub rows: Option<usize>,
    pub fingerprint: Option<u64>,
    /// The [`fingerprint_of_other`] of the second series beside them; only where the network reads it.
    pub other: Option<u64>,
}

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelFileError {
    /// No safetensors file, or only the beginning of one.
    Unreadable,
    /// A safetensors file of something else.
    Foreign,
    /// It claims to be one of ours, and its parts do not agree.
    Damaged(Part),
}

/// A part of a file that does not agree with the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A key of the metadata or a tensor, by its name in the file.
    Named(String),
    /// A size that no network of ours has.
    Size(Size),
    Length,
    ListOfTensors,
    /// Where the tensors lie.
    Layout,
    /// The settings that the network was trained with.
    ListOfSettings,
    /// The scalers, beside those of the very prices.
    Scaling,
}

fn damaged(name: &str) -> ModelFileError {
    ModelFileError::Damaged(Part::Named(name.to_owned()))
}

/// One tensor: its name and shape in PyTorch, and where its values lie in the flat vector.
struct Place {
    name: String,
    shape: Vec<usize>,
    range: Range<usize>,
    /// Ours is `[in, out]` and the file's is `[out, in]`.
    transposed: bool,
}

fn place(name: &str, shape: &[usize], range: Range<usize>, transposed: bool) -> Place {
    Place {
        name: name.to_owned(),
        shape: shape.to_vec(),
        range,
        transposed,
    }
}

/// Every tensor of a network, in the file's order.
fn places(layout: &Layout) -> Vec<Place> {
    match layout {
        Layout::Recurrent(layout) => recurrent_places(layout),
        Layout::Linear(layout) => linear_places(layout),
    }
}

fn linear_places(layout: &LinearLayout) -> Vec<Place> {
    let shape = [layout.outputs, layout.inputs()];
    vec![
        place("linear.weight", &shape, layout.weight(), false),
        place("linear.bias", &shape[..1], layout.biases(), false),
    ]
}

fn recurrent_places(layout: &ParameterLayout) -> Vec<Place> {
    let hidden = layout.hidden;
    let module = layout.cell.slug();
    let columns = layout.cell.gates() * hidden;
    let mut places = vec![
        place(
            "input.weight",
            &[hidden, layout.features],
            layout.input_weight(),
            true,
        ),
        place("input.bias", &[hidden], layout.input_bias(), false),
    ];
    for index in 0..layout.layers {
        let layer = layout.layer(index);
        for (name, range) in [("ih", layer.input), ("hh", layer.recurrent)] {
            let name = format!("{module}.weight_{name}_l{index}");
            places.push(place(&name, &[columns, hidden], range, true));
        }
        for (name, range) in [("ih", layer.input_bias), ("hh", layer.recurrent_bias)] {
            let name = format!("{module}.bias_{name}_l{index}");
            places.push(place(&name, &[columns], range, false));
        }
    }
    let head = layout.head_weight();
    let outputs = layout.outputs;
    let shape = [outputs, head.len() / outputs];
    places.push(place("head.weight", &shape, head, false));
    places.push(place("head.bias", &[outputs], layout.head_biases(), false));
    places
}

/// A place's values in the file's order, as indices of the flat vector.
fn indices(place: &Place) -> impl Iterator<Item = usize> + use<> {
    let start = place.range.start;
    // Of a vector the one row is itself; a transposed matrix is walked down its columns.
    let (rows, columns) = match (place.transposed, &*place.shape) {
        (true, [rows, columns]) => (*rows, *columns),
        _ => (place.range.len(), 1),
    };
    (0..rows).flat_map(move |row| (0..columns).map(move |column| start + column * rows + row))
}

/// A trained network as a file. `None` where the parameters are not those of the dataset's network.
pub fn write(
    experiment: &Experiment,
    prices: &Prices,
    dataset: &Dataset,
    model: &TrainedModel,
) -> Option<Vec<u8>> {
    let settings = &dataset.settings;
    let network = network_config(settings);
    let layout = Layout::new(&network, settings.window);
    if model.parameters.len() != layout.len() {
        return None;
    }
    let series = &prices.series;
    let info = series.info();
    let (input, target) = (dataset.input_scaler, dataset.target_scaler);
    let texts = [
        ("format", FORMAT.to_owned()),
        ("settings", experiment.to_fragment()),
        ("symbol", info.symbol.clone()),
        ("interval", info.interval.slug().to_owned()),
        ("first_date", series.first_date().to_string()),
        ("last_date", series.last_date().to_string()),
        ("rows", series.len().to_string()),
        ("prices", fingerprint_text(fingerprint(series))),
        ("best_epoch", model.best_epoch.to_string()),
        ("target", settings.target.slug().to_owned()),
        ("window", settings.window.to_string()),
        ("features", network.features.to_string()),
        ("hidden", network.hidden.to_string()),
        ("layers", network.layers.to_string()),
        ("outputs", network.outputs.to_string()),
        ("dropout", network.dropout.to_string()),
        ("input_mean", input.mean.to_string()),
        ("input_deviation", input.deviation.to_string()),
        ("target_mean", target.mean.to_string()),
        ("target_deviation", target.deviation.to_string()),
    ];
    // Files of the LSTM name no cell, as those that are older than the choice.
    let cell = (!network.cell.is_usual()).then(|| ("cell", network.cell.to_string()));
    let lookahead = settings.looks_ahead();
    let lookahead = lookahead.then(|| (LOOKAHEAD, settings.lookahead.to_string()));
    let reads_other = settings.inputs.has(Input::Other);
    let other = reads_other.then(|| {
        let other = fingerprint_of_other(series.rows());
        (OTHER_PRICES, fingerprint_text(other))
    });
    let quoted = |text: &str| number::to_json(&text).unwrap_or_default();
    let texts: Vec<String> = texts
        .into_iter()
        .chain(further_texts(&dataset.further))
        .chain(lookahead)
        .chain(other)
        .chain(cell)
        .map(|(key, text)| format!("\"{key}\":{}", quoted(&text)))
        .collect();
    let mut header = format!("{{\"__metadata__\":{{{}}}", texts.join(","));
    let mut values = Vec::with_capacity(layout.len() * VALUE_BYTES);
    for place in places(&layout) {
        let start = values.len();
        for index in indices(&place) {
            values.extend_from_slice(&model.parameters[index].to_le_bytes());
        }
        let shape: Vec<String> = place.shape.iter().map(ToString::to_string).collect();
        header.push_str(&format!(
            ",\"{}\":{{\"dtype\":\"F32\",\"shape\":[{}],\"data_offsets\":[{start},{}]}}",
            place.name,
            shape.join(","),
            values.len()
        ));
    }
    header.push('}');
    // Values start at a multiple of their own size, as the format asks.
    while !header.len().is_multiple_of(LENGTH_BYTES) {
        header.push(' ');
    }
    let mut file = Vec::with_capacity(LENGTH_BYTES + header.len() + values.len());
    file.extend_from_slice(&(header.len() as u64).to_le_bytes());
    file.extend_from_slice(header.as_bytes());
    file.append(&mut values);
    Some(file)
}

/// The further inputs, where there are any: lists of the same length.
fn further_texts(further: &[FurtherInput]) -> Vec<(&'static str, String)> {
    if further.is_empty() {
        return Vec::new();
    }
    let list = |of: &dyn Fn(&FurtherInput) -> String| {
        let items: Vec<String> = further.iter().map(of).collect();
        items.join(",")
    };
    vec![
        (FURTHER_INPUTS, list(&|it| it.number.name().to_owned())),
        (FURTHER_MEANS, list(&|it| it.scaler.mean.to_string())),
        (
            FURTHER_DEVIATIONS,
            list(&|it| it.scaler.deviation.to_string()),
        ),
    ]
}

/// Reads them back; none where the file says nothing of them.
fn further_inputs<'a>(
    text: impl Fn(&str) -> Option<&'a str>,
) -> Result<Vec<(InputNumber, Scaler)>, ModelFileError> {
    let Some(names) = text(FURTHER_INPUTS) else {
        return Ok(Vec::new());
    };
    let names = names.split(',').map(InputNumber::of_name);
    let names: Option<Vec<InputNumber>> = names.collect();
    let names = names.ok_or_else(|| damaged(FURTHER_INPUTS))?;
    let finite = |key: &str| {
        let numbers = text(key).into_iter().flat_map(|text| text.split(','));
        let numbers = numbers.map(|text| number::parse(text).filter(|it| it.is_finite()));
        let numbers: Option<Vec<f64>> = numbers.collect();
        let numbers = numbers.filter(|numbers| numbers.len() == names.len());
        numbers.ok_or_else(|| damaged(key))
    };
    let (means, deviations) = (finite(FURTHER_MEANS)?, finite(FURTHER_DEVIATIONS)?);
    if !deviations.iter().all(|deviation| *deviation > 0.0) {
        return Err(damaged(FURTHER_DEVIATIONS));
    }
    let scalers = means.into_iter().zip(deviations);
    let scalers = scalers.map(|(mean, deviation)| Scaler { mean, deviation });
    Ok(names.into_iter().zip(scalers).collect())
}

impl SavedModel {
    /// The scalers of a day's further numbers.
    pub fn further(&self) -> Vec<Scaler> {
        self.further.iter().map(|(_, scaler)| *scaler).collect()
    }
}

/// Reads what [`write`] made.
///
/// # Errors
/// Anything else is refused.
pub fn read(file: &[u8]) -> Result<SavedModel, ModelFileError> {
    let (header, values) = divide(file)?;
    let header: Map<String, Value> =
        serde_json::from_slice(header).map_err(|_| ModelFileError::Unreadable)?;
    let texts = header.get("__metadata__").and_then(Value::as_object);
    let text = |key: &str| texts.and_then(|texts| texts.get(key)?.as_str());
    if text("format") != Some(FORMAT) {
        return Err(ModelFileError::Foreign);
    }
    let size = |key: &str| {
        let number = text(key).and_then(|text| text.parse::<usize>().ok());
        number.ok_or_else(|| damaged(key))
    };
    let finite = |key: &str| {
        let number = text(key)
            .and_then(number::parse)
            .filter(|it| it.is_finite());
        number.ok_or_else(|| damaged(key))
    };
    let network = NetworkConfig {
        cell: match text("cell") {
            None => NetworkKind::default(),
            Some(slug) => slug.parse().map_err(|_| damaged("cell"))?,
        },
        features: size("features")?,
        hidden: size("hidden")?,
        layers: size("layers")?,
        outputs: size("outputs")?,
        dropout: finite("dropout")? as f32,
    };
    let window = size("window")?;
    check_sizes(&network, window, 1)
        .map_err(|error| ModelFileError::Damaged(Part::Size(error.size)))?;
    if !(0.0..1.0).contains(&network.dropout) {
        return Err(damaged("dropout"));
    }
    let further = further_inputs(text)?;
    if further.len() + 1 != network.features {
        return Err(damaged("features"));
    }
    let scaler = |mean, deviation| {
        let scaler = Scaler {
            mean: finite(mean)?,
            deviation: finite(deviation)?,
        };
        match scaler.deviation > 0.0 {
            true => Ok(scaler),
            false => Err(damaged(deviation)),
        }
    };
    let date = |key: &str| text(key).and_then(iso_date).ok_or_else(|| damaged(key));
    let number_of_prices = |key: &str| {
        let number = text(key).map(|text| read_fingerprint(text).ok_or_else(|| damaged(key)));
        number.transpose()
    };
    let trained_on = TrainedOn {
        symbol: text("symbol").ok_or_else(|| damaged("symbol"))?.to_owned(),
        first_date: date("first_date")?,
        last_date: date("last_date")?,
        rows: text("rows").map(|_| size("rows")).transpose()?,
        fingerprint: number_of_prices("prices")?,
        other: number_of_prices(OTHER_PRICES)?,
    };
    Ok(SavedModel {
        window,
        trained_on,
        best_epoch: size("best_epoch")?,
        target: text("target")
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| damaged("target"))?,
        input_scaler: scaler("input_mean", "input_deviation")?,
        target_scaler: scaler("target_mean", "target_deviation")?,
        further,
        lookahead: text(LOOKAHEAD)
            .map_or(Ok(Lookahead::Off), str::parse)
            .map_err(|_| damaged(LOOKAHEAD))?,
        settings: text("settings")
            .ok_or_else(|| damaged("settings"))?
            .to_owned(),
        parameters: parameters(&Layout::new(&network, window), &header, values)?,
        network,
    })
}

/// The header's bytes and the tensors'.
fn divide(file: &[u8]) -> Result<(&[u8], &[u8]), ModelFileError> {
    let (length, rest) = file
        .split_first_chunk::<LENGTH_BYTES>()
        .ok_or(ModelFileError::Unreadable)?;
    let length = usize::try_from(u64::from_le_bytes(*length));
    match length {
        Ok(length) if length <= LONGEST_HEADER && length <= rest.len() => Ok(rest.split_at(length)),
        _ => Err(ModelFileError::Unreadable),
    }
}

/// The flat parameters. The sizes are checked by now, so what is expected is known before anything
/// that the file says is believed.
fn parameters(
    layout: &Layout,
    header: &Map<String, Value>,
    values: &[u8],
) -> Result<Vec<f32>, ModelFileError> {
    if values.len() != layout.len() * VALUE_BYTES {
        return Err(ModelFileError::Damaged(Part::Length));
    }
    let places = places(layout);
    if header.len() != places.len() + 1 {
        return Err(ModelFileError::Damaged(Part::ListOfTensors));
    }
    let mut parameters = vec![0.0; layout.len()];
    let mut taken = Vec::with_capacity(places.len());
    for place in &places {
        let range = range_of(place, header).ok_or_else(|| damaged(&place.name))?;
        let bytes = values
            .get(range.clone())
            .ok_or_else(|| damaged(&place.name))?;
        for (index, bytes) in indices(place).zip(bytes.as_chunks::<VALUE_BYTES>().0) {
            let value = f32::from_le_bytes(*bytes);
            if !value.is_finite() {
                return Err(damaged(&place.name));
            }
            parameters[index] = value;
        }
        taken.push(range);
    }
    // Each has its right length and together they are as long as the file: where none overlaps
    // another there is no gap either.
    taken.sort_by_key(|range| range.start);
    match taken.windows(2).all(|pair| pair[0].end == pair[1].start) {
        true => Ok(parameters),
        false => Err(ModelFileError::Damaged(Part::Layout)),
    }
}

/// Where a tensor lies among the values. `None` unless the header tells of it as expected.
fn range_of(place: &Place, header: &Map<String, Value>) -> Option<Range<usize>> {
    let tensor = header.get(&place.name)?.as_object()?;
    let whole_numbers = |key: &str| -> Option<Vec<usize>> {
        let numbers = tensor.get(key)?.as_array()?.iter();
        numbers
            .map(|it| usize::try_from(it.as_u64()?).ok())
            .collect()
    };
    let [start, end] = whole_numbers("data_offsets")?[..] else {
        return None;
    };
    let fits = tensor.get("dtype")?.as_str()? == "F32"
        && whole_numbers("shape")? == place.shape
        && end.checked_sub(start)? == place.range.len() * VALUE_BYTES;
    fits.then_some(start..end)
}
