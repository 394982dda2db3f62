import { afterEach, describe, expect, it } from '@jest/globals';
import type { ApiFault } from '../../../packages/local-slack/src/faults';
import type { LocalSlack } from '../../../packages/local-slack/src/local-slack';
import { TEAM_CHANNEL } from '../../rule-book/names';
import { startTestBot, type TestBot } from '../../slack/running-bot';
import { signedInteraction } from '../../slack/signed-post';

const QUESTION = 'who owns an account that only has an edu subscription?';
const ANSWER = 'The account stays';
const OUTDATED = 'Ask again.';

let test: TestBot | undefined;

afterEach(async () => {
  test?.slack.faults.clear();
  await test?.stop();
  test = undefined;
});

async function start(mode: 'http' | 'socket' = 'http'): Promise<LocalSlack> {
  test = await startTestBot({ mode, retryDelaysMs: [], connection: { teamChannel: 'C0SALES' } });
  return test.slack;
}

type Where = 'thread' | 'ephemeral' | 'direct';

function textsIn(slack: LocalSlack, user: string): Readonly<Record<Where, string>> {
  const direct = slack.channels.find((one) => one.is_im && one.user === user);
  const fromBot = (channel: string) =>
    slack.messagesIn(channel).filter((message) => message.user === 'U0BOT');
  return {
    thread: JSON.stringify(fromBot('C0SALES')),
    ephemeral: JSON.stringify(slack.ephemeralsFor(user)),
    direct: JSON.stringify(direct === undefined ? [] : fromBot(direct.id)),
  };
}

interface Fault extends ApiFault {
  readonly method: string;
  readonly times: number;
}

interface Case {
  readonly faults: readonly Fault[];
  readonly where: Where;
  readonly says: string;
}

describe('a mention', () => {
  it.each<[string, Case]>([
    [
      'may not be posted there: the asker sees the answer',
      {
        faults: [{ method: 'chat.postMessage', error: 'restricted_action', times: 1 }],
        where: 'ephemeral',
        says: ANSWER,
      },
    ],
    [
      'came from a channel that the bot has left: a direct message',
      {
        faults: [
          { method: 'chat.postMessage', error: 'not_in_channel', times: 1 },
          { method: 'chat.postEphemeral', error: 'not_in_channel', times: 1 },
        ],
        where: 'direct',
        says: ANSWER,
      },
    ],
    [
      'is refused for what it says: a sentence',
      {
        faults: [{ method: 'chat.postMessage', error: 'invalid_blocks', times: 1 }],
        where: 'ephemeral',
        says: TEAM_CHANNEL,
      },
    ],
    [
      'shall wait for a second: the answer after it',
      {
        faults: [{ method: 'chat.postMessage', status: 429, retryAfter: 1, times: 1 }],
        where: 'thread',
        says: ANSWER,
      },
    ],
    [
      'shall wait for a minute: the asker sees the answer at once',
      {
        faults: [{ method: 'chat.postMessage', status: 429, retryAfter: 60, times: 1 }],
        where: 'ephemeral',
        says: ANSWER,
      },
    ],
    [
      'meets a fault that is over at the second try',
      {
        faults: [{ method: 'chat.postMessage', status: 503, times: 1 }],
        where: 'thread',
        says: ANSWER,
      },
    ],
    [
      'hangs: the asker sees the answer',
      {
        faults: [{ method: 'chat.postMessage', hang: true, times: 1 }],
        where: 'ephemeral',
        says: ANSWER,
      },
    ],
  ])('whose answer %s', async (_, { faults, where, says }) => {
    const slack = await start();
    for (const { method, times, ...fault } of faults) slack.faults.api(method, fault, times);

    await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: QUESTION });
    const texts = textsIn(slack, 'U0ALICE');

    expect(texts[where]).toContain(says);
    expect(slack.requests[0]).toMatchObject({ acknowledged: true });
  });
});

describe('Home', () => {
  it.each<[string, ApiFault]>([
    ['fails', { status: 500 }],
    ['is refused', { error: 'internal_error' }],
  ])('that %s is said as a direct message', async (_, fault) => {
    const slack = await start();
    slack.faults.api('views.publish', fault);

    await slack.openHome({ user: 'U0ALICE' });

    expect(textsIn(slack, 'U0ALICE').direct).toContain(`Ask in ${TEAM_CHANNEL}.`);
  });
});

describe.each(['http', 'socket'] as const)('what no listener knows, over %s,', (mode) => {
  it('is answered all the same: a command', async () => {
    const slack = await start(mode);
    const place = { user: 'U0ALICE', channel: 'C0SALES' };

    const { acknowledged } = await slack.slashCommand({ ...place, command: '/old', text: 'x' });

    expect(acknowledged).toBe(true);
    expect(slack.ephemeralsFor('U0ALICE')[0]?.text).toBe(
      'I know only the command `/program-route`.',
    );
  });

  it('is answered all the same: a button and a shortcut', async () => {
    const slack = await start(mode);
    const button = { type: 'button', action_id: 'gone', text: { type: 'plain_text', text: 'x' } };
    const blocks = [{ type: 'actions', elements: [button] }];
    const place = { user: 'U0ALICE', channel: 'C0SALES' };
    const { message } = await slack.postAs({ ...place, text: 'x', blocks });

    await slack.press({ user: 'U0ALICE', messageTs: message.ts, actionId: 'gone' });
    await slack.messageShortcut({ ...place, callbackId: 'gone', messageTs: message.ts });
    const told = await slack.waitFor(() => {
      const all = slack.ephemeralsFor('U0ALICE');
      return all.length === 2 && all;
    });

    for (const { text } of told) expect(text).toContain(OUTDATED);
  });
});

it.each([
  ['view_submission', /^{"response_action":"update","view":{.*Ask again/],
  ['view_closed', /^$/],
  ['block_suggestion', /^{"options":\[\]}$/],
])('an unknown %s is acknowledged', async (type, expected) => {
  await start();
  const payload = {
    type,
    team: { id: 'T0LOCAL' },
    user: { id: 'U0ALICE', team_id: 'T0LOCAL' },
    view: { id: 'V1', callback_id: 'gone', type: 'modal', state: { values: {} } },
    action_id: 'gone',
    block_id: 'gone',
    value: '',
  };

  const answer = await signedInteraction(test as TestBot, payload);

  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(expected);
});
