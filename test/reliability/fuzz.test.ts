import { expect, it, jest } from '@jest/globals';
import { keepFigures } from '../../reliability/keep-figures';
import { fuzz } from '../../reliability/trials/fuzz';

jest.setTimeout(120_000 + 60 * Number(process.env['FUZZ_AMOUNT'] ?? 0));

const { FUZZ_SEED = '20', FUZZ_PATH, FUZZ_AMOUNT = '150' } = process.env;
const amount = Number(FUZZ_AMOUNT);

it.each([
  { transport: 'http', amount },
  { transport: 'socket', amount },
] as const)('lives through $amount changed payloads over $transport', async (options) => {
  const result = await fuzz({ ...options, seed: Number(FUZZ_SEED), path: FUZZ_PATH });

  keepFigures(`fuzz over ${options.transport}`, result);
  expect(result.failure).toBeNull();
  expect(result).toMatchObject({ deaths: 0, uncaught: 0, unanswered: 0 });
  expect(result.sent).toBe(options.amount);
  expect(result.kinds).toBeGreaterThan(15);
});
