use super::super::trace::{CANDIDATE, INPUT, OUTPUT};
use super::*;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

fn drawn(count: usize, size: f32, rng: &mut ChaCha8Rng) -> Vec<f32> {
    (0..count).map(|_| rng.random_range(-size..size)).collect()
}

fn walk(parameters: Arc<[f32]>, layout: ParameterLayout, inputs: &[f32]) -> Walk {
    let inputs = inputs.iter().copied().map(f64::from).collect();
    Walk::new(parameters, layout, inputs)
}

fn network(features: usize, hidden: usize, layers: usize) -> ParameterLayout {
    ParameterLayout {
        cell: Cell::Lstm,
        features,
        hidden,
        layers,
        outputs: 1,
    }
}

/// One unit, one layer, two days. tanh(ln x) = (x² − 1)/(x² + 1) and σ(ln x) = x/(x + 1) keep the
/// numbers in the open:
///
/// - input layer: weight 1, bias 0, so a = x = 1, then 2;
/// - i = σ(ln 3) = 3/4 by its bias, f = σ(0) = 1/2, o = σ(−ln 3) = 1/4 by its second bias;
/// - g = tanh(a · ln 2): tanh(ln 2) = 3/5, then tanh(ln 4) = 15/17;
/// - c = 3/4 · 3/5 = 0.45, then 1/2 · 0.45 + 3/4 · 15/17;
/// - h = 1/4 · tanh(c); ŷ = 2 · h + 1/2.
#[test]
fn a_cell_of_one_unit_agrees_with_the_numbers_worked_by_hand() {
    let layout = network(1, 1, 1);
    let (ln_2, ln_3) = (2.0_f32.ln(), 3.0_f32.ln());
    let mut parameters = vec![0.0; layout.len()];
    parameters[0] = 1.0;
    let layer = layout.layer(0);
    parameters[layer.input.start + CANDIDATE] = ln_2;
    parameters[layer.input_bias.start + INPUT] = ln_3;
    parameters[layer.recurrent_bias.start + OUTPUT] = -ln_3;
    parameters[layout.head_weight().start] = 2.0;
    parameters[layout.head_bias()] = 0.5;
    let trace = walk(parameters.into(), layout, &[1.0, 2.0]).finish();

    let second = 0.5 * 0.45 + 0.75 * 15.0 / 17.0;
    let expected_gates = [0.75, 0.5, 0.6, 0.25, 0.75, 0.5, 15.0 / 17.0, 0.25];
    let near = |found: &[f64], expected: &[f64]| {
        for (found, expected) in found.iter().zip(expected) {
            // ln 2 and ln 3 are rounded to 32 bits.
            assert!((found - expected).abs() < 1e-7, "{found} for {expected}");
        }
    };
    assert_eq!(trace.projected, [1.0, 2.0]);
    near(&trace.layers[0].columns, &expected_gates);
    near(&trace.layers[0].cell, &[0.45, second]);
    near(
        &trace.layers[0].hidden,
        &[0.25 * 0.45_f64.tanh(), 0.25 * second.tanh()],
    );
    near(&[trace.prediction], &[0.5 * second.tanh() + 0.5]);
    // ∂ŷ/∂x₂ = 2 · o · (1 − tanh² c₂) · i · (1 − g₂²) · ln 2, and ∂ŷ/∂x₁ has f in between.
    let through = 2.0 * 0.25 * (1.0 - second.tanh().powi(2)) * 0.75 * f64::from(ln_2);
    let slopes = [
        through * 0.5 * (1.0 - 0.36),
        through * (1.0 - (15.0_f64 / 17.0).powi(2)),
    ];
    near(&trace.gradient, &slopes);
}

#[test]
fn the_gradient_agrees_with_central_differences_over_many_shapes() {
    const STEP: f64 = 1e-6;
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let mut shapes = 0;
    let cells = Cell::ALL.iter().copied();
    for (cell, layers) in cells.flat_map(|cell| [1, 2, 3].map(|layers| (cell, layers))) {
        for hidden in [4, 7, 16, 32] {
            for features in 1..=3 {
                for window in [2, 3, 9, 20, 60] {
                    // The largest shapes take as long as all the others together.
                    if layers * hidden * window > 1500 {
                        continue;
                    }
                    let layout = ParameterLayout {
                        cell,
                        ..network(features, hidden, layers)
                    };
                    let parameters: Arc<[f32]> = drawn(layout.len(), 0.5, &mut rng).into();
                    let inputs = drawn(window * features, 2.0, &mut rng);
                    let trace = walk(parameters.clone(), layout, &inputs).finish();
                    let predicted = |place: usize, by: f64| {
                        let mut moved = trace.inputs.clone();
                        moved[place] += by;
                        Walk::new(parameters.clone(), layout, moved)
                            .finish()
                            .prediction
                    };
                    let largest = trace.gradient.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
                    let places = [0, window * features / 2, window * features - 1];
                    for place in places {
                        let difference =
                            (predicted(place, STEP) - predicted(place, -STEP)) / (2.0 * STEP);
                        let error = (trace.gradient[place] - difference).abs();
                        assert!(
                            error < 1e-8 + 1e-6 * largest,
                            "{cell:?}, {layers} × {hidden}, {features} features, window {window}, input \
                             {place}: {} for {difference}",
                            trace.gradient[place]
                        );
                    }
                    // Where no unit of the first layer is lit, there is nothing but zero to compare.
                    shapes += usize::from(largest > 0.0);
                }
            }
        }
    }
    assert!(shapes > 300, "{shapes}");
}

#[test]
fn a_tracing_done_in_pieces_is_the_same_as_at_once() {
    let layout = network(2, 5, 2);
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let parameters: Arc<[f32]> = drawn(layout.len(), 0.5, &mut rng).into();
    let inputs = drawn(14, 1.0, &mut rng);
    let at_once = walk(parameters.clone(), layout, &inputs).finish();
    let mut walk = walk(parameters, layout, &inputs);
    let mut pieces = 1;
    while walk.advance() {
        pieces += 1;
    }
    // Seven days through two layers, and back.
    assert_eq!(pieces, 28);
    assert_eq!(walk.finish(), at_once);
}

#[test]
fn huge_parameters_saturate_the_gates_without_nan() {
    let layout = network(1, 4, 2);
    let parameters: Arc<[f32]> = vec![1e30; layout.len()].into();
    let trace = walk(parameters, layout, &[1e30, -1e30]).finish();
    let layers = trace.layers.iter();
    assert!(
        layers
            .flat_map(|layer| &layer.columns)
            .all(|gate| *gate == 1.0)
    );
    assert!(trace.prediction.is_finite());
}

/// ŷ where a state of one layer at one time step is moved by so much, and all that reads it goes on from there.
fn moved(mut walk: Walk, layer: usize, time: usize, unit: usize, by: (f64, f64)) -> f64 {
    let (window, hidden) = (walk.trace.window, walk.layout.hidden);
    for _ in 0..=layer * window + time {
        walk.advance();
    }
    let cell = walk.layout.cell;
    let states = &mut walk.trace.layers[layer];
    let place = time * hidden + unit;
    states.hidden[place] += by.0;
    if by.1 != 0.0 {
        // The step hands on both: its h hangs on its c.
        let columns = row(&states.columns, time, cell.columns() * hidden);
        let of_unit: Vec<f64> = columns.iter().skip(unit).step_by(hidden).copied().collect();
        let output = of_unit[OUTPUT];
        states.cell[place] += by.1;
        states.hidden[place] = output * states.cell[place].tanh();
    }
    // After the last step of the last layer the forecast is made already.
    walk.head();
    walk.finish().prediction
}

#[test]
fn the_gradients_by_every_state_agree_with_central_differences() {
    const STEP: f64 = 1e-6;
    const WINDOW: usize = 6;
    let mut rng = ChaCha8Rng::seed_from_u64(17);
    for (cell, layers) in
        (Cell::ALL.iter()).flat_map(|cell| [1, 2, 3].map(|layers| (*cell, layers)))
    {
        let layout = ParameterLayout {
            cell,
            ..network(2, 5, layers)
        };
        let parameters: Arc<[f32]> = drawn(layout.len(), 0.7, &mut rng).into();
        let begun = walk(parameters, layout, &drawn(2 * WINDOW, 1.0, &mut rng));
        let trace = begun.clone().finish();
        let mut largest = 0.0_f64;
        for (layer, time, unit) in (0..layers * WINDOW * 5)
            .map(|place| (place / (WINDOW * 5), place / 5 % WINDOW, place % 5))
        {
            let slope = |h: f64, c: f64| {
                let at = |by: f64| moved(begun.clone(), layer, time, unit, (by * h, by * c));
                (at(STEP) - at(-STEP)) / (2.0 * STEP)
            };
            let states = &trace.layers[layer];
            let place = time * 5 + unit;
            let near = |found: f64, expected: f64| {
                assert!(
                    (found - expected).abs() < 1e-8,
                    "{cell:?}, layer {layer} of {layers}, step {time}, unit {unit}: {found} for {expected}"
                );
            };
            near(states.by_hidden[place], slope(1.0, 0.0));
            match cell.definition().cell_state {
                true => near(states.by_cell[place], slope(0.0, 1.0)),
                false => assert_eq!(states.by_cell[place], 0.0),
            }
            largest = largest.max(states.by_hidden[place].abs());
        }
        assert!(largest > 0.01, "{cell:?}: there is nothing to compare");
    }
}
