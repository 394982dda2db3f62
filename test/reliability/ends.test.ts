import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { type BotOptions, BotProcess, SECRET } from '../../reliability/bot/bot-process';
import { ask } from '../../reliability/trials/load';

const folder = mkdtempSync(join(tmpdir(), 'program-route-ends-'));
/** What the embedded database says when it takes the process with it. */
const ABORT = /panicked/;

let slack: LocalSlack;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  slack = await startLocalSlack({});
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => {
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

function optionsFor(file: string, environment: NodeJS.ProcessEnv = {}): BotOptions {
  const store = { SLACK_SIGNING_SECRET: SECRET, DATABASE_URL: `file:${file}` };
  return { apiUrl: slack.apiUrl, environment: { ...store, ...environment } };
}

/** Another process's lock on a file: whatever writes to it waits. */
function lock(file: string): void {
  const other = new Database(file);
  other.exec('create table if not exists other (id text)');
  other.exec('begin exclusive');
  ends.push(() => other.close());
}

async function startBot(options: BotOptions): Promise<BotProcess> {
  const bot = await BotProcess.start(options);
  ends.push(() => bot.end());
  return bot;
}

describe('while the store waits for a locked file', () => {
  it('a second signal ends it with status 1', async () => {
    const file = join(folder, 'second.db');
    const bot = await startBot(optionsFor(file));
    await bot.logged(/the store is open/);
    lock(file);
    // A record to write, so that the end has something to wait for.
    await ask({ port: bot.port, rate: 10, seconds: 0.1, team: 'T0LOCAL' });
    bot.kill('SIGTERM');
    await bot.logged(/"stopping"/);

    // Two signals within a second count as one.
    await delay(1100);
    bot.kill('SIGINT');
    const ended = await bot.ended();

    expect(ended).toEqual({ code: 1, signal: null });
    expect(bot.log).not.toMatch(ABORT);
  });

  it('a start that fails says why, with status 1', async () => {
    const file = join(folder, 'start.db');
    lock(file);

    const options = optionsFor(file, { SLACK_BOT_TOKEN: 'xoxb-wrong' });
    const bot = await BotProcess.failToStart(options);
    ends.push(() => bot.end());

    expect(await bot.ended()).toEqual({ code: 1, signal: null });
    expect(bot.log).toContain('Check SLACK_BOT_TOKEN. (invalid_auth)\n');
    expect(bot.log).not.toMatch(ABORT);
  });

  it('a start goes on, says what to do, and ends in order', async () => {
    const file = join(folder, 'goes-on.db');
    lock(file);
    const bot = await startBot(optionsFor(file));

    await bot.logged(/"hint":"Another process has locked the file of the store/);
    const answers = await ask({ port: bot.port, rate: 10, seconds: 0.1, team: 'T0LOCAL' });
    bot.kill('SIGTERM');

    expect(answers).toMatchObject({ sent: 1, answered: 1 });
    expect(await bot.ended()).toEqual({ code: 0, signal: null });
    expect(bot.log).not.toMatch(ABORT);
  });
});
