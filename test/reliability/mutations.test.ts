import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mutate, mutations } from '../../reliability/trials/mutations';

const PAYLOAD = { event: { text: 'who renews?', blocks: [{ type: 'rich_text', elements: [{}] }] } };

it('changes a payload twice in the same way, and edits neither it nor the generated values', () => {
  fc.assert(
    fc.property(mutations, (changes) => {
      const before = JSON.stringify([PAYLOAD, changes]);

      const [once, twice] = [mutate(PAYLOAD, changes), mutate(PAYLOAD, changes)];

      expect(JSON.stringify(once)).toBe(JSON.stringify(twice));
      expect(JSON.stringify([PAYLOAD, changes])).toBe(before);
    }),
    { seed: 20, numRuns: 2000 },
  );
});

it('makes no payload that the bot refuses for its size alone', () => {
  const repeats = Array.from({ length: 12 }, () => ({
    at: 0,
    change: { kind: 'repeat' } as const,
  }));

  const json = JSON.stringify(mutate({ text: 'x'.repeat(1000) }, repeats));

  expect(json.length).toBeGreaterThan(60_000);
  expect(json.length).toBeLessThanOrEqual(110_000);
});
