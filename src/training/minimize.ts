/** A smooth function: returns its value and writes its gradient. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

/** One remembered step: how far it went, how the gradient turned on the way, and 1 / their product. */
interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  scale: number;
}

/** A point with its value and gradient. */
interface Point {
  readonly at: Float64Array;
  readonly gradient: Float64Array;
  value: number;
}

const MEMORY = 5;
const SUFFICIENT = 1e-4;
const ATTEMPTS = 20;

/**
 * Finds a minimum by limited-memory BFGS with backtracking (Nocedal & Wright, Numerical Optimization, 2nd ed.,
 * algorithm 7.4): the same start gives the same result, step by step.
 *
 * @param tolerance stops when an iteration improves the value by less than this share of it
 */
export function minimize(
  objective: Objective,
  start: Float64Array,
  { iterations, tolerance }: { iterations: number; tolerance: number },
): Minimum {
  const size = start.length;
  let here: Point = { at: Float64Array.from(start), gradient: new Float64Array(size), value: 0 };
  let there: Point = { at: new Float64Array(size), gradient: new Float64Array(size), value: 0 };
  const direction = new Float64Array(size);
  const steps: Step[] = [];
  here.value = objective(here.at, here.gradient);
  for (let iteration = 1; iteration <= iterations; iteration += 1) {
    descend(here.gradient, steps, direction);
    const slope = dot(direction, here.gradient);
    if (slope >= 0) return { at: here.at, value: here.value, iterations: iteration };
    const length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    if (!advance(objective, { here, there, direction, slope, length })) {
      return { at: here.at, value: here.value, iterations: iteration };
    }
    remember(steps, here, there);
    const gain = (here.value - there.value) / Math.max(1, Math.abs(here.value));
    [here, there] = [there, here];
    if (gain < tolerance) return { at: here.at, value: here.value, iterations: iteration };
  }
  return { at: here.at, value: here.value, iterations };
}

interface Line {
  readonly here: Point;
  readonly there: Point;
  readonly direction: Float64Array;
  readonly slope: number;
  readonly length: number;
}

/** Goes along the direction, half as far at each attempt, until the value falls enough; false where it never does. */
function advance(objective: Objective, line: Line): boolean {
  const { here, there, direction, slope } = line;
  let { length } = line;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    for (let i = 0; i < direction.length; i += 1) {
      there.at[i] = (here.at[i] as number) + length * (direction[i] as number);
    }
    there.value = objective(there.at, there.gradient);
    if (there.value <= here.value + SUFFICIENT * length * slope) return true;
    length /= 2;
  }
  return there.value < here.value;
}

function remember(steps: Step[], from: Point, to: Point): void {
  const size = from.at.length;
  const step = steps.length < MEMORY ? newStep(size) : (steps.shift() as Step);
  for (let i = 0; i < size; i += 1) {
    step.moved[i] = (to.at[i] as number) - (from.at[i] as number);
    step.turned[i] = (to.gradient[i] as number) - (from.gradient[i] as number);
  }
  const curvature = dot(step.moved, step.turned);
  if (curvature <= 1e-12) return;
  step.scale = 1 / curvature;
  steps.push(step);
}

function newStep(size: number): Step {
  return { moved: new Float64Array(size), turned: new Float64Array(size), scale: 0 };
}

/** Writes the direction of the next step: the gradient, bent by what the last steps showed. */
function descend(gradient: Float64Array, steps: readonly Step[], direction: Float64Array): void {
  for (let i = 0; i < direction.length; i += 1) direction[i] = -(gradient[i] as number);
  const shares: number[] = [];
  for (const { moved, turned, scale } of [...steps].reverse()) {
    const share = scale * dot(moved, direction);
    shares.push(share);
    addScaled(direction, turned, -share);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.scale * dot(last.turned, last.turned));
    for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] as number) * scale;
  }
  for (const { moved, turned, scale } of steps) {
    addScaled(direction, moved, (shares.pop() ?? 0) - scale * dot(turned, direction));
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addScaled(target: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i += 1) {
    target[i] = (target[i] as number) + factor * (other[i] as number);
  }
}
