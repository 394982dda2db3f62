import type { OpenedRules } from '../cache/open-rules';
import { fallbackChannel } from '../replies/fallback-channel';

/** Where people ask when the bot fails, such as `#team`; the last one known where the rules are what fails. */
export function placeToAsk(rules: () => OpenedRules): () => string | null {
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
