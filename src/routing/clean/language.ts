import type { Utterance } from '../types';

/** Fewer words tell nothing of a language: names and numbers stand in every one, and a hasty question drops the rest. */
const LEAST_WORDS = { letter: 12, question: 20 } as const;
/** Of a letter's words, the least share that are the rules' function words; English letters have a third to a half. */
const LEAST_SHARE = 0.15;
const MOST_WORDS = 150;

/**
 * Whether a text seems to be in another language than the rules: hardly any of its words is one of the function words
 * that the rules know. Short texts are taken as readable.
 *
 * @param fillers the rules' function words, in lower case
 */
export function isForeign({ segments, kind }: Utterance, fillers: ReadonlySet<string>): boolean {
  if (isShort(segments, kind)) return false;
  const words = segments.flatMap(({ text }) => wordsOf(text)).slice(0, MOST_WORDS);
  if (isUnspaced(segments)) return true;
  if (words.length < LEAST_WORDS[kind]) return false;
  const known = words.filter((word) => fillers.has(word)).length;
  return known / words.length < LEAST_SHARE;
}

/** Looking for plain letters takes half as long. */
function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  if (ASCII.test(text)) return lower.match(/[a-z][a-z']*/g) ?? [];
  return lower.match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
}

/** So many characters hold a word and the space after it, at least on the whole. */
const SHORTEST_WORD = 4;

/** Whether a text is too short to hold enough words: most questions are, and counting words takes longer. */
function isShort(segments: Utterance['segments'], kind: Utterance['kind']): boolean {
  const length = segments.reduce((sum, { text }) => sum + text.length, 0);
  return (
    length < SHORTEST_WORD * LEAST_WORDS[kind] && segments.every(({ text }) => ASCII.test(text))
  );
}

const ASCII = /^[\0-\x7f]*$/;

/** Thai, Japanese kana, and the characters that Chinese and Japanese share. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/g;

/** Languages without spaces between words: a few letters are a sentence. */
function isUnspaced(segments: Utterance['segments']): boolean {
  const letters = segments.map(({ text }) => text.slice(0, 1000).match(UNSPACED)?.length ?? 0);
  return letters.reduce((sum, count) => sum + count, 0) >= LEAST_WORDS.letter;
}
