import { neighbourOf } from './labels';
import { judgeOpenness, type Signs } from './openness';
import type { Candidate, RoutingBook, Thresholds, Utterance } from './types';

/** Probabilities gathered by route, of nothing fitting, and of a text that leaves open what it asks. */
export interface Belief {
  /** What the words alone say. */
  readonly unclear: number;
  /** Whether the text calls a program by name: then it is hardly about something else. */
  readonly named: boolean;
  /** How many words the text has. */
  readonly words: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** All neighbours together. */
  readonly none: number;
  /** The likeliest neighbour. */
  readonly neighbour: string | null;
}

export type Decision = 'answer' | 'clarify' | 'none';

const MOST_CANDIDATES = 3;

/** What the model says of a text. */
export interface Scored {
  /** One for each class. */
  readonly probabilities: ArrayLike<number>;
  readonly unclear: number;
  /** Whether the text calls a program by name. */
  readonly named: boolean;
  /** How many words the text has. */
  readonly words: number;
}

/**
 * Gathers the probabilities of the classes into candidates. Where a program is known and a route belongs to others,
 * its share goes to the route that the rule book names instead.
 */
export function gatherBelief(
  classes: readonly string[],
  { probabilities, unclear, named, words }: Scored,
  { book, program }: { book: RoutingBook; program: string | null },
): Belief {
  const shares = new Map<string, number>();
  let none = 0;
  let neighbour: { id: string; share: number } | undefined;
  classes.forEach((label, at) => {
    const share = probabilities[at] ?? 0;
    const id = neighbourOf(label);
    if (id === null) {
      const route = replaceForProgram(label, book, program);
      shares.set(route, (shares.get(route) ?? 0) + share);
      return;
    }
    none += share;
    if (neighbour === undefined || share > neighbour.share) {
      neighbour = { id, share };
    }
  });
  const candidates = [...shares]
    .map(([route, confidence]) => ({ route, program: programOf(route, book, program), confidence }))
    .sort((a, b) => b.confidence - a.confidence || (a.route < b.route ? -1 : 1));
  return { candidates, none, neighbour: neighbour?.id ?? null, unclear, named, words };
}

function replaceForProgram(route: string, book: RoutingBook, program: string | null): string {
  if (program === null) return route;
  return book.routes.find(({ id }) => id === route)?.insteadFor[program] ?? route;
}

/** A route that belongs to one program alone names it, whatever the text says. */
function programOf(route: string, book: RoutingBook, program: string | null): string | null {
  const own = book.routes.find(({ id }) => id === route)?.programs ?? [];
  return own.length === 1 && own[0] !== undefined ? own[0] : program;
}

/** Answers where one route stands out, asks where two or three share the belief, and is silent otherwise. */
export function decide(belief: Belief, thresholds: Thresholds, kind: Utterance['kind']): Decision {
  const bounds = thresholds[kind];
  const [first] = belief.candidates;
  const none = belief.named ? bounds.noneThoughNamed : bounds.none;
  if (first === undefined || belief.none >= none) return 'none';
  const isOpen = judgeOpenness(signsOf(belief), thresholds.openness) >= bounds.open;
  if (!isOpen && first.confidence >= bounds.answer) return 'answer';
  return offeredShare(belief) >= bounds.offer ? 'clarify' : 'none';
}

/** What tells whether the text leaves open what it asks. */
export function signsOf({ unclear, candidates, words }: Belief): Signs {
  const [first, second] = candidates;
  return { unclear, first: first?.confidence ?? 0, second: second?.confidence ?? 0, words };
}

/** The two or three routes that a question back offers: the third only where it is not far behind. */
export function offered(belief: Belief): readonly Candidate[] {
  const [, second, third] = belief.candidates;
  const hasThird = (third?.confidence ?? 0) >= 0.25 * (second?.confidence ?? 0);
  return belief.candidates.slice(0, hasThird ? MOST_CANDIDATES : 2);
}

function offeredShare(belief: Belief): number {
  return offered(belief).reduce((sum, { confidence }) => sum + confidence, 0);
}
