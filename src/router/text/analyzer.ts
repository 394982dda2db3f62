import type { FeatureIndex } from '../model/feature-index';
import type { RoutingBook } from '../types';
import { type Found, indexPhrases, type Phrase, type PhraseEntry } from './phrases';
import { remember } from './memoize-words';
import type { Speller } from './spelling';
import { stem } from './stem';
import { matchWords, splitWords, tidyWord } from './tokens';

/**
 * A word with everything that is known about it, regardless of the text. It is one object with the most used fields
 * first, because each step to another object can cause a cache miss.
 */
export interface Token {
  /** Its index in the model. */
  readonly number: number;
  /** Its row in the model, or `UNKNOWN`. */
  readonly row: number;
  /** Whether it is a stop word. */
  readonly filler: boolean;
  /** Whether it negates the following words. */
  readonly negates: boolean;
  /** Phrases that begin with it, or null. */
  readonly phrases: readonly Phrase<List>[] | null;
  readonly stem: string;
  /** Whether it is never shown as a matched word. */
  readonly hidden: boolean;
  /** The typed word in lowercase. */
  readonly typed: string;
}

/** A concept that a text uses; its number in the model tells whether it is negated. */
export interface FoundConcept extends Found {
  readonly number: number;
}

/** A piece of text as the router sees it. */
export interface Analysis {
  readonly tokens: readonly Token[];
  readonly concepts: readonly FoundConcept[];
  readonly programNames: readonly Found[];
  readonly programHints: readonly Found[];
  readonly faintHints: readonly Found[];
  /** Words that a route adds a sentence for; the id is `askId`'s. */
  readonly asks: readonly Found[];
  /** What counts in place of the tokens that name a program: a word for it, and null for the rest of a phrase. */
  readonly masks: readonly (Token | null | undefined)[] | null;
}

type List = 'concept' | 'name' | 'hint' | 'faint' | 'idiom' | 'ask';

/** Names one list of words among a route's `asks`. */
export function askId(route: string, index: number): string {
  return `${route}#${index}`;
}

/** Reads pieces of text with a rule book's words: abbreviations, concepts and the programs' names. */
export interface Analyzer {
  read(text: string): Analysis;
  /** The words that a typed one is read as: corrected, and written out. */
  readWord(typed: string): readonly string[];
  readonly stopWords: ReadonlySet<string>;
  /** The row of what is no word of a text: its kind, its program. */
  readonly rowOf: (name: string) => number;
}

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'dont',
  'doesnt',
  'cant',
  'cannot',
  'isnt',
  'wont',
  'arent',
  'didnt',
  'without',
  'nobody',
  'nothing',
  'noone',
]);
const NEGATION_REACH = 3;

interface Known {
  /** Corrects slips. */
  readonly speller: Speller;
  /** Tells which words the model knows. */
  readonly index: FeatureIndex;
}

export function createAnalyzer(book: RoutingBook, { speller, index }: Known): Analyzer {
  const abbreviations = new Map(
    Object.entries(book.abbreviations).map(([short, long]) => [short, splitWords(long)]),
  );
  const expand = (word: string): readonly string[] => abbreviations.get(word) ?? [word];
  const phrases = indexPhrases(entriesOf(book), expand);
  const stopWords = new Set(book.stopWords.flatMap(splitWords).map(stem));

  const readWord = (typed: string): readonly string[] => expand(speller.correct(typed));
  const hiddenStems = new Set([...stopWords, ...book.hiddenWords.map(stem)]);
  const toToken = (word: string, typed = word): Token => {
    const own = stem(word);
    const number = index.word(own);
    return {
      number,
      row: index.single(number),
      filler: stopWords.has(own),
      negates: NEGATIONS.has(own),
      phrases: phrases.get(own) ?? null,
      stem: own,
      hidden: hiddenStems.has(stem(typed)),
      typed,
    };
  };
  const names = namesIn(index, toToken);
  const readToken = remember((matched): Token | readonly Token[] => {
    const typed = tidyWord(matched);
    const tokens = readWord(typed).map((word) => toToken(word, typed));
    return tokens.length === 1 ? (tokens[0] as Token) : tokens;
  });
  return {
    stopWords,
    readWord,
    rowOf: remember((name) => index.single(index.word(name))),
    read(text) {
      const tokens: Token[] = [];
      for (const word of matchWords(text)) {
        const read = readToken(word);
        if ('typed' in read) tokens.push(read);
        else tokens.push(...read);
      }
      return aggregate(tokens, names);
    },
  };
}

function entriesOf({ concepts, programs, idioms, routes }: RoutingBook): PhraseEntry<List>[] {
  return [
    ...concepts.map(({ id, words }) => ({ list: 'concept' as const, id, phrases: words })),
    ...programs.flatMap(({ id, names, hints, faint }) => [
      { list: 'name' as const, id, phrases: names },
      { list: 'hint' as const, id, phrases: hints },
      { list: 'faint' as const, id, phrases: faint },
    ]),
    { list: 'idiom' as const, id: 'idiom', phrases: idioms },
    ...routes.flatMap(({ id, asks }) =>
      asks.map((words, at) => ({ list: 'ask' as const, id: askId(id, at), phrases: words })),
    ),
  ];
}

/** The names in the model for concepts and programs of the rule book. */
interface Names {
  concept(id: string, negated: boolean): number;
  program(id: string): Token;
}

function namesIn(index: FeatureIndex, toToken: (word: string) => Token): Names {
  const concept = remember((id) => index.word(`~${id}`));
  const negated = remember((id) => index.word(`~not-${id}`));
  return {
    concept: (id, isNegated) => (isNegated ? negated(id) : concept(id)),
    program: remember((id) => toToken(`program:${id}`)),
  };
}

/** The phrases found for each list. Most texts have phrases from two or three lists. */
type Finds = { [L in List]: Found[] | undefined };

const NONE: readonly Found[] = [];

function aggregate(tokens: readonly Token[], names: Names): Analysis {
  const found = findAll(tokens);
  const idioms = found.idiom ?? NONE;
  const programHints = outside(idioms, found.hint ?? NONE);
  const programNames = found.name ?? NONE;
  return {
    tokens,
    concepts: (found.concept ?? NONE).map(({ id, at, length }) => {
      return { id, at, length, number: names.concept(id, isNegated(tokens, at)) };
    }),
    programNames,
    programHints,
    faintHints: outside(idioms, found.faint ?? NONE),
    asks: found.ask ?? NONE,
    masks: maskPrograms(programHints, programNames, { names, length: tokens.length }),
  };
}

/** The longest phrase of each id that begins at a token, for every token. */
function findAll(tokens: readonly Token[]): Finds {
  const found: Finds = {
    concept: undefined,
    name: undefined,
    hint: undefined,
    faint: undefined,
    idiom: undefined,
    ask: undefined,
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const { phrases } = tokens[at] as Token;
    if (phrases === null) continue;
    for (const { list, id, stems } of phrases) {
      if (!standsAt(stems, tokens, at)) continue;
      const known = (found[list] ??= []);
      if (!isFound(known, id, at)) known.push({ id, at, length: stems.length });
    }
  }
  return found;
}

/** Whether an id was found at a token. The most recent find is last. */
function isFound(known: readonly Found[], id: string, at: number): boolean {
  for (let last = known.length - 1; last >= 0 && known[last]?.at === at; last -= 1) {
    if (known[last]?.id === id) return true;
  }
  return false;
}

/** Whether the other words of a phrase follow. The first word was already found. */
function standsAt(stems: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let offset = 1; offset < stems.length; offset += 1) {
    if (tokens[at + offset]?.stem !== stems[offset]) return false;
  }
  return true;
}

/** The phrases that do not begin inside an idiom. */
function outside(idioms: readonly Found[], found: readonly Found[]): readonly Found[] {
  if (idioms.length === 0) return found;
  return found.filter(
    ({ at }) => !idioms.some((idiom) => at >= idiom.at && at < idiom.at + idiom.length),
  );
}

function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let before = Math.max(0, at - NEGATION_REACH); before < at; before += 1) {
    if (tokens[before]?.negates === true) return true;
  }
  return false;
}

function maskPrograms(
  hints: readonly Found[],
  programNames: readonly Found[],
  { names, length: count }: { names: Names; length: number },
): Analysis['masks'] {
  if (hints.length + programNames.length === 0) return null;
  const masks = new Array<Token | null | undefined>(count).fill(undefined);
  const mask = ({ id, at, length }: Found): void => {
    masks[at] = names.program(id);
    for (let offset = 1; offset < length; offset += 1) masks[at + offset] = null;
  };
  hints.forEach(mask);
  programNames.forEach(mask);
  return masks;
}
