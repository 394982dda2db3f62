import { describe, expect, it } from '@jest/globals';
import { leastOf, meanOfCheap } from '../../../src/router/training/search';

describe('leastOf', () => {
  it('finds where a function is least', () => {
    expect(leastOf([0.1, 5], (at) => (at - 0.7) ** 2)).toBeCloseTo(0.7, 3);
  });

  it('stops at a bound where the function only falls', () => {
    expect(leastOf([0.1, 5], (at) => -at)).toBeCloseTo(5, 2);
  });
});

describe('meanOfCheap', () => {
  const candidates = [0.1, 0.2, 0.3];

  it('is near the cheapest where that is much cheaper', () => {
    expect(meanOfCheap(candidates, 100, (at) => (at === 0.2 ? 0 : 90))).toBeCloseTo(0.2, 6);
  });

  it('lies between two that cost the same, and moves little where one gets cheaper', () => {
    const between = meanOfCheap([0.1, 0.2], 10_000, () => 50);
    const moved = meanOfCheap([0.1, 0.2], 10_000, (at) => (at === 0.1 ? 49 : 50));

    expect(between).toBeCloseTo(0.15, 6);
    expect(moved).toBeLessThan(between);
    expect(between - moved).toBeLessThan(0.002);
  });
});
