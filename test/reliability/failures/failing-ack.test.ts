import { App, type Receiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { LocalSlack } from '../../../packages/local-slack/src/local-slack';
import { registerListeners } from '../../../src/slack/register-listeners';
import { boltLogger } from '../../../src/slack/bolt-logger';
import { botParts } from '../../slack/bot-parts';
import { startTestBot, type TestBot } from '../../slack/running-bot';

const QUESTION = 'who owns an account that only has an edu subscription?';
let test: TestBot;

beforeEach(async () => {
  test = await startTestBot();
});

afterEach(async () => {
  await test.stop();
});

/** A real Bolt app whose connection breaks the moment something is acknowledged. */
function withoutAck(slack: LocalSlack): App {
  const receiver: Receiver = {
    init: () => undefined,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const bot = botParts(test.store);
  const app = new App({
    token: 'xoxb-local',
    botId: 'B0BOT',
    botUserId: 'U0BOT',
    tokenVerificationEnabled: false,
    receiver,
    logger: boltLogger(bot.log),
    clientOptions: { slackApiUrl: slack.apiUrl },
    convoStore: false,
  });
  registerListeners(app, bot);
  return app;
}

function failingAck(): Promise<void> {
  return Promise.reject(new Error('The socket is closed.'));
}

it('a command whose acknowledgement fails is answered at its response_url', async () => {
  const { slack } = test;
  const command = {
    user: 'U0ALICE',
    channel: 'C0SALES',
    command: '/program-route',
    text: QUESTION,
  };
  await slack.slashCommand(command);
  const body = slack.requests.at(-1)?.payload ?? {};

  await withoutAck(slack).processEvent({ body, ack: failingAck });

  const [first, second] = slack.ephemeralsFor('U0ALICE');
  expect(second?.text).toContain('The account stays');
  expect(second?.text).toBe(first?.text);
});

it('a press whose acknowledgement fails is answered all the same', async () => {
  const { slack } = test;
  const command = {
    user: 'U0ALICE',
    channel: 'C0SALES',
    command: '/program-route',
    text: QUESTION,
  };
  const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'not-what-i-asked' });
  await slack.waitFor(() => slack.ephemeralsFor('U0ALICE').length === 2);
  const body = slack.requests.at(-1)?.payload ?? {};

  await withoutAck(slack).processEvent({ body, ack: failingAck });

  expect(
    slack
      .ephemeralsFor('U0ALICE')
      .map(({ text }) => text)
      .slice(1),
  ).toEqual(['What did you mean?', 'What did you mean?']);
});
