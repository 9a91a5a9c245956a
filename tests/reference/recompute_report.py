"""Computes a downloaded report again, from its prices and forecasts, and says by how much each figure differs:

    python tests/reference/recompute_report.py report.json
    python tests/reference/recompute_report.py --quiet report.json ...    the largest of each part only

It exits with 1 where a figure that has no chance in it is off by more than a millionth, of itself or, of figures
below 1, of 1. What a bootstrap draws comes of other random numbers here, so it is held to what chance allows, and
listed apart. docs/method.md has the formulas.

    pip install numpy scipy statsmodels arch scoringrules
"""

import math
import sys

import numpy as np

import report_parts as parts
from report_run import Run, run_parts
from report_studies import study_parts

LARGEST = 1e-6


def check(file, quiet):
    """The largest difference without chance, and whether all that chance moves is within it."""
    run = Run(parts.read(file))
    largest, by_chance = 0.0, True
    print(f"{file}: {run.report['settings']['source']}, {len(run.prices)} prices, {len(run.test)} test days")
    for name, figures in [*run_parts(run), *study_parts(run)]:
        exact = [figure for figure in figures if figure.slack is None]
        drawn = [figure for figure in figures if figure.slack is not None]
        worst = max((figure.apart() for figure in exact), default=0.0)
        largest = max(largest, worst)
        print(f"  {name}: {len(exact)} figures, largest difference {worst:.1e}")
        for figure in figures:
            if not quiet or (figure.slack is None and figure.apart() > LARGEST):
                print(f"    {figure}")
        if drawn:
            within = all(figure.is_within() for figure in drawn)
            by_chance = by_chance and within
            said = "within chance" if within else "BEYOND CHANCE"
            print(f"  {name}, drawn anew: {len(drawn)} figures, {said}")
    print(f"  largest difference: {largest:.1e}\n")
    return largest, by_chance


def main():
    files = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if not files:
        sys.exit(__doc__)
    np.seterr(divide="ignore", invalid="ignore")
    results = [check(file, "--quiet" in sys.argv) for file in files]
    largest = max(result[0] for result in results)
    if len(files) > 1:
        print(f"largest difference of all reports: {largest:.1e}")
    if not largest <= LARGEST or math.isnan(largest) or not all(result[1] for result in results):
        sys.exit(1)


if __name__ == "__main__":
    main()
