import { FURNITURE_QUESTIONS, type FurniturePattern, SMALL_PRINT } from './furniture-patterns';
import { onOneLine, splitSentences } from './sentences';
import { isClosing, isGreeting } from './salutations';

/** A letter's lines, and those around it that decide nothing. */
export interface WithoutFurniture {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Takes notices, banners, footers, and the like out of a letter, a paragraph at a time: they are wrapped anywhere, so a
 * line alone does not tell. A letter that would have nothing left is kept whole.
 */
export function dropFurniture(lines: readonly string[]): WithoutFurniture {
  const [kept, dropped]: [string[], string[]] = [[], []];
  for (const paragraph of paragraphsOf(lines)) {
    const parts = furnitureIn(paragraph);
    kept.push(...parts.kept);
    dropped.push(...parts.dropped);
  }
  const isEmptied = dropped.length > 0 && !kept.some((line) => /\p{L}{2}/u.test(line));
  return isEmptied ? { kept: lines, dropped: [] } : { kept, dropped };
}

/** Lines that belong together: an empty line, a greeting, a closing, or a line of legal notices begins another paragraph. */
function paragraphsOf(lines: readonly string[]): readonly string[][] {
  const paragraphs: string[][] = [[]];
  let isNotice = false;
  for (const line of lines) {
    const found = furnitureOf(line.slice(0, LONGEST_SENTENCE));
    if (standsAlone(line) || (!isNotice && beginsFurniture(line, found))) {
      paragraphs.push([]);
      isNotice = false;
    }
    paragraphs.at(-1)?.push(line);
    if (isGreeting(line)) paragraphs.push([]);
    isNotice ||= found?.fills === 'paragraph';
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function standsAlone(line: string): boolean {
  return line.trim() === '' || isGreeting(line) || isClosing(line);
}

/** Whether legal notices begins with a line, rather than continues in it: a wrapped notice continues in lowercase. */
function beginsFurniture(line: string, found: FurniturePattern | undefined): boolean {
  if (found === undefined) return false;
  return found.fills === 'sentence' || /^[^\p{L}]{0,8}\p{Lu}/u.test(line);
}

/** Longer sentences are looked at in their beginning; in characters. */
const LONGEST_SENTENCE = 400;

function furnitureIn(paragraph: readonly string[]): WithoutFurniture {
  const sentences = splitSentences(onOneLine(paragraph.join('\n')));
  const found = sentences.map(furnitureOf);
  if (found.every((one) => one === undefined)) return { kept: paragraph, dropped: [] };
  const notice = found.findIndex((one) => one?.fills === 'paragraph');
  const isDropped = (sentence: string, at: number): boolean =>
    found[at] !== undefined || (notice >= 0 && at > notice && !isOwnRequest(sentence));
  return {
    kept: ['', ...sentences.filter((sentence, at) => !isDropped(sentence, at))],
    dropped: sentences.filter(isDropped),
  };
}

function furnitureOf(sentence: string): FurniturePattern | undefined {
  const patterns = isQuestion(sentence) ? FURNITURE_QUESTIONS : SMALL_PRINT;
  const found = patterns.find(({ pattern }) => pattern.test(sentence));
  return found?.fills === 'sentence' && OWN_REQUEST.test(sentence) ? undefined : found;
}

function isQuestion(sentence: string): boolean {
  return sentence.trimEnd().endsWith('?');
}

/** Behind legal notices, only a request of the writer's own is read. */
function isOwnRequest(sentence: string): boolean {
  return isQuestion(sentence) || OWN_REQUEST.test(sentence);
}

const OWN_REQUEST =
  /\b(?:we|i)(?:'d|'ll)? (?:would like|would love|like to|love to|want to|wanted to|need to|need a|hope to|wish to|am writing|are writing)\b/i;
