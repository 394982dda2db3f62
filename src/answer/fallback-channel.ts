import type { RuleBook } from '../rule-book/types';

/** The channel where a reader is sent when there is no answer, such as `#team`; null where it is no channel. */
export function fallbackChannel({ destinations, fallback }: RuleBook): string | null {
  const place = destinations[fallback];
  return place?.kind === 'slack' ? place.value : null;
}
