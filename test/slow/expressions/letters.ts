import type { AST } from '@eslint-community/regexpp';

/** A part of an expression that matches one character. */
export type Single =
  AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

const SINGLES = ['Character', 'CharacterSet', 'CharacterClass', 'ExpressionCharacterClass'];

export function isSingle(node: AST.Node): node is Single {
  return SINGLES.includes(node.type);
}

/** Kinds of characters that expressions tell apart. */
const KINDS = [
  'a',
  'A',
  '0',
  ' ',
  '\n',
  '_',
  '-',
  '.',
  '@',
  '<',
  '!',
  'é',
  '日',
  '\u0301',
  '😀',
  '\0',
];

/** The characters that an expression tells apart: of those which the same parts match, one. */
export class Letters {
  readonly all: readonly string[];
  private readonly tests: ReadonlyMap<string, RegExp>;

  constructor(singles: readonly Single[], flags: string) {
    const kept = flags.replace(/[gmy]/g, '');
    this.tests = new Map(singles.map(({ raw }) => [raw, new RegExp(`^(?:${raw})$`, kept)]));
    const bySignature = new Map<string, string>();
    for (const letter of [...singles.flatMap(namedIn), ...KINDS]) {
      const signature = [...this.tests.values()].map((one) => Number(one.test(letter))).join('');
      if (!bySignature.has(signature)) bySignature.set(signature, letter);
    }
    this.all = [...bySignature.values()];
  }

  /** Those that a part matches. */
  matching({ raw }: Single): readonly string[] {
    return this.all.filter((letter) => this.tests.get(raw)?.test(letter));
  }

  /** For each part that matches a letter, one that it does not match. */
  against(letter: string): ReadonlySet<string> {
    const parts = [...this.tests.values()].filter((one) => one.test(letter));
    return new Set(parts.flatMap((one) => this.all.find((other) => !one.test(other)) ?? []));
  }
}

/** The characters that a part of an expression names. */
function namedIn(single: Single): string[] {
  if (single.type === 'Character') return [String.fromCodePoint(single.value)];
  if (single.type !== 'CharacterClass') return [];
  return single.elements.flatMap((element) => {
    if (element.type === 'Character') return [String.fromCodePoint(element.value)];
    if (element.type !== 'CharacterClassRange') return [];
    return [element.min, element.max].map(({ value }) => String.fromCodePoint(value));
  });
}
