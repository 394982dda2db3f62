import { afterEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { LocalSlackOptions } from '../src/settings';
import { type Mode, type Playground, startPlayground } from './bolt-app';

let playground: Playground | undefined;

afterEach(async () => {
  await playground?.stop();
  playground = undefined;
});

async function start(
  options: LocalSlackOptions,
  register: (app: App) => void,
): Promise<Playground> {
  playground = await startPlayground(options, register);
  return playground;
}

const modes: readonly Mode[] = ['http', 'socket'];

const answer = {
  text: 'Renewals: see the renewal page.',
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: 'Renewals: see the renewal page.' } },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'more',
          text: { type: 'plain_text', text: 'More' },
          value: '7',
        },
      ],
    },
  ],
};

describe.each(modes)('over %s', (mode) => {
  it('shows the answer within the acknowledgment of a slash command', async () => {
    const { slack } = await start({ mode }, (app) => {
      app.command('/ask', async ({ ack, command }) => {
        await ack({ ...answer, text: `about ${command.text}` });
      });
    });

    const outcome = await slack.slashCommand({
      user: 'U0ALICE',
      channel: 'C0SALES',
      command: '/ask',
      text: 'renewals',
    });

    expect(outcome).toMatchObject({ acknowledged: true, problems: [] });
    expect(outcome.userSees.ephemerals).toMatchObject([{ text: 'about renewals', user: 'U0BOT' }]);
    expect(slack.ephemeralsFor('U0BOB')).toEqual([]);
  });

  it('sends a press on an ephemeral message without the message', async () => {
    const bodies: unknown[] = [];
    const { slack } = await start({ mode }, (app) => {
      app.command('/ask', async ({ ack }) => {
        await ack(answer);
      });
      app.action('more', async ({ ack, body, respond }) => {
        bodies.push(body);
        await ack();
        await respond({ replace_original: true, text: 'More of it' });
      });
    });
    const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/ask', text: 'x' };
    const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
    if (ephemeral === undefined) throw new Error('The command was not answered.');

    const outcome = await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'more' });

    expect(outcome.acknowledged).toBe(true);
    expect(bodies).toMatchObject([
      { container: { is_ephemeral: true, message_ts: ephemeral.ts }, actions: [{ value: '7' }] },
    ]);
    expect(bodies[0]).not.toHaveProperty('message');
    await slack.waitFor(() => slack.ephemeralsFor('U0ALICE')[0]?.text === 'More of it');
    expect(slack.ephemeralsFor('U0ALICE')).toHaveLength(1);
  });

  it('delivers a mention and keeps the reply in its thread', async () => {
    const { slack } = await start({ mode }, (app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `heard: ${event.text}`, thread_ts: event.ts });
      });
    });

    const outcome = await slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: 'R&D leads?',
    });
    const reply = await slack.waitFor(() => slack.thread('C0SALES', outcome.message.ts)[1]);

    expect(outcome.acknowledged).toBe(true);
    expect(reply.text).toBe('heard: <@U0BOT> R&amp;D leads?');
    expect(outcome.userSees.messages).toEqual([reply]);
  });

  it('retries an event whose acknowledgment got lost, and says so', async () => {
    const retries: unknown[] = [];
    const { slack } = await start({ mode, retryDelaysMs: [0, 5, 5] }, (app) => {
      app.event('app_mention', ({ body, context }) => {
        retries.push([body.event_id, context.retryNum, context.retryReason]);
        return Promise.resolve();
      });
    });
    slack.faults.loseAck(2);

    const outcome = await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: 'hello' });

    const [delivery] = outcome.deliveries;
    const reason = mode === 'http' ? 'http_timeout' : 'timeout';
    expect(delivery?.attempts.map((attempt) => attempt.acknowledged)).toEqual([false, false, true]);
    expect(retries.slice(1)).toEqual([
      [delivery?.eventId, 1, reason],
      [delivery?.eventId, 2, reason],
    ]);
  });

  it('carries a message shortcut to a modal and its submission', async () => {
    const { slack } = await start({ mode }, (app) => {
      app.shortcut('route_this', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('First') });
      });
      app.view('routed', async ({ ack, view }) => {
        const typed = view.state.values['why']?.['reason']?.value ?? '';
        if (typed === 'no') await ack({ response_action: 'errors', errors: { why: 'Say more.' } });
        else await ack({ response_action: 'update', view: modal(typed) });
      });
    });
    const { message } = await slack.postAs({ user: 'U0BOB', channel: 'C0SALES', text: 'A lead' });
    const shortcut = { channel: 'C0SALES', callbackId: 'route_this', messageTs: message.ts };

    await slack.messageShortcut({ user: 'U0ALICE', ...shortcut });
    const open = await slack.waitFor(() => slack.viewsOf('U0ALICE')[0]);
    const submission = { user: 'U0ALICE', viewId: open.view.id };
    const empty = await slack.submitView({ ...submission, values: {} });
    await slack.submitView({ ...submission, values: { reason: 'no' } });
    const { errors } = open;
    await slack.submitView({ ...submission, values: { reason: 'A long story' } });

    expect(empty.problems).toEqual(['Please complete this required field.']);
    expect(errors).toEqual({ why: 'Say more.' });
    expect(open.view.title).toMatchObject({ text: 'A long story' });
  });

  it('publishes a Home tab when it is opened', async () => {
    const { slack } = await start({ mode }, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [{ type: 'divider' }] },
        });
      });
    });

    const outcome = await slack.openHome({ user: 'U0ALICE' });
    const home = await slack.waitFor(() => slack.homeOf('U0ALICE'));

    expect(outcome.acknowledged).toBe(true);
    expect(home.view.blocks).toMatchObject([{ type: 'divider' }]);
  });

  it('tells the user when the bot does not acknowledge in time', async () => {
    const { slack } = await start({ mode, ackTimeoutMs: 60 }, (app) => {
      app.command('/ask', () => Promise.resolve());
    });
    const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/ask', text: '' };

    const outcome = await slack.slashCommand(command);

    expect(outcome).toMatchObject({ acknowledged: false, status: null });
    expect(outcome.ms).toBeGreaterThan(50);
    expect(outcome.userSees.ephemerals).toMatchObject([
      { user: 'USLACKBOT', text: '/ask failed with the error "operation_timeout"' },
    ]);
  });

  it('refuses an acknowledgment beyond the limits', async () => {
    const { slack } = await start({ mode }, (app) => {
      app.command('/ask', async ({ ack }) => {
        const text = { type: 'plain_text' as const, text: 'x'.repeat(151) };
        await ack({ blocks: [{ type: 'header', text }] });
      });
    });
    const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/ask', text: '' };

    const outcome = await slack.slashCommand(command);

    expect(outcome.problems).toEqual([
      'must be less than 151 characters, found 151 [json-pointer:/blocks/0/text/text]',
    ]);
    expect(outcome.userSees.ephemerals).toMatchObject([{ user: 'USLACKBOT' }]);
  });
});

function modal(title: string) {
  return {
    type: 'modal' as const,
    callback_id: 'routed',
    title: { type: 'plain_text' as const, text: title },
    submit: { type: 'plain_text' as const, text: 'Go' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'why',
        label: { type: 'plain_text' as const, text: 'Why' },
        element: { type: 'plain_text_input' as const, action_id: 'reason' },
      },
    ],
  };
}
