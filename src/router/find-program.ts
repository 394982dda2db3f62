import type { ProgramMention, ProgramNames } from './types';
import type { Found } from './text/phrases';
import type { Analysis } from './text/analyzer';

/**
 * What the greeting and the signature add for a program, however many words of theirs suggest it: they may decide between
 * programs that the text suggests alike, and never outweigh one that it suggests more.
 */
const MARGIN = 0.5;
/** If several programs are named, one must be named this many times as often as the next. */
const CLEARLY = 2;

/** The program of a text, and how the text speaks of programs. */
export interface FoundProgram {
  readonly program: string | null;
  readonly mention: ProgramMention;
}

/**
 * Finds the program that a text names or suggests, or null. A name overrides any number of hints ("university",
 * "maintainer"), and a hint overrides faint hints ("project", "course"). If a text names several programs, the result
 * is null, unless one is named far more often.
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

/** Counts how often each program is named. Most texts name none, so the map is created on demand. */
function count(
  analyses: readonly Analysis[],
  boilerplateText: Analysis,
  foundIn: (analysis: Analysis) => readonly Found[],
): Counts {
  let counts: Map<string, number> | undefined;
  const add = (id: string, weight: number): void => {
    counts ??= new Map();
    counts.set(id, (counts.get(id) ?? 0) + weight);
  };
  for (const analysis of analyses) for (const { id } of foundIn(analysis)) add(id, 1);
  const inMargin = foundIn(boilerplateText);
  if (inMargin.length > 0) for (const id of idsOf(inMargin)) add(id, MARGIN);
  return counts ?? NONE;
}

function idsOf(found: readonly Found[]): ReadonlySet<string> {
  return new Set(found.map(({ id }) => id));
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
