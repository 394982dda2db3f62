import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { TestPostgres } from '../database/test-postgres';
import {
  giveText,
  MARKED_SLACK,
  markedEnvironment,
  secretsOf,
  useEverySurface,
  useSomeSurfaces,
} from './leaks/acts';
import { Deployment } from './leaks/deployment';
import { readHealth } from './leaks/error-paths';
import { findMarks, GIVEN, MARKS } from './leaks/marks';
import { MarkedPostgres } from './leaks/marked-postgres';

jest.setTimeout(120_000);

/** The password proves on the line who the bot is; nothing else of it may pass. */
const OTHERS = Object.values(MARKS).filter((mark) => mark !== MARKS.password);

describe('a bot with PostgreSQL that refused a row, lost its tables and went away', () => {
  let postgres: TestPostgres;
  let database: MarkedPostgres;
  let slack: LocalSlack;
  let bot: Deployment;
  let port: number;
  let rows: string;
  let report: string;
  let answers = '';

  beforeAll(async () => {
    postgres = await TestPostgres.start();
    database = await MarkedPostgres.in(postgres);
    const environment = { DATABASE_URL: database.line.url };
    slack = await startLocalSlack(MARKED_SLACK);
    bot = new Deployment();
    bot.spawn({ ...markedEnvironment(slack, 'http'), ...environment });
    port = Number(await bot.says(/"port":(\d+)/));
    slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
    await bot.says(/the store is open/);
    await useEverySurface(slack);
    rows = await database.rows();
    await database.refuseTexts();
    await giveText(slack);
    await healthSays(/the store takes no records/);
    await database.dropTables();
    await useSomeSurfaces(slack);
    await bot.says(/"code":"42P01"/);
    database.line.cut();
    await useSomeSurfaces(slack);
    await healthSays(/the store cannot be reached/);
    await bot.end();
    database.line.mend();
    report = await bot.run('cli/report', environment);
  });
  afterAll(async () => {
    await bot.remove();
    await slack.stop();
    await database.end();
    await postgres.end();
  });

  /** Asks how the bot does until it says so, and keeps each answer. */
  async function healthSays(pattern: RegExp): Promise<void> {
    for (;;) {
      const answer = await readHealth(port);
      answers += answer;
      if (pattern.test(answer)) return;
      await delay(20);
    }
  }

  it('wrote, was refused with a row in the error, and gave up', () => {
    const quoted = /Failing row contains [^\0]*/.exec(database.line.passed)?.[0];

    expect(rows).toContain(GIVEN);
    expect(quoted).toContain(GIVEN);
    expect(bot.said).toContain('records were given up');
    expect(report).toBe('The store cannot be read (42P01). Check DATABASE_URL.\n');
  });

  it('left no mark in what it said, in any file, in an answer, or in the database', () => {
    const { passed } = database.line;

    expect([...bot.hits(), ...findMarks('answers', answers), ...findMarks('rows', rows)]).toEqual(
      [],
    );
    expect(findMarks('line', passed, OTHERS)).toEqual([]);
  });

  it('left no address to answer at, and no id of who asked', () => {
    const secrets = [...secretsOf(slack), 'U0ALICE', 'U0BOB'];

    expect(secrets.length).toBeGreaterThan(20);
    expect(bot.hits(secrets)).toEqual([]);
    expect(findMarks('line', database.line.passed, secrets)).toEqual([]);
  });

  it('kept the text that its asker gave in the database alone', () => {
    expect(bot.hits([GIVEN])).toEqual([]);
    expect(findMarks('answers', answers, [GIVEN])).toEqual([]);
  });

  it('spoke to Slack and its database alone', () => {
    const known = [slack.url, database.line.url].map((url) => Number(new URL(url).port));
    const strangers = bot
      .outgoing()
      .filter((at) => at.host !== '127.0.0.1' || ![0, ...known].includes(at.port));

    expect(bot.outgoing()).toContainEqual({ host: '127.0.0.1', port: known[1] });
    expect(strangers).toEqual([]);
  });
});
