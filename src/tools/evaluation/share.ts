/** A share of items with its 95% Wilson interval; null if there are no items. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The 97.5% quantile of the normal distribution. */
const Z = 1.959964;

/** The Wilson score interval. Source: E. B. Wilson, JASA 22 (1927), 209-212. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, value: null, low: null, high: null };
  const value = hits / of;
  const spread = Z * Math.sqrt((value * (1 - value)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  const middle = value + (Z * Z) / (2 * of);
  return {
    hits,
    of,
    value,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}
