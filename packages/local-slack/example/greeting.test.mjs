import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startLocalSlack } from 'local-slack';
import { createApp } from './greeting.mjs';

let slack;
let app;

before(async () => {
  slack = await startLocalSlack();
  app = createApp({ slackApiUrl: slack.apiUrl });
  const server = await app.start(0);
  slack.eventsUrl = `http://127.0.0.1:${server.address().port}/slack/events`;
});

after(async () => {
  await app.stop();
  await slack.stop();
});

test('a command is answered privately', async () => {
  const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/greet', text: '' };

  const { userSees } = await slack.slashCommand(command);

  assert.equal(userSees.ephemerals[0].text, 'Hello, <@U0ALICE>.');
});

test('a mention is answered in its thread', async () => {
  const { message } = await slack.mention({ user: 'U0BOB', channel: 'C0SALES', text: 'hi' });

  const reply = await slack.waitFor(() => slack.thread('C0SALES', message.ts)[1]);

  assert.equal(reply.text, 'You called?');
});

test('a refusal by Slack can be played', async () => {
  slack.faults.api('chat.postMessage', { error: 'not_in_channel' }, 1);

  const { message } = await slack.mention({ user: 'U0BOB', channel: 'C0SALES', text: 'hi' });
  const { response } = await slack.waitFor(() =>
    slack.calls.findLast(({ method, response }) => method === 'chat.postMessage' && !response.ok),
  );

  assert.equal(response.error, 'not_in_channel');
  assert.equal(slack.thread('C0SALES', message.ts).length, 1);
});
