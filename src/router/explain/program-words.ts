import type { FoundProgram } from '../find-program';
import type { Found } from '../text/phrases';
import type { Reading } from '../text/analyzer';
import type { ProgramFinding, ProgramWord } from './explanation';

const LEVELS = [
  ['name', (reading: Reading) => reading.programNames],
  ['hint', (reading: Reading) => reading.programHints],
  ['faint', (reading: Reading) => reading.faintHints],
] as const;

/** The words that gave a text its program, or that could not agree on one. */
export function findProgramWords(
  readings: readonly Reading[],
  margin: Reading,
  { program }: FoundProgram,
): ProgramFinding {
  for (const [by, foundIn] of LEVELS) {
    const found = [
      ...readings.flatMap((reading) => wordsOf(reading, foundIn(reading), false)),
      ...wordsOf(margin, foundIn(margin), true),
    ];
    if (found.length > 0) return { program, by, found };
  }
  return { program, by: null, found: [] };
}

function wordsOf(reading: Reading, found: readonly Found[], inMargin: boolean): ProgramWord[] {
  return found.map(({ id, at, length }) => {
    const typed = reading.tokens.slice(at, at + length).map((token) => token.typed);
    return { program: id, words: [...new Set(typed)].join(' '), inMargin };
  });
}
