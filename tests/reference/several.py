"""An independent second computation of what several histories say together, with statsmodels: p-values adjusted after
Benjamini & Hochberg, and the Clark-West test pooled by day.

Run by hand; its output is committed and `tests/several.rs` holds the Rust code against it:

    python tests/reference/several.py > tests/reference/several.json

    pip install numpy statsmodels
"""

import json
import math

import numpy as np
import statsmodels.api as sm
from statsmodels.stats.multitest import multipletests

from many_looks import numbers

P_VALUES = [
    [0.01, 0.02, 0.03, 0.6],
    [0.9, 0.8],
    [0.04],
    [0.004, 0.004, 0.2, 0.011, 0.0101],
    [0.05] * 6,
    [1.0, 1.0, 1.0],
    [0.0, 0.5, 1.0],
    [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216],
]


def history(case, place):
    """A made-up history: its first day, what happened, what was said, and the mean, all as returns."""
    days = case["days"][place]
    noise = numbers(days, 7 + 100 * case["seed"] + place)
    common = numbers(max(case["days"]), 5 + 100 * case["seed"])[:days] * case["common"]
    said = 0.01 * numbers(days, 11 + 100 * case["seed"] + place) * case["says"]
    actual = 0.02 * case["sizes"][place] * (noise + common) + case["signal"] * said
    return actual, said, np.full(days, case["mean"])


def pooled(histories, benchmark_of):
    """The daily means of the adjusted differences, each in units of its history's squared moves, and their test."""
    days = max(len(actual) for actual, _, _ in histories)
    sums, counts = np.zeros(days), np.zeros(days)
    for actual, said, mean in histories:
        size = (actual**2).mean()
        if size == 0:
            continue
        benchmark = benchmark_of(mean)
        f = (actual - benchmark) ** 2 - ((actual - said) ** 2 - (benchmark - said) ** 2)
        sums[: len(f)] += f / size
        counts[: len(f)] += 1
    means = (sums / np.where(counts > 0, counts, 1))[counts > 0]
    lags = min(math.floor(4 * (len(means) / 100) ** (2 / 9)), len(means) - 1)
    fit = sm.OLS(means, np.ones(len(means))).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": False}
    )
    t = float(fit.tvalues[0])
    return [t, 0.5 * math.erfc(t / math.sqrt(2))]


CASES = [
    {"seed": 1, "days": [300, 300, 300], "sizes": [1, 1, 1], "common": 0, "says": 1, "signal": 0.5, "mean": 0.0},
    {"seed": 2, "days": [400, 400], "sizes": [1, 3], "common": 1, "says": 1, "signal": 0.0, "mean": 0.0003},
    {"seed": 3, "days": [200, 350, 120, 80], "sizes": [1, 2, 1, 5], "common": 0.5, "says": 1, "signal": 1, "mean": 0.0},
    {"seed": 4, "days": [60, 60], "sizes": [1, 1], "common": 0, "says": 1, "signal": -1, "mean": -0.001},
    {"seed": 5, "days": [500], "sizes": [1], "common": 0, "says": 1, "signal": 0.3, "mean": 0.0002},
    {"seed": 6, "days": [250] * 12, "sizes": [1] * 12, "common": 2, "says": 0.2, "signal": 0.5, "mean": 0.0},
    {"seed": 7, "days": [300, 300], "sizes": [0, 1], "common": 0, "says": 1, "signal": 0.0, "mean": 0.0001},
    {"seed": 8, "days": [1000, 900, 800], "sizes": [1, 1, 1], "common": 0.2, "says": 1, "signal": 0.1, "mean": 0.0},
]


def main():
    for case in CASES:
        histories = [history(case, place) for place in range(len(case["days"]))]
        case["no_change"] = pooled(histories, lambda mean: 0 * mean)
        case["mean_return"] = pooled(histories, lambda mean: mean)
    adjusted = [[p_values, multipletests(p_values, method="fdr_bh")[1].tolist()] for p_values in P_VALUES]
    print(json.dumps({"benjamini_hochberg": adjusted, "pooled": CASES}, indent=1))


if __name__ == "__main__":
    main()
