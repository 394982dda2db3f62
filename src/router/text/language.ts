import type { Utterance } from '../types';
import type { Analysis } from './analyzer';
import { FOREIGN_WORDS } from './foreign-words';

/** Where no other language is recognized, fewer words tell nothing: names and numbers stand in every language. */
const LEAST_WORDS = { email: 12, question: 20 } as const;
/** Of a letter's words, the least share that are the rules' function words; English letters have a third to a half. */
const LEAST_SHARE = 0.15;
const MOST_WORDS = 150;

/** A text of so many words is recognized by the small words of another language. */
const LEAST_RECOGNIZED = 5;
/** Of a text's words, the least share that are such words; in its own language a text has a third to a half. */
const LEAST_FOREIGN_SHARE = 0.3;

/**
 * Whether a text seems to be in another language than the rules: many of its words are small words of that language, or
 * hardly any is one of the function words that the rules know. Shorter texts are taken as readable.
 *
 * @param analyses of its segments
 * @param stopWords the rules' function words, in lower case
 */
export function isOtherLanguage(
  { segments, kind }: Utterance,
  analyses: readonly Analysis[],
  stopWords: ReadonlySet<string>,
): boolean {
  const isPlain = segments.every(({ text }) => ASCII.test(text));
  if (!isPlain && isUnspaced(segments)) return true;
  const words = segments.flatMap(({ text }) => wordsOf(text)).slice(0, MOST_WORDS);
  if (isRecognized(words, stopWords)) return true;
  const counted = isPlain ? countRead(analyses) : countLetters(words, stopWords);
  return counted.words >= LEAST_WORDS[kind] && counted.known / counted.words < LEAST_SHARE;
}

/** Whether the small words of one other language outweigh those of the rules' language. */
function isRecognized(words: readonly string[], stopWords: ReadonlySet<string>): boolean {
  if (words.length < LEAST_RECOGNIZED) return false;
  const known = words.filter((word) => stopWords.has(word)).length;
  return Object.values(FOREIGN_WORDS).some((foreign) => {
    const found = words.filter((word) => foreign.has(word) && !stopWords.has(word)).length;
    return found >= 2 && found > known && found / words.length >= LEAST_FOREIGN_SHARE;
  });
}

interface Counted {
  readonly words: number;
  /** How many of them are function words. */
  readonly known: number;
}

/** Counts the words that the reader found: it finds those of the plain alphabet. */
function countRead(analyses: readonly Analysis[]): Counted {
  let [words, known] = [0, 0];
  for (const { tokens } of analyses) {
    for (const { filler } of tokens) {
      if (words === MOST_WORDS) break;
      words += 1;
      if (filler) known += 1;
    }
  }
  return { words, known };
}

function countLetters(words: readonly string[], stopWords: ReadonlySet<string>): Counted {
  return { words: words.length, known: words.filter((word) => stopWords.has(word)).length };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
}

const ASCII = /^[\0-\x7f]*$/;

/** Thai, Japanese kana, and the characters that Chinese and Japanese share. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/g;

/** Languages without spaces between words: a few letters are a sentence. */
function isUnspaced(segments: Utterance['segments']): boolean {
  const letters = segments.map(({ text }) => text.slice(0, 1000).match(UNSPACED)?.length ?? 0);
  return letters.reduce((sum, count) => sum + count, 0) >= LEAST_WORDS.email;
}
