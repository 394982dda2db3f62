import { normalizeText } from '../../../router/text/normalize-text';
import { stripSlackMarkup } from '../../../router/text/slack-markup';

/** The words of "can you help?", "where does this go?", "this one, please", and "who takes it?". */
const POINTING: ReadonlySet<string> = new Set(
  `a about above advice all also an and answer any anyone are as ask assist at back be bot bump can check could do does
  dont earlier else fit for fwd fyi get give go goes guide guys handle have hello help here hey hi how i idea ideas if in
  is it its know let look looks may me message mind my need not of ok on one opinion our out over own owns pass please
  pls plz post question read reply respond right route routing say see send shall should so someone something sort take
  takes team tell thanks that the them these they thing this thoughts thread to us want we what whats when where which
  who whom whos why with would you your`.split(/\s+/),
);
/** A longer text says something itself. */
const MOST_WORDS = 12;

/**
 * Whether a text only points at what stands above it: "can you help?", "?", "^", "where does this go?". It has no word
 * of its own.
 */
export function isPointing(text: string): boolean {
  const plain = stripSlackMarkup(normalizeText(text)).toLowerCase().replace(/['’]/g, '');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.length <= MOST_WORDS && words.every((word) => POINTING.has(word) || /^\d$/.test(word))
  );
}
