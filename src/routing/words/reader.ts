import type { RoutingBook } from '../types';
import { indexPhrases, type Found, type PhraseIndex } from './phrases';
import { remember } from './remember';
import type { Speller } from './spelling';
import { splitWords, toToken, type Token } from './tokens';

/** A piece of text as the router sees it. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly concepts: readonly Found[];
  readonly programNames: readonly Found[];
  readonly programHints: readonly Found[];
  readonly faintHints: readonly Found[];
  /** Words that a route adds a sentence for; the id is `askId`'s. */
  readonly asks: readonly Found[];
}

/** Names one list of words among a route's `asks`. */
export function askId(route: string, index: number): string {
  return `${route}#${index}`;
}

/** Reads pieces of text with a rule book's words: abbreviations, concepts and the programs' names. */
export interface Reader {
  read(text: string): Reading;
  /** The words that a typed one is read as: corrected, and written out. */
  readWord(typed: string): readonly string[];
  readonly fillers: ReadonlySet<string>;
}

/** @param speller corrects slips */
export function createReader(book: RoutingBook, speller: Speller): Reader {
  const abbreviations = new Map(
    Object.entries(book.abbreviations).map(([short, long]) => [short, splitWords(long)]),
  );
  const expand = (word: string): readonly string[] => abbreviations.get(word) ?? [word];
  const index = (entries: readonly (readonly [string, readonly string[]])[]): PhraseIndex =>
    indexPhrases(entries, expand);
  const concepts = index(book.concepts.map(({ id, words }) => [id, words]));
  const names = index(book.programs.map((program) => [program.id, program.names]));
  const hints = index(book.programs.map((program) => [program.id, program.hints]));
  const faint = index(book.programs.map((program) => [program.id, program.faint]));
  const idioms = index([['idiom', book.idioms]]);
  const asks = index(
    book.routes.flatMap((route) =>
      route.asks.map((words, at) => [askId(route.id, at), words] as const),
    ),
  );
  const fillers = new Set(book.fillers.flatMap(splitWords).map((word) => toToken(word).stem));

  const readWord = (typed: string): readonly string[] => expand(speller.correct(typed));
  const readToken = remember((typed): readonly Token[] =>
    readWord(typed).map((word) => ({ typed, stem: toToken(word).stem })),
  );
  return {
    fillers,
    readWord,
    read(text) {
      const tokens = splitWords(text).flatMap(readToken);
      const stems = tokens.map(({ stem }) => stem);
      const outside = outsideOf(idioms.find(stems));
      return {
        tokens,
        concepts: concepts.find(stems),
        programNames: names.find(stems),
        programHints: hints.find(stems).filter(outside),
        faintHints: faint.find(stems).filter(outside),
        asks: asks.find(stems),
      };
    },
  };
}

/** Tells what does not begin inside an idiom. */
function outsideOf(idioms: readonly Found[]): (found: Found) => boolean {
  return ({ at }) => !idioms.some((idiom) => at >= idiom.at && at < idiom.at + idiom.length);
}
