import { createRouter, type Router } from '../../router/router';
import type { RoutingBook } from '../../router/types';
import { train } from '../../router/training/train';
import type { Pairs } from './pairs';

/** How often the right label is the likeliest, and one of the three likeliest; null over no text. */
export interface PairScores {
  readonly top1: number | null;
  readonly top3: number | null;
  /** How many texts were asked. */
  readonly n: number;
}

/** Learns from the training pairs alone, and asks the others; those without a label are left out. Takes seconds. */
export function scorePairs({ train: taught, test }: Pairs): PairScores {
  const book = bareBook(taught.map(([, label]) => label));
  const examples = taught.map(([text, label]) => ({ text, labels: [label] }));
  const router = createRouter(book, train(book, examples));
  const places = test.flatMap(([text, label]) => {
    return label === null ? [] : [likeliest(router, text).indexOf(label)];
  });
  const n = places.length;
  const share = (hits: number): number | null => (n === 0 ? null : hits / n);
  return {
    top1: share(places.filter((place) => place === 0).length),
    top3: share(places.filter((place) => place >= 0).length),
    n,
  };
}

/** The three likeliest routes, best first. */
function likeliest(router: Router, text: string): string[] {
  const { contenders } = router.explain(text);
  return contenders.filter(({ kind }) => kind === 'route').map(({ id }) => id);
}

/** A rule book of routes alone, without programs, words or out-of-scope intents. */
function bareBook(labels: readonly string[]): RoutingBook {
  const routes = [...new Set(labels)].map((id) => {
    return { id, topic: '', programs: [], insteadFor: {}, asks: [], emailAction: null };
  });
  const words = { abbreviations: {}, concepts: [], idioms: [], stopWords: [], hiddenWords: [] };
  return { routes, outOfScopeIntents: [], programs: [], ...words };
}
