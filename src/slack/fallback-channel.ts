import type { OpenRuleBook } from '../loader/open-rule-book';
import { fallbackChannel } from '../answer/fallback-channel';

/** Where people ask when the bot fails, such as `#team`; the last one known where the rules are what fails. */
export function createFallbackChannel(rules: () => OpenRuleBook): () => string | null {
  let known: string | null = null;
  return () => {
    try {
      known = fallbackChannel(rules().book);
    } catch {
      // The rules may be what failed.
    }
    return known;
  };
}
