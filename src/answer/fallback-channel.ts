import type { RuleBook } from '../rule-book/types';

/** The channel to point a reader to when there is no answer, such as `#team`; null if the fallback is not a channel. */
export function fallbackChannel({ destinations, fallback }: RuleBook): string | null {
  const place = destinations[fallback];
  return place?.kind === 'slack' ? place.value : null;
}
