import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Receiver } from '@slack/bolt';
import { pino } from 'pino';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { checkBlocks, checkView } from '../../packages/local-slack/src/block-limits';
import { RULES } from '../../src/cli/run-command';
import { loadRules } from '../../src/rule-book/load';
import { registerListeners } from '../../src/slack/register-listeners';
import { botParts } from '../slack/bot-parts';
import { openStore } from '../../src/store/open-store';
import { allBlocks, type Produced } from './all-blocks';

const { book } = loadRules(RULES);
const produced = allBlocks(book);

function json(one: Produced): string {
  return JSON.stringify('view' in one ? one.view : one.blocks);
}

describe('everything that the rules can show', () => {
  it('passes the limits of Slack', () => {
    const problems = produced.flatMap((one) => {
      const found = 'view' in one ? checkView(one.view) : checkBlocks(one.blocks, one.surface);
      return found.map((problem) => `${one.name}: ${problem}`);
    });

    expect(problems).toEqual([]);
    expect(produced.length).toBeGreaterThan(500);
  });

  it('would not pass with one block too many or one text too long', () => {
    const home = produced.find(({ name }) => name === 'home') as Extract<
      Produced,
      { blocks: unknown }
    >;
    const long = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } };

    expect(checkBlocks([...home.blocks, long], 'home')).toHaveLength(1);
    expect(checkBlocks(Array(101).fill(home.blocks[0]), 'home')).not.toEqual([]);
  });

  it('holds no live markup from what was asked', () => {
    const live = produced.filter((one) => json(one).includes('<!channel>'));

    expect(live.map(({ name }) => name)).toEqual([]);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'program-route-blocks-'));
const store = openStore(
  { databaseUrl: `file:${join(folder, 'store.db')}`, retentionDays: 180 },
  { log: pino({ level: 'silent' }), secret: 'any' },
);

afterAll(async () => {
  await store.stop(100);
  rmSync(folder, { recursive: true });
});

/** The ids that listeners are registered for, on a real app that is not started. */
function registeredActions(): (string | RegExp)[] {
  const receiver: Receiver = {
    init: () => undefined,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const app = new App({ token: 'xoxb-any', receiver, deferInitialization: true });
  const action = jest.spyOn(app, 'action');
  registerListeners(app, botParts(store));
  return action.mock.calls.map(([constraint]) => constraint as string | RegExp);
}

it('registers a listener exactly once for each action id that anything shows', () => {
  const ids = new Set(
    produced.flatMap((one) =>
      [...json(one).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? ''),
    ),
  );
  const typed = new Set([
    'lead-subject',
    'lead-body',
    'ask-team-text',
    'kept-text',
    'keep-consent',
  ]);
  const registered = registeredActions();
  const counts = [...ids]
    .filter((id) => !typed.has(id))
    .map((id) => {
      const takers = registered.filter((one) =>
        typeof one === 'string' ? one === id : one.test(id),
      );
      return [id, takers.length];
    });

  expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  expect(counts.length).toBeGreaterThanOrEqual(10);
});
