import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { BotProcess, SECRET } from '../../reliability/bot/bot-process';
import { rawRequest } from '../../reliability/bot/raw-request';
import { malformedRequests, slowSenders } from '../../reliability/trials/malformed';

/** In milliseconds. A request that the bot waits for to the end gets 408 after less, and fails its test. */
const PATIENT = 30_000;

let slack: LocalSlack;
let bot: BotProcess;

beforeAll(async () => {
  slack = await startLocalSlack();
  bot = await BotProcess.start({
    apiUrl: slack.apiUrl,
    environment: { SLACK_SIGNING_SECRET: SECRET },
  });
  slack.eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;
});

afterAll(async () => {
  await bot.end();
  await slack.stop();
});

async function expectAnswers(): Promise<void> {
  const { ackBody } = await slack.slashCommand({
    user: 'U0ALICE',
    channel: 'C0SALES',
    command: '/program-route',
    text: 'who answers a lead from a university?',
  });
  expect(JSON.stringify(ackBody)).toContain('Reply directly to the lead');
}

describe('a request that Slack would not send', () => {
  it.each(malformedRequests())('$name: $status, at once', async ({ raw, status }) => {
    const answer = await rawRequest(bot.port, raw, PATIENT);

    expect(answer.status).toBe(status);
    expect(bot.isAlive).toBe(true);
  });

  it('that breaks off leaves the bot as it was', async () => {
    const [cut] = slowSenders();
    const parts = cut?.raw.parts ?? [];
    await Promise.all(
      Array.from({ length: 50 }, () => {
        return rawRequest(bot.port, { parts: [parts.join('')], then: 'break off' }, PATIENT);
      }),
    );

    await expectAnswers();
  });

  it('leaves nothing uncaught in the log, and no flood of lines', () => {
    expect(bot.log).not.toContain('nobody caught an error');
    expect(bot.log.match(/"reason":"signature"/g)?.length).toBeLessThan(4);
  });
});

it('a sender that never comes to an end is cut off, and holds nobody up meanwhile', async () => {
  const senders = slowSenders();
  const cutOff = Promise.all(senders.map(({ raw }) => rawRequest(bot.port, raw, PATIENT)));
  await expectAnswers();

  expect((await cutOff).map(({ status }, at) => [senders[at]?.name, status])).toEqual(
    senders.map(({ name, status }) => [name, status]),
  );
});
