import { describe, expect, it } from '@jest/globals';
import { fitLogisticRegression } from '../../../src/router/training/logistic-regression';
import type { Problem, Row, Solution } from '../../../src/router/training/problem';
import { hashText } from '../../../src/router/training/text-hash';

const [FEATURES, CLASSES, LOSS_WEIGHT] = [6, 3, 4];

/** Rows of two features each, whose label goes with the first: nearly always. */
function makeRows(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => {
    const key = hashText(`row ${at}`);
    const label = at % 7 === 0 ? (at + 1) % CLASSES : at % CLASSES;
    return {
      indices: Uint32Array.from([at % CLASSES, CLASSES + (key % CLASSES)]),
      values: Float32Array.from([0.8, 0.6]),
      target: [[label, 1]],
      key,
    };
  });
}

function problemOf(rows: readonly Row[]): Problem {
  const size = { features: FEATURES, classes: CLASSES };
  return { rows, ...size, lossWeight: LOSS_WEIGHT, tolerance: 0.001 };
}

function farthest(one: Solution, other: Solution): number {
  return Math.max(...one.matrix.map((weight, at) => Math.abs(weight - (other.matrix[at] ?? 0))));
}

function probabilitiesOf({ indices, values }: Row, { matrix, bias }: Solution): number[] {
  const powers = Array.from(bias, (start, label) => {
    const score = indices.reduce((sum, feature, at) => {
      return sum + (values[at] ?? 0) * (matrix[feature * CLASSES + label] ?? 0);
    }, start);
    return Math.exp(score);
  });
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

describe('logistic regression', () => {
  it('comes to the optimum, where the penalty pulls as hard as the loss', () => {
    const rows = makeRows(200);
    const solution = fitLogisticRegression(problemOf(rows));
    const pull = new Float64Array(FEATURES * CLASSES);
    for (const row of rows) {
      probabilitiesOf(row, solution).forEach((probability, label) => {
        const target = row.target.find(([one]) => one === label)?.[1] ?? 0;
        row.indices.forEach((feature, at) => {
          const slot = feature * CLASSES + label;
          const value = row.values[at] ?? 0;
          pull[slot] = (pull[slot] ?? 0) + LOSS_WEIGHT * value * (target - probability);
        });
      });
    }

    pull.forEach((force, slot) => {
      expect(Math.abs(force - (solution.matrix[slot] ?? 0))).toBeLessThan(0.5);
    });
  });

  it('comes to the same weights whatever the order of the rows', () => {
    const rows = makeRows(200);
    const one = fitLogisticRegression(problemOf(rows));
    const other = fitLogisticRegression(problemOf([...rows].reverse()));

    expect(farthest(one, other)).toBeLessThan(0.01);
  });

  it('hardly moves with one row less', () => {
    const rows = makeRows(200);
    const all = fitLogisticRegression(problemOf(rows));
    const fewer = fitLogisticRegression(problemOf(rows.slice(1)));

    expect(farthest(all, fewer)).toBeLessThan(0.3);
  });
});
