import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { Message } from '../../packages/local-slack/src/slack-objects';
import { RULES } from '../../src/cli/run-command';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { startSlackApp } from '../../src/slack/app';
import { remindTeam, workingHours } from '../../src/slack/features/escalate/reminder';
import { openStore } from '../../src/store/open-store';
import type { Store } from '../../src/store/store';
import type { Summary } from '../../src/store/summary';
import { startTestBot, type TestBot, type TestOptions } from './running-bot';

const FOREIGN = 'where do I park at the Berlin office?';
const TYPED = 'Where does a GitLab for Education member park? <!channel> *now*';
const SCOPES = ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'users:read'];
const DAYS = 86_400_000;
const log = pino({ level: 'silent' });
let test: TestBot | undefined;
let endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings) await end();
  endings = [];
  await test?.stop();
  test = undefined;
});

async function start(options: TestOptions = {}): Promise<LocalSlack> {
  const connection = { teamChannel: 'C0SALES', teamUsers: ['U0BOB'] };
  test = await startTestBot({ connection, ...options });
  return test.slack;
}

/** Presses "Ask the team" below an answer in a thread, or below a private one. */
async function openModal(slack: LocalSlack, channel: string | null): Promise<string> {
  const user = 'U0ALICE';
  if (channel === null) {
    const command = { user, channel: 'C0SALES', command: '/program-route', text: FOREIGN };
    const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
    if (ephemeral === undefined) throw new Error('There was no answer.');
    await slack.press({ user, ephemeral, actionId: 'ask-team' });
  } else {
    const { message } = await slack.mention({ user, channel, text: FOREIGN });
    const reply = await slack.waitFor(() => slack.thread(channel, message.ts)[1]);
    await slack.press({ user, messageTs: reply.ts, actionId: 'ask-team' });
  }
  return (await slack.waitFor(() => slack.viewsOf(user).at(-1))).view.id;
}

async function submit(slack: LocalSlack, viewId: string): Promise<void> {
  await slack.submitView({ user: 'U0ALICE', viewId, values: { 'ask-team-text': TYPED } });
}

function postsOf(slack: LocalSlack): Message[] {
  return slack.messagesIn('C0SALES').filter(({ text }) => text.startsWith('<@U0ALICE> asks:'));
}

/** Asks the team, and gives the post once it is in the store. */
async function askTeam(slack: LocalSlack, channel: string | null = null): Promise<Message> {
  await submit(slack, await openModal(slack, channel));
  const post = await slack.waitFor(() => postsOf(slack)[0]);
  await week(({ handed }) => handed === 1);
  return post;
}

async function week(isReached: (summary: Summary) => boolean): Promise<Summary> {
  for (;;) {
    const { current } = await (test as TestBot).store.summary(7);
    if (isReached(current)) return current;
    await delay(50);
  }
}

function press(slack: LocalSlack, { ts }: Message, [user, step]: [string, string]) {
  return slack.press({ user, messageTs: ts, actionId: `escalation-${step}` });
}

function shown(slack: LocalSlack, { ts }: Message): string {
  return JSON.stringify(postsOf(slack).find((one) => one.ts === ts));
}

function told(slack: LocalSlack, words: string): Message[] {
  return slack.channels
    .filter((channel) => channel.is_im && channel.user === 'U0ALICE')
    .flatMap(({ id }) => slack.messagesIn(id))
    .filter(({ text }) => text.includes(words));
}

function modalOf(slack: LocalSlack): string {
  return JSON.stringify(slack.viewsOf('U0ALICE').at(-1));
}

function storeOfAnotherCopy(): Store {
  const databaseUrl = `file:${(test as TestBot).databaseFile}`;
  const store = openStore({ databaseUrl, retentionDays: 180 }, { log, secret: 'xoxb-local' });
  endings.push(() => store.stop(1000));
  return store;
}

/** Another copy of the bot on the same store; gives the address that Slack reaches it at. */
async function startAnotherCopy(slack: LocalSlack): Promise<string> {
  const store = storeOfAnotherCopy();
  await store.opened(5000);
  const opened = openRuleBook(RULES);
  const settings = {
    botToken: 'xoxb-local',
    mode: { kind: 'http', signingSecret: 'local-signing-secret' },
    apiUrl: slack.apiUrl,
    port: 0,
    host: '127.0.0.1',
    teamChannel: 'C0SALES',
    teamUsers: [],
  } as const;
  const bot = await startSlackApp(settings, { rules: () => opened, store, log });
  endings.unshift(() => bot.stop());
  return `http://127.0.0.1:${bot.port}/slack/events`;
}

describe('the post', () => {
  it('links to the thread, and names the closest answers and the program', async () => {
    const slack = await start();

    const post = await askTeam(slack, 'C0SALES');

    const [asked] = slack.messagesIn('C0SALES');
    const link = `https://local.slack.com/archives/C0SALES/p${asked?.ts.replace('.', '')}`;
    expect(shown(slack, post)).toContain(`<${link}|Where it was asked>`);
    expect(shown(slack, post)).toMatch(/"My closest answers: \w[^"·]+( · [^"·]+){0,2}"/);
    expect(shown(slack, post)).toContain('"Program: GitLab for Education"');
    expect(shown(slack, post)).toMatch(/escalation-taken.*escalation-answered.*escalation-closed/);
    expect(shown(slack, post)).toContain(`"type":"text","text":"${TYPED}"`);
  });

  it.each([
    ['in an answer that only its asker sees', null],
    ['in a private channel', 'C0PRIVATE'],
  ])('has no link where it was asked %s', async (_, channel) => {
    const slack = await start({ scopes: [...SCOPES, 'groups:read'] });

    const post = await askTeam(slack, channel);

    expect(shown(slack, post)).not.toContain('Where it was asked');
  });

  it('is there once though the modal is submitted twice', async () => {
    const slack = await start();
    const viewId = await openModal(slack, null);

    await Promise.all([submit(slack, viewId), submit(slack, viewId)]);
    const summary = await week(({ handed }) => handed > 0);

    expect(postsOf(slack)).toHaveLength(1);
    expect(summary.handed).toBe(1);
    expect(test?.logged()).toContain('"outcome":"asked-before"');
  });
});

describe('where Slack does not say whether it took the post', () => {
  it('the asker gets the link when the bot finds the post in the channel', async () => {
    const slack = await start({ scopes: [...SCOPES, 'channels:history'] });
    const viewId = await openModal(slack, null);
    slack.faults.api('chat.postMessage', { delayMs: 2600 }, 1);

    await submit(slack, viewId);
    await slack.waitFor(
      () => modalOf(slack).includes('sent your question to the team: http'),
      20_000,
    );

    expect(postsOf(slack)).toHaveLength(1);
    await week(({ handed }) => handed === 1);
  });

  it('the asker reads so, and the bot does not try again', async () => {
    const slack = await start();
    const viewId = await openModal(slack, null);
    slack.faults.api('chat.postMessage', { status: 500 }, 1);

    await submit(slack, viewId);
    await slack.waitFor(() => modalOf(slack).includes('Slack did not confirm'));

    expect(modalOf(slack)).toContain("If it isn't there, paste this:");
    const calls = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(calls).toHaveLength(1);
  });
});

describe('the buttons below the post', () => {
  it('“I’ll take this” names who took it, and the question stays open', async () => {
    const slack = await start();
    const post = await askTeam(slack);

    await press(slack, post, ['U0BOB', 'taken']);
    await slack.waitFor(() => shown(slack, post).includes('Taken by <@U0BOB>'));
    const { open } = await week(({ open: { newest } }) => newest[0]?.taken === true);
    await slack.openHome({ user: 'U0BOB' });
    const home = await slack.waitFor(() => slack.homeOf('U0BOB'));

    expect(open.count).toBe(1);
    expect(JSON.stringify(home.view.blocks)).toContain('|the question>, taken');
    expect(shown(slack, post)).not.toContain('escalation-taken');
    expect(shown(slack, post)).toContain('rich_text_quote');
  });

  it('“Answered” names who answered, and tells the asker where', async () => {
    const slack = await start();
    const post = await askTeam(slack);

    await press(slack, post, ['U0BOB', 'taken']);
    await slack.waitFor(() => shown(slack, post).includes('Taken by'));
    await press(slack, post, ['U0ALICE', 'answered']);
    await slack.waitFor(() => shown(slack, post).includes('Answered by <@U0ALICE>'));
    const { open, handed } = await week((summary) => summary.open.count === 0);

    expect([open.newest, handed]).toEqual([[], 1]);
    await slack.waitFor(() => told(slack, 'has answered your question')[0]);
    const [message, ...more] = told(slack, 'has answered your question');
    expect(message?.text).toContain(`/archives/C0SALES/p${post.ts.replace('.', '')}`);
    expect(more).toEqual([]);
    expect(shown(slack, post)).not.toMatch(/Taken by|escalation-answered|escalation-closed/);
  });

  it('“Close” takes the question off the list, and tells the asker nothing', async () => {
    const slack = await start();
    const post = await askTeam(slack);

    await press(slack, post, ['U0BOB', 'closed']);
    await slack.waitFor(() => shown(slack, post).includes('Closed by <@U0BOB>'));
    await week(({ open }) => open.count === 0);

    expect(told(slack, 'answered')).toEqual([]);
  });

  it('count once though two people press at once, on two copies of the bot', async () => {
    const slack = await start();
    const post = await askTeam(slack);
    const [one, other] = [slack.eventsUrl, await startAnotherCopy(slack)];

    slack.eventsUrl = one;
    const first = press(slack, post, ['U0BOB', 'answered']);
    slack.eventsUrl = other;
    await Promise.all([first, press(slack, post, ['U0ALICE', 'answered'])]);
    await slack.waitFor(() => shown(slack, post).includes('Answered by'));
    const refused = await slack.waitFor(() =>
      [...slack.ephemeralsFor('U0BOB'), ...slack.ephemeralsFor('U0ALICE')].find(({ text }) =>
        text.startsWith('Someone already answered or closed'),
      ),
    );

    expect(shown(slack, post)).not.toContain(`Answered by <@${refused.viewer}>`);
    await slack.waitFor(() => told(slack, 'has answered your question')[0]);
    expect(told(slack, 'has answered your question')).toHaveLength(1);
  });

  it('show the end last though somebody takes the question meanwhile', async () => {
    const slack = await start();
    const post = await askTeam(slack);
    const other = await startAnotherCopy(slack);
    slack.faults.api('chat.update', { delayMs: 600 }, 1);

    const taking = press(slack, post, ['U0BOB', 'taken']);
    await slack.waitFor(() => slack.calls.some(({ method }) => method === 'chat.update'));
    slack.eventsUrl = other;
    await Promise.all([taking, press(slack, post, ['U0ALICE', 'closed'])]);
    await slack.waitFor(() => shown(slack, post).includes('Closed by <@U0ALICE>'));

    const updates = slack.calls.filter(({ method }) => method === 'chat.update');
    expect(updates.map(({ args }) => /Taken|Closed/.exec(String(args['blocks']))?.[0])).toEqual([
      'Taken',
      'Closed',
    ]);
  });

  it('work again where Slack refused the change, and tell the asker once', async () => {
    const slack = await start();
    const post = await askTeam(slack);
    slack.faults.api('chat.update', { error: 'edit_window_closed' }, 1);

    await press(slack, post, ['U0BOB', 'answered']);
    await slack.waitFor(() => slack.ephemeralsFor('U0BOB')[0]);
    await slack.waitFor(() => told(slack, 'has answered your question')[0]);
    await press(slack, post, ['U0BOB', 'answered']);
    await slack.waitFor(() => shown(slack, post).includes('Answered by <@U0BOB>'));

    expect(told(slack, 'has answered your question')).toHaveLength(1);
  });

  it('say so where the asker cannot be told', async () => {
    const slack = await start();
    const post = await askTeam(slack);
    await slack.waitFor(() => told(slack, 'sent your question to the team')[0]);
    slack.faults.api('chat.postMessage', { error: 'restricted_action' }, 1);

    await press(slack, post, ['U0BOB', 'answered']);
    const said = await slack.waitFor(() => slack.ephemeralsFor('U0BOB')[0]);

    expect(said.text).toBe('I could not tell <@U0ALICE> about the answer. Please let them know.');
    expect(shown(slack, post)).toContain('Answered by <@U0BOB>');
  });

  it('are not for guests', async () => {
    const slack = await start();
    const post = await askTeam(slack);

    await press(slack, post, ['U0GUEST', 'closed']);
    const said = await slack.waitFor(() => slack.ephemeralsFor('U0GUEST')[0]);

    expect(said.text).toContain("Guests can't do this.");
    expect(shown(slack, post)).toContain('escalation-closed');
  });
});

describe('the reminder', () => {
  async function remind(slack: LocalSlack, { stores, days }: { stores: Store[]; days: number }) {
    const client = new WebClient('xoxb-local', { slackApiUrl: slack.apiUrl });
    const now = () => Date.now() + days * DAYS;
    await Promise.all(stores.map((store) => remindTeam({ store, client, log, now })));
  }

  it('comes once from several copies, when nobody took the question for a working day', async () => {
    const slack = await start();
    const post = await askTeam(slack);
    const stores = [(test as TestBot).store, storeOfAnotherCopy(), storeOfAnotherCopy()];
    await Promise.all(stores.map((store) => store.opened(5000)));

    await remind(slack, { stores, days: 0 });
    const tooEarly = slack.thread('C0SALES', post.ts).length;
    await remind(slack, { stores, days: 4 });
    await remind(slack, { stores, days: 5 });

    const [, reminder, ...more] = slack.thread('C0SALES', post.ts);
    expect(tooEarly).toBe(1);
    expect(reminder?.text).toContain('No one has taken this question yet.');
    expect(more).toEqual([]);
  });

  it.each(['taken', 'answered', 'closed'])('does not come where it is %s', async (step) => {
    const slack = await start();
    const post = await askTeam(slack);
    await press(slack, post, ['U0BOB', step]);
    const { store } = test as TestBot;
    await week(({ open }) => open.count === 0 || open.newest[0]?.taken === true);

    await remind(slack, { stores: [store], days: 4 });

    expect(slack.thread('C0SALES', post.ts)).toHaveLength(1);
  });

  it.each([
    ['within a day', ['2026-12-01T10:00Z', '2026-12-01T12:30Z'], 2.5],
    ['over a night', ['2026-12-01T16:00Z', '2026-12-02T10:00Z'], 2],
    ['a working day', ['2026-12-01T11:00Z', '2026-12-02T11:00Z'], 8],
    ['over a weekend', ['2026-12-04T15:00Z', '2026-12-07T11:00Z'], 4],
    ['on a Sunday', ['2026-12-06T09:00Z', '2026-12-06T17:00Z'], 0],
    ['before work', ['2026-12-01T05:00Z', '2026-12-01T08:59Z'], 0],
  ])('counts working hours %s', (_, [from = '', to = ''], hours) => {
    expect(workingHours(Date.parse(from), Date.parse(to))).toBe(hours);
  });
});
