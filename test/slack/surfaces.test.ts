import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emailFile } from '../../packages/local-slack/src/forwarded-email';
import { anUnclearQuestion, startTestBot, type TestBot } from './running-bot';
import { EDUCATION, OPEN_SOURCE, STARTUPS, TEAM_CHANNEL } from '../rule-book/names';

const RENEWAL = 'uni customer forwarded me their renewal request, who on your team do I cc?';
const UNCLEAR = anUnclearQuestion();

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let test: TestBot;

  beforeAll(async () => {
    test = await startTestBot({ mode });
  });

  afterAll(async () => {
    await test.stop();
  });

  function command(text: string) {
    return test.slack.slashCommand({
      user: 'U0ALICE',
      channel: 'C0SALES',
      command: '/program-route',
      text,
    });
  }

  it('answers a slash command privately, within the acknowledgement', async () => {
    const calls = test.slack.calls.length;

    const outcome = await command(RENEWAL);

    expect(outcome).toMatchObject({ acknowledged: true, problems: [] });
    const [ephemeral] = outcome.userSees.ephemerals;
    const shown = JSON.stringify(ephemeral);
    expect(shown).toContain('self-service renewal instructions');
    expect(shown).toContain('Do not forward the request or cc individual team members');
    expect(shown).toContain('/program-resources/#renewal');
    expect(shown).toContain('“Renewal”');
    expect(test.slack.calls).toHaveLength(calls);
    expect(test.slack.ephemeralsFor('U0BOB')).toEqual([]);
  });

  it.each(['', 'help', 'Help!'])('shows the guide for %j', async (text) => {
    const { userSees } = await command(text);

    const shown = JSON.stringify(userSees.ephemerals.at(-1));
    expect(shown.match(/• `\/program-route /g)).toHaveLength(3);
  });

  it('lists what can be asked, by topic', async () => {
    const { userSees } = await command('list');

    const shown = JSON.stringify(userSees.ephemerals.at(-1));
    expect(shown).toContain('*Renewals*');
    expect(shown).toContain('A startup after its first year');
  });

  it('takes a program that the question begins with', async () => {
    const { userSees } = await command('startups: how does a member renew their subscription?');

    expect(JSON.stringify(userSees.ephemerals.at(-1))).toContain('Renewals are paid');
  });

  it('says that it does not know, and where to ask', async () => {
    const { userSees } = await command("what's for lunch");

    const shown = JSON.stringify(userSees.ephemerals);
    expect(shown).toContain("I don't have an answer to that.");
    expect(shown).toContain(TEAM_CHANNEL);
  });

  it('answers a mention with one message in its thread', async () => {
    const before = test.slack.calls.length;

    const { message } = await test.slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: 'who owns an account that only has an edu subscription?',
    });
    const reply = await test.slack.waitFor((slack) => slack.thread('C0SALES', message.ts)[1]);

    expect(JSON.stringify(reply)).toContain("The account stays in the AE's or SAE's name.");
    expect(reply.user).toBe('U0BOT');
    const posts = test.slack.calls
      .slice(before)
      .filter((call) => call.method === 'chat.postMessage');
    expect(posts).toHaveLength(1);
    expect(posts[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it("answers in the bot's own messages", async () => {
    const { message } = await test.slack.directMessage({ user: 'U0BOB', text: RENEWAL });

    const reply = await test.slack.waitFor((slack) =>
      slack.messagesIn(message.channel).find(({ user }) => user === 'U0BOT'),
    );

    expect(reply.text).toContain('self-service renewal instructions');
    expect(reply.thread_ts).toBeUndefined();
  });

  it('leaves other bots and edits alone', async () => {
    const before = test.slack.calls.length;

    const { message } = await test.slack.mention({
      user: 'U0OTHERBOT',
      channel: 'C0SALES',
      text: RENEWAL,
    });
    await command('help');

    expect(test.slack.thread('C0SALES', message.ts)).toHaveLength(1);
    expect(test.slack.calls.slice(before).map(({ method }) => method)).not.toContain(
      'chat.postMessage',
    );
  });

  it('asks back with a button for each route, and replaces the question by its answer', async () => {
    const { userSees } = await command(UNCLEAR);
    const [ephemeral] = userSees.ephemerals;
    if (ephemeral === undefined) throw new Error('There was no answer.');

    const outcome = await test.slack.press({ user: 'U0ALICE', ephemeral, actionId: 'choose-0' });

    expect(outcome.acknowledged).toBe(true);
    const answer = await test.slack.waitFor((slack) =>
      slack
        .ephemeralsFor('U0ALICE')
        .find(({ ts }) => ts === ephemeral.ts && !JSON.stringify(ephemeral).includes('choose-0')),
    );
    expect(JSON.stringify(answer)).toContain('Source: ');
  });

  it('replaces a question back in a thread for all, and names who chose', async () => {
    const { message } = await test.slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: UNCLEAR,
    });
    const reply = await test.slack.waitFor((slack) => slack.thread('C0SALES', message.ts)[1]);
    expect(JSON.stringify(reply)).toContain('None of these');

    await test.slack.press({ user: 'U0BOB', messageTs: reply.ts, actionId: 'choose-1' });
    const changed = await test.slack.waitFor((slack) =>
      slack.thread('C0SALES', message.ts).find((one) => JSON.stringify(one).includes('Chosen by')),
    );

    expect(JSON.stringify(changed)).toContain('<@U0BOB>');
    expect(JSON.stringify(changed)).not.toContain('choose-1');
  });

  it('opens a modal with what to do and a reply to the lead, for a forwarded email', async () => {
    const file = emailFile({
      subject: 'GitLab for our lab courses',
      from: 'Ines Moreau <ines@example.edu>',
      plainText:
        'Hello,\n\nI teach software engineering at a university. How can our students get GitLab for free through your education program?\n\nInes',
    });
    const { message } = await test.slack.postAs({
      user: 'U0BOB',
      channel: 'C0SALES',
      text: '',
      files: [file],
    });

    const outcome = await test.slack.messageShortcut({
      user: 'U0ALICE',
      channel: 'C0SALES',
      callbackId: 'route_lead',
      messageTs: message.ts,
    });
    const modal = await test.slack.waitFor((slack) => slack.viewsOf('U0ALICE').at(-1));

    expect(outcome.acknowledged).toBe(true);
    const shown = JSON.stringify(modal.view.blocks);
    expect(shown).toContain('Reply to the lead yourself');
    expect(shown).toContain('Hello Ines Moreau,');
    expect(shown).toContain('Please write to them there directly');
    expect(shown).toContain(EDUCATION);
  });

  it('rewrites the modal for another program, and sends it on request', async () => {
    const { message } = await test.slack.postAs({
      user: 'U0BOB',
      channel: 'C0SALES',
      text: 'Hi,\nour university lab would like to join your education program. How do we get in?\nThanks,\nMaria',
    });
    await test.slack.messageShortcut({
      user: 'U0BOB',
      channel: 'C0SALES',
      callbackId: 'route_lead',
      messageTs: message.ts,
    });
    const modal = await test.slack.waitFor((slack) => slack.viewsOf('U0BOB').at(-1));

    await test.slack.press({
      user: 'U0BOB',
      viewId: modal.view.id,
      actionId: 'lead-program',
      value: 'open-source',
    });
    const changed = await test.slack.waitFor((slack) => {
      const top = slack.viewsOf('U0BOB').at(-1);
      return top !== undefined && JSON.stringify(top.view).includes(OPEN_SOURCE) && top;
    });
    await test.slack.submitView({ user: 'U0BOB', viewId: changed.view.id, values: {} });
    const sent = await test.slack.waitFor((slack) =>
      slack.channels
        .filter((channel) => channel.is_im && channel.user === 'U0BOB')
        .flatMap(({ id }) => slack.messagesIn(id))
        .find((one) => JSON.stringify(one).includes('The reply to the lead')),
    );

    expect(JSON.stringify(sent)).toContain('GitLab for Open Source');
  });

  it('shows a Home tab with the programs', async () => {
    await test.slack.openHome({ user: 'U0ALICE' });
    const home = await test.slack.waitFor((slack) => slack.homeOf('U0ALICE'));

    expect(JSON.stringify(home.view.blocks)).toContain(STARTUPS);

    expect(JSON.stringify(home.view.blocks)).toMatch(
      /Rule book [0-9a-f]{12}, compared with the handbook on \d{4}-\d{2}-\d{2}\./,
    );

    await test.slack.press({ user: 'U0ALICE', viewId: home.view.id, actionId: 'try-1' });
    const modal = await test.slack.waitFor((slack) => slack.viewsOf('U0ALICE').at(-1));

    expect(JSON.stringify(modal.view.blocks)).toContain('Source: ');
  });

  it('logs one line a request, and no word of it', async () => {
    await command('secret phrase about a renewal for zebrafish university');

    const lines = test.logged();
    expect(lines).not.toMatch(/zebrafish|secret phrase|xoxb-|xapp-|university lab|Ines/);
    const own = lines.split('\n').filter((line) => line.includes('"surface":"command"'));
    const last = JSON.parse(own.at(-1) ?? '{}') as Record<string, unknown>;
    expect(last).toMatchObject({ outcome: expect.any(String) });
    expect(last['ms']).toEqual(expect.any(Number));
  });

  it('answers its health checks', async () => {
    const get = (path: string) => fetch(`http://127.0.0.1:${test.bot.port}${path}`);

    const [health, ready] = [await get('/healthz'), await get('/readyz')];

    expect([health.status, ready.status]).toEqual([200, 200]);
    expect(await ready.json()).toEqual({ ok: true, version: expect.any(String), problems: [] });
  });
});
