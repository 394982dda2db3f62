import { afterEach, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../src/local-slack';

let slack: LocalSlack;

afterEach(async () => {
  await slack.stop();
});

async function use(): Promise<number> {
  await slack.slashCommand({ user: 'U0ALICE', channel: 'C0SALES', command: '/x', text: '' });
  const url = String(slack.requests.at(-1)?.payload['response_url']);
  return (await fetch(url, { method: 'POST', body: '{"text":"x"}' })).status;
}

it('a response_url meets the faults planned for it, and none of the Web API', async () => {
  slack = await startLocalSlack();
  slack.faults.api('*', { error: 'token_revoked' });
  slack.faults.api('response_url', { status: 404 }, 1);

  const [dead, alive] = [await use(), await use()];

  expect([dead, alive]).toEqual([404, 200]);
});
