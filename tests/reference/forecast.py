"""An independent second computation of the forecast's numbers, with numpy, scipy, statsmodels and
scoringrules.

Run by hand; its output is committed and `tests/forecast.rs` holds the Rust code against it:

    python tests/reference/forecast.py > tests/reference/forecast.json

It shares no code with the crate and takes other roads where there are any: ridge by augmented
least squares, AR(1) by polyfit, the Newey-West sum as a quadratic form and again by statsmodels, the
expanding mean from its definition, a weighted volatility by its weights, directions by counts and by
correlation, signed ranks by going through every pattern of signs. Where a
library has the number, the script checks itself against it and stops if they differ.

    pip install numpy scipy statsmodels scoringrules
"""

import itertools
import json
import math

import numpy as np
import scipy.optimize
import scipy.stats
import scoringrules
import statsmodels.api as sm
from statsmodels.stats.multitest import multipletests

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


def lags_of(n):
    return min(math.floor(4 * (n / 100) ** (2 / 9)), n - 1)


def t_value(x, lags):
    """Mean, standard error and their quotient by a quadratic form; None where x has no scale."""
    n = len(x)
    if n < 2:
        return None
    apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    weights = np.clip(1 - apart / (lags + 1), 0, None)
    centred = x - x.mean()
    variance = centred @ weights @ centred / n
    if variance <= 1e-24 * (x**2).mean():
        return None
    error = math.sqrt(variance / n)
    t = math.copysign(min(abs(x.mean() / error), CAP), x.mean())
    if 0 < abs(t) < 1e3:
        settings = {"maxlags": lags, "use_correction": False}
        fit = sm.OLS(x, np.ones(n)).fit(cov_type="HAC", cov_kwds=settings)
        assert math.isclose(fit.tvalues[0], t, rel_tol=1e-8), (fit.tvalues, t)
    return x.mean(), error, t


def diebold_mariano(actual, last, predicted):
    """Of errors in the unit of what is given, against no change."""
    d = (actual - predicted) ** 2 - (actual - last) ** 2
    found = t_value(d, lags_of(len(d)))
    return (found[2], math.erfc(abs(found[2]) / math.sqrt(2))) if found else (0.0, 1.0)


def shares(actual, last, predicted):
    """What happened and what was forecast, as returns: no change is 0."""
    return actual / last - 1, predicted / last - 1


# Kiefer & Vogelsang (2005), Bartlett: one-sided 10, 5, 2.5 and 1 %.
FIXED_B = np.array(
    [
        [1.2816, 1.3040, 0.5135, -0.3386],
        [1.6449, 2.1859, 0.3142, -0.3427],
        [1.9600, 2.9694, 0.4160, -0.5324],
        [2.3263, 4.1618, 0.5368, -0.9060],
    ]
)


def fixed_b(y, said, step):
    d = (y - said) ** 2 - y**2
    n = len(d)
    window = min(max(math.floor(1.3 * math.sqrt(n)), 2 * step), n)
    found = t_value(d, window - 1)
    if not found:
        return 0.0, 1.0
    knots = np.concatenate([[0], FIXED_B @ (window / n) ** np.arange(4)])
    normal = np.concatenate([[0], scipy.stats.norm.ppf([0.9, 0.95, 0.975, 0.99])])
    size = abs(found[2])
    if size <= knots[-1]:
        z = np.interp(size, knots, normal)
    else:
        slope = (normal[-1] - normal[-2]) / (knots[-1] - knots[-2])
        z = normal[-1] + slope * (size - knots[-1])
    return found[2], 2 * scipy.stats.norm.sf(z)


def clark_west(y, benchmark, model):
    f = (y - benchmark) ** 2 - ((y - model) ** 2 - (benchmark - model) ** 2)
    found = t_value(f, lags_of(len(f)))
    if np.all(np.abs(model - benchmark) <= 1e-9) or not found:
        return 0.0, 1.0
    return found[2], scipy.stats.norm.sf(found[2])


def squared_ratio(y, said):
    ours, naive = ((y - said) ** 2).mean(), (y**2).mean()
    middle = ratio(ours, naive)
    found = t_value((y - said) ** 2 - y**2, lags_of(len(y)))
    half = scipy.stats.norm.ppf(0.975) * found[1] / naive if found and naive > 0 else 0.0
    return [middle, max(middle - half, 0.0), min(middle + half, CAP)]


def one_sided_test(excess, variance):
    return [excess / math.sqrt(variance), scipy.stats.norm.sf(excess / math.sqrt(variance))]


def directions(y, said):
    side = np.where(np.abs(said) > 1e-9, np.sign(said), 0)
    up, down = int((side > 0).sum()), int((side < 0).sum())
    both = (side != 0) & (y != 0)
    n = both.sum()
    # Pesaran & Timmermann by the counts of the two by two table.
    timmermann = None
    table = np.array([[np.sum(both & (side == s) & (np.sign(y) == m)) for m in (1, -1)] for s in (1, -1)])
    if n and table.sum(axis=0).min() > 0 and table.sum(axis=1).min() > 0:
        (px, qx), (py, qy) = table.sum(axis=1) / n, table.sum(axis=0) / n
        chance = px * py + qx * qy
        of_chance = (py - qy) ** 2 * px * qx / n + (px - qx) ** 2 * py * qy / n
        of_chance += 4 * px * qx * py * qy / n**2
        variance = chance * (1 - chance) / n - of_chance
        if variance > 0:
            timmermann = one_sided_test(np.trace(table) / n - chance, variance)
    # Anatolyev & Gerko's statistic is the correlation of side and move, times the root of the days.
    gerko = None
    sided = side != 0
    moves = y[sided]
    if up and down and ((moves - moves.mean()) ** 2).sum() > 1e-24 * (moves**2).sum():
        correlation = np.corrcoef(side[sided], moves)[0, 1]
        gerko = one_sided_test(correlation * math.sqrt(sided.sum()), 1.0)
    return {
        "days": len(y),
        "up": up,
        "down": down,
        "one_sided": max(up, down) > 0 and max(up, down) >= 0.95 * len(y),
        "pesaran_timmermann": timmermann,
        "anatolyev_gerko": gerko,
    }


def judged(y, said, mean):
    """Every statistic of the verdict that is of returns: what happened, what was said, and the mean."""
    dm, p_value = diebold_mariano(y, np.zeros(len(y)), said)
    return {
        "dm": dm,
        "p_value": p_value,
        "squared_error": squared_ratio(y, said),
        "no_change": clark_west(y, np.zeros(len(y)), said),
        "mean_return": clark_west(y, mean, said),
        "directions": directions(y, said),
    }


def expanding_mean(prices, targets):
    simple = np.diff(prices) / prices[:-1]
    return np.array([simple[: target - 1].mean() if target > 1 else 0.0 for target in targets])


def quantile(residuals, level):
    """The conformal rank's residual, ends cut."""
    rank = math.ceil((len(residuals) + 1) * level - 1e-9)
    return np.sort(residuals)[min(max(rank, 1), len(residuals)) - 1]


def weighted_volatility(log_returns, known):
    """Of the next return, from the first `known` ones, by the weights themselves."""
    if known == 0:
        return 1e-6
    squares, weights = log_returns[:known] ** 2, 0.9 ** np.arange(known)[::-1]
    return max(math.sqrt(0.8 * np.average(squares, weights=weights) + 0.2 * squares.mean()), 1e-6)


def historical_volatility(log_returns, known, days):
    last = log_returns[max(0, known - days) : known]
    return max(math.sqrt((last**2).mean()), 1e-6) if len(last) else 1e-6


def adaptive_widths(calibration, test, level, step):
    """A day's outcome is known `step` days later, and all of them after the last."""
    alpha, widths = 1 - level, []
    learned = 0
    for day in range(len(test) + 1):
        known = len(test) if day == len(test) else max(0, day + 1 - step)
        while learned < known:
            error = 1 if test[learned] > widths[learned] else 0
            alpha = min(max(alpha + GAMMA * ((1 - level) - error), -GAMMA), 1 + GAMMA)
            learned += 1
        widths.append(quantile(np.concatenate([calibration, test[:known]]), 1 - alpha))
    return np.array(widths)


def intervals(calibration, test, predicted, following, volatility, step=1):
    """Every method at every level; `calibration` and `test` are absolute log residuals, `volatility` the size
    of a move at each day of either and at the day after."""
    out = []
    before, during = volatility[: len(calibration)], volatility[len(calibration) :]
    for method, level in itertools.product(("split", "adaptive", "volatility"), LEVELS):
        if method == "split":
            widths = np.full(len(test) + 1, quantile(calibration, level))
        elif method == "adaptive":
            widths = adaptive_widths(calibration, test, level, step)
        else:
            widths = adaptive_widths(calibration / before, test / during[:-1], level, step)
            widths = np.minimum(widths * during, 40)
        spread = predicted * 2 * np.sinh(widths[:-1])
        out.append(
            {
                "method": method,
                "level": level,
                "coverage": (test <= widths[:-1]).mean(),
                "mean_width": spread.mean(),
                "next_day": following * np.exp([-widths[-1], widths[-1]]),
                "widest": widths.max(),
                "widths": widths,
            }
        )
    return out


def bands(of_methods, actual, last, predicted, recent, yearly):
    """Each method's intervals and two plain bands, scored by scoringrules on prices over the last one."""
    named = {}
    for method in ("split", "adaptive", "volatility"):
        named[method] = (predicted, [each["widths"][:-1] for each in of_methods if each["method"] == method])
    for name, sizes in (("history-20", recent), ("history-250", yearly)):
        points = [scipy.stats.norm.ppf((1 + level) / 2) for level in LEVELS]
        named[name] = (last, [point * sizes for point in points])
    order = np.argsort(recent, kind="stable")
    third = len(order) // 3
    y = actual / last
    out = []
    for name, (middle, widths) in named.items():
        low = [middle / last * np.exp(-width) for width in widths]
        high = [middle / last * np.exp(width) for width in widths]
        quantiles = np.stack([*low[::-1], middle / last, *high], axis=1)
        probabilities = np.array([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975])
        crps = scoringrules.crps_quantile(y, quantiles, probabilities).mean()
        # The weighted interval score by its definition (scoringrules 0.10 adds the median itself to its own).
        again = 0.5 * np.abs(y - middle / last)
        for level, l, h in zip(LEVELS, low, high):
            again = again + (1 - level) / 2 * scoringrules.interval_score(y, l, h, 1 - level)
        again = again.mean() / 3.5
        assert math.isclose(crps, again, rel_tol=1e-9), (crps, again)
        levels = []
        for level, l, h, width in zip(LEVELS, low, high, widths):
            held = np.abs(np.log(actual / middle)) <= width
            runs = [int(held[k : k + 100].sum()) for k in range(len(held) - 99)]
            slack = 1.959964 * math.sqrt(level * (1 - level) / 100) * 100
            least, most = math.floor(100 * level - slack), math.ceil(min(100, 100 * level + slack))
            levels.append(
                {
                    "level": level,
                    "coverage": held.mean(),
                    "mean_width": (h - l).mean(),
                    "interval_score": scoringrules.interval_score(y, l, h, 1 - level).mean(),
                    "calm": held[order[:third]].mean() if third else None,
                    "wild": held[order[-third:]].mean() if third else None,
                    "steady": np.mean([least <= run <= most for run in runs]) if runs else None,
                }
            )
        cells = (quantiles[:, :4] <= y[:, None]).sum(axis=1) + (quantiles[:, 4:] < y[:, None]).sum(axis=1)
        between = np.bincount(cells, minlength=8) / len(y)
        out.append({"band": name, "crps": crps, "levels": levels, "between": between})
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


def usual(all_intervals):
    """The report's one interval."""
    return next(it for it in all_intervals if (it["method"], it["level"]) == ("volatility", LEVEL))


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
    of_all = judged(naive, naive - share, expanding_mean(prices, targets))
    held = [usual(fold["intervals"])["coverage"] * days for fold in folds]
    return {
        "tests": [[int(targets[k * days]), int(targets[k * days] + days)] for k in range(FOLDS)],
        "splits": [fold["split"] for fold in folds],
        "scaled_predictions": [fold["scaled_predictions"] for fold in folds],
        "model": scores(prices, targets, predicted),
        "rmae": ratio(np.abs(share).mean(), np.abs(naive).mean()),
        "verdict": of_all,
        "coverage": sum(held) / len(targets),
    }


def ahead(prices, first, blocks, way, to_path, made_up, forecasters, volatility):
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
        missed_before = np.abs(np.log(day(seen) / model(seen)))
        scored = test[test + step - 1 < rows]
        actual, forecast = day(scored), model(scored)
        known = prices[first - 1 + scored]
        naive = np.abs(actual - known).mean()
        y, moved = shares(actual, known, forecast)
        dm, p_value = diebold_mariano(y, np.zeros(len(y)), moved) if step == 1 else fixed_b(y, moved, step)
        errors = {"model": actual - forecast, "persistence": actual - known}
        for name, path in forecasters.items():
            errors[name] = actual - np.array([path(row)[step - 1] for row in scored])
        missed_by = np.abs(np.log(actual / forecast))
        sizes = np.array([volatility(row) for row in (*seen, *scored, rows)]) * math.sqrt(step)
        following = said[rows][step - 1]
        of_step = intervals(missed_before, missed_by, forecast, following, sizes, step)
        for each in of_step:
            each["log_half_width"] = each.pop("widths")[-1]
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
                "intervals": of_step,
                "next": following,
            }
        )
    further = [step["p_value"] for step in steps[1:]]
    for step, adjusted in zip(steps[1:], multipletests(further, method="holm")[1]):
        step["p_adjusted"] = adjusted
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
    in_prices = diebold_mariano(actual[test], last[test], model[test])
    y, said = shares(actual[test], last[test], model[test])
    calibration = np.arange(train, before_test) if honest else np.arange(train - train // 8, train)
    residuals = np.abs(np.log(actual[calibration] / model[calibration]))
    missed_by = np.abs(np.log(actual[test] / model[test]))

    def volatility(row):
        return weighted_volatility(log_returns, first + row - 1)

    sizes = np.array([volatility(row) for row in (*calibration, *test, rows)])
    every = intervals(residuals, missed_by, model[test], model[rows], sizes)
    plain_sizes = [
        np.array([historical_volatility(log_returns, first + row - 1, days) for row in test]) for days in (20, 250)
    ]
    measured = bands(every, actual[test], last[test], model[test], *plain_sizes)
    for each in every:
        del each["widths"]
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
            several[way] = ahead(prices, first, blocks, way, to_path, made_up, others, volatility)
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
        "verdict": judged(y, said, expanding_mean(prices, targets)),
        "in_prices": in_prices,
        "intervals": every,
        "bands": measured,
        "slide": slide(actual[test], model[test]),
        "test_prices": model[test],
    }


def returns():
    """What happened and what was said of it, as returns, from ordinary to degenerate."""
    rng = np.random.default_rng(11)
    days = np.arange(300)
    noise = 0.01 * rng.standard_t(4, 300)
    signal = 0.002 * np.sin(1.3 * days)
    size = np.exp(0.5 * np.sin(days / 20))
    out = {
        "a weak signal": (noise + signal, signal, 0.0002),
        "a signal overdone": (noise + signal, 8 * signal, 0.0),
        "noise": (noise, 0.003 * rng.normal(size=300), 0.0),
        "clusters": (noise * size, signal * size, -0.0003),
        "a constant forecast": (noise + 0.0005, np.full(300, 0.0008), 0.0004),
        "no change": (noise, np.zeros(300), 0.0004),
        "the mean itself": (noise, np.full(300, 0.0004), 0.0004),
        "one-sided": (noise + 0.001, np.where(days % 50 == 0, -0.001, 0.002), 0.0005),
        "prices stand still": (np.zeros(300), signal, 0.0),
        "always the same move": (np.full(300, 0.25), signal, 0.0),
        "some still days": (np.where(days % 3 == 0, 0.0, noise), signal, 0.0),
        "sixty": (noise[:60], signal[:60], 0.001),
        "eight": (noise[:8], signal[:8], 0.001),
        "what happens": (noise, noise, 0.0),
    }
    steps = (2, 5, 20)
    out = {name: (np.round(y, 6), np.round(said, 6), mean) for name, (y, said, mean) in out.items()}
    return [
        {
            "name": name,
            "actual": y,
            "predicted": said,
            "mean": mean,
            "verdict": judged(y, said, np.full(len(y), mean)),
            "paid": paid(y, said),
            "ahead": [[step, *fixed_b(y, said, step)] for step in steps],
        }
        for name, (y, said, mean) in out.items()
    ]


def paid(y, said, cost=10.0):
    """Each rule: what 1 became, a year's Sharpe ratio, turnover, and the cost at which it earns what holding
    does, found by trying."""
    side = np.where(np.abs(said) > 1e-9, np.sign(said), 0)

    def traded(owned):
        return np.abs(np.diff(np.concatenate([[0.0], owned])))

    def mean_at(owned, cost):
        return (owned * y - cost / 1e4 * traded(owned)).mean()

    out = {}
    hold = np.ones(len(y))
    for name, owned in (("long-flat", np.maximum(side, 0)), ("long-short", side), ("hold", hold)):
        r = owned * y - cost / 1e4 * traded(owned)
        varies = ((r - r.mean()) ** 2).sum() > 1e-24 * (r**2).sum()
        break_even = None
        if traded(owned).sum() > 1:
            apart = lambda cost: mean_at(owned, cost) - mean_at(hold, cost)
            break_even = scipy.optimize.brentq(apart, -1e7, 1e7, xtol=1e-10, rtol=1e-14)
        sharpe = math.sqrt(252) * r.mean() / r.std(ddof=1) if varies else None
        out[name] = {
            "end": np.exp(np.log1p(r).sum()),
            "sharpe": sharpe,
            "turnover": traded(owned).sum(),
            "break_even": break_even,
        }
    return out


def holm():
    out = []
    for p_values in ([0.01, 0.02, 0.03, 0.6], [0.9, 0.8], [0.04], [0.004, 0.004, 0.2, 0.011, 0.0101]):
        out.append([p_values, multipletests(p_values, method="holm")[1]])
    return out


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
    reference = {
        "window": WINDOW,
        "horizon": HORIZON,
        "series": out,
        "pairs": pairs(),
        "returns": returns(),
        "holm": holm(),
    }
    print(json.dumps(short(json.loads(json.dumps(reference, default=plain)))))


def short(value):
    """Twelve digits, which is more than is compared."""
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, list):
        return [short(each) for each in value]
    return {key: short(each) for key, each in value.items()} if isinstance(value, dict) else value


def plain(value):
    if isinstance(value, np.ndarray):
        return value.tolist()
    return bool(value) if isinstance(value, np.bool_) else float(value)


if __name__ == "__main__":
    main()
