import type { FoundProgram } from '../find-program';
import type { Found } from '../text/phrases';
import type { Analysis } from '../text/analyzer';
import type { ProgramFinding, ProgramWord } from './explanation';

const LEVELS = [
  ['name', (analysis: Analysis) => analysis.programNames],
  ['hint', (analysis: Analysis) => analysis.programHints],
  ['faint', (analysis: Analysis) => analysis.faintHints],
] as const;

/** The words that determine the program of a text, or that suggest different programs. */
export function findProgramWords(
  analyses: readonly Analysis[],
  margin: Analysis,
  { program }: FoundProgram,
): ProgramFinding {
  for (const [by, foundIn] of LEVELS) {
    const found = [
      ...analyses.flatMap((analysis) => wordsOf(analysis, foundIn(analysis), false)),
      ...wordsOf(margin, foundIn(margin), true),
    ];
    if (found.length > 0) return { program, by, found };
  }
  return { program, by: null, found: [] };
}

function wordsOf(analysis: Analysis, found: readonly Found[], inMargin: boolean): ProgramWord[] {
  return found.map(({ id, at, length }) => {
    const typed = analysis.tokens.slice(at, at + length).map((token) => token.typed);
    return { program: id, words: [...new Set(typed)].join(' '), inMargin };
  });
}
