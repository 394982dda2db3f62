import fc from 'fast-check';
import { isObject } from '../../packages/local-slack/src/json';

/** One change of a payload: `at` chooses the place, whatever its size. */
export interface Mutation {
  readonly at: number;
  readonly change:
    | { readonly kind: 'delete' | 'repeat' }
    | { readonly kind: 'replace'; readonly value: unknown }
    | { readonly kind: 'add'; readonly key: string; readonly value: unknown }
    | { readonly kind: 'copy'; readonly from: number };
}

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'toJSON', ''];
const TYPES = ['app_mention', 'message', 'block_actions', 'view_submission', 'event_callback'];
const NUMBERS = [0, -1, 1e308, 2 ** 53, 0.1];

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', [], {}, ...NUMBERS, ...KEYS, ...TYPES),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('<!channel>', '<@U0ALICE>', '&lt;', '\u202e\u0000\ud800', '🧪'.repeat(99)),
  fc.integer({ min: 1000, max: 100_000 }).map((length) => 'a <@U1> '.repeat(length / 8)),
  fc.integer({ min: 10, max: 1000 }).map(nested),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(...KEYS).map((key) => withKey({}, key, { polluted: 'yes' })),
);

const change: fc.Arbitrary<Mutation['change']> = fc.oneof(
  fc.constantFrom({ kind: 'delete' } as const, { kind: 'repeat' } as const),
  junk.map((value) => ({ kind: 'replace', value }) as const),
  fc
    .record({ key: fc.oneof(fc.constantFrom(...KEYS), fc.string()), value: junk })
    .map((added) => ({ kind: 'add', ...added }) as const),
  fc.nat(10_000).map((from) => ({ kind: 'copy', from }) as const),
);

/** One to four changes. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({ at: fc.nat(10_000), change }),
  { minLength: 1, maxLength: 4 },
);

/**
 * In characters of JSON. The bot refuses a body above 1 MiB at its head, and the sender, still writing, may get EPIPE in
 * place of the 413: a form takes up to nine bytes for a character. Bodies above the limit are in `malformed.ts`.
 */
const LARGEST = 110_000;

/**
 * Applies changes to a payload. One that would make it too large is left out. The payload and the changes stay as they
 * are, so that a run can be repeated with the same values.
 */
export function mutate(payload: unknown, changes: readonly Mutation[]): unknown {
  let mutated: unknown = structuredClone(payload);
  for (const { at, change: one } of changes) {
    const holder = [structuredClone(mutated)];
    const places = placesIn(holder);
    const place = places[at % places.length];
    if (place !== undefined) apply(place, one, places);
    if (sizeOf(holder[0]) <= LARGEST) mutated = holder[0];
  }
  return mutated;
}

/** A deleted payload is undefined, and has no JSON. */
function sizeOf(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}

/** A value's place: what holds it, and under which name. */
interface Place {
  readonly holder: unknown[] | Record<string, unknown>;
  readonly key: string;
}

function placesIn(holder: unknown[] | Record<string, unknown>, depth = 0): Place[] {
  // What was nested on purpose is one place.
  if (depth > 40) return [];
  return Object.keys(holder).flatMap((key) => {
    const value: unknown = Reflect.get(holder, key);
    const inner = Array.isArray(value) || isObject(value) ? placesIn(value, depth + 1) : [];
    return [{ holder, key }, ...inner];
  });
}

function apply({ holder, key }: Place, one: Mutation['change'], places: readonly Place[]): void {
  const value: unknown = Reflect.get(holder, key);
  switch (one.kind) {
    case 'delete':
      Reflect.deleteProperty(holder, key);
      return;
    case 'replace':
      withKey(holder, key, structuredClone(one.value));
      return;
    case 'repeat':
      // More often, a few of these on top of each other would fill the memory.
      withKey(holder, key, Array(8).fill(value));
      return;
    case 'add':
      addTo({ holder, key }, one.key, structuredClone(one.value));
      return;
    case 'copy': {
      const from = places[one.from % places.length];
      withKey(holder, key, structuredClone(from && Reflect.get(from.holder, from.key)));
    }
  }
}

function addTo({ holder, key }: Place, name: string, added: unknown): void {
  const value: unknown = Reflect.get(holder, key);
  if (Array.isArray(value)) value.push(added);
  else if (isObject(value)) withKey(value, name, added);
  else withKey(holder, key, { [name]: added });
}

/** Also where the key is `__proto__`: an assignment would set the prototype. */
function withKey<T extends object>(holder: T, key: string, value: unknown): T {
  const open = { writable: true, enumerable: true, configurable: true };
  return Object.defineProperty(holder, key, { value, ...open });
}

function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
