import { DualAscent } from './dual-ascent';
import type { Problem, Solution } from './problem';
import { orderOfPass } from './text-hash';

const MOST_PASSES = 60;
/**
 * Fits a multinomial logistic regression with an L2 penalty. The loss is convex and the penalty strictly so: there is
 * one optimum, which the passes approach whatever the order of the rows. A row more or less moves it a little, and
 * leaves the turns of the others as they are.
 */
export function fitLogisticRegression(problem: Problem): Solution {
  const { rows, tolerance } = problem;
  const ascent = new DualAscent(problem);
  const keys = rows.map(({ key }) => key);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let distance = 0;
    for (const at of orderOfPass(keys, pass)) distance += ascent.improve(at);
    if (distance <= tolerance ** 2 * rows.length) break;
  }
  return ascent.solution();
}
