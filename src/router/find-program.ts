import type { ProgramMention, ProgramNames } from './types';
import type { Found } from './text/phrases';
import type { Analysis } from './text/analyzer';

/** Words in the margin (greeting, signature, quotes) count less than those of the text itself. */
const MARGIN = 0.5;
/** How many times as often as the next program one must be named, where several are. */
const CLEARLY = 2;

/** The program of a text, and how the text speaks of programs. */
export interface FoundProgram {
  readonly program: string | null;
  readonly mention: ProgramMention;
}

/**
 * The program that a text names or suggests, or null. A name decides over any number of hints ("university",
 * "maintainer"), and a hint over faint ones ("project", "course"). Where several programs are named, none is meant,
 * unless one is named far more often.
 */
export function findProgram(
  analyses: readonly Analysis[],
  boilerplateText: Analysis,
  programs: readonly ProgramNames[],
): FoundProgram {
  const names = count(analyses, boilerplateText, (analysis) => analysis.programNames);
  if (names.size > 0) return { program: leader(names, programs, CLEARLY), mention: 'named' };
  const hints = count(analyses, boilerplateText, (analysis) => analysis.programHints);
  if (hints.size > 0) return { program: leader(hints, programs, 1), mention: 'suggested' };
  const faint = count(analyses, boilerplateText, (analysis) => analysis.faintHints);
  return { program: leader(faint, programs, 1), mention: 'absent' };
}

type Counts = ReadonlyMap<string, number>;

const NONE: Counts = new Map();

/** Programs by how often they are named; most texts name none, and need no map for that. */
function count(
  analyses: readonly Analysis[],
  boilerplateText: Analysis,
  foundIn: (analysis: Analysis) => readonly Found[],
): Counts {
  let counts: Map<string, number> | undefined;
  const add = (found: readonly Found[], weight: number): void => {
    if (found.length === 0) return;
    counts ??= new Map();
    for (const { id } of found) counts.set(id, (counts.get(id) ?? 0) + weight);
  };
  for (const analysis of analyses) add(foundIn(analysis), 1);
  add(foundIn(boilerplateText), MARGIN);
  return counts ?? NONE;
}

/** The program that leads by the factor asked for; null where none does. */
function leader(counts: Counts, programs: readonly ProgramNames[], factor: number): string | null {
  let [first, most, next] = [null as string | null, 0, 0];
  for (const { id } of programs) {
    const times = counts.get(id) ?? 0;
    if (times > most) [first, most, next] = [id, times, most];
    else if (times > next) next = times;
  }
  return most > next && most >= factor * next ? first : null;
}
