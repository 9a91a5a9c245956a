"""An independent second computation of "many looks": Hansen's SPA test and the model confidence set, with arch.

Run by hand; its output is committed and `tests/many_looks.rs` holds the Rust code against it:

    python tests/reference/many_looks.py > tests/reference/many_looks.json

The statistic has no chance in it and is the same to a millionth, here by a weighted sum and checked against arch's
own variance. p-values come of other random numbers: 20,000 resamples here.

    pip install numpy arch
"""

import json
import math

import numpy as np
from arch.bootstrap import MCS, SPA, StationaryBootstrap

RESAMPLES = 20_000


def numbers(count, seed):
    """Whole-number arithmetic, so that both languages have the same numbers: a linear congruential generator."""
    state = seed
    found = []
    for _ in range(count):
        state = (1_103_515_245 * state + 12_345) % 2**31
        found.append(state / 2**31 - 0.5)
    return np.array(found)


def gains(case):
    """Smoothed noise with a mean for each network, [networks][days]."""
    rows = []
    for place, mean in enumerate(case["means"]):
        noise = numbers(case["days"] + 2, 1 + case["seed"] + 1000 * place)
        rows.append(mean + noise[2:] + 0.5 * noise[1:-1] + 0.25 * noise[:-2])
    return np.array(rows)


def standard_errors(values):
    count = values.shape[1]
    stays = 1 - 1 / math.ceil(round(count ** (1 / 3), 9))
    apart = values - values.mean(axis=1, keepdims=True)
    days = np.arange(count)
    lags = np.abs(days[:, None] - days[None, :])
    weights = (1 - lags / count) * stays**lags + lags / count * stays ** (count - lags)
    weights[days, days] = 1
    return np.sqrt(np.einsum("ki,ij,kj->k", apart, weights, apart)) / count


def studentised(values, errors, length, statistic):
    """Hansen's consistent p-value: arch's own leaves the division by the standard errors out."""
    if statistic <= 0:
        return 1.0
    means = values.mean(axis=1)
    count = values.shape[1]
    centres = np.where(means / errors >= -math.sqrt(2 * math.log(math.log(count))), means, 0.0)
    larger = 0
    for (resampled,), _ in StationaryBootstrap(length, values.T, seed=1).bootstrap(RESAMPLES):
        larger += ((resampled.mean(axis=0) - centres) / errors).max() > statistic
    return larger / RESAMPLES


CASES = [
    {"days": 250, "seed": 1, "means": [0.0, 0.02, -0.01, 0.01, -0.3]},
    {"days": 400, "seed": 2, "means": [0.12, 0.0, -0.02, 0.03]},
    {"days": 300, "seed": 3, "means": [0.05, 0.05]},
    {"days": 500, "seed": 4, "means": [0.0] * 12},
    {"days": 120, "seed": 5, "means": [-0.2, -0.25, -0.3]},
    {"days": 60, "seed": 6, "means": [0.3, 0.1, 0.0, -0.1, -0.5, 0.25]},
    {"days": 1000, "seed": 7, "means": [0.03, 0.02, 0.01]},
    {"days": 365, "seed": 8, "means": [0.08, 0.1, 0.05, 0.0, -0.05]},
]


def main():
    for case in CASES:
        values = gains(case)
        length = math.ceil(round(case["days"] ** (1 / 3), 9))
        errors = standard_errors(values)
        case["statistic"] = max(0.0, float((values.mean(axis=1) / errors).max()))
        spa = SPA(np.zeros(case["days"]), -values.T, block_size=length, reps=10, bootstrap="stationary", seed=1)
        spa.compute()
        assert np.allclose(np.sqrt(spa._loss_diff_var / case["days"]), errors, rtol=1e-6)
        case["p_value"] = studentised(values, errors, length, case["statistic"])
        mcs = MCS(-values.T, size=0.05, reps=RESAMPLES, block_size=length, method="max", bootstrap="stationary", seed=2)
        mcs.compute()
        case["as_good"] = [float(mcs.pvalues.loc[place].iloc[0]) for place in range(len(case["means"]))]
    print(json.dumps(CASES, indent=1))


if __name__ == "__main__":
    main()
