/** Length of the longest text that is measured. */
const LENGTH = 250_000;
/** Lengths in the order they are measured: each is eight times the one before. */
const LENGTHS = [LENGTH / 64, LENGTH / 8, LENGTH];
/** Eight times the text may take this many times as long: 8 is linear, 64 is quadratic, the rest is noise. */
const MOST = 32;
/** A run below this many milliseconds says nothing about growth: the clock and the collector weigh more. */
const TOO_SHORT = 25;

/**
 * The texts on which some work takes far longer than in proportion to their length. Each length is compared with an
 * eighth of it in the same run, so the speed of the machine does not count.
 *
 * @param pieces short texts, each repeated to a long one
 */
export function findSuperlinear(
  work: (text: string) => unknown,
  pieces: readonly string[],
): string[] {
  work('Who owns the account of a customer, and how do they renew?');
  return pieces.filter((piece) => growsTooFast(work, piece));
}

function growsTooFast(work: (text: string) => unknown, piece: string): boolean {
  let before = Infinity;
  for (const length of LENGTHS) {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const ms = leastMs(() => work(text));
    if (ms > TOO_SHORT && ms > MOST * before) return true;
    before = ms;
  }
  return false;
}

/** The shortest of three runs, in milliseconds of processor time. */
function leastMs(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
