import { afterEach, describe, expect, it } from '@jest/globals';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { Ephemeral } from '../../packages/local-slack/src/slack-objects';
import { startTestBot, type TestBot, type TestOptions } from './running-bot';
import { TEAM_CHANNEL } from '../rule-book/names';

const QUESTION = 'who owns an account that only has an edu subscription?';
const FOREIGN = 'where do I park at the *Berlin* office <now>?';
const SCOPES = ['commands', 'app_mentions:read', 'chat:write', 'im:history'];
let test: TestBot | undefined;

afterEach(async () => {
  await test?.stop();
  test = undefined;
});

async function start(options: TestOptions = {}): Promise<LocalSlack> {
  test = await startTestBot({ connection: { teamChannel: 'C0SALES' }, ...options });
  return test.slack;
}

interface Asking {
  readonly user?: string;
  readonly channel?: string;
  readonly text?: string;
}

async function ask(slack: LocalSlack, asking: Asking = {}): Promise<Ephemeral> {
  const { user = 'U0ALICE', channel = 'C0SALES', text = QUESTION } = asking;
  const command = { user, channel, command: '/program-route', text };
  const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

function posted(slack: LocalSlack, channel = 'C0SALES'): string {
  return JSON.stringify(slack.messagesIn(channel));
}

describe('guests', () => {
  it.each([
    ['share', QUESTION, "Guests can't share answers."],
    ['ask-team', FOREIGN, "Guests can't ask the team."],
  ])('cannot %s', async (actionId, text, refusal) => {
    const slack = await start();
    const ephemeral = await ask(slack, { user: 'U0GUEST', text });

    await slack.press({ user: 'U0GUEST', ephemeral, actionId });
    const told = await slack.waitFor(() => slack.ephemeralsFor('U0GUEST')[1]);

    expect(told.text).toContain(refusal);
    expect(posted(slack)).not.toContain('U0GUEST');
    expect(slack.viewsOf('U0GUEST')).toEqual([]);
  });

  it('hold nobody up where the bot may not ask who is one', async () => {
    const slack = await start({ scopes: SCOPES });
    const ephemeral = await ask(slack, { text: FOREIGN });

    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'ask-team' });
    await slack.waitFor(() => slack.viewsOf('U0ALICE').length === 1);

    expect(test?.logged()).toContain('"code":"missing_scope"');
  });
});

it('shares nothing in a channel that people of another organisation read', async () => {
  const slack = await start({ scopes: [...SCOPES, 'users:read', 'channels:read'] });
  const ephemeral = await ask(slack, { channel: 'C0SHARED' });

  await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'share' });
  const told = await slack.waitFor(() => slack.ephemeralsFor('U0ALICE')[1]);

  expect(told.text).toContain("so I can't share here");
  expect(slack.messagesIn('C0SHARED')).toEqual([]);
});

describe('“Ask the team”', () => {
  async function openModal(slack: LocalSlack, text = FOREIGN) {
    const ephemeral = await ask(slack, { text });
    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'ask-team' });
    return slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1));
  }

  it('cuts a long question, and says so', async () => {
    const slack = await start();
    const modal = await openModal(slack, `${'lunch, parking, lunch '.repeat(100)}?`);
    const shown = JSON.stringify(modal.view.blocks);

    expect(shown).toContain('The question was too long, so I shortened it.');
    expect(shown.match(/parking/g)?.length).toBe(68);
  });

  it('asks for the question in own words where a mail was pasted', async () => {
    const slack = await start();
    const modal = await openModal(slack, 'Dear all,\n\nthe zeppelin lands today.\n\nRegards\nInes');
    const shown = JSON.stringify(modal.view.blocks);

    expect(shown).toContain('Your question, in your own words');
    expect(shown).not.toContain('zeppelin');
  });

  it('shows the link to the post where it was asked', async () => {
    const slack = await start();
    const modal = await openModal(slack);
    const values = { 'ask-team-text': 'Where to park?' };
    await slack.submitView({ user: 'U0ALICE', viewId: modal.view.id, values });

    await slack.waitFor(() =>
      JSON.stringify(slack.viewsOf('U0ALICE')).includes('I sent your question to the team: http'),
    );
    expect(slack.messagesIn('C0SALES').filter(({ user }) => user === 'U0BOT')).toHaveLength(1);
  });

  it('gives the text to paste where the post is refused', async () => {
    const slack = await start({ connection: { teamChannel: 'C0NOBOT' } });
    const modal = await openModal(slack);
    const values = { 'ask-team-text': 'Where to park?' };
    await slack.submitView({ user: 'U0ALICE', viewId: modal.view.id, values });

    const shown = await slack.waitFor(() => {
      const views = JSON.stringify(slack.viewsOf('U0ALICE'));
      return views.includes('Paste this there:') && views;
    });
    expect(shown).toContain('Where to park?');
    expect(slack.messagesIn('C0NOBOT')).toEqual([]);
  });

  it('counts as done where Slack has posted and gives no link', async () => {
    const slack = await start();
    const modal = await openModal(slack);
    slack.faults.api('chat.getPermalink', { error: 'internal_error' });
    const values = { 'ask-team-text': 'Where to park?' };
    await slack.submitView({ user: 'U0ALICE', viewId: modal.view.id, values });

    await slack.waitFor(() =>
      JSON.stringify(slack.viewsOf('U0ALICE')).includes(
        `sent your question to the team: ${TEAM_CHANNEL}`,
      ),
    );
    expect(slack.messagesIn('C0SALES').filter(({ user }) => user === 'U0BOT')).toHaveLength(1);
  });
});
