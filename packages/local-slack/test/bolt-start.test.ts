import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { App, HTTPReceiver } from '@slack/bolt';
import { type LocalSlack, startLocalSlack } from '../src/local-slack';

let slack: LocalSlack;

beforeAll(async () => {
  slack = await startLocalSlack();
});

afterAll(async () => {
  await slack.stop();
});

function appWith(token: string): App {
  return new App({
    token,
    receiver: new HTTPReceiver({ signingSecret: 'local-signing-secret' }),
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
}

describe('at the start of a Bolt app', () => {
  it('its token is verified', async () => {
    await appWith('xoxb-local').init();

    expect(slack.calls).toMatchObject([{ method: 'auth.test', response: { ok: true } }]);
  });

  it('a wrong token is refused', async () => {
    await expect(appWith('xoxb-wrong').init()).rejects.toThrow('invalid_auth');
  });
});

describe('many users at once', () => {
  it('are each shown their own answer', async () => {
    const app = new App({
      token: 'xoxb-local',
      botId: 'B0BOT',
      botUserId: 'U0BOT',
      tokenVerificationEnabled: false,
      receiver: new HTTPReceiver({ signingSecret: 'local-signing-secret' }),
    });
    app.command('/ask', ({ ack, command }) => ack(`for ${command.user_id}`));
    const server = await app.start(0);
    const { port } = server.address() as { port: number };
    slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
    const users = Array.from({ length: 10 }, (_, n) => `U0N${n}`);
    for (const id of users) slack.addUser({ id, name: id });

    const command = { channel: 'C0SALES', command: '/ask', text: '' };
    const outcomes = await Promise.all(
      users.map((user) => slack.slashCommand({ ...command, user })),
    );
    await app.stop();

    const texts = outcomes.map(({ userSees }) => userSees.ephemerals.map(({ text }) => text));
    expect(texts).toEqual(users.map((user) => [`for ${user}`]));
  });
});
