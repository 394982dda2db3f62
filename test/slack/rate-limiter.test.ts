import { describe, expect, it } from '@jest/globals';
import { RateLimiter } from '../../src/slack/middleware/rate-limiter';

const LIMITS = { atOnce: 3, everyMs: 1000, restMs: 30_000, people: 2 };

function admit(flood: RateLimiter, user: string, times: readonly number[]): string[] {
  return times.map((now) => flood.admit(user, now));
}

describe('whoever asks', () => {
  it('gets so many answers at once, is told once, and rests', () => {
    const flood = new RateLimiter(LIMITS);

    expect(admit(flood, 'U1', [0, 0, 0, 0, 1, 29_999, 30_000, 30_001])).toEqual([
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
    const flood = new RateLimiter(LIMITS);
    const times = Array.from({ length: 1000 }, (_, at) => at * 1000);

    expect(new Set(admit(flood, 'U1', times))).toEqual(new Set(['admitted']));
  });

  it('is too fast a little above it', () => {
    const flood = new RateLimiter(LIMITS);
    const times = Array.from({ length: 40 }, (_, at) => at * 900);

    expect(admit(flood, 'U1', times)).toContain('first');
  });

  it('does not pay for others', () => {
    const flood = new RateLimiter(LIMITS);
    admit(flood, 'U1', [0, 0, 0, 0]);

    expect(flood.admit('U2', 0)).toBe('admitted');
    expect(flood.admit('U1', 0)).toBe('more');
  });
});

it('forgets whom it met first where more people come than it remembers', () => {
  const flood = new RateLimiter(LIMITS);
  admit(flood, 'U1', [0, 0, 0, 0]);
  admit(flood, 'U2', [0, 0, 0, 0]);
  flood.admit('U3', 0);

  expect(flood.admit('U2', 1)).toBe('more');
  expect(flood.admit('U1', 1)).toBe('admitted');
});

it('remembers no more people than it may', () => {
  const flood = new RateLimiter({ ...LIMITS, people: 1000 });
  for (let at = 0; at < 20_000; at += 1) flood.admit(`U${at % 5000}`, at);

  expect(flood.size).toBe(1000);
});
