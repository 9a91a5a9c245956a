"""What the parts of recompute_report.py share: figures beside what a report says, and how it is read."""

import json
import math
import numbers as kinds

import numpy as np


class Figure:
    """One figure: its name, what comes out here, what the report says. `slack` is how far chance may put the two
    apart; None where there is none in it."""

    def __init__(self, name, found, reported, slack=None):
        self.name, self.found, self.reported, self.slack = name, found, reported, slack

    def apart(self):
        found, reported = self.found, self.reported
        if isinstance(found, (bool, np.bool_, str)) or found is None or reported is None:
            return 0.0 if found == reported else math.inf
        if not (isinstance(found, kinds.Real) and isinstance(reported, kinds.Real)):
            return math.inf
        if not (math.isfinite(found) and math.isfinite(reported)):
            return math.inf
        return abs(found - reported) / max(1.0, abs(reported))

    def is_within(self):
        return self.apart() <= self.slack

    def __str__(self):
        return f"{self.name}: {self.found} here, {self.reported} in the report, {self.apart():.1e} apart"


def figures(name, found, reported):
    """All figures of two values of the same shape: numbers, words, lists and maps of them. What is in the report and
    not asked about is left alone; what is asked about has to be there."""
    if isinstance(found, dict):
        out = []
        for key, value in found.items():
            there = reported.get(key) if isinstance(reported, dict) else None
            out += figures(f"{name}.{key}", value, there)
        return out
    if isinstance(found, (list, tuple, np.ndarray)):
        if not isinstance(reported, list) or len(reported) != len(found):
            return [Figure(f"{name}, {len(found)} of them", 1.0, None)]
        if len(found) > 10 and all(isinstance(each, kinds.Real) for each in [*found, *reported]):
            # The one that is farthest apart stands for a long list.
            all_of_it = [Figure(f"{name}[{place}]", a, b) for place, (a, b) in enumerate(zip(found, reported))]
            return [max(all_of_it, key=Figure.apart)]
        pairs = enumerate(zip(found, reported))
        return [each for place, (a, b) in pairs for each in figures(f"{name}[{place}]", a, b)]
    return [Figure(name, found, reported)]


def test(pair):
    """A statistic and its p-value as a report has them; None where they are not defined."""
    return None if pair is None else {"statistic": pair[0], "p_value": pair[1]}


def read(file):
    with open(file, encoding="utf-8") as text:
        report = json.load(text)
    if report.get("schema") != "hindcast.report/1":
        raise SystemExit(f"{file}: no hindcast.report/1")
    if "test_days" not in report:
        raise SystemExit(f"{file}: older than the forecasts in reports; save it again")
    return report
