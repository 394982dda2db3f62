/** So many halvings of the golden section leave a ten-thousandth of the span. */
const STEPS = 20;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The number between two positive bounds where a function is least that falls and then rises; by golden section, in
 * logarithms. Where the function moves a little, so does the number.
 */
export function leastOf(
  [from, to]: readonly [number, number],
  cost: (at: number) => number,
): number {
  let [low, high] = [Math.log(from), Math.log(to)];
  const costAt = (at: number): number => cost(Math.exp(at));
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [leftCost, rightCost] = [costAt(left), costAt(right)];
  for (let step = 0; step < STEPS; step += 1) {
    if (leftCost <= rightCost) {
      [high, right, rightCost] = [right, left, leftCost];
      left = high - GOLDEN * (high - low);
      leftCost = costAt(left);
    } else {
      [low, left, leftCost] = [left, right, rightCost];
      right = low + GOLDEN * (high - low);
      rightCost = costAt(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** What a total over so many items leaves to chance, per root of their number. */
const CHANCE = 0.25;

/**
 * The mean of candidates, each weighed by how near its cost comes to the least: exp(-excess / chance). The least alone
 * would jump from one candidate to another with a single item more; the mean moves by as little as the costs do.
 *
 * @param items how many the total cost is of
 * @param cost the total cost of a candidate
 */
export function meanOfCheap(
  candidates: readonly number[],
  items: number,
  cost: (candidate: number) => number,
): number {
  const costs = candidates.map(cost);
  const least = Math.min(...costs);
  const weights = costs.map((one) => Math.exp((least - one) / (CHANCE * Math.sqrt(items + 1))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return candidates.reduce((sum, one, at) => sum + one * (weights[at] ?? 0), 0) / total;
}
