import type { ProgramNames } from './types';
import type { Found } from './words/phrases';
import type { Reading } from './words/reader';

/** Words in the margin (greeting, signature, quotes) count less than those of the text itself. */
const MARGIN = 0.5;
/** How many times as often as the next program one must be named, where several are. */
const CLEARLY = 2;

/** The program of a text, and whether the text calls any program by name. */
export interface FoundProgram {
  readonly program: string | null;
  readonly named: boolean;
}

/**
 * The program that a text names or suggests, or null. A name decides over any number of hints ("university",
 * "maintainer"), and a hint over faint ones ("project", "course"). Where several programs are named, none is meant,
 * unless one is named far more often.
 */
export function findProgram(
  readings: readonly Reading[],
  margin: Reading,
  programs: readonly ProgramNames[],
): FoundProgram {
  const names = count(readings, margin, (reading) => reading.programNames);
  if (names.size > 0) return { program: leader(names, programs, CLEARLY), named: true };
  const hints = count(readings, margin, (reading) => reading.programHints);
  if (hints.size > 0) return { program: leader(hints, programs, 1), named: false };
  const faint = count(readings, margin, (reading) => reading.faintHints);
  return { program: leader(faint, programs, 1), named: false };
}

type Counts = ReadonlyMap<string, number>;

function count(
  readings: readonly Reading[],
  margin: Reading,
  foundIn: (reading: Reading) => readonly Found[],
): Counts {
  const counts = new Map<string, number>();
  const add = (reading: Reading, weight: number): void => {
    for (const { id } of foundIn(reading)) counts.set(id, (counts.get(id) ?? 0) + weight);
  };
  for (const reading of readings) add(reading, 1);
  add(margin, MARGIN);
  return counts;
}

/** The program that leads by the factor asked for; null where none does. */
function leader(counts: Counts, programs: readonly ProgramNames[], factor: number): string | null {
  const ranked = programs
    .map(({ id }) => ({ id, times: counts.get(id) ?? 0 }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times);
  const [first, second] = ranked;
  if (first === undefined) return null;
  if (second === undefined) return first.id;
  return first.times > second.times && first.times >= factor * second.times ? first.id : null;
}
