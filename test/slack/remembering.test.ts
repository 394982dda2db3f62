import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { emailFile } from '../../packages/local-slack/src/forwarded-email';
import { signatureHeaders } from '../../packages/local-slack/src/sign';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { Ephemeral, OpenView } from '../../packages/local-slack/src/slack-objects';
import { readSuggestedQuestions } from '../../src/store/read-store';
import type { Summary } from '../../src/store/summary';
import { anUnclearQuestion, startTestBot, type TestBot, type TestOptions } from './running-bot';

const QUESTION = 'who owns an account that only has an edu subscription?';
const FOREIGN = 'where do I park my zeppelin, asks Ines Moreau (ines@zeppelin.example)?';
const UNCLEAR = anUnclearQuestion();
let test: TestBot | undefined;

afterEach(async () => {
  await test?.stop();
  test = undefined;
});

async function start(options: TestOptions = {}): Promise<TestBot & { slack: LocalSlack }> {
  test = await startTestBot(options);
  return test;
}

async function ask(slack: LocalSlack, text: string, user = 'U0ALICE'): Promise<Ephemeral> {
  const command = { user, channel: 'C0SALES', command: '/program-route', text };
  const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

/** The week as soon as it is what is waited for: records are written behind. */
async function week(isThere: (summary: Summary) => boolean): Promise<Summary> {
  if (test === undefined) throw new Error('There is no bot.');
  const end = performance.now() + 30_000;
  for (;;) {
    const { current } = await test.store.summary(7);
    if (isThere(current)) return current;
    if (performance.now() > end) throw new Error(`It stayed at ${JSON.stringify(current)}.`);
    await delay(20);
  }
}

describe('what is kept of a question', () => {
  it('is how it was asked and answered, on every surface', async () => {
    const { slack } = await start();
    await ask(slack, QUESTION);
    await ask(slack, UNCLEAR);
    await ask(slack, FOREIGN);
    await ask(slack, 'help');
    await slack.mention({ user: 'U0BOB', channel: 'C0SALES', text: QUESTION });
    await slack.directMessage({ user: 'U0BOB', text: QUESTION });
    const file = emailFile({ subject: 'GitLab', from: 'Ines <i@x.example>', plainText: QUESTION });
    const post = { user: 'U0BOB', channel: 'C0SALES', text: '', files: [file] };
    const { message } = await slack.postAs(post);
    const place = { channel: 'C0SALES', messageTs: message.ts };
    await slack.messageShortcut({ user: 'U0ALICE', callbackId: 'route_lead', ...place });

    const summary = await week(({ questions }) => questions >= 6);

    expect(summary).toMatchObject({ questions: 6, answered: 4, askedBack: 1, notKnown: 1 });
    expect(summary.bySurface).toEqual([
      { name: 'command', count: 3 },
      { name: 'direct', count: 1 },
      { name: 'mention', count: 1 },
      { name: 'shortcut', count: 1 },
    ]);
    expect(summary.byProgram.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('is each vote once, and what became of a wrong answer', async () => {
    const { slack } = await start();
    const ephemeral = await ask(slack, QUESTION);
    const press = (actionId: string, value?: string) =>
      slack.press({ user: 'U0ALICE', ephemeral, actionId, ...(value !== undefined && { value }) });

    await press('feedback', 'positive');
    await press('feedback', 'negative');
    await press('not-what-i-asked');
    const offer = await slack.waitFor(() =>
      slack.ephemeralsFor('U0ALICE').find((one) => one.text === 'What did you mean?'),
    );
    await slack.press({ user: 'U0ALICE', ephemeral: offer, actionId: 'choose-0' });
    const summary = await week(
      ({ questions, choices, votes }) => questions + choices.chosen + votes.didNotHelp === 3,
    );

    expect(summary.votes).toEqual({ helped: 0, didNotHelp: 1 });
    expect(summary.choices).toEqual({ chosen: 1, none: 0, rejected: 1 });
    expect(summary.worst).toEqual([
      { route: 'account-ownership', answers: 1, helped: 0, didNotHelp: 1, rejected: 1 },
    ]);
  });

  it('holds no word of it, and no id of who asked', async () => {
    const { slack, databaseFile } = await start({ connection: { teamChannel: 'C0PRIVATE' } });
    const ephemeral = await ask(slack, FOREIGN);
    await slack.mention({ user: 'U0BOB', channel: 'C0SALES', text: FOREIGN });
    await slack.directMessage({ user: 'U0BOB', text: FOREIGN });
    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'ask-team' });
    const modal = await slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1));
    await slack.submitView({ user: 'U0ALICE', viewId: modal.view.id, values: {} });
    await week(({ questions, handed }) => questions === 3 && handed === 1);

    const bytes = ['', '-wal'].map((end) => readFileSync(`${databaseFile}${end}`, 'latin1')).join();

    expect(bytes).toContain('mention');
    expect(bytes).toContain('C0PRIVATE');
    expect(bytes).not.toMatch(/zeppelin|Ines|Moreau|park my|U0ALICE|U0BOB|C0SALES/);
  });
});

describe("the team's Home", () => {
  const TEAM: TestOptions = {
    connection: { teamChannel: 'C0SALES', teamUsers: ['U0BOB'] },
  };

  async function home(slack: LocalSlack, user: string): Promise<string> {
    await slack.openHome({ user });
    return JSON.stringify((await slack.waitFor(() => slack.homeOf(user))).view.blocks);
  }

  it('shows the week to the team alone, above what everybody sees', async () => {
    const { slack } = await start(TEAM);
    await ask(slack, QUESTION);
    await ask(slack, FOREIGN);
    await week(({ questions }) => questions === 2);

    const [team, others] = [await home(slack, 'U0BOB'), await home(slack, 'U0ALICE')];

    expect(team).toContain('*2* questions (0)');
    expect(team).toContain('*50 %* answered (–)');
    expect(team).toContain('GitLab for Education');
    expect(team).toContain('The programs');
    expect(others).not.toContain('questions (');
    expect(others).toContain('The programs');
  });

  it('lists questions handed to the team until it is done with them', async () => {
    const { slack } = await start(TEAM);
    const ephemeral = await ask(slack, FOREIGN);
    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'ask-team' });
    const modal = await slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1));
    const values = { 'ask-team-text': 'Where to park?' };
    await slack.submitView({ user: 'U0ALICE', viewId: modal.view.id, values });
    await week(({ open }) => open.count === 1);

    const before = await home(slack, 'U0BOB');
    const viewId = slack.homeOf('U0BOB')?.view.id ?? '';
    await slack.press({ user: 'U0BOB', viewId, actionId: 'handed-done' });
    const after = await slack.waitFor(() => {
      const now = JSON.stringify(slack.homeOf('U0BOB')?.view.blocks);
      return !now.includes('Open questions') && now;
    });

    expect(before).toMatch(/Open questions handed to the team: 1.*\/archives\/C0SALES\/p\d+/);
    expect(after).toContain('*1* handed to the team (0)');
  });
});

describe('“Suggest this question”', () => {
  async function openModal(slack: LocalSlack, text = FOREIGN): Promise<OpenView> {
    const ephemeral = await ask(slack, text);
    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'keep-text' });
    return slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1));
  }

  async function kept(): Promise<string[]> {
    await delay(200);
    const texts = await readSuggestedQuestions(`file:${test?.databaseFile ?? ''}`, () => undefined);
    return texts.map(({ text }) => text);
  }

  it('shows the masked text beside a box that is not ticked, and keeps what stands there', async () => {
    const { slack } = await start();
    const { view } = await openModal(slack);
    const submit = (values: Record<string, unknown>) =>
      slack.submitView({ user: 'U0ALICE', viewId: view.id, values });

    expect(JSON.stringify(view.blocks)).toContain(
      'where do I park my zeppelin, asks [name] ([email])?',
    );
    expect(JSON.stringify(view.blocks)).not.toContain('initial_options');
    await submit({ 'kept-text': 'where do I park?' });
    expect(await kept()).toEqual([]);
    await submit({ 'keep-consent': ['agreed'] });
    await slack.waitFor(() =>
      JSON.stringify(slack.viewsOf('U0ALICE')).includes('I saved the text'),
    );

    expect(await kept()).toEqual(['where do I park?']);
  });

  it('keeps nothing where the box is not ticked, whatever a client lets through', async () => {
    const { slack, bot } = await start();
    const { view } = await openModal(slack);
    const values = { 'kept-text': { 'kept-text': { value: 'where do I park?' } } };
    const payload = {
      type: 'view_submission',
      team: { id: 'T0LOCAL' },
      user: { id: 'U0ALICE', team_id: 'T0LOCAL' },
      view: { ...view, state: { values } },
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { ...type, ...signatureHeaders('local-signing-secret', body) };

    const url = `http://127.0.0.1:${bot.port}/slack/events`;
    const answer = await fetch(url, { method: 'POST', headers, body });

    expect(await answer.text()).toContain('Select the checkbox');
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['ask ines@zeppelin.example', 'Remove every address'],
    ['Dear all,\n\nplease renew us.\n\nInes', 'This looks like an email.'],
  ])('keeps nothing of %j', async (text, refusal) => {
    const { slack } = await start();
    const { view } = await openModal(slack);
    const values = { 'kept-text': text, 'keep-consent': ['agreed'] };

    await slack.submitView({ user: 'U0ALICE', viewId: view.id, values });

    expect(JSON.stringify(slack.viewsOf('U0ALICE').at(-1))).toContain(refusal);
    expect(await kept()).toEqual([]);
  });

  it('is offered to who asked and was not helped, and to nobody else', async () => {
    const { slack } = await start();
    const { message } = await slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: QUESTION,
    });
    const reply = await slack.waitFor(() => slack.thread('C0SALES', message.ts)[1]);
    const vote = async (user: string): Promise<string> => {
      const press = { user, messageTs: reply.ts, actionId: 'feedback', value: 'negative' };
      await slack.press(press);
      return JSON.stringify(await slack.waitFor(() => slack.ephemeralsFor(user).at(-1)));
    };

    expect(await vote('U0ALICE')).toContain('keep-text');
    expect(await vote('U0BOB')).not.toContain('keep-text');
  });

  it('opens for nobody but who asked', async () => {
    const { slack } = await start();
    const { message } = await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: FOREIGN });
    const reply = await slack.waitFor(() => slack.thread('C0SALES', message.ts)[1]);

    await slack.press({ user: 'U0BOB', messageTs: reply.ts, actionId: 'keep-text' });
    const told = await slack.waitFor(() => slack.ephemeralsFor('U0BOB').at(-1));

    expect(told.text).toBe('Only the person who asked can suggest the question.');
    expect(slack.viewsOf('U0BOB')).toEqual([]);
  });

  it('is offered for no letter: pasted, forwarded, or read by the shortcut', async () => {
    const { slack } = await start();
    const letter = 'Dear team,\n\nwhere do I park my zeppelin?\n\nKind regards,\nInes';
    const pasted = await ask(slack, letter);
    const file = emailFile({ subject: 'Zeppelin', from: 'I <i@x.example>', plainText: letter });
    const { message: mail } = await slack.directMessage({ user: 'U0BOB', text: '', files: [file] });
    const answer = await slack.waitFor(() =>
      slack.messagesIn(mail.channel).find(({ user }) => user === 'U0BOT'),
    );
    const { message } = await slack.postAs({ user: 'U0BOB', channel: 'C0SALES', text: letter });
    const place = { channel: 'C0SALES', messageTs: message.ts };
    await slack.messageShortcut({ user: 'U0BOB', callbackId: 'route_lead', ...place });
    const modal = await slack.waitFor(() => slack.viewsOf('U0BOB').at(-1));

    for (const shown of [pasted, answer, modal.view]) {
      expect(JSON.stringify(shown)).not.toContain('keep-text');
    }
  });
});
