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

/** How far values lie apart, as a share of their median. */
export function spread(values) {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/**
 * How many times longer `slow` takes than `fast`: the median, least and largest over the rounds of their
 * ratio within a round, so that a disturbance of the machine, which meets both, cancels.
 */
export function ratio(slow, fast) {
  const { median, low, high } = summary(slow.values.map((value, round) => value / fast.values[round]));
  return { median, low, high };
}

/** The fastest of the rows that have these ids and were measured. */
export function best(rows, ids) {
  const found = rows.filter(({ id, ms }) => ms && ids.includes(id));
  return found.sort((a, b) => a.ms.median - b.ms.median)[0];
}
