import { describe, expect, it } from '@jest/globals';
import { RateLimiter } from '../../src/slack/middleware/rate-limiter';

const LIMITS = { atOnce: 3, everyMs: 1000, restMs: 30_000, people: 2 };

function admit(limiter: RateLimiter, user: string, times: readonly number[]): string[] {
  return times.map((now) => limiter.admit(user, now));
}

describe('whoever asks', () => {
  it('gets so many answers at once, is told once, and rests', () => {
    const limiter = new RateLimiter(LIMITS);

    expect(admit(limiter, 'U1', [0, 0, 0, 0, 1, 29_999, 30_000, 30_001])).toEqual([
      'admitted',
      'admitted',
      'admitted',
      'first',
      'more',
      'more',
      'admitted',
      'admitted',
    ]);
  });

  it('may go on for ever at the allowed pace', () => {
    const limiter = new RateLimiter(LIMITS);
    const times = Array.from({ length: 1000 }, (_, at) => at * 1000);

    expect(new Set(admit(limiter, 'U1', times))).toEqual(new Set(['admitted']));
  });

  it('is too fast a little above it', () => {
    const limiter = new RateLimiter(LIMITS);
    const times = Array.from({ length: 40 }, (_, at) => at * 900);

    expect(admit(limiter, 'U1', times)).toContain('first');
  });

  it('does not pay for others', () => {
    const limiter = new RateLimiter(LIMITS);
    admit(limiter, 'U1', [0, 0, 0, 0]);

    expect(limiter.admit('U2', 0)).toBe('admitted');
    expect(limiter.admit('U1', 0)).toBe('more');
  });
});

it('forgets whom it met first where more people come than it remembers', () => {
  const limiter = new RateLimiter(LIMITS);
  admit(limiter, 'U1', [0, 0, 0, 0]);
  admit(limiter, 'U2', [0, 0, 0, 0]);
  limiter.admit('U3', 0);

  expect(limiter.admit('U2', 1)).toBe('more');
  expect(limiter.admit('U1', 1)).toBe('admitted');
});

it('remembers no more people than it may', () => {
  const limiter = new RateLimiter({ ...LIMITS, people: 1000 });
  for (let at = 0; at < 20_000; at += 1) limiter.admit(`U${at % 5000}`, at);

  expect(limiter.size).toBe(1000);
});
