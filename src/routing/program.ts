import type { Reading } from './words/reader';
import type { ProgramNames } from './types';

/** A name decides over any number of hints; words in the margin (greeting, signature) count less. */
const SCORE = { name: 10, hint: 1, margin: 0.5 } as const;

/**
 * The program that a text names or suggests, or null. A program's name outweighs hints ("university", "maintainer");
 * where two fit equally well, none is taken.
 */
export function findProgram(
  readings: readonly Reading[],
  margin: Reading,
  programs: readonly ProgramNames[],
): string | null {
  const scores = new Map<string, number>();
  const add = (id: string, score: number): void => {
    scores.set(id, (scores.get(id) ?? 0) + score);
  };
  for (const reading of readings) addReading(reading, 1, add);
  addReading(margin, SCORE.margin, add);
  const ranked = programs
    .map(({ id }) => ({ id, score: scores.get(id) ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || first.score === second?.score) return null;
  return first.id;
}

function addReading(
  reading: Reading,
  factor: number,
  add: (id: string, score: number) => void,
): void {
  for (const { id, length } of reading.programNames) add(id, factor * (SCORE.name + length));
  for (const { id, length } of reading.programHints) add(id, factor * SCORE.hint * length);
}
