// Medians, and ratios of what was measured side by side.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function summary(values) {
  return { median: median(values), low: Math.min(...values), high: Math.max(...values), values };
}

/**
 * How many times longer `slow` takes than `fast`: the median over the rounds of their ratio within a
 * round, so that a disturbance of the machine, which meets both, cancels.
 */
export function ratio(slow, fast) {
  return median(slow.values.map((value, round) => value / fast.values[round]));
}
