import { afterEach, describe, expect, it } from '@jest/globals';
import type { Ephemeral } from '../../packages/local-slack/src/slack-objects';
import { anUnclearQuestion, startTestBot, type TestBot, type TestOptions } from './running-bot';
import { TEAM_CHANNEL } from '../rule-book/names';

const QUESTION = 'who owns an account that only has an edu subscription?';
const FOREIGN = 'where do I park at the *Berlin* office <now>?';
const UNCLEAR = anUnclearQuestion();
let test: TestBot | undefined;

afterEach(async () => {
  await test?.stop();
  test = undefined;
});

async function start(options: TestOptions = {}): Promise<TestBot> {
  test = await startTestBot(options);
  return test;
}

async function privateAnswer({ slack }: TestBot, text: string): Promise<Ephemeral> {
  const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/program-route', text };
  const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

async function answerInThread({ slack }: TestBot, text: string) {
  const { message } = await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text });
  return slack.waitFor(() => slack.thread('C0SALES', message.ts)[1]);
}

describe('below a private answer', () => {
  it('“Share in channel” posts the card and names who shares it', async () => {
    const scopes = ['commands', 'chat:write', 'users:read', 'channels:read'];
    const { slack } = await start({ scopes });
    const ephemeral = await privateAnswer(test as TestBot, QUESTION);

    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'share' });
    const shared = await slack.waitFor(() =>
      slack.messagesIn('C0SALES').find((one) => JSON.stringify(one).includes('Shared by')),
    );

    expect(JSON.stringify(shared)).toContain("The account stays in the AE's or SAE's name.");
    expect(JSON.stringify(shared)).toContain('Shared by <@U0ALICE>');
    expect(JSON.stringify(shared)).not.toContain('feedback');
  });

  it('“Not what I asked” offers the runner-ups, and answers when one is pressed', async () => {
    const { slack } = await start();
    const ephemeral = await privateAnswer(test as TestBot, QUESTION);

    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'not-what-i-asked' });
    const offer = await slack.waitFor(() =>
      slack.ephemeralsFor('U0ALICE').find((one) => one.text === 'What did you mean?'),
    );
    await slack.press({ user: 'U0ALICE', ephemeral: offer, actionId: 'choose-0' });
    const answer = await slack.waitFor(() => {
      const now = slack.ephemeralsFor('U0ALICE').at(-1);
      return now !== undefined && JSON.stringify(now).includes('Source: ') && now;
    });

    expect(answer.text).not.toContain('The account stays');
  });

  it('a vote is thanked for, and logged by route alone', async () => {
    const { slack, logged } = await start();
    const ephemeral = await privateAnswer(test as TestBot, QUESTION);

    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'feedback', value: 'negative' });
    await slack.waitFor(() =>
      slack.ephemeralsFor('U0ALICE').find((one) => one.text.startsWith('Thank you.')),
    );

    await slack.waitFor(() => logged().includes('"outcome":"feedback"'));

    expect(logged()).toMatch(/"outcome":"feedback","route":"account-ownership","helped":false/);
  });
});

it('“None of these” leads on to the team, with the question', async () => {
  const { slack } = await start();
  const ephemeral = await privateAnswer(test as TestBot, UNCLEAR);
  expect(JSON.stringify(ephemeral)).toContain('None of these');

  await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'choose-none' });
  const none = await slack.waitFor(() =>
    slack.ephemeralsFor('U0ALICE').find((one) => JSON.stringify(one).includes('Ask the team')),
  );

  expect(none.text).toBe("I don't have an answer to that.");
  expect(JSON.stringify(none)).toContain('\\"question\\":\\"');
});

describe('below an answer in a thread', () => {
  it('there is nothing to share, and “Not what I asked” answers the one who pressed', async () => {
    const { slack } = await start();
    const reply = await answerInThread(test as TestBot, QUESTION);
    expect(JSON.stringify(reply)).not.toContain('Share in channel');

    await slack.press({ user: 'U0BOB', messageTs: reply.ts, actionId: 'not-what-i-asked' });
    const offer = await slack.waitFor(() => slack.ephemeralsFor('U0BOB')[0]);

    expect(offer.text).toBe('What did you mean?');
    expect(offer.thread_ts).toBe(reply.thread_ts);
    expect(slack.ephemeralsFor('U0ALICE')).toEqual([]);
  });
});

describe('where it does not know', () => {
  it('the asker sees what will be posted, and it is posted with their name and without live markup', async () => {
    const { slack } = await start({ connection: { teamChannel: 'C0SALES' } });
    const ephemeral = await privateAnswer(test as TestBot, FOREIGN);
    const before = slack.messagesIn('C0SALES').length;

    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'ask-team' });
    const modal = await slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1));
    expect(JSON.stringify(modal.view)).toContain('Berlin');
    expect(slack.messagesIn('C0SALES')).toHaveLength(before);
    await slack.submitView({
      user: 'U0ALICE',
      viewId: modal.view.id,
      values: { 'ask-team-text': 'Where to park? <!channel> *now*' },
    });
    const posted = await slack.waitFor(() => slack.messagesIn('C0SALES')[before]);

    expect(posted.text).toBe('<@U0ALICE> asks: Where to park? &lt;!channel&gt; *now*');
    expect(JSON.stringify(posted.blocks)).toContain('"rich_text_quote"');
    const link = await slack.waitFor(() =>
      slack.channels
        .filter((channel) => channel.is_im && channel.user === 'U0ALICE')
        .flatMap(({ id }) => slack.messagesIn(id))
        .find((one) => one.text.includes('I sent your question to the team')),
    );
    expect(link.text).toContain('http');
  });

  it('only the asker may hand a question in a thread to the team', async () => {
    const { slack } = await start({ connection: { teamChannel: 'C0SALES' } });
    const reply = await answerInThread(test as TestBot, FOREIGN);

    await slack.press({ user: 'U0BOB', messageTs: reply.ts, actionId: 'ask-team' });
    const told = await slack.waitFor(() => slack.ephemeralsFor('U0BOB')[0]);

    expect(told.text).toBe('Only the person who asked can send the question to the team.');
    expect(slack.viewsOf('U0BOB')).toEqual([]);
  });

  it('without the team’s channel it gives the text to paste, and says where', async () => {
    const { slack } = await start();
    const ephemeral = await privateAnswer(test as TestBot, FOREIGN);

    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'ask-team' });
    const modal = await slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1));

    expect(JSON.stringify(modal.view)).toContain('Paste this there:');
    expect(JSON.stringify(modal.view)).toContain(TEAM_CHANNEL);
    expect(modal.view.submit).toBeNull();
  });
});

describe('among others', () => {
  it.each([
    ['in a channel shared with another organisation', 'U0ALICE', 'C0SHARED'],
    ['asked by someone of another team', 'U0PARTNER', 'C0SHARED'],
  ])('%s a mention gets one sentence and no route', async (_, user, channel) => {
    const { slack } = await start();
    const { message } = await slack.mention({ user, channel, text: QUESTION });

    const reply = await slack.waitFor(() => slack.thread(channel, message.ts)[1]);

    expect(reply.text).toBe(
      "People from other organizations can read this channel, so I don't answer here. To ask me privately, use `/program-route`.",
    );
  });
});

describe('a mention that says nothing, in a thread', () => {
  const scopes = ['commands', 'app_mentions:read', 'chat:write', 'im:history'];

  it.each([
    ['routes what the thread begins with', [...scopes, 'channels:history'], 'The account stays'],
    ['asks for the question where the bot may not read it', scopes, 'Ask me '],
  ])('%s', async (_, granted, expected) => {
    const { slack } = await start({ scopes: granted });
    const { message } = await slack.postAs({ user: 'U0BOB', channel: 'C0SALES', text: QUESTION });

    await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: '', threadTs: message.ts });
    const reply = await slack.waitFor(() =>
      slack.thread('C0SALES', message.ts).find(({ user }) => user === 'U0BOT'),
    );

    expect(reply.text).toContain(expected);
  });
});

describe('one message is answered once', () => {
  function answers(slack: TestBot['slack'], channel: string): number {
    return slack.messagesIn(channel).filter(({ user }) => user === 'U0BOT').length;
  }

  it('though Slack sends it again, for want of an acknowledgement', async () => {
    const { slack, logged } = await start({ retryDelaysMs: [0, 0, 0] });
    slack.faults.loseAck(2);
    const { message } = await slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: QUESTION,
    });
    await slack.waitFor(() => slack.thread('C0SALES', message.ts)[1]);
    await slack.waitFor(() => slack.requests.length >= 3);

    expect(answers(slack, 'C0SALES')).toBe(1);
    expect(logged()).not.toContain('"failed"');
  });

  it('though it is edited, in a channel and in direct messages', async () => {
    const { slack } = await start();
    const { message } = await slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: QUESTION,
    });
    const direct = await slack.directMessage({ user: 'U0BOB', text: QUESTION });
    await slack.waitFor(() => answers(slack, direct.message.channel) === 1);
    await slack.waitFor(() => answers(slack, 'C0SALES') === 1);

    const text = `<@U0BOT> ${QUESTION} please`;
    await slack.editAs({ user: 'U0ALICE', channel: 'C0SALES', ts: message.ts, text });
    const { channel, ts } = direct.message;
    await slack.editAs({ user: 'U0BOB', channel, ts, text: `${QUESTION} please` });
    await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: 'help' });
    await slack.waitFor(() => answers(slack, 'C0SALES') === 2);

    expect(answers(slack, channel)).toBe(1);
  });
});
