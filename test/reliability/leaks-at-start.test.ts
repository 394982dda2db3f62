import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { MARKED_SLACK, markedEnvironment, postQuestions } from './leaks/acts';
import { Deployment } from './leaks/deployment';
import { MARKS, PERSON } from './leaks/marks';

const { botToken, appToken, signingSecret, password, tokenInRules, email } = MARKS;
/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9/';

const ends: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const end of ends) await end();
});

function deploy(): Deployment {
  const bot = new Deployment();
  ends.push(() => bot.remove());
  return bot;
}

async function startSlack(): Promise<LocalSlack> {
  const slack = await startLocalSlack(MARKED_SLACK);
  ends.push(() => slack.stop());
  return slack;
}

describe('a start that fails leaves no mark', () => {
  let slack: LocalSlack;
  beforeAll(async () => {
    slack = await startSlack();
  });
  const http = (): NodeJS.ProcessEnv => markedEnvironment(slack, 'http');

  it.each<[string, () => NodeJS.ProcessEnv, string]>([
    [
      'with a token that Slack does not know',
      () => ({ ...http(), SLACK_BOT_TOKEN: `${botToken}x` }),
      'invalid_auth',
    ],
    [
      'with malformed variables',
      () => ({
        SLACK_BOT_TOKEN: signingSecret,
        SLACK_APP_TOKEN: password,
        SLACK_API_URL: `ftp://${email}:${password}@`,
        DATABASE_URL: `mysql://u:${password}@h/x`,
        PORT: MARKS.phone,
        RETENTION_DAYS: PERSON,
      }),
      'SLACK_BOT_TOKEN is malformed',
    ],
    [
      'with an address of the Web API that holds a password',
      () => ({ ...http(), SLACK_API_URL: `http://user:${password}@127.0.0.1:9/` }),
      'cannot be reached',
    ],
    [
      'with a malformed address of the store',
      () => ({ ...http(), DATABASE_URL: `postgres://leaky:${password}@127.0.0.1:port/x` }),
      'DATABASE_URL is malformed',
    ],
    [
      'with an app token that Slack does not know',
      () => ({ ...markedEnvironment(slack, 'socket'), SLACK_APP_TOKEN: `${appToken}x` }),
      'invalid_auth',
    ],
    [
      'with nothing at the address of the Web API',
      () => ({ ...http(), SLACK_API_URL: NOWHERE }),
      'cannot be reached',
    ],
  ])('%s', async (_, environment, sentence) => {
    const bot = deploy();

    expect(await bot.failToStart(environment())).toBe(1);
    expect(bot.said).toContain(sentence);
    expect(bot.hits()).toEqual([]);
  });

  it('with rules that are at fault', async () => {
    const bot = deploy();
    bot.spoilRules(tokenInRules);

    expect(await bot.failToStart(http())).toBe(1);
    expect(bot.said).toContain('The rules have');
    expect(bot.said).toContain('[secret]');
    expect(bot.hits()).toEqual([]);
  });
});

/** What is seen of a bot whose store is away: by who asks for its state, and by who runs a command. */
async function askWithout(
  url: string,
): Promise<{ bot: Deployment; ready: string; report: string }> {
  const bot = deploy();
  const slack = await startSlack();
  bot.spawn({ ...markedEnvironment(slack, 'http'), DATABASE_URL: url });
  const port = await bot.says(/"port":(\d+)/);
  slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  await bot.says(/the store cannot be reached/);
  await postQuestions(slack);
  const ready = await (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
  await bot.end();
  return { bot, ready, report: await bot.run('cli/report', { DATABASE_URL: url }) };
}

it('a store that is away leaves no mark', async () => {
  const seen = await Promise.all(
    [
      `postgres://leaky:${password}@127.0.0.1:9/x`,
      `postgres://leaky:a@${password}@127.0.0.1:9/x`,
      `file:/dev/null/${password}/store.db`,
    ].map(askWithout),
  );

  for (const { bot, ready, report } of seen) {
    expect(ready).toContain('the store cannot be reached');
    expect(report).toMatch(/^(?:The store cannot be read|There is no store at DATABASE_URL)/);
    expect(bot.hits()).toEqual([]);
  }
});

it('the eye finds what is planted, in each place', async () => {
  const bot = deploy();
  const data = join(bot.app, 'data');
  mkdirSync(data);
  const database = new Database(bot.storeFile);
  database.exec('pragma journal_mode = wal');
  database.exec('create table planted (text text)');
  database.prepare('insert into planted values (?)').run([MARKS.lastName]);
  writeFileSync(join(bot.folder, 'tmp', 'planted'), Buffer.from(MARKS.street, 'utf16le'));
  const learned = join(bot.app, 'dist', 'models', 'planted');
  writeFileSync(learned, Buffer.from(`so: ${MARKS.project}!`).toString('base64'));
  await bot.failToStart({ PLANTED: email });
  const found = bot.hits();
  database.close();

  expect(found).toEqual(
    expect.arrayContaining([
      { place: 'output', mark: email },
      { place: 'app/data/store.db-wal', mark: MARKS.lastName },
      { place: 'tmp/planted', mark: MARKS.street },
      { place: 'app/dist/models/planted', mark: MARKS.project },
    ]),
  );
  expect(bot.outgoing()).toEqual([{ host: '127.0.0.2', port: 9 }]);
});
