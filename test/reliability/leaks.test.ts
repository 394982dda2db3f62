import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { MARKED_SLACK, markedEnvironment, secretsOf, useEverySurface } from './leaks/acts';
import { Deployment } from './leaks/deployment';
import {
  meetApiFaults,
  readHealth,
  sendOddBodies,
  sendOddFrames,
  sendOddPayloads,
} from './leaks/error-paths';
import { findMarks, GIVEN, MARKS } from './leaks/marks';

const { tokenInRules, email, lastName, firstName, domain, phone, street, project, subject } = MARKS;
const PERSONAL = [email, lastName, firstName, domain, phone, street, project, subject];

describe.each(['http', 'socket'] as const)('a bot over %s that met everything', (mode) => {
  let slack: LocalSlack;
  let bot: Deployment;
  let answers = '';

  beforeAll(async () => {
    bot = new Deployment();
    slack = await startLocalSlack({ ...MARKED_SLACK, mode });
    const child = bot.spawn(markedEnvironment(slack, mode));
    const port = Number(await bot.says(/"port":(\d+)/));
    if (mode === 'http') slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
    await useEverySurface(slack);
    await meetApiFaults(slack);
    await sendOddPayloads(slack);
    if (mode === 'http') answers += await sendOddBodies(port);
    else sendOddFrames(slack);
    bot.spoilRules(tokenInRules);
    await bot.says(/the edited rules were refused/);
    answers += await readHealth(port);
    bot.breakDown();
    await bot.says(/UNCAUGHT/);
    bot.breakDown();
    await once(child, 'close');
  });
  afterAll(async () => {
    await bot.remove();
    await slack.stop();
  });

  it('was given every mark, and spoke', () => {
    const given = JSON.stringify(slack.requests);

    expect(findMarks('requests', given, PERSONAL)).toHaveLength(PERSONAL.length);
    expect(bot.said.match(/"answered"/g)?.length).toBeGreaterThan(40);
    expect(bot.said.match(/"code":/g)?.length).toBeGreaterThan(20);
    expect(answers).toContain('The last edit of the rules is refused');
  });

  it('left no mark in what it said, in any file, in the store, or in the answer to an error', () => {
    expect([...bot.hits(), ...findMarks('answers', answers)]).toEqual([]);
  });

  it('left no address to answer at, and no id of who asked', () => {
    const secrets = secretsOf(slack);
    const found = bot.hits([...secrets, 'U0ALICE', 'U0BOB']);

    expect(secrets.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  it('kept the text that its asker gave in the store, and nowhere else', () => {
    const places = bot.hits([GIVEN]).map(({ place }) => place);

    expect(places).not.toEqual([]);
    for (const place of places) expect(place).toMatch(/^app\/data\/store\.db(?:-wal)?$/);
  });

  it('spoke to Slack alone', () => {
    const { hostname, port } = new URL(slack.url);
    const strangers = bot
      .outgoing()
      .filter((at) => at.host !== hostname || ![0, Number(port)].includes(at.port));

    expect(bot.outgoing()).not.toEqual([]);
    expect(strangers).toEqual([]);
  });
});
