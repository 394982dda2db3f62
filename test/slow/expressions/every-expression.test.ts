import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { expressionsBelow, expressionsIn, type Placed } from './find-expressions';
import { allowedMs, generous, slowestOf, type Timed } from './slowest';

const PROJECT = join(__dirname, '..', '..', '..');
const allowed = allowedMs();

/** Each of the same source and flags once. */
function withoutRepeats(written: readonly Placed[]): Placed[] {
  const byExpression = new Map(written.map((one) => [String(one.expression), one]));
  return [...byExpression.values()];
}

function describeSlow({ place, expression }: Placed, { text, length, ms }: Timed): string {
  const { before, pump, after } = text;
  const parts = JSON.stringify([before, pump, '…', after]);
  return `${place} ${String(expression)} takes ${Math.round(ms)} ms on ${length} characters: ${parts}`;
}

describe('the expressions of the bot and of the local Slack', () => {
  const { written, built } = expressionsBelow(PROJECT, ['src', 'packages/local-slack/src']);

  it('are found', () => {
    expect(written.length).toBeGreaterThan(150);
  });

  it('stand in the source, where they can be tried', () => {
    expect(built).toEqual([]);
  });

  it('take a million characters of the worst kind within a tenth of a second', () => {
    const slow = withoutRepeats(written).flatMap((one) => {
      if (!slowestOf(one.expression, generous(allowed)).isSlow) return [];
      // The machine may have become slower since.
      const again = slowestOf(one.expression, generous(allowedMs()));
      return again.isSlow ? [describeSlow(one, again)] : [];
    });

    expect(slow).toEqual([]);
  });
});

describe('the search for expressions', () => {
  it.each([
    ['const A = [[/a+/g, 1]];', '/a+/g'],
    ['text.replace(/[/"]a/, "")', '/[/"]a/'],
    ['z.string().regex(/^a$/u)', '/^a$/u'],
    ['new RegExp("a\\\\s+", "i")', '/a\\s+/i'],
    ['RegExp(`a`)', '/a/'],
    ['new globalThis.RegExp("a")', '/a/'],
    ['text.match("a+")', '/a+/'],
  ])('reads %s', (source, expression) => {
    const { written, built } = expressionsIn('some.ts', `\n${source}`);

    expect(written.map((one) => `${one.place} ${String(one.expression)}`)).toEqual([
      `some.ts:2 ${expression}`,
    ]);
    expect(built).toEqual([]);
  });

  it.each(['new RegExp(words.join("|"))', 'RegExp("a", flags)', 'text.search(`${word}+`)'])(
    'tells that %s is built at run time',
    (source) => {
      expect(expressionsIn('some.ts', source)).toEqual({
        written: [],
        built: [`some.ts:1 ${source}`],
      });
    },
  );
});

describe('the search for worst texts', () => {
  it.each([
    // Spaces that do not end the text, from each of them.
    /\s+$/,
    /\s*\n\s*/g,
    /a*b/,
    /\p{L}+@/u,
    /(?:ab)+c/,
    // What begins again and again, and never ends.
    /<[^>]*>/g,
    /<a\s[^>]*href=/gi,
    // One text, shared out in many ways.
    /^(?:a+)+$/,
    /^\s*(\w*)\s*(\w*)\s*!$/,
    // What was looked at before, looked at again.
    /(?<=x.*)y/,
    /(?=.*!)a/,
    // Written as if each were looked at once.
    /(?<!\p{L})\p{Lu}(?:['’]?\p{L})*\p{Ll}/gu,
    /[^\s@]{1,64}@[a-z]/g,
    /(\w+)\s\1/,
  ])('finds one for %s', (expression) => {
    expect(slowestOf(expression, allowed)).toMatchObject({ isSlow: true });
  });

  it.each([
    /(?<!\s)\s+$/,
    /^\s*subject\s?:/i,
    /[^<>]+/g,
    /<[^<>]{1,40}>/g,
    /^[a-z]+(?:-[a-z]+)*$/,
    /(?<![^\s@])[^\s@]+@[a-z]/g,
  ])('finds none for %s', (expression) => {
    expect(slowestOf(expression, allowed)).toMatchObject({ isSlow: false });
  });
});
