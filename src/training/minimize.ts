/** A smooth function: returns its value and writes its gradient. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly scale: number;
}

const MEMORY = 8;
const SUFFICIENT = 1e-4;

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
  let at = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(at, gradient);
  const steps: Step[] = [];
  for (let iteration = 1; iteration <= iterations; iteration += 1) {
    const direction = descend(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope >= 0) return { at, value, iterations: iteration };
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let nextValue = Infinity;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      for (let i = 0; i < size; i += 1)
        next[i] = (at[i] as number) + length * (direction[i] as number);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * length * slope) break;
      length /= 2;
    }
    if (nextValue >= value) return { at, value, iterations: iteration };
    remember(steps, subtract(next, at), subtract(nextGradient, gradient));
    const gain = (value - nextValue) / Math.max(1, Math.abs(value));
    at = next;
    gradient = nextGradient;
    value = nextValue;
    if (gain < tolerance) return { at, value, iterations: iteration };
  }
  return { at, value, iterations };
}

function remember(steps: Step[], moved: Float64Array, turned: Float64Array): void {
  const curvature = dot(moved, turned);
  if (curvature <= 1e-12) return;
  steps.push({ moved, turned, scale: 1 / curvature });
  if (steps.length > MEMORY) steps.shift();
}

function descend(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((entry) => -entry);
  const shares: number[] = [];
  for (const { moved, turned, scale } of [...steps].reverse()) {
    const share = scale * dot(moved, direction);
    shares.push(share);
    addScaled(direction, turned, -share);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = dot(last.moved, last.turned) / dot(last.turned, last.turned);
    for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] as number) * scale;
  }
  for (const { moved, turned, scale } of steps) {
    const share = shares.pop() ?? 0;
    addScaled(direction, moved, share - scale * dot(turned, direction));
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addScaled(target: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i += 1)
    target[i] = (target[i] as number) + factor * (other[i] as number);
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((entry, i) => entry - (b[i] as number));
}
