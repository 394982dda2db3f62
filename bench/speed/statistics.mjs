/** The value in the middle. */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value that a share of all do not exceed; `share` is 0 to 1. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
