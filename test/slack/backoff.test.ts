import { describe, expect, it } from '@jest/globals';
import { disconnectReasonIn } from '../../src/slack/transport/disconnect-reason';
import { backoffBefore } from '../../src/slack/transport/backoff';

describe('the pause before a try to connect', () => {
  it.each([
    [0, 0],
    [1, 250],
    [2, 500],
    [3, 1000],
    [6, 8000],
    [7, 10_000],
    [2000, 10_000],
  ])('after %i tries is %i ms, a quarter more or less', (tries, ms) => {
    const pauses = [0, 0.5, 1].map((chance) => backoffBefore(tries, chance));

    expect(pauses).toEqual([0.75 * ms, ms, 1.25 * ms]);
  });
});

describe('a message of Slack', () => {
  it.each(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'])(
    'asks for another connection: %s',
    (reason) => {
      expect(disconnectReasonIn(JSON.stringify({ type: 'disconnect', reason }))).toBe(reason);
    },
  );

  it.each([{}, { reason: 7 }, { reason: 'of\nmany lines' }])(
    'may give no reason that is a word: %j',
    (more) => {
      expect(disconnectReasonIn(JSON.stringify({ type: 'disconnect', ...more }))).toBe('unknown');
    },
  );

  it.each([
    '{"type":"hello"}',
    'null',
    '{"type":"disconnect"',
    JSON.stringify({ type: 'slash_commands', payload: { type: 'disconnect' } }),
    new ArrayBuffer(2),
    undefined,
  ])('asks for none: %j', (message) => {
    expect(disconnectReasonIn(message)).toBeUndefined();
  });
});
