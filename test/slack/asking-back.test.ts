import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { Ephemeral, Message } from '../../packages/local-slack/src/slack-objects';
import { type OpenRuleBook, openRuleBook } from '../../src/loader/open-rule-book';
import { RULES } from '../../src/cli/run-command';
import { SMALL_BOOK } from '../rule-book/small-book';
import { anUnclearQuestion, startTestBot, type TestBot, type TestOptions } from './running-bot';

const UNCLEAR = anUnclearQuestion();
let test: TestBot | undefined;

afterEach(async () => {
  await test?.stop();
  test = undefined;
});

async function start(options: TestOptions = {}): Promise<LocalSlack> {
  test = await startTestBot(options);
  return test.slack;
}

async function askPrivately(slack: LocalSlack, text: string): Promise<Ephemeral> {
  const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/program-route', text };
  const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

async function askInThread(slack: LocalSlack, text: string): Promise<Message> {
  const { message } = await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text });
  return slack.waitFor(() => slack.thread('C0SALES', message.ts)[1]);
}

function shown(what: unknown): string {
  return JSON.stringify(what);
}

/** A book in which what the buttons stood for is no more. */
function openSmallBook(): OpenRuleBook {
  const folder = mkdtempSync(join(tmpdir(), 'small-book-'));
  for (const [path, text] of Object.entries(SMALL_BOOK)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const opened = openRuleBook(folder);
  rmSync(folder, { recursive: true });
  return opened;
}

describe('in a thread', () => {
  it('the first press answers for all, and a later one privately', async () => {
    const slack = await start();
    const question = await askInThread(slack, UNCLEAR);
    const before = structuredClone(question);

    await slack.press({ user: 'U0BOB', messageTs: question.ts, actionId: 'choose-0' });
    await slack.waitFor(() => shown(question).includes('Chosen by <@U0BOB>'));
    // Alice's client still shows the buttons: what she presses travels with the message as she saw it.
    question.blocks = before.blocks ?? [];
    await slack.press({ user: 'U0ALICE', messageTs: question.ts, actionId: 'choose-1' });
    const own = await slack.waitFor(() => slack.ephemeralsFor('U0ALICE')[0]);

    expect(shown(own)).toContain('Source: ');
    expect(slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1);
  });

  it('“None of these” is for the asker to hand on, whoever pressed', async () => {
    const slack = await start({ connection: { teamChannel: 'C0SALES' } });
    const question = await askInThread(slack, UNCLEAR);

    await slack.press({ user: 'U0BOB', messageTs: question.ts, actionId: 'choose-none' });
    await slack.waitFor(() => shown(question).includes('Ask the team'));
    await slack.press({ user: 'U0BOB', messageTs: question.ts, actionId: 'ask-team' });
    const told = await slack.waitFor(() => slack.ephemeralsFor('U0BOB')[0]);
    await slack.press({ user: 'U0ALICE', messageTs: question.ts, actionId: 'ask-team' });
    const modal = await slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1));

    expect(told.text).toBe('Only the person who asked can send the question to the team.');
    expect(modal.view.title).toMatchObject({ text: 'Ask the team' });
  });
});

it("in the bot's own messages the answer takes the question's place, and names nobody", async () => {
  const slack = await start();
  const { message } = await slack.directMessage({ user: 'U0BOB', text: UNCLEAR });
  const question = await slack.waitFor(() =>
    slack.messagesIn(message.channel).find(({ user }) => user === 'U0BOT'),
  );

  await slack.press({ user: 'U0BOB', messageTs: question.ts, actionId: 'choose-0' });
  await slack.waitFor(() => shown(question).includes('Source: '));

  expect(shown(question)).not.toMatch(/Chosen by|Share in channel/);
});

it('asks for the program alone where that is all that is missing', async () => {
  const text = anUnclearQuestion(['renewal-request', 'startup-renewal']);
  const slack = await start();
  const ephemeral = await askPrivately(slack, text);

  expect(ephemeral.text).toBe('Which program is it about?');
  expect(shown(ephemeral)).toContain('"GitLab for Startups"');
  expect(shown(ephemeral)).toContain('"Another program"');

  await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'choose-0' });
  await slack.waitFor(() => shown(slack.ephemeralsFor('U0ALICE')).includes('“Renewal”'));
});

describe('a button of rules that have changed since', () => {
  it.each(['choose-0', 'share', 'not-what-i-asked', 'ask-team'])(
    '%s gets a sensible answer and no error',
    async (actionId) => {
      let rules = openRuleBook(RULES);
      const slack = await start({ rules: () => rules });
      const text =
        actionId === 'choose-0'
          ? UNCLEAR
          : 'who owns an account that only has an edu subscription?';
      const ephemeral = await askPrivately(
        slack,
        actionId === 'ask-team' ? 'where do I park at the *Berlin* office <now>?' : text,
      );

      rules = openSmallBook();
      const outcome = await slack.press({ user: 'U0ALICE', ephemeral, actionId });
      await slack.waitFor(
        () => slack.ephemeralsFor('U0ALICE').length > 1 || slack.viewsOf('U0ALICE').length > 0,
      );
      const reply = shown([slack.ephemeralsFor('U0ALICE').at(-1), slack.viewsOf('U0ALICE')]);

      expect(outcome.acknowledged).toBe(true);
      expect(reply).toMatch(/rules changed after|What did you mean|#desk/);
      expect(test?.logged()).not.toContain('"failed"');
    },
  );

  it.each([
    '',
    '{}',
    '{"version":"x"',
    '{"version":1,"route":[]}',
    '{"askedBy":"U0ALICE","question":"x","isCut":false,"signature":"0"}',
    // What buttons of earlier versions of the bot carry.
    '{"v":"0123456789ab","r":"account-ownership","p":null,"o":[],"a":"U0ALICE","q":"x","c":false,"s":"0"}',
  ])('holding %j is not followed', async (value) => {
    const slack = await start({ connection: { teamChannel: 'C0SALES' } });
    const { message } = await slack.postAs({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: 'buttons',
      blocks: ['choose-0', 'share', 'ask-team'].map((id) => ({
        type: 'actions',
        elements: [
          { type: 'button', action_id: id, text: { type: 'plain_text', text: 'x' }, value },
        ],
      })),
    });

    for (const actionId of ['choose-0', 'share', 'ask-team']) {
      await slack.press({ user: 'U0ALICE', messageTs: message.ts, actionId });
    }
    const told = await slack.waitFor(() => {
      const all = slack.ephemeralsFor('U0ALICE');
      return all.length === 3 && all;
    });

    for (const { text } of told) expect(text).toContain('Ask again.');
    expect(slack.viewsOf('U0ALICE')).toEqual([]);
  });
});
