import { expect, it, jest } from '@jest/globals';
import { fuzz } from '../../reliability/trials/fuzz';

jest.setTimeout(120_000);

const { FUZZ_SEED = '20', FUZZ_PATH } = process.env;

it.each([
  { transport: 'http', amount: 250 },
  { transport: 'socket', amount: 250 },
] as const)('lives through $amount changed payloads over $transport', async (options) => {
  const result = await fuzz({ ...options, seed: Number(FUZZ_SEED), path: FUZZ_PATH });

  expect(result.failure).toBeNull();
  expect(result).toMatchObject({ deaths: 0, uncaught: 0, unanswered: 0 });
  expect(result.sent).toBe(options.amount);
  expect(result.kinds).toBeGreaterThan(15);
});
