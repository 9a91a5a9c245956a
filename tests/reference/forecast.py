"""An independent second computation of the forecast's numbers, with numpy, scipy and statsmodels.

Run by hand; its output is committed and `tests/forecast.rs` holds the Rust code against it:

    python tests/reference/forecast.py > tests/reference/forecast.json

It shares no code with the crate and takes other roads where there are any: ridge by augmented
least squares, AR(1) by polyfit, the Newey-West sum as a quadratic form and again by statsmodels, the
expanding mean from its definition, signed ranks by going through every pattern of signs. Where a
library has the number, the script checks itself against it and stops if they differ.

    pip install numpy scipy statsmodels
"""

import itertools
import json
import math

import numpy as np
import scipy.stats
import statsmodels.api as sm

WINDOW = 10
PENALTY = 1.0
LEVEL = 0.8
LEVELS = (0.5, 0.8, 0.95)
GAMMA = 0.005
FARTHEST = 5
FOLDS = 3
HORIZON = 4
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
    sixty = 30 * np.exp(np.cumsum(rng.normal(0, 0.02, 60)))
    wild = 15 * np.exp(np.clip(np.cumsum(0.02 * rng.standard_t(2.2, 400)), -4, 6))
    return {
        "constant": np.full(60, 42.0),
        "trending": 20 * np.exp(0.01 * days + 0.02 * np.sin(0.5 * days)),
        "short": 10 + np.array([math.sin(3.0 * day) for day in range(22)]),
        "walk": walk,
        "reverting": 100 * np.exp(reverting),
        "still days": still,
        "crash": crash,
        "sixty rows": sixty,
        "wild": wild,
        "like a share": share(rng),
    }


def share(rng):
    """Drift, heavy tails and clusters of volatility: GARCH(1, 1) with t-distributed shocks."""
    variance, price, prices = 1.5e-4, 25.0, []
    for _ in range(600):
        move = math.sqrt(variance) * rng.standard_t(5) * math.sqrt(3 / 5)
        price *= math.exp(0.0004 + move)
        prices.append(price)
        variance = 3e-6 + 0.08 * move**2 + 0.90 * variance
    return np.array(prices)


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


def lags_of(n, step):
    return min(max(math.floor(4 * (n / 100) ** (2 / 9)), step - 1), n - 1)


def diebold_mariano(actual, last, predicted, step=1):
    d = (actual - predicted) ** 2 - (actual - last) ** 2
    n = len(d)
    lags = lags_of(n, step)
    apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    weights = np.clip(1 - apart / (lags + 1), 0, None)
    centred = d - d.mean()
    variance = centred @ weights @ centred / n
    if variance <= 1e-24 * (d**2).mean():
        return 0.0, 1.0
    statistic = d.mean() / math.sqrt(variance / n)
    if step > 1:
        statistic *= small_sample(n, step)
    statistic = math.copysign(min(abs(statistic), CAP), statistic)
    return statistic, math.erfc(abs(statistic) / math.sqrt(2))


def small_sample(n, step):
    """Harvey, Leybourne and Newbold's factor: the forecasts that overlap, put as shares of n."""
    return math.sqrt(max(0, 1 + (1 - 2 * step) / n + (step / n) * ((step - 1) / n)))


def checked_diebold_mariano(actual, last, predicted, step=1):
    """The same again as the t value of a constant with HAC errors, where that is defined."""
    statistic, p_value = diebold_mariano(actual, last, predicted, step)
    d = (actual - predicted) ** 2 - (actual - last) ** 2
    if 0 < abs(statistic) < 1e3:
        settings = {"maxlags": lags_of(len(d), step), "use_correction": False}
        fit = sm.OLS(d, np.ones(len(d))).fit(cov_type="HAC", cov_kwds=settings)
        factor = small_sample(len(d), step) if step > 1 else 1
        assert math.isclose(fit.tvalues[0] * factor, statistic, rel_tol=1e-8), (fit.tvalues, statistic)
        if step == 1:
            assert math.isclose(fit.pvalues[0], p_value, rel_tol=1e-8, abs_tol=1e-14)
    return statistic, p_value


def quantile(residuals, level):
    """The conformal rank's residual, ends cut."""
    rank = math.ceil((len(residuals) + 1) * level - 1e-9)
    return np.sort(residuals)[min(max(rank, 1), len(residuals)) - 1]


def intervals(calibration, test, predicted, following):
    """Both methods at every level; `calibration` and `test` are absolute log residuals."""
    out = []
    for method, level in itertools.product(("split", "adaptive"), LEVELS):
        if method == "split":
            widths = np.full(len(test) + 1, quantile(calibration, level))
        else:
            alpha, widths = 1 - level, []
            for day in range(len(test) + 1):
                known = np.concatenate([calibration, test[:day]])
                widths.append(quantile(known, 1 - alpha))
                if day < len(test):
                    error = 1 if test[day] > widths[-1] else 0
                    alpha = alpha + GAMMA * ((1 - level) - error)
                    alpha = min(max(alpha, -GAMMA), 1 + GAMMA)
            widths = np.array(widths)
        spread = predicted * 2 * np.sinh(widths[:-1])
        out.append(
            {
                "method": method,
                "level": level,
                "coverage": (test <= widths[:-1]).mean(),
                "mean_width": spread.mean(),
                "next_day": following * np.exp([-widths[-1], widths[-1]]),
                "widest": widths.max(),
            }
        )
    return out


def slide(actual, predicted):
    """Errors of the line moved by -5..5 days, on the days that all of them have."""
    n = len(actual)
    far = min(FARTHEST, (n - 1) // 2)
    days = np.arange(far, n - far)
    moved = {s: actual[days] - predicted[days - s] for s in range(-far, far + 1)}
    mae = {s: np.abs(error).mean() for s, error in moved.items()}
    rmse = {s: math.sqrt((error**2).mean()) for s, error in moved.items()}

    def best(errors):
        least = min(errors.values())
        return min((s for s in errors if errors[s] <= least * (1 + 1e-9)), key=abs)

    return {
        "days": len(days),
        "mae": list(mae.values()),
        "rmse": list(rmse.values()),
        "best": best(mae),
        "best_by_rmse": best(rmse),
    }


def paired(first, second):
    """Two experiments over the same seeds."""
    a, b = np.array(first), np.array(second)
    d = a - b
    n = len(d)
    t = scipy.stats.ttest_rel(a, b)
    low, high = t.confidence_interval(0.95)
    # Every pattern of signs over the ranks of the differences that are not 0.
    ranks = scipy.stats.rankdata(np.abs(d[d != 0]))
    sums = np.zeros(1)
    for rank in ranks:
        sums = np.concatenate([sums, sums + rank])
    plus = ranks[d[d != 0] > 0].sum()
    tail = min((sums <= plus).mean(), (sums >= plus).mean())
    p_value = min(1.0, 2 * tail)
    if len(ranks) == n and len(np.unique(np.abs(d))) == n:
        exact = scipy.stats.wilcoxon(a, b, method="exact").pvalue
        assert math.isclose(exact, p_value, rel_tol=1e-10)
    mean_low, mean_high = scipy.stats.t.interval(0.95, n - 1, a.mean(), scipy.stats.sem(a))
    return {
        "first": first,
        "second": second,
        "mean_difference": d.mean(),
        "low": low,
        "high": high,
        "t_p_value": t.pvalue,
        "p_value": p_value,
        "first_spread": [a.mean(), a.std(ddof=1), a.min(), np.median(a), a.max()],
        "first_mean_interval": [mean_low, mean_high],
    }


def pairs():
    rng = np.random.default_rng(7)
    out = []
    for n, gap in ((3, 0.02), (5, 0.0), (6, 0.05), (9, 0.01), (12, 0.004), (16, 0.0), (20, 0.006)):
        a = np.round(1 + rng.normal(0, 0.01, n), 5)
        b = np.round(a + gap + rng.normal(0, 0.008, n), 5)
        out.append(paired(a.tolist(), b.tolist()))
    # Equal sizes and no difference at all among them. (Eighths, so that equals are equal.)
    out.append(paired([1, 1.125, 0.875, 1.25, 1, 0.75, 1.5], [1.125, 1, 0.875, 1, 1.125, 1, 1]))
    return out


def walk_forward(prices):
    """Expanding folds of the honest recipe, each with a made-up network of its own, pooled."""
    n = len(prices)
    days = (n - WINDOW) // (FOLDS + 1)
    folds = [case("", prices[: n - k * days], "honest", n - (k + 1) * days) for k in (2, 1, 0)]
    targets = np.arange(n - FOLDS * days, n)
    predicted = np.concatenate([fold.pop("test_prices") for fold in folds])
    actual, last = prices[targets], prices[targets - 1]
    share = (actual - predicted) / last
    naive = (actual - last) / last
    dm, p_value = checked_diebold_mariano(naive, np.zeros(len(naive)), naive - share)
    held = [fold["coverage"] * days for fold in folds]
    return {
        "tests": [[int(targets[k * days]), int(targets[k * days] + days)] for k in range(FOLDS)],
        "splits": [fold["split"] for fold in folds],
        "scaled_predictions": [fold["scaled_predictions"] for fold in folds],
        "model": scores(prices, targets, predicted),
        "rmae": ratio(np.abs(share).mean(), np.abs(naive).mean()),
        "dm": dm,
        "p_value": p_value,
        "coverage": sum(held) / len(targets),
    }


def ahead(prices, first, blocks, way, to_path, made_up, forecasters):
    """Each of HORIZON days ahead: scores of the test block, and one conformal interval each."""
    train, before_test, rows = blocks
    honest = before_test > train
    calibration = np.arange(train, before_test) if honest else np.arange(train - train // 8, train)
    calibration_end = before_test if honest else train
    test = np.arange(before_test, rows)
    path_rows = np.concatenate([calibration, test, [rows]])
    last = {row: prices[first - 1 + row] for row in path_rows}
    said = {row: to_path(last[row], made_up(row), way) for row in path_rows}
    steps = []
    for step in range(1, HORIZON + 1):
        def day(chosen):
            return prices[first + chosen + step - 1]

        def model(chosen):
            return np.array([said[row][step - 1] for row in chosen])

        seen = calibration[calibration + step - 1 < calibration_end]
        half = quantile(np.abs(np.log(day(seen) / model(seen))), LEVEL)
        scored = test[test + step - 1 < rows]
        actual, forecast = day(scored), model(scored)
        known = prices[first - 1 + scored]
        naive = np.abs(actual - known).mean()
        dm, p_value = checked_diebold_mariano(actual, known, forecast, step)
        errors = {"model": actual - forecast, "persistence": actual - known}
        for name, path in forecasters.items():
            errors[name] = actual - np.array([path(row)[step - 1] for row in scored])
        missed_by = np.abs(np.log(actual / forecast))
        steps.append(
            {
                "days": len(scored),
                "errors": {
                    name: [
                        np.abs(error).mean(),
                        math.sqrt((error**2).mean()),
                        ratio(np.abs(error).mean(), naive),
                    ]
                    for name, error in errors.items()
                },
                "dm": dm,
                "p_value": p_value,
                "log_half_width": half,
                "coverage": (missed_by <= half).mean(),
                "mean_width": (forecast * 2 * np.sinh(half)).mean(),
                "next": said[rows][step - 1] * np.exp([0, -half, half]),
            }
        )
    paths = [value for row in path_rows for value in made_up(row)]
    return {"scaled_paths": [float(f"{value:.4f}") for value in paths], "steps": steps}


def case(name, prices, recipe, first_test=None):
    n = len(prices)
    if first_test is None:
        first_test = WINDOW + (n - WINDOW) * 8 // 10
    log_returns = np.log(prices[1:] / prices[:-1])
    honest = recipe == "honest"
    values, first = (log_returns, WINDOW + 1) if honest else (prices, WINDOW)
    rows = len(values) - WINDOW
    before_test = first_test - first
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
    dm, p_value = checked_diebold_mariano(actual[test], last[test], model[test])
    calibration = np.arange(train, before_test) if honest else np.arange(train - train // 8, train)
    residuals = np.abs(np.log(actual[calibration] / model[calibration]))
    half = quantile(residuals, LEVEL)
    missed_by = np.abs(np.log(actual[test] / model[test]))
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
    several = {}
    if name and n >= WINDOW + 10 * HORIZON + 2:
        days = np.arange(1, HORIZON + 1)

        def made_up(row):
            value = 0.4 * inputs[row + WINDOW - 1] * 0.9**days + 0.1 * np.cos(row + 2.0 * days)
            return np.round(value, 4).astype(np.float32).astype(np.float64)

        def to_path(known, value, way):
            if not honest:
                return value * deviation + mean
            if way == "direct":
                return known * np.exp(days * mean + np.sqrt(days) * deviation * value)
            return known * np.exp(np.cumsum(value * deviation + mean))

        def by_ridge(row):
            known = list(windows[row])
            for _ in days:
                z_now = (np.array(known[-WINDOW:]) - z_mean) / z_std
                known.append(aims[:train].mean() + z_now @ beta)
            return to_path(last[row], np.array(known[WINDOW:]), "recursive")

        def by_ar1(row):
            # The closed form of a + b·r, a + b·(a + b·r) …
            r = log_returns[first - 2 + row]
            powers = slope ** np.arange(HORIZON + 1)
            steps = intercept * np.cumsum(powers)[:-1] + powers[1:] * r
            return last[row] * np.exp(np.cumsum(steps))

        others = {
            "drift": lambda row: last[row] * math.exp(log_returns[into].mean()) ** days,
            "moving_average": lambda row: np.full(HORIZON, moving[row]),
            "ar1": by_ar1,
            "ridge": by_ridge,
        }
        for way in ("direct", "recursive") if honest else ("direct",):
            blocks = (train, before_test, rows)
            several[way] = ahead(prices, first, blocks, way, to_path, made_up, others)
    return {
        "horizons": several,
        "name": name,
        "recipe": recipe,
        "split": [train, validation, rows - before_test],
        "scaler": [mean, deviation],
        "scaled_predictions": [float(f"{value:.5f}") for value in guess],
        "scores": {key: scores(prices, targets, f[test]) for key, f in forecasters.items()},
        "always_up": up.sum() / moved.sum() if moved.any() else 0.5,
        "next_day": {key: f[rows] for key, f in forecasters.items()},
        "dm": dm,
        "p_value": p_value,
        "log_half_width": half,
        "coverage": inside.mean(),
        "mean_width": (high - low)[test].mean(),
        "intervals": intervals(residuals, missed_by, model[test], model[rows]),
        "slide": slide(actual[test], model[test]),
        "test_prices": model[test],
    }


def main():
    out = []
    for name, prices in series().items():
        prices = np.round(prices, 3)
        cases = [case(name, prices, recipe) for recipe in ("honest", "notebook")]
        for each in cases:
            del each["test_prices"]
        out.append({"name": name, "prices": prices.tolist(), "cases": cases})
        if len(prices) >= 60:
            out[-1]["walk_forward"] = walk_forward(prices)
    reference = {"window": WINDOW, "horizon": HORIZON, "series": out, "pairs": pairs()}
    print(json.dumps(reference, default=plain))


def plain(value):
    return value.tolist() if isinstance(value, np.ndarray) else float(value)


main()
