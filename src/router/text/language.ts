import type { Utterance } from '../types';
import type { Analysis } from './analyzer';

/** Fewer words tell nothing of a language: names and numbers stand in every one, and a hasty question drops the rest. */
const LEAST_WORDS = { email: 12, question: 20 } as const;
/** Of a letter's words, the least share that are the rules' function words; English letters have a third to a half. */
const LEAST_SHARE = 0.15;
const MOST_WORDS = 150;

/**
 * Whether a text seems to be in another language than the rules: hardly any of its words is one of the function words
 * that the rules know. Short texts are taken as readable.
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
  const counted = isPlain
    ? countRead(analyses)
    : countLetters(segments.flatMap(({ text }) => wordsOf(text)).slice(0, MOST_WORDS), stopWords);
  return counted.words >= LEAST_WORDS[kind] && counted.known / counted.words < LEAST_SHARE;
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
