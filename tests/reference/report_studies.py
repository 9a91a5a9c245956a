"""The studies of a report, computed again: folds, all of them pooled, seeds, several histories, kinds of network."""

import math

import numpy as np
import scipy.stats
from statsmodels.stats.multitest import multipletests

import forecast
from forecast import ratio
from report_parts import figures, test
from report_run import kind_of, missed, verdict


def study_parts(run):
    """The names of the parts with their figures."""
    if "walk_forward" in run.report:
        yield "walk-forward", walk_forward(run)
    if "seeds" in run.report:
        yield "seeds", seeds(run)
    if "several" in run.report:
        yield "several histories", several(run)
    if "cells" in run.report:
        yield "kinds of network", cells(run)


def on_the_runs_days(run, name, days):
    """The days of a study are those of the run's prices, as far as the run has them."""
    there = [place for place, date in enumerate(days["dates"]) if run.index.get(date, 0) > 0]
    indices = np.array([run.index[days["dates"][place]] for place in there], dtype=int)
    said = {key: [days[key][place] for place in there] for key in ("actual", "last_known")}
    return figures(name, {"actual": run.prices[indices], "last_known": run.prices[indices - 1]}, said)


def columns_of(days):
    """The prices that came, those known before, the forecasts, and the mean returns."""
    return (np.array(days[key]) for key in ("actual", "last_known", "predicted", "mean_return"))


def block_alone(name, scored):
    """Errors and verdict of one network's test block."""
    actual, last, said, mean = columns_of(scored["forecasts"])
    found = {**scored_as(actual, last, said), "verdict": judged(actual, last, said, mean)}
    return figures(name, found, scored)


def scored_as(actual, last, said):
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
        actual, last, said, mean = columns_of(days)
        out += on_the_runs_days(run, name, days)
        covered = (missed(actual, said) <= np.array(days["log_half_widths"])).mean()
        held += covered * len(actual)
        found = {**scored_as(actual, last, said), "coverage": covered, "verdict": judged(actual, last, said, mean)}
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
            found = {**scored_as(actual, last, said), "verdict": judged(actual, last, said, mean)}
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


def several(run):
    report = run.report["several"]
    scored = [history for history in report["series"] if "verdict" in history]
    out, histories = [], []
    for history in scored:
        name, days = f"several, {history['name']}", history["forecasts"]
        actual, last, said, mean = columns_of(days)
        out += block_alone(name, history)
        if run.settings["split"] == "time":
            out += in_a_row(name, history)
        y, moved = forecast.shares(actual, last, said)
        histories.append((days["dates"], y, moved, mean))
    out += all_counted("several", "name", scored, "fdr_bh")
    kinds = [history["verdict"]["kind"] for history in scored]
    together = {
        "series": len(scored),
        "beats": kinds.count("beats"),
        "signals": kinds.count("signal"),
        "ties": kinds.count("ties"),
        "loses": kinds.count("loses"),
        "beats_counted": sum(history["all_counted"]["beats"] for history in scored),
        "loses_counted": sum(history["all_counted"]["loses"] for history in scored),
        "knows_counted": sum(history["all_counted"]["knows_something"] for history in scored),
    }
    moving = [history for history in histories if (history[1] ** 2).mean() > 0]
    if moving:
        together["pooled"] = {
            "series": len(moving),
            "days": len({date for dates, *_ in moving for date in dates}),
            "no_change": test(pooled_by_day(moving, lambda mean: 0 * mean)),
            "mean_return": test(pooled_by_day(moving, lambda mean: mean)),
        }
    return out + figures("several.together", together, report["together"])


def all_counted(study, key, scored, method):
    """Each one's p-values with all of them counted, and what they come to."""
    verdicts = [each["verdict"] for each in scored]
    tests = [verdict["clark_west"] for verdict in verdicts]
    p_beats = multipletests([verdict["p_value"] for verdict in verdicts], method=method)[1]
    p_knows = [max(each["no_change"]["p_value"], each["mean_return"]["p_value"]) for each in tests]
    p_knows = multipletests(p_knows, method=method)[1]
    out = []
    for each, beats, knows in zip(scored, p_beats, p_knows):
        kind = kind_of(each["verdict"]["rmae"], each["verdict"]["dm"], beats)
        found = {
            "p_beats": beats,
            "p_knows": knows,
            "knows_something": bool(knows < 0.05),
            "beats": kind == "beats",
            "loses": kind == "loses",
        }
        out += figures(f"{study}, {each[key]}.all_counted", found, each["all_counted"])
    return out


def cells(run):
    scored = run.report["cells"]["cells"]
    out = []
    for cell in scored:
        name = f"cells, {cell['cell']}"
        out += on_the_runs_days(run, name, cell["forecasts"])
        out += block_alone(name, cell)
    return out + all_counted("cells", "cell", scored, "holm")


def in_a_row(name, history):
    """The prices known before are those that came the day before, and each mean return goes on from the one before."""
    days = history["forecasts"]
    actual, last, mean = (np.array(days[key]) for key in ("actual", "last_known", "mean_return"))
    before = history["rows"] - len(actual) - 1 + np.arange(len(actual) - 1)
    means = (mean[:-1] * before + actual[:-1] / last[:-1] - 1) / (before + 1)
    return figures(name, {"last_known": actual[:-1], "mean_return": means}, {"last_known": list(last[1:]), "mean_return": list(mean[1:])})


def pooled_by_day(histories, benchmark_of):
    """The Clark-West test of the mean over histories on each day, in units of each one's squared moves."""
    by_day, same = {}, True
    for dates, y, moved, mean in histories:
        benchmark = benchmark_of(mean)
        same = same and np.all(np.abs(moved - benchmark) <= 1e-9)
        f = ((y - benchmark) ** 2 - ((y - moved) ** 2 - (benchmark - moved) ** 2)) / (y**2).mean()
        for date, value in zip(dates, f):
            by_day.setdefault(date, []).append(value)
    means = np.array([np.mean(by_day[date]) for date in sorted(by_day)])
    found = forecast.t_value(means, forecast.lags_of(len(means)))
    return (0.0, 1.0) if same or not found else (found[2], scipy.stats.norm.sf(found[2]))


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
