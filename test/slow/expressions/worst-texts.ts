import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { isSingle, Letters, type Single } from './letters';
import { samplesOf, samplesOfRow } from './samples';

/** A text of any length: its pump, over and over, between a beginning and an end. */
export interface Pumped {
  readonly before: string;
  readonly pump: string;
  /** Makes the match fail, mostly. */
  readonly after: string;
}

/** A part that repeats, and what may lead to it. */
interface Repeated {
  readonly befores: readonly string[];
  readonly element: AST.Element;
}

/** So many ways to come to a part are tried. */
const MOST_WAYS = 3;

/**
 * Texts on which an expression may take long, from what it is made of: over and over each character that it tells
 * apart, each pair of those that its repeating parts do, each such part, what leads to it, and both.
 */
export function worstTexts({ source, flags, unicode }: RegExp): Pumped[] {
  const unicodeSets = flags.includes('v');
  const options = { unicode, unicodeSets };
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, options);
  const letters = new Letters(alternatives.flatMap(singlesIn), flags);
  const texts = new Map<string, Pumped>();
  const add = (before: string, pump: string): void => {
    for (const after of pump === '' ? [] : endings(pump, letters))
      texts.set(JSON.stringify([before, pump, after]), { before, pump, after });
  };
  const repeated = repeatedIn(alternatives, [''], letters);
  const told = new Letters(
    repeated.flatMap(({ element }) => singlesIn(element)),
    flags,
  ).all;
  for (const one of letters.all) add('', one);
  for (const one of told) for (const other of told) add('', one + other);
  for (const one of alternatives) for (const sample of samplesOf(one, letters)) add('', sample);
  for (const { befores, element } of repeated) {
    const parts = new Set([...samplesOf(element, letters), ...told]);
    for (const [before, pump] of pumpsOf(befores, [...parts])) add(before, pump);
  }
  return [...texts.values()];
}

/** A part after what leads to it, over and over; each alone; and both together. */
function pumpsOf(befores: readonly string[], parts: readonly string[]): [string, string][] {
  return befores.flatMap((before): [string, string][] => [
    ['', before],
    ...parts.flatMap((part): [string, string][] => [
      [before, part],
      ['', part],
      ['', before + part],
      ['', part + before],
    ]),
  ]);
}

export function textOf({ before, pump, after }: Pumped, length: number): string {
  const times = Math.floor((length - before.length - after.length) / pump.length);
  return before + pump.repeat(Math.max(1, times)) + after;
}

function endings(pump: string, letters: Letters): ReadonlySet<string> {
  return new Set(['', '\0', ...letters.against(Array.from(pump).at(-1) ?? '')]);
}

function singlesIn(node: AST.Node): Single[] {
  const singles: Single[] = [];
  const keep = (one: AST.Node): void => {
    if (isSingle(one) && one.parent.type !== 'CharacterClass') singles.push(one);
  };
  visitRegExpAST(node, {
    onCharacterEnter: keep,
    onCharacterSetEnter: keep,
    onCharacterClassEnter: keep,
    onExpressionCharacterClassEnter: keep,
  });
  return singles;
}

/** The parts that repeat in alternatives, and in the parts of these. */
function repeatedIn(
  alternatives: readonly AST.Alternative[],
  befores: readonly string[],
  letters: Letters,
): Repeated[] {
  return alternatives.flatMap(({ elements }) =>
    elements.flatMap((element, at): Repeated[] => {
      const row = samplesOfRow(elements.slice(0, at), letters);
      const ways = befores.flatMap((before) => row.map((one) => before + one)).slice(0, MOST_WAYS);
      const repeats = element.type === 'Quantifier' && element.max > 1;
      const inner = element.type === 'Quantifier' ? element.element : element;
      const within = 'alternatives' in inner ? repeatedIn(inner.alternatives, ways, letters) : [];
      return [...(repeats ? [{ befores: ways, element: inner }] : []), ...within];
    }),
  );
}
