"""An independent second computation of the forecast pipeline's numbers, in numpy.

Run by hand; its output is committed and `tests/forecast.rs` holds the Rust code against it:

    python tests/reference/forecast.py > tests/reference/forecast.json

It shares no code with the crate and takes other roads where there are any: ridge by augmented
least squares, AR(1) by polyfit, the Newey-West sum as a quadratic form, the expanding mean from its
definition. Needs numpy only.
"""

import json
import math

import numpy as np

WINDOW = 10
PENALTY = 1.0
LEVEL = 0.8
CAP = 1e6


def series():
    rng = np.random.default_rng(20240229)
    days = np.arange(260)
    walk = 80 * np.exp(np.cumsum(rng.normal(0.0003, 0.015, 320)))
    reverting = np.zeros(300)
    for day in range(1, 300):
        reverting[day] = 0.8 * reverting[day - 1] + rng.normal(0, 0.02)
    still = 50 * np.exp(np.cumsum(np.where(rng.random(240) < 0.3, 0, rng.normal(0, 0.02, 240))))
    crash = 100 * np.exp(np.cumsum(rng.normal(0, 0.01, 250)))
    crash[215:] *= 0.2
    return {
        "constant": np.full(60, 42.0),
        "trending": 20 * np.exp(0.01 * days + 0.02 * np.sin(0.5 * days)),
        "short": 10 + np.array([math.sin(3.0 * day) for day in range(22)]),
        "walk": walk,
        "reverting": 100 * np.exp(reverting),
        "still days": still,
        "crash": crash,
    }


def ratio(numerator, denominator):
    if numerator == denominator:
        return 1.0
    return CAP if denominator * CAP <= numerator else numerator / denominator


def wilson(right, days):
    if days == 0:
        return 0.5, 0.0, 1.0
    z = 1.959963984540054
    # The roots of (p - share)^2 = z^2 p (1 - p) / days.
    share = right / days
    roots = np.roots([1 + z * z / days, -2 * share - z * z / days, share * share])
    low, high = sorted(np.clip(np.real(roots), 0, 1))
    return share, float(low), float(high)


def direction(actual, last, predicted):
    moved = actual != last
    said = np.sign(predicted - last)[moved]
    was = np.sign(actual - last)[moved]
    return wilson(float(np.sum(said == was) + 0.5 * np.sum(said == 0)), int(moved.sum()))


def scores(prices, targets, predicted):
    actual, last = prices[targets], prices[targets - 1]
    error = np.abs(actual - predicted)
    simple = np.diff(prices) / prices[:-1]  # simple[j - 1] leads into price j
    mean = np.array([simple[: t - 1].mean() for t in targets])
    r = actual / last - 1
    sse = np.sum((r - (predicted / last - 1)) ** 2)
    share, low, high = direction(actual, last, predicted)
    return {
        "mae": error.mean(),
        "rmse": math.sqrt((error**2).mean()),
        "mape": 100 * (error / actual).mean(),
        "rmae": ratio(error.mean(), np.abs(actual - last).mean()),
        "r2_out_of_sample": 1 - ratio(sse, np.sum((r - mean) ** 2)),
        "directional_accuracy": share,
        "directional_low": low,
        "directional_high": high,
    }


def diebold_mariano(actual, last, predicted):
    d = (actual - predicted) ** 2 - (actual - last) ** 2
    n = len(d)
    lags = min(math.floor(4 * (n / 100) ** (2 / 9)), n - 1)
    apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    weights = np.clip(1 - apart / (lags + 1), 0, None)
    centred = d - d.mean()
    variance = centred @ weights @ centred / n
    if variance <= 1e-24 * (d**2).mean():
        return 0.0, 1.0
    statistic = d.mean() / math.sqrt(variance / n)
    statistic = math.copysign(min(abs(statistic), CAP), statistic)
    return statistic, math.erfc(abs(statistic) / math.sqrt(2))


def case(name, prices, recipe):
    n = len(prices)
    log_returns = np.log(prices[1:] / prices[:-1])
    honest = recipe == "honest"
    values, first = (log_returns, WINDOW + 1) if honest else (prices, WINDOW)
    rows = len(values) - WINDOW
    before_test = WINDOW + (n - WINDOW) * 8 // 10 - first
    validation = before_test // 8 if honest else 0
    train = before_test - validation

    fitted = values[: train + WINDOW] if honest else values
    mean, deviation = fitted.mean(), fitted.std()
    if deviation <= 1e-12 * np.abs(fitted).max():
        mean, deviation = fitted[0], 1.0
    scaled = ((values - mean) / deviation).astype(np.float32)

    def to_price(predicted):  # [rows + 1]
        unscaled = np.asarray(predicted, dtype=np.float64) * deviation + mean
        return last * np.exp(unscaled) if honest else unscaled

    last = prices[first - 1 + np.arange(rows + 1)]
    inputs = scaled.astype(np.float64)
    windows = np.stack([inputs[k : k + WINDOW] for k in range(rows + 1)])
    aims = inputs[WINDOW:]

    # Forecasts, [rows + 1] each.
    into = first + np.arange(train) - 1  # index of the log return into each training target
    drift = last * math.exp(log_returns[into].mean())
    x, y = log_returns[into - 1], log_returns[into]
    if np.ptp(x) <= 1e-10 * np.abs(x).max():
        slope, intercept = 0.0, y.mean()
    else:
        slope, intercept = np.polyfit(x, y, 1)
    ar1 = last * np.exp(intercept + slope * log_returns[first - 2 + np.arange(rows + 1)])
    ends = first + np.arange(rows + 1)
    moving = np.array([prices[max(0, end - 5) : end].mean() for end in ends])
    z_mean, z_std = windows[:train].mean(axis=0), windows[:train].std(axis=0)
    z_std[z_std == 0] = 1
    z = (windows[:train] - z_mean) / z_std
    stacked = np.vstack([z, math.sqrt(PENALTY) * np.eye(WINDOW)])
    centred = np.concatenate([aims[:train] - aims[:train].mean(), np.zeros(WINDOW)])
    beta = np.linalg.lstsq(stacked, centred, rcond=None)[0]
    ridge = to_price(aims[:train].mean() + (windows - z_mean) / z_std @ beta)

    # A made-up network: half of the last input plus a wobble.
    guess = 0.5 * inputs[WINDOW - 1 :] + 0.1 * np.sin(np.arange(rows + 1))
    guess = np.round(guess, 5).astype(np.float32)
    model = to_price(guess)

    test = np.arange(before_test, rows)
    targets = first + test
    actual = prices[first:]
    dm, p_value = diebold_mariano(actual[test], last[test], model[test])
    calibration = np.arange(train, before_test) if honest else np.arange(train - train // 8, train)
    residuals = np.sort(np.abs(np.log(actual[calibration] / model[calibration])))
    rank = min(math.ceil((len(residuals) + 1) * LEVEL - 1e-9), len(residuals))
    half = residuals[rank - 1]
    low, high = model * math.exp(-half), model * math.exp(half)
    # Where the residuals do not vary, rounding alone decides what is covered.
    inside = (actual[test] >= low[test]) & (actual[test] <= high[test])
    up = prices[targets] > prices[targets - 1]
    moved = prices[targets] != prices[targets - 1]
    forecasters = {
        "model": model,
        "persistence": last,
        "drift": drift,
        "moving_average": moving,
        "ar1": ar1,
        "ridge": ridge,
    }
    return {
        "name": name,
        "recipe": recipe,
        "split": [train, validation, rows - before_test],
        "scaler": [mean, deviation],
        "scaled_predictions": [float(f"{value:.9g}") for value in guess],
        "scores": {key: scores(prices, targets, f[test]) for key, f in forecasters.items()},
        "always_up": up.sum() / moved.sum() if moved.any() else 0.5,
        "next_day": {key: f[rows] for key, f in forecasters.items()},
        "dm": dm,
        "p_value": p_value,
        "log_half_width": half,
        "coverage": inside.mean(),
        "mean_width": (high - low)[test].mean(),
    }


def main():
    out = []
    for name, prices in series().items():
        prices = np.round(prices, 3)
        cases = [case(name, prices, recipe) for recipe in ("honest", "notebook")]
        out.append({"name": name, "prices": prices.tolist(), "cases": cases})
    print(json.dumps({"window": WINDOW, "series": out}, default=float))


main()
