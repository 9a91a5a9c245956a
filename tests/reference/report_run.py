"""The run of a report, computed again: prices, baselines, scores, verdict, intervals, bands, steps, money, looks."""

import math

import numpy as np
import scipy.stats
from arch.bootstrap import MCS, StationaryBootstrap
from statsmodels.stats.multitest import multipletests

import forecast
import many_looks
from forecast import LEVEL, LEVELS, ratio
from report_parts import Figure, figures, test

METHODS = ("split", "adaptive", "volatility")
A_YEAR = {"daily": 252, "weekly": 52, "monthly": 12}


class Run:
    """What a report has of the run: its prices and what was forecast of them."""

    def __init__(self, report):
        self.report = report
        settings = self.settings = report["settings"]
        self.first = len(report["earlier_prices"])
        said = report["predictions"]
        days = [(day["date"], day["price"]) for day in report["earlier_prices"]]
        days += [(day["date"], day["actual"]) for day in said]
        self.dates = [date for date, _ in days]
        self.prices = np.array([price for _, price in days])
        self.index = {date: place for place, date in enumerate(self.dates)}
        self.returns = np.log(self.prices[1:] / self.prices[:-1])
        self.rows = len(said)
        self.block = np.array([day["block"] for day in said])
        self.model = np.array([*(day["predicted"] for day in said), report["forecast"]["price"]])
        self.train, validation, self.test = (
            np.flatnonzero(self.block == name) for name in ("train", "validation", "test")
        )
        some = len(self.train) - len(self.train) // 8
        self.calibration = validation if len(validation) else self.train[some:]
        self.scattered = settings["split"] == "random"
        self.last = self.prices[self.first - 1 + np.arange(self.rows + 1)]
        self.y, self.said = self.as_returns(self.test, self.model[self.test])

    def as_returns(self, rows, predicted):
        return forecast.shares(self.prices[self.first + rows], self.last[rows], predicted)

    def reaches(self, rows, step):
        """Rows whose day `step` days ahead is known and in their block."""
        end = rows + step - 1
        there = rows[end < self.rows]
        if self.scattered:
            return there
        return there[self.block[there + step - 1] == self.block[there]]

    def volatility(self, rows):
        return np.array([forecast.weighted_volatility(self.returns, self.first + row - 1) for row in rows])

    def historical(self, days):
        known = [self.first + row - 1 for row in self.test]
        return np.array([forecast.historical_volatility(self.returns, each, days) for each in known])


class Fitted:
    """The baselines, fitted on the training rows of a run."""

    def __init__(self, run):
        self.run = run
        settings, first, train = run.settings, run.first, run.train
        window = self.window = settings["window"]
        self.of_returns = settings["target"] == "return"
        values = run.returns if self.of_returns else run.prices
        self.drift = run.returns[first + train - 1].mean()
        x, y = run.returns[first + train - 2], run.returns[first + train - 1]
        self.slope, self.intercept = (0.0, y.mean()) if np.ptp(x) <= 1e-10 * np.abs(x).max() else np.polyfit(x, y, 1)
        # What the network reads: scaled, in half the usual precision.
        seen = np.zeros(len(values), dtype=bool)
        for row in train:
            seen[row : row + window + 1] = True
        fitted = values if settings["scaler"] == "all" else values[seen]
        self.mean, self.deviation = fitted.mean(), fitted.std()
        if self.deviation <= 1e-12 * np.abs(fitted).max():
            self.mean, self.deviation = fitted[0], 1.0
        inputs = self.inputs = ((values - self.mean) / self.deviation).astype(np.float32).astype(np.float64)
        windows = np.stack([inputs[row : row + window] for row in train])
        aims = inputs[train + window]
        self.columns = windows.mean(axis=0), windows.std(axis=0)
        self.columns[1][self.columns[1] <= 1e-6 * np.abs(self.columns[0])] = 1
        self.columns[1][self.columns[1] == 0] = 1
        z = (windows - self.columns[0]) / self.columns[1]
        stacked = np.vstack([z, math.sqrt(forecast.PENALTY) * np.eye(window)])
        centred = np.concatenate([aims - aims.mean(), np.zeros(window)])
        self.aim = aims.mean()
        self.beta = np.linalg.lstsq(stacked, centred, rcond=None)[0]

    def paths(self, row, horizon):
        """What each says of the days after row's last one, [horizon] each."""
        run, days = self.run, np.arange(1, horizon + 1)
        last, end = run.last[row], run.first + row
        powers = self.slope ** np.arange(horizon + 1)
        steps = self.intercept * np.cumsum(powers)[:-1] + powers[1:] * run.returns[end - 2]
        known = list(self.inputs[row : row + self.window])
        for _ in days:
            known.append(self.aim + (np.array(known[-self.window :]) - self.columns[0]) / self.columns[1] @ self.beta)
        ridge = np.array(known[self.window :]) * self.deviation + self.mean
        return {
            "persistence": np.full(horizon, last),
            "drift": last * np.exp(days * self.drift),
            "moving_average": np.full(horizon, run.prices[max(0, end - 5) : end].mean()),
            "ar1": last * np.exp(np.cumsum(steps)),
            "ridge": last * np.exp(np.cumsum(ridge)) if self.of_returns else ridge,
        }


def kind_of(rmae, dm, p_value):
    if p_value < 0.05 and rmae < 1 and dm < 0:
        return "beats"
    return "loses" if p_value < 0.05 and rmae > 1 and dm > 0 else "ties"


def verdict(y, said, mean, rmae, in_prices=None):
    """As a report has it; `in_prices` is the test of errors in prices."""
    found = forecast.judged(y, said, mean)
    knows = found["no_change"][1] < 0.05 and found["mean_return"][1] < 0.05
    kind = kind_of(rmae, found["dm"], found["p_value"])
    out = {
        "kind": "signal" if kind == "ties" and knows else kind,
        "rmae": rmae,
        "dm": found["dm"],
        "p_value": found["p_value"],
        "squared_error": dict(zip(("ratio", "low", "high"), found["squared_error"])),
        "clark_west": {key: test(found[key]) for key in ("no_change", "mean_return")},
        "knows_something": bool(knows),
        "one_sided": bool(found["directions"]["one_sided"]),
    }
    if in_prices:
        out["in_prices"] = {"kind": kind_of(rmae, *in_prices), "dm": in_prices[0], "p_value": in_prices[1]}
    return out


def run_parts(run):
    """The names of the parts with their figures."""
    report = run.report
    fitted = Fitted(run)
    yield "test days", test_days(run, fitted)
    yield "scores", scores(run)
    yield "verdict", judged(run)
    every, widths = intervals(run)
    yield "intervals", widths
    yield "bands", bands(run, every)
    yield "rolling coverage", rolling(run, every)
    if "paths" in report:
        yield "days ahead", ahead(run, fitted)
    if "against_label" in report:
        yield "averaged label", against_label(run)
    if "paid" in report:
        yield "would it have paid", paid(run)
    if "many_looks" in report:
        yield "many looks", looks(run)


def test_days(run, fitted):
    days = run.report["test_days"]
    targets = run.first + run.test
    baselines = [fitted.paths(row, 1) for row in run.test]
    found = {
        "dates": [run.dates[target] for target in targets],
        "last_known": run.prices[targets - 1],
        "mean_return": forecast.expanding_mean(run.prices, targets),
        "actual": run.prices[targets],
        "predicted": run.model[run.test],
        "baselines": {key: [each[key][0] for each in baselines] for key in baselines[0]},
    }
    return figures("test_days", found, days)


def scores(run):
    days, targets = run.report["test_days"], run.first + run.test
    forecasters = {"model": run.model[run.test], **days["baselines"]}
    if "best_possible" in days:
        forecasters["best_possible"] = days["best_possible"]
    found = {key: forecast.scores(run.prices, targets, np.array(each)) for key, each in forecasters.items()}
    moved = run.y != 0
    found["always_up"] = (run.y[moved] > 0).mean() if moved.any() else 0.5
    return figures("scores", found, run.report["scores"])


def judged(run):
    actual, last, said = run.prices[run.first + run.test], run.last[run.test], run.model[run.test]
    rmae = ratio(np.abs(actual - said).mean(), np.abs(actual - last).mean())
    mean = forecast.expanding_mean(run.prices, run.first + run.test)
    found = verdict(run.y, run.said, mean, rmae, forecast.diebold_mariano(actual, last, said))
    directions = forecast.directions(run.y, run.said)
    for key in ("pesaran_timmermann", "anatolyev_gerko"):
        directions[key] = test(directions[key])
    return figures("verdict", found, run.report["verdict"]) + figures("directions", directions, run.report["directions"])


def missed(actual, predicted):
    return np.abs(np.log(actual / predicted))


def intervals(run):
    of = lambda rows: missed(run.prices[run.first + rows], run.model[rows])
    sizes = run.volatility([*run.calibration, *run.test, run.rows])
    calibration = of(run.calibration)
    every = forecast.intervals(calibration, of(run.test), run.model[run.test], run.model[run.rows], sizes)
    out = []
    for found, reported in zip(every, run.report["intervals"]):
        widths = found["widths"][:1] if found["method"] == "split" else found["widths"]
        promised = min(found["level"], len(calibration) / (len(calibration) + 1))
        found = {**found, "log_half_widths": widths, "promised": promised}
        del found["widest"], found["widths"]
        out += figures(f"intervals, {found['method']} {found['level']}", found, reported)
    usual = forecast.usual(every)
    summary = {
        "coverage": usual["coverage"],
        "mean_width": usual["mean_width"],
        "log_half_width": usual["widths"][-1],
    }
    out += figures("interval", summary, run.report["interval"])
    low, high = usual["next_day"]
    return every, out + figures("forecast", {"low": low, "high": high}, run.report["forecast"])


def bands(run, every):
    actual = run.prices[run.first + run.test]
    found = forecast.bands(
        every, actual, run.last[run.test], run.model[run.test], run.historical(20), run.historical(250)
    )
    for each in found:
        # What there is none of is left out.
        kept = lambda level: {key: value for key, value in level.items() if value is not None}
        each["levels"] = [kept(level) for level in each["levels"]]
        if run.scattered:
            for level in each["levels"]:
                level.pop("steady", None)
    return figures("bands", found, run.report["bands"])


def rolling(run, every):
    """The coverage of each run of 100 days, dated."""
    if run.scattered or len(run.test) < 100:
        return figures("rolling_coverage", [], run.report.get("rolling_coverage", []))
    actual, said = run.prices[run.first + run.test], run.model[run.test]
    dates = [run.dates[run.first + row] for row in run.test]
    found = []
    for each in every:
        held = (missed(actual, said) <= each["widths"][:-1]).astype(int)
        shares = [int(held[day : day + 100].sum()) / 100 for day in range(len(held) - 99)]
        stretch = lambda place: {"from": dates[place], "to": dates[place + 99], "coverage": shares[place]}
        level = each["level"]
        half = 1.959964 * math.sqrt(level * (1 - level) / 100)
        within = [max(level - half, 0) <= share <= min(level + half, 1) for share in shares]
        found.append(
            {
                "method": each["method"],
                "level": level,
                "stretches": len(shares),
                "lowest": stretch(int(np.argmin(shares))),
                "highest": stretch(int(np.argmax(shares))),
                "within_chance": np.mean(within),
            }
        )
    return figures("rolling_coverage", found, run.report["rolling_coverage"])


def ahead(run, fitted):
    """Each day of the horizon by itself, and the steps' tests together."""
    report, horizon = run.report, run.settings["horizon"]
    said = {run.index[path["after"]] + 1 - run.first: np.array(path["predicted"]) for path in report["paths"]}
    of_baselines = {row: fitted.paths(row, horizon) for row in run.test}
    out, p_values = [], []
    for step in range(1, horizon + 1):
        reported = report["horizons"][step - 1]
        seen, scored = run.reaches(run.calibration, step), run.reaches(run.test, step)
        model = lambda rows: np.array([said[row][step - 1] for row in rows])
        day = lambda rows: run.prices[run.first + rows + step - 1]
        actual, last = day(scored), run.last[scored]
        y, moved = forecast.shares(actual, last, model(scored))
        dm, p_value = forecast.fixed_b(y, moved, step)
        if step == 1:
            dm, p_value = report["verdict"]["dm"], report["verdict"]["p_value"]
        else:
            p_values.append(p_value)
        naive = np.abs(actual - last).mean()
        errors = {"model": actual - model(scored)}
        for key in of_baselines[scored[0]]:
            errors[key] = actual - np.array([of_baselines[row][key][step - 1] for row in scored])
        found = {
            "days": len(scored),
            "dm": dm,
            "p_value": p_value,
            **{
                key: {
                    "mae": np.abs(each).mean(),
                    "rmse": math.sqrt((each**2).mean()),
                    "rmae": ratio(np.abs(each).mean(), naive),
                }
                for key, each in errors.items()
            },
        }
        sizes = run.volatility([*seen, *scored, run.rows]) * math.sqrt(step)
        before = missed(day(seen), model(seen))
        following = said[run.rows][step - 1]
        every = forecast.intervals(before, missed(actual, model(scored)), model(scored), following, sizes, step)
        kept = ("method", "level", "coverage", "mean_width")
        found["intervals"] = [
            {
                **{key: each[key] for key in kept},
                "log_half_width": each["widths"][-1],
                "promised": min(each["level"], len(before) / (len(before) + 1)),
            }
            for each in every
        ]
        usual = [each for each in found["intervals"] if (each["method"], each["level"]) == ("volatility", LEVEL)]
        found["interval"] = usual[0]
        out += figures(f"horizons, {step}", found, reported)
        ends = {(each["method"], each["level"]): each["next_day"] for each in every}
        point = report["forecast"]["path"][step - 1]
        low, high = ends["volatility", LEVEL]
        out += figures(f"forecast.path, {step}", {"price": following, "low": low, "high": high}, point)
        for each in [*point["intervals"], *point["others"]]:
            low, high = ends[each["method"], each["level"]]
            out += figures(f"forecast.path, {step}, {each['method']}", {"low": low, "high": high}, each)
    if p_values:
        adjusted = multipletests(p_values, method="holm")[1]
        for p_value, reported in zip(adjusted, report["horizons"][1:]):
            found = {"p_adjusted": p_value, "kind": kind_of(reported["model"]["rmae"], reported["dm"], p_value)}
            out += figures(f"horizons, {reported['step']}", found, reported)
    return out


def against_label(run):
    prices, targets = run.prices, run.first + run.test
    days = min(5, run.settings["window"] + 1)
    if run.settings["target"] == "price":
        labels = np.array([prices[target + 1 - days : target + 1].mean() for target in targets])
        naive = np.array([prices[max(0, target - days) : target].mean() for target in targets])
    else:
        naive = prices[targets - 1]
        labels = naive * (prices[targets] / prices[targets - days]) ** (1 / days)
    said = run.model[run.test]
    mae, persistence = np.abs(labels - said).mean(), np.abs(labels - naive).mean()
    dm, p_value = forecast.diebold_mariano(labels, naive, said)
    rmae = ratio(mae, persistence)
    found = {
        "averaged_days": days,
        "mae": mae,
        "rmse": math.sqrt(((labels - said) ** 2).mean()),
        "persistence_mae": persistence,
        "verdict": {"kind": kind_of(rmae, dm, p_value), "rmae": rmae, "dm": dm, "p_value": p_value},
    }
    return figures("against_label", found, run.report["against_label"])


def paid(run):
    report = run.report["paid"]
    a_year, cost, y = A_YEAR[run.report["data"]["interval"]], report["cost"], run.y
    side = np.where(np.abs(run.said) > 1e-9, np.sign(run.said), 0)
    owned = {"long_flat": np.maximum(side, 0), "long_short": side, "hold": np.ones(len(y))}
    returns, out = {}, []
    again = forecast.paid(y, run.said, cost)
    for key, each in owned.items():
        traded = np.abs(np.diff(np.concatenate([[0.0], each])))
        r = returns[key] = each * y - cost / 1e4 * traded
        of = again[key.replace("_", "-")]
        found = {
            "growth": np.concatenate([[1.0], np.cumprod(np.maximum(1 + r, 0))]),
            "turnover": of["turnover"],
            "trades": int((traded > 0).sum()),
        }
        if of["sharpe"] is not None:
            found["sharpe"] = of["sharpe"] * math.sqrt(a_year / 252)
        if of["break_even"] is not None and key != "hold":
            found["break_even"] = of["break_even"]
        out += figures(f"paid.{key}", found, report[key])
    for each in report["deflated"]:
        r = returns[each["rule"].replace("-", "_")]
        sharpe, n, looks = r.mean() / r.std(ddof=1), len(r), report["looks"]
        best = 0.0
        if looks > 1:
            gamma, point = np.euler_gamma, scipy.stats.norm.ppf
            best = ((1 - gamma) * point(1 - 1 / looks) + gamma * point(1 - 1 / (looks * math.e))) / math.sqrt(n)
        kurtosis = scipy.stats.kurtosis(r, fisher=False)
        spread = 1 - scipy.stats.skew(r) * sharpe + (kurtosis - 1) / 4 * sharpe**2
        share = scipy.stats.norm.cdf((sharpe - best) * math.sqrt(n - 1) / math.sqrt(spread))
        out += figures(f"paid.deflated, {each['rule']}", share, each["share"])
    for each in report["differences"]:
        out += difference(returns[each["rule"].replace("-", "_")], returns["hold"], a_year, each)
    return out + figures("paid.days", len(y), report["days"])


def difference(rule, hold, a_year, reported):
    """The difference of two Sharpe ratios, and its interval from other random numbers."""
    def sharpe(r):
        deviation = r.std(ddof=1, axis=-1)
        varies = deviation > 1e-12 * np.sqrt((r**2).mean(axis=-1))
        return np.where(varies, math.sqrt(a_year) * r.mean(axis=-1) / deviation, np.nan)

    drawn = []
    both = np.stack([rule, hold], axis=1)
    for (resampled,), _ in StationaryBootstrap(length(len(rule)), both, seed=3).bootstrap(4000):
        drawn.append(np.nan_to_num(sharpe(resampled[:, 0]) - sharpe(resampled[:, 1])))
    name = f"paid.differences, {reported['rule']}"
    out = figures(f"{name}.difference", float(sharpe(rule) - sharpe(hold)), reported["difference"])
    # The end of such an interval is known to about a fifth of a deviation.
    slack = 0.2 * np.std(drawn) + 1e-9
    for key, share in (("low", 0.025), ("high", 0.975)):
        out.append(Figure(f"{name}.{key}", float(np.quantile(drawn, share)), reported[key], slack))
    return out


def length(days):
    return math.ceil(round(days ** (1 / 3), 9))


def looks(run):
    reported = run.report["many_looks"]
    gains = np.array(reported["gains"])
    errors = many_looks.standard_errors(gains)
    errors[errors <= 1e-12 * np.sqrt((gains**2).mean(axis=1))] = 0
    means = gains.mean(axis=1)
    with_scale = np.where(errors > 0, means / np.where(errors > 0, errors, 1), np.where(means > 0, forecast.CAP, 0))
    statistic = max(0.0, float(with_scale.max()))
    out = figures("many_looks", {"networks": len(gains), "best": int(np.argmax(means)), "statistic": statistic}, reported)
    if errors.min() > 0:
        # 2,000 resamples there and 20,000 here: four deviations of a share of one half.
        slack = 4 * math.sqrt(0.25 / 2000)
        p_value = many_looks.studentised(gains, errors, length(gains.shape[1]), statistic)
        out.append(Figure("many_looks.p_value", p_value, reported["p_value"], slack))
        size, reps = length(gains.shape[1]), many_looks.RESAMPLES
        if "luck" in reported:
            drawn = StationaryBootstrap(length(gains.shape[1]), gains.T, seed=4).bootstrap(4000)
            apart = np.array([resampled.mean(axis=0) - means for (resampled,), _ in drawn])
            luck = float((apart > scipy.stats.norm.ppf(0.975) * errors).any(axis=1).mean())
            out.append(Figure("many_looks.luck", luck, reported["luck"], slack))
        mcs = MCS(-gains.T, size=0.05, reps=reps, block_size=size, method="max", bootstrap="stationary", seed=2)
        mcs.compute()
        for place, share in enumerate(reported["as_good"]):
            found = float(mcs.pvalues.loc[place].iloc[0])
            out.append(Figure(f"many_looks.as_good[{place}]", found, share, slack))
    return out
