import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { BotProcess, SECRET } from '../../reliability/bot/bot-process';
import { Balancer } from './copies/balancer';
import { TestPostgres } from './test-postgres';

const MENTIONS = 60;
const AT_ONCE = 6;
const QUESTION = 'who owns an account that only has an edu subscription?';
const USERS = Array.from({ length: 20 }, (_, at) => `U0READ${at}`);
const CHANNELS = Array.from({ length: 10 }, (_, at) => `C0READ${at}`);
const TERMINATE_OTHERS =
  'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()';

let postgres: TestPostgres;
let slack: LocalSlack;
let copies: BotProcess[] = [];
let balancer: Balancer | undefined;

beforeAll(async () => {
  postgres = await TestPostgres.start();
  slack = await startLocalSlack({
    // Slack waits 3 seconds, which a busy machine may spend on other work.
    ackTimeoutMs: 10_000,
    users: USERS.map((id) => ({ id, name: id.toLowerCase() })),
    channels: CHANNELS.map((id) => ({ id, name: id.toLowerCase() })),
    scopes: ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'channels:history'],
  });
});
afterEach(async () => {
  await Promise.all(copies.map((copy) => copy.end()));
  balancer?.end();
});
afterAll(async () => {
  await slack.stop();
  await postgres.end();
});

/** What a failover to a replica looks like to the copies. */
async function makeReadOnly(databaseUrl: string): Promise<void> {
  const admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  const name = new URL(databaseUrl).pathname.slice(1);
  await admin.query(`alter database ${name} set default_transaction_read_only = on`);
  await admin.query(TERMINATE_OTHERS);
  await admin.end();
}

/** Asks every question; resolves with the channel and timestamp of each. */
async function askAll(): Promise<{ channel: string; ts: string }[]> {
  const asked: { channel: string; ts: string }[] = [];
  let next = 0;
  const ask = async (): Promise<void> => {
    for (let number = next++; number < MENTIONS; number = next++) {
      const user = USERS[number % USERS.length] ?? '';
      const channel = CHANNELS[number % CHANNELS.length] ?? '';
      const { message } = await slack.mention({ user, channel, text: QUESTION });
      asked.push({ channel, ts: message.ts });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return asked;
}

it('answers each of 60 mentions once on three copies while PostgreSQL is read-only', async () => {
  const databaseUrl = await postgres.fresh();
  const environment = { SLACK_SIGNING_SECRET: SECRET, DATABASE_URL: databaseUrl };
  const start = (): Promise<BotProcess> => BotProcess.start({ apiUrl: slack.apiUrl, environment });
  copies = await Promise.all([start(), start(), start()]);
  await Promise.all(copies.map((copy) => copy.logged(/the store is open/)));
  // It sends every seventh event to two copies, and every eleventh under another id too.
  balancer = await Balancer.before(copies);
  slack.eventsUrl = balancer.url;
  await makeReadOnly(databaseUrl);

  const asked = await askAll();
  const answersTo = ({ channel, ts }: { channel: string; ts: string }): number =>
    slack.thread(channel, ts).filter(({ user }) => user === 'U0BOT').length;
  const isSettled = (): boolean => asked.every((one) => answersTo(one) === 1);
  await slack.waitFor(isSettled, 20_000).catch(() => undefined);

  expect(asked.map(answersTo)).toEqual(Array.from({ length: MENTIONS }, () => 1));
  expect(slack.requests.filter(({ status }) => status !== 200)).toEqual([]);
  expect(balancer.doubled + balancer.renamed).toBeGreaterThan(0);
  const log = copies.map((copy) => copy.log).join('');
  // A copy is down until a write succeeds, not until the database can be read.
  expect(log.match(/the store is open/g)).toHaveLength(copies.length);
  expect(log).toContain('after a failover, DATABASE_URL may still lead to a replica');
});
