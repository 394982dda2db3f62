import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { BotProcess, SECRET } from '../../reliability/bot/bot-process';
import { keepFigures } from '../../reliability/keep-figures';
import { ask, type LoadResult } from '../../reliability/trials/load';

/** The local Slack's workspace. */
const TEAM = 'T0LOCAL';
/** `npm run reliability` asks faster and longer, on a machine of its own. */
const { SOAK_SECONDS = '6', SOAK_RATE = '50' } = process.env;
const RATE = Number(SOAK_RATE);

jest.setTimeout(60_000 + 2000 * Number(SOAK_SECONDS));

let slack: LocalSlack;
const bots: BotProcess[] = [];

beforeAll(async () => {
  slack = await startLocalSlack({});
});

afterAll(async () => {
  for (const bot of bots) await bot.end();
  await slack.stop();
});

async function startBot(): Promise<BotProcess> {
  const environment = { SLACK_SIGNING_SECRET: SECRET };
  const bot = await BotProcess.start({ apiUrl: slack.apiUrl, environment });
  bots.push(bot);
  return bot;
}

function load(bot: BotProcess, rate: number, seconds: number): Promise<LoadResult> {
  return ask({ port: bot.port, rate, seconds, team: TEAM });
}

describe('under load', () => {
  let bot: BotProcess;
  beforeAll(async () => {
    bot = await startBot();
  });

  it('answers every question of a steady load', async () => {
    await load(bot, RATE, 1);
    const before = await bot.memory();
    const soak = await load(bot, RATE, Number(SOAK_SECONDS));
    const after = await bot.memory();
    keepFigures('soak', { ...soak, before, after });

    expect(soak).toMatchObject({ answered: soak.sent, turnedAway: 0, cut: 0, lost: 0 });
    expect(after.heapUsed).toBeLessThan(1.3 * before.heapUsed);
  });

  it('turns away in a sentence what is too much, loses nothing, and goes on', async () => {
    const burst = await load(bot, 3000, 2);
    keepFigures('burst', burst);

    expect(burst).toMatchObject({ cut: 0, lost: 0 });
    expect(burst.answered + burst.turnedAway).toBe(burst.sent);
    expect(bot.isAlive).toBe(true);
    expect(await load(bot, 50, 1)).toMatchObject({ answered: 50 });
  });
});

it('loses nothing that it acknowledged when it is told to stop', async () => {
  const bot = await startBot();
  const asked = load(bot, 300, 3);
  await delay(1000);
  bot.kill('SIGTERM');
  const result = await asked;
  keepFigures('stop', result);

  expect(result.lost).toBe(0);
  expect(result.answered).toBeGreaterThan(0);
  expect(result.answered).toBeLessThan(result.sent);
  expect(await bot.ended()).toEqual({ code: 0, signal: null });
});
