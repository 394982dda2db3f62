import { afterEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import { emailFile } from '../src/forwarded-email';
import type { LocalSlackOptions } from '../src/settings';
import { type Playground, startPlayground } from './bolt-app';

let playground: Playground | undefined;

afterEach(async () => {
  await playground?.stop();
  playground = undefined;
});

type Heard = Record<string, unknown>;

/** A bot that only listens, with everything it heard. */
async function listening(
  options: LocalSlackOptions = {},
): Promise<Playground & { heard: Heard[] }> {
  const heard: Heard[] = [];
  playground = await startPlayground(options, (app: App) => {
    app.event(/app_mention|message/, ({ body }) => {
      heard.push(body);
      return Promise.resolve();
    });
    app.shortcut('route', async ({ ack, body }) => {
      await ack();
      heard.push(body as unknown as Heard);
    });
  });
  return { ...playground, heard };
}

describe('a mention', () => {
  it('comes as an event with its authorization and its composer blocks', async () => {
    const { slack, heard } = await listening();

    await slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: 'see https://a.example/b?c=1',
    });

    expect(heard).toMatchObject([
      {
        type: 'event_callback',
        event_id: expect.stringMatching(/^Ev/),
        authorizations: [{ user_id: 'U0BOT', is_bot: true }],
        is_ext_shared_channel: false,
        event: {
          type: 'app_mention',
          text: '<@U0BOT> see <https://a.example/b?c=1>',
          blocks: [
            {
              elements: [
                {
                  elements: [
                    { type: 'user', user_id: 'U0BOT' },
                    { type: 'text', text: ' see ' },
                    { type: 'link', url: 'https://a.example/b?c=1' },
                  ],
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('tells a shared channel and an author of another team', async () => {
    const { slack, heard } = await listening();

    await slack.mention({ user: 'U0PARTNER', channel: 'C0SHARED', text: 'hello' });

    const event = { user: 'U0PARTNER', team: 'T0PARTNER', user_team: 'T0PARTNER' };
    expect(heard).toMatchObject([{ is_ext_shared_channel: true, team_id: 'T0LOCAL', event }]);
  });

  it('by another bot carries its bot_id', async () => {
    const { slack, heard } = await listening();

    await slack.mention({ user: 'U0OTHERBOT', channel: 'C0SALES', text: 'ping' });

    expect(heard).toMatchObject([{ event: { bot_id: 'B0OTHERBOT', app_id: 'A0OTHERBOT' } }]);
  });

  it('does not reach a bot outside the channel', async () => {
    const { slack, heard } = await listening();

    const outcome = await slack.mention({ user: 'U0ALICE', channel: 'C0NOBOT', text: 'hello' });

    expect(outcome).toMatchObject({ acknowledged: false, deliveries: [] });
    expect(outcome.userSees.ephemerals).toMatchObject([{ user: 'USLACKBOT' }]);
    expect(heard).toEqual([]);
  });

  it('does not reach a bot without the scope', async () => {
    const { slack } = await listening({ scopes: ['chat:write'] });

    const outcome = await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: 'hello' });

    expect(outcome.deliveries).toEqual([]);
  });

  it('is heard twice, under two event ids, by who listens to the channel as well', async () => {
    const scopes = ['app_mentions:read', 'channels:history'];
    const { slack } = await listening({ scopes, botEvents: ['app_mention', 'message.channels'] });

    const { deliveries } = await slack.mention({
      user: 'U0BOB',
      channel: 'C0SALES',
      text: 'hello',
    });

    expect(deliveries.map(({ event }) => event['type'])).toEqual(['app_mention', 'message']);
    expect(deliveries[0]?.event['ts']).toBe(deliveries[1]?.event['ts']);
    expect(deliveries[0]?.eventId).not.toBe(deliveries[1]?.eventId);
  });
});

describe('a direct message', () => {
  it('comes as message.im, and its edit and deletion one level deeper', async () => {
    const { slack, heard } = await listening();

    const { message } = await slack.directMessage({ user: 'U0GUEST', text: 'renewals' });
    const { channel, ts } = message;
    await slack.editAs({ user: 'U0GUEST', channel, ts, text: 'late renewals' });
    await slack.deleteAs({ user: 'U0GUEST', channel, ts });

    expect(heard.map(({ event }) => event)).toMatchObject([
      { type: 'message', channel_type: 'im', text: 'renewals' },
      {
        subtype: 'message_changed',
        message: { text: 'late renewals', edited: { user: 'U0GUEST' } },
        previous_message: { text: 'renewals' },
      },
      { subtype: 'message_deleted', deleted_ts: ts },
    ]);
  });

  it('of the bot itself comes back to it, for Bolt to ignore', async () => {
    const { slack, app, heard } = await listening();

    await app.client.chat.postMessage({ channel: 'U0ALICE', text: 'Hello Alice' });
    await slack.waitFor(() => slack.requests[0]?.acknowledged);

    expect(slack.requests).toMatchObject([{ payload: { event: { bot_id: 'B0BOT' } } }]);
    expect(heard).toEqual([]);
  });
});

describe('a message shortcut', () => {
  it('brings a forwarded email with its fields', async () => {
    const { slack, heard } = await listening();
    const email = {
      subject: 'Renewal?',
      from: 'Ann Uni <ann@uni.example>',
      to: ['team@program.example'],
      plainText: 'Can we renew?',
      previewLength: 6,
    };
    const files = [emailFile(email)];
    const { message } = await slack.postAs({ user: 'U0BOB', channel: 'C0PRIVATE', files });

    const outcome = await slack.messageShortcut({
      user: 'U0ALICE',
      channel: 'C0PRIVATE',
      callbackId: 'route',
      messageTs: message.ts,
    });

    expect(outcome.acknowledged).toBe(true);
    expect(heard).toMatchObject([
      {
        type: 'message_action',
        channel: { id: 'C0PRIVATE', name: 'privategroup' },
        message: {
          text: '',
          files: [
            {
              mode: 'email',
              filetype: 'email',
              from: [{ address: 'ann@uni.example', name: 'Ann Uni' }],
              plain_text: 'Can we renew?',
              preview_plain_text: 'Can we',
              preview_is_truncated: true,
            },
          ],
        },
      },
    ]);
  });
});

describe('a press', () => {
  const blocks = [
    {
      type: 'actions' as const,
      block_id: 'pick',
      elements: [
        {
          type: 'static_select' as const,
          action_id: 'program',
          options: ['edu', 'oss'].map((value) => ({
            text: { type: 'plain_text' as const, text: value },
            value,
          })),
        },
      ],
    },
    {
      type: 'context_actions' as const,
      block_id: 'judge',
      elements: [
        {
          type: 'feedback_buttons' as const,
          action_id: 'helpful',
          positive_button: { text: { type: 'plain_text' as const, text: 'Good' }, value: 'up' },
          negative_button: { text: { type: 'plain_text' as const, text: 'Bad' }, value: 'down' },
        },
      ],
    },
  ];

  it('sends the option and the feedback that were chosen, and the values of the inputs', async () => {
    const { slack, app } = await listening();
    app.action(/program|helpful/, ({ ack }) => ack());
    const posted = await app.client.chat.postMessage({ channel: 'C0SALES', text: 'Pick', blocks });
    const act = { user: 'U0ALICE', messageTs: String(posted.ts) };

    const chosen = await slack.press({ ...act, actionId: 'program', value: 'oss' });
    const judged = await slack.press({ ...act, actionId: 'helpful', value: 'negative' });

    expect([chosen.acknowledged, judged.acknowledged]).toEqual([true, true]);
    const state = { values: { pick: { program: { selected_option: { value: 'oss' } } } } };
    expect(slack.requests.map(({ payload }) => payload)).toMatchObject([
      { actions: [{ type: 'static_select', selected_option: { value: 'oss' } }], state },
      { actions: [{ type: 'feedback_buttons', value: 'down', text: { text: 'Bad' } }], state },
    ]);
    expect(slack.requests[0]?.payload).toMatchObject({
      container: { is_ephemeral: false },
      message: { ts: posted.ts, bot_id: 'B0BOT' },
    });
  });

  it('names the elements there are when the one asked for is not', async () => {
    const { slack, app } = await listening();
    const posted = await app.client.chat.postMessage({ channel: 'C0SALES', text: 'Pick', blocks });
    const act = { user: 'U0ALICE', messageTs: String(posted.ts), actionId: 'gone' };

    await expect(slack.press(act)).rejects.toThrow('there are program, helpful');
  });

  it('on the Home tab sends the view', async () => {
    const { slack, app } = await listening();
    app.action('start', ({ ack }) => ack());
    const text = { type: 'plain_text' as const, text: 'Start' };
    const element = { type: 'button' as const, action_id: 'start', text };
    const view = {
      type: 'home' as const,
      blocks: [{ type: 'actions' as const, elements: [element] }],
    };
    await app.client.views.publish({ user_id: 'U0BOB', view });
    const viewId = slack.homeOf('U0BOB')?.view.id ?? '';

    const outcome = await slack.press({ user: 'U0BOB', viewId, actionId: 'start' });

    expect(outcome.acknowledged).toBe(true);
    const payload = slack.requests.at(-1)?.payload;
    expect(payload).toMatchObject({
      container: { type: 'view', view_id: viewId },
      view: { type: 'home' },
    });
    expect(payload).not.toHaveProperty('response_url');
  });
});
