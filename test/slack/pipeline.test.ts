import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { STEP_CHANNEL, STEPS } from '../../src/slack/steps';
import { startTestBot, type TestBot } from './running-bot';
import { signedCommand } from './signed-post';

const QUESTION = 'who owns an account that only has an edu subscription?';
const PLACE = { user: 'U0ALICE', channel: 'C0SALES' };
const ROOT = join(__dirname, '..', '..');

let test: TestBot | undefined;
let taken: unknown[] = [];

function note(step: unknown): void {
  taken.push(step);
}

beforeEach(() => {
  taken = [];
  subscribe(STEP_CHANNEL, note);
});

afterEach(async () => {
  unsubscribe(STEP_CHANNEL, note);
  await test?.stop();
  test = undefined;
});

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  it('a command takes the seven steps, each once and in order', async () => {
    test = await startTestBot({ mode });

    await test.slack.slashCommand({ ...PLACE, command: '/program-route', text: QUESTION });

    expect(taken).toEqual(STEPS);
  });

  it('a mention and an email take the same steps', async () => {
    const { slack } = (test = await startTestBot({ mode }));

    await slack.mention({ ...PLACE, text: QUESTION });
    expect(taken).toEqual(STEPS);

    taken = [];
    const { message } = await slack.postAs({ ...PLACE, text: QUESTION, silent: true });
    const shortcut = { ...PLACE, callbackId: 'route_lead', messageTs: message.ts };
    await slack.messageShortcut(shortcut);
    await slack.waitFor(() => slack.viewsOf('U0ALICE').length > 0);
    expect(taken).toEqual(STEPS);
  });
});

it('a request that Slack did not sign ends at the second step', async () => {
  test = await startTestBot();
  const url = `http://127.0.0.1:${test.bot.port}/slack/events`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-signature': `v0=${'0'.repeat(64)}`,
    'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
  };

  const answer = await fetch(url, { method: 'POST', headers, body: 'command=/program-route' });

  expect(answer.status).toBe(401);
  expect(taken).toEqual(['receive', 'authenticate']);
});

it('a person who asks too much gets no further than to the door of the listeners', async () => {
  const rateLimits = { atOnce: 1, everyMs: 60_000, restMs: 60_000, people: 10 };
  test = await startTestBot({ connection: { rateLimits } });
  const command = { command: '/program-route', team_id: 'T0LOCAL', user_id: 'U0ALICE', text: 'x' };
  await signedCommand(test, Object.entries(command));
  taken = [];

  await signedCommand(test, Object.entries(command));

  expect(taken).toEqual(['receive', 'authenticate', 'admit']);
});

it('an error has one reply: the pipeline alone calls Bolt and sends it', () => {
  const folder = join(ROOT, 'src', 'slack');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const filesWith = (what: RegExp) =>
    files.filter(({ text }) => what.test(text)).map(({ name }) => name);

  expect(filesWith(/\.processEvent\(/)).toEqual(['pipeline.ts']);
  expect(filesWith(/errorReply\.send\(/)).toEqual(['pipeline.ts']);
  expect(filesWith(/Object\.create\(app/)).toEqual([]);
});

it('CONTRIBUTING draws the steps as they are', () => {
  const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

  expect(guide).toContain(STEPS.join(' -> '));
});

describe('a health check', () => {
  it.each(['/healthz', '/readyz', '/nothing'])(
    'by HEAD of %s is that by GET, without the body',
    async (path) => {
      test = await startTestBot();
      const url = `http://127.0.0.1:${test.bot.port}${path}`;

      const [get, head] = await Promise.all([fetch(url), fetch(url, { method: 'HEAD' })]);

      expect([head.status, head.headers.get('content-type')]).toEqual([
        get.status,
        get.headers.get('content-type'),
      ]);
      expect(await head.text()).toBe('');
    },
  );
});
