import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BOT_USER } from '../../packages/local-slack/src/settings';
import { FORGED, FORGED_STATES, MARK } from './forged-values';
import { startTestBot, type TestBot } from './running-bot';
import { signedCommand, signedEvent, signedInteraction } from './signed-post';

const GENEROUS = { atOnce: 1e6, everyMs: 1, restMs: 1, people: 10 };
const IN_MESSAGES = [
  'choose-0',
  'choose-none',
  'share',
  'not-what-i-asked',
  'feedback',
  'ask-team',
  'escalation-taken',
  'escalation-answered',
  'escalation-closed',
  'keep-text',
];
const IN_VIEWS = ['choose-0', 'choose-none', 'lead-program', 'try-1', 'handed-done'];
const VIEWS = ['lead', 'ask-team', 'keep-text'];

let test: TestBot;
let url = '';
let trigger = '';
let seen = { calls: 0, log: 0 };

beforeAll(async () => {
  const connection = { teamChannel: 'C0SALES', teamUsers: ['U0ALICE'], rateLimits: GENEROUS };
  test = await startTestBot({ connection, retryDelaysMs: [] });
});

beforeEach(begin);

/** A fresh address and a fresh ticket for a modal, and from here on it is looked at what is said. */
async function begin(): Promise<void> {
  await test.slack.slashCommand({ ...PLACE, command: '/program-route', text: 'help' });
  const payload: Readonly<Record<string, unknown>> = test.slack.requests.at(-1)?.payload ?? {};
  url = String(payload['response_url']);
  trigger = String(payload['trigger_id']);
  seen = { calls: test.slack.calls.length, log: test.logged().length };
}

const PLACE = { user: 'U0ALICE', channel: 'C0SALES' };

afterAll(async () => {
  await test.stop();
});

const ALICE = {
  team: { id: 'T0LOCAL' },
  user: { id: 'U0ALICE', team_id: 'T0LOCAL' },
};

function pressIn(holder: object, actionId: string, value: unknown): object {
  const action = { type: 'button', action_id: actionId, block_id: 'b', value };
  const selected = { ...action, selected_option: { value } };
  return { type: 'block_actions', ...ALICE, trigger_id: trigger, ...holder, actions: [selected] };
}

function inMessage(): object {
  return {
    channel: { id: 'C0SALES' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'C0SALES' },
    response_url: url,
  };
}

async function openLead(): Promise<string> {
  const text = 'Hi,\nour university would like to join. How?\nThanks,\nMaria';
  const { message } = await test.slack.postAs({ ...PLACE, text, silent: true });
  await test.slack.messageShortcut({ ...PLACE, callbackId: 'route_lead', messageTs: message.ts });
  const { view } = await test.slack.waitFor(() => test.slack.viewsOf('U0ALICE').at(-1));
  return view.id;
}

async function closeTop(): Promise<void> {
  const top = test.slack.viewsOf('U0ALICE').at(-1);
  if (top !== undefined) await test.slack.closeView({ user: 'U0ALICE', viewId: top.view.id });
}

function inView(id: string, metadata: unknown): object {
  const view = { id, type: 'modal', private_metadata: metadata, state: { values: {} } };
  return { view, container: { type: 'view', view_id: id } };
}

/** Work goes on after the acknowledgement: what it says ends with a line in the log. */
async function settled(lines: number): Promise<string> {
  const log = () => test.logged().slice(seen.log).split('\n').filter(Boolean);
  for (let left = 20; left > 0 && log().length < lines; left -= 1) await delay(5);
  return log().join('\n');
}

/** Nothing foreign was said, nothing failed, and the answer is one that Slack takes. */
async function expectNothing(answer: Response, lines = 1): Promise<void> {
  const body = await answer.text();
  const log = await settled(lines);
  const said = test.slack.calls.slice(seen.calls).map(({ args }) => JSON.stringify(args));
  expect([answer.status, log.match(/"level":(?:50|60)/g)]).toEqual([200, null]);
  expect(`${body}${log}${said.join()}`).not.toContain(MARK);
  expect(JSON.stringify(test.slack.messagesIn('C0SALES'))).not.toMatch(
    new RegExp(`${MARK}|<!channel`),
  );
}

describe.each(IN_MESSAGES)('the button %s', (actionId) => {
  it.each(FORGED)('holding %s leads to nothing', async (_, value) => {
    const answer = await signedInteraction(test, pressIn(inMessage(), actionId, value));

    await expectNothing(answer);
    const told = test.slack.calls.slice(seen.calls).map(({ method }) => method);
    expect(told.filter((method) => method !== 'users.info' && method !== 'response_url')).toEqual(
      [],
    );
  });
});

describe.each(IN_VIEWS)('in a view, %s', (actionId) => {
  it('leads to nothing, whatever it and the view hold', async () => {
    const id = await openLead();
    for (const [, value] of FORGED) {
      await begin();
      const answer = await signedInteraction(test, pressIn(inView(id, value), actionId, value));

      await expectNothing(answer);
      expect(JSON.stringify(test.slack.viewsOf('U0ALICE'))).not.toContain(MARK);
      if (actionId === 'try-1') await closeTop();
    }
    await closeTop();
  });
});

describe.each(VIEWS)('a submission of %s', (callback) => {
  const cases = [
    ...FORGED.map(([what, value]) => [`metadata: ${what}`, { private_metadata: value }] as const),
    ...FORGED_STATES.map(([what, state]) => [`state: ${what}`, { state }] as const),
  ];

  it.each(cases)('with %s leads to nothing', async (_, fields) => {
    const state = { values: { 'kept-text': {}, 'keep-consent': {} } };
    const view = { id: 'V0NONE', callback_id: callback, type: 'modal', state, ...fields };
    const answer = await signedInteraction(test, { type: 'view_submission', ...ALICE, view });
    const body = await answer.clone().text();

    await expectNothing(answer);
    expect(body).toMatch(/^$|^{"response_action":"(?:update|errors)"/);
  });
});

describe('of somebody who is none', () => {
  it.each([undefined, null, 7, '', 'U0X> <!channel', '<@U0BOB>', { id: 1 }])(
    'a press and a submission by %j are no requests',
    async (id) => {
      const user = { id, team_id: 'T0LOCAL' };
      const share = { ...pressIn(inMessage(), 'share', '{}'), user };
      const view = { id: 'V1', callback_id: 'ask-team', state: { values: {} } };
      const submission = { type: 'view_submission', ...ALICE, user, view };

      await expectNothing(await signedInteraction(test, share));
      await expectNothing(await signedInteraction(test, submission), 2);
      expect(test.slack.messagesIn('C0SALES').filter(({ bot_id: bot }) => bot)).toEqual([]);
    },
  );
});

describe('an event', () => {
  const mention = {
    type: 'app_mention',
    channel: 'C0SALES',
    ts: '1.1',
    user: 'U0ALICE',
    text: MARK,
  };
  const direct = { ...mention, type: 'message', channel: 'D0ALICE', channel_type: 'im' };

  it.each<[string, object]>([
    ['a channel that is none', { ...mention, channel: `C0 ${MARK}` }],
    ['a timestamp that is none', { ...mention, ts: MARK }],
    ['a user who is none', { ...mention, user: [MARK] }],
    ['no user', { ...mention, user: undefined }],
    ['a bot for its writer', { ...mention, bot_id: MARK }],
    ['the bot itself for its writer', { ...mention, user: BOT_USER }],
    ['the bot itself in a direct message', { ...direct, user: BOT_USER }],
    ['a direct message in no channel', { ...direct, channel: 7 }],
    ['a direct message of nobody', { ...direct, user: `<@${MARK}>` }],
    ['a Home of nobody', { type: 'app_home_opened', tab: 'home', user: { id: MARK } }],
    ['a Home that is no tab', { type: 'app_home_opened', tab: [MARK], user: 'U0ALICE' }],
  ])('with %s is left alone', async (_, event) => {
    await expectNothing(await signedEvent(test, event), 0);
    expect(test.slack.calls).toHaveLength(seen.calls);
  });

  it('with a text that is none is answered with the guide', async () => {
    const { ts } = test.slack.messagesIn('C0SALES')[0] ?? (await post());
    await expectNothing(await signedEvent(test, { ...mention, ts, text: { a: 1 } }));

    expect(JSON.stringify(test.slack.thread('C0SALES', ts))).toContain('Ask me');
  });
});

async function post(): Promise<{ ts: string }> {
  return (await test.slack.postAs({ ...PLACE, text: 'x', silent: true })).message;
}

it.each([
  ['no text', {}],
  ['two texts', { text: [MARK, MARK] }],
  ['a user who is none', { text: 'help', user_id: `<@${MARK}>` }],
  ['a channel that is none', { text: 'help', channel_id: `${MARK} x` }],
])('a command with %s is answered', async (_, fields) => {
  const command = { command: '/program-route', team_id: 'T0LOCAL', user_id: 'U0ALICE' };
  const all = Object.entries({ ...command, channel_id: 'C0SALES', ...fields });
  const pairs = all.flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));

  const answer = await signedCommand(test, pairs);

  await expectNothing(answer.clone());
  expect(await answer.text()).toContain('Ask me');
});

it('keeps nothing of it all', async () => {
  await delay(300);
  const { current } = await test.store.summary(7);

  expect(current).toMatchObject({
    votes: { helped: 0, didNotHelp: 0 },
    handed: 0,
    worst: [],
  });
  expect(current.choices.chosen + current.choices.rejected).toBe(0);
});
