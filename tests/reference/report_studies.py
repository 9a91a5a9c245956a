"""The studies of a report, computed again: folds, all of them pooled, and seeds."""

import math

import numpy as np

import forecast
from forecast import ratio
from report_parts import figures
from report_run import missed, verdict


def study_parts(run):
    """The names of the parts with their figures."""
    if "walk_forward" in run.report:
        yield "walk-forward", walk_forward(run)
    if "seeds" in run.report:
        yield "seeds", seeds(run)


def on_the_runs_days(run, name, days):
    """The days of a study are those of the run's prices, as far as the run has them."""
    there = [place for place, date in enumerate(days["dates"]) if run.index.get(date, 0) > 0]
    indices = np.array([run.index[days["dates"][place]] for place in there], dtype=int)
    said = {key: [days[key][place] for place in there] for key in ("actual", "last_known")}
    return figures(name, {"actual": run.prices[indices], "last_known": run.prices[indices - 1]}, said)


def scored(actual, last, said):
    """Errors in prices, and the ratio of squared ones."""
    rmse = lambda forecasts: math.sqrt(((actual - forecasts) ** 2).mean())
    return {"mae": np.abs(actual - said).mean(), "rmse": rmse(said), "rmse_ratio": ratio(rmse(said), rmse(last))}


def judged(actual, last, said, mean):
    """The verdict of one test block."""
    rmae = ratio(np.abs(actual - said).mean(), np.abs(actual - last).mean())
    y, moved = forecast.shares(actual, last, said)
    return verdict(y, moved, mean, rmae, forecast.diebold_mariano(actual, last, said))


def in_prices(actual, last, said, mean):
    """Scores of forecasts of days that need not follow one another."""
    y, moved = forecast.shares(actual, last, said)
    error = np.abs(actual - said)
    share, low, high = forecast.direction(actual, last, said)
    return {
        "mae": error.mean(),
        "rmse": math.sqrt((error**2).mean()),
        "mape": 100 * (error / actual).mean(),
        "rmae": ratio(error.mean(), np.abs(actual - last).mean()),
        "r2_out_of_sample": 1 - ratio(((y - moved) ** 2).sum(), ((y - mean) ** 2).sum()),
        "directional_accuracy": share,
        "directional_low": low,
        "directional_high": high,
    }


def walk_forward(run):
    report = run.report["walk_forward"]
    out, held = [], 0.0
    columns = {key: [] for key in ("actual", "last_known", "predicted", "mean_return_of_all")}
    for fold in report["folds"]:
        name, days = f"folds, {fold['fold']}", fold["forecasts"]
        actual, last, said, mean = (
            np.array(days[key]) for key in ("actual", "last_known", "predicted", "mean_return")
        )
        out += on_the_runs_days(run, name, days)
        covered = (missed(actual, said) <= np.array(days["log_half_widths"])).mean()
        held += covered * len(actual)
        found = {**scored(actual, last, said), "coverage": covered, "verdict": judged(actual, last, said, mean)}
        out += figures(name, found, fold)
        for key, all_of_it in columns.items():
            all_of_it += days[key]
    actual, last, said, mean = (np.array(all_of_it) for all_of_it in columns.values())
    y, moved = forecast.shares(actual, last, said)
    rmae = ratio(np.abs(y - moved).mean(), np.abs(y).mean())
    pooled = {
        "folds": len(report["folds"]),
        "days": len(actual),
        "folds_better": sum(fold["verdict"]["rmae"] < 1 for fold in report["folds"]),
        "model": in_prices(actual, last, said, mean),
        "persistence": in_prices(actual, last, last, mean),
        "verdict": verdict(y, moved, mean, rmae),
        "coverage": held / len(actual),
    }
    return out + figures("pooled", pooled, report["pooled"])


def seeds(run):
    report = run.report["seeds"]
    out, rmaes = [], []
    for letter, side in zip("AB", report["sides"]):
        days = side["forecasts"]
        actual, last, mean = (np.array(days[key]) for key in ("actual", "last_known", "mean_return"))
        out += on_the_runs_days(run, f"seeds, {letter}", days)
        for each, said in zip(side["runs"], days["predicted"]):
            said = np.array(said)
            found = {**scored(actual, last, said), "verdict": judged(actual, last, said, mean)}
            out += figures(f"seeds, {letter} {each['seed']}", found, each)
        rmaes.append([each["verdict"]["rmae"] for each in side["runs"]])
    for letter, side, scores in zip("AB", report["sides"], rmaes):
        if side["spread"] and np.ptp(scores) > 1e-12:
            out += figures(f"seeds, {letter}.spread", spread(scores), side["spread"])
    if "comparison" in report:
        first, second = rmaes
        pairs = min(len(first), len(second))
        apart = np.subtract(first[:pairs], second[:pairs])
        if np.ptp(apart) > 1e-12:
            of_pairs = forecast.paired(first[:pairs], second[:pairs])
            keys = ("mean_difference", "low", "high", "t_p_value", "p_value")
            found = {"pairs": pairs, **{key: of_pairs[key] for key in keys}}
            out += figures("seeds.comparison", found, report["comparison"])
    return out


def spread(scores):
    found = forecast.paired(scores, [0.0] * len(scores))
    mean, deviation, lowest, median, highest = found["first_spread"]
    mean_low, mean_high = found["first_mean_interval"]
    return {
        "runs": len(scores),
        "mean": mean,
        "deviation": deviation,
        "lowest": lowest,
        "median": median,
        "highest": highest,
        "mean_low": mean_low,
        "mean_high": mean_high,
    }
