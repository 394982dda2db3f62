import { normalizeText } from '../../router/text/normalize-text';
import { stripSlackMarkup } from '../../router/text/slack-markup';

/** Of the words of a text, the share that another must hold to say the same: Slack shows mentions as names. */
const ENOUGH = 0.8;

/** Joins texts that a message shows, each once: a notification often repeats what the blocks say. */
export function joinWithoutRepeats(texts: readonly (string | null | undefined)[]): string {
  const kept: { text: string; words: ReadonlySet<string> }[] = [];
  for (const text of texts) {
    const words = wordsOf(text ?? '');
    if (text == null || words.size === 0 || kept.some((one) => holds(one.words, words))) continue;
    const isLonger = kept.findIndex((one) => holds(words, one.words));
    if (isLonger < 0) kept.push({ text, words });
    else kept.splice(isLonger, 1, { text, words });
  }
  return kept.map(({ text }) => text.trim()).join('\n');
}

function holds(whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  const found = [...part].filter((word) => whole.has(word)).length;
  return found / part.size >= ENOUGH;
}

function wordsOf(text: string): ReadonlySet<string> {
  const plain = stripSlackMarkup(normalizeText(text)).toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]+/gu));
}
