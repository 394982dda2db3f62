import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ViewClosedAction, ViewResponseAction } from '@slack/bolt';
import { type Playground, startPlayground } from './bolt-app';

let playground: Playground;
let answer: ViewResponseAction | undefined;
const closed: unknown[] = [];

beforeEach(async () => {
  answer = undefined;
  playground = await startPlayground({}, (app) => {
    app.command('/modal', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal('First') });
    });
    app.view('routed', async ({ ack }) => {
      await (answer === undefined ? ack() : ack(answer));
    });
    const closing = { callback_id: 'routed', type: 'view_closed' as const };
    app.view<ViewClosedAction>(closing, async ({ ack, body }) => {
      closed.push(body.is_cleared);
      await ack();
    });
  });
});

afterEach(async () => {
  await playground.stop();
});

function modal(title: string, blocks: { type: 'divider' }[] = [{ type: 'divider' }]) {
  return {
    type: 'modal' as const,
    callback_id: 'routed',
    notify_on_close: true,
    title: { type: 'plain_text' as const, text: title },
    blocks,
  };
}

async function submit(next?: ViewResponseAction) {
  const { slack } = playground;
  answer = next;
  const viewId = await topView();
  return slack.submitView({ user: 'U0ALICE', viewId, values: {} });
}

async function topView(): Promise<string> {
  const { slack } = playground;
  return (await slack.waitFor(() => slack.viewsOf('U0ALICE').at(-1))).view.id;
}

async function openModal(): Promise<void> {
  const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/modal', text: '' };
  await playground.slack.slashCommand(command);
  await topView();
}

function titles(): unknown[] {
  return playground.slack.viewsOf('U0ALICE').map(({ view }) => view.title?.['text']);
}

describe('a submitted modal', () => {
  it('closes at a bare acknowledgment', async () => {
    await openModal();

    const outcome = await submit();

    expect(outcome.acknowledged).toBe(true);
    expect(titles()).toEqual([]);
  });

  it('can push up to three views, and clear them all', async () => {
    await openModal();
    await submit({ response_action: 'push', view: modal('Second') });
    await submit({ response_action: 'push', view: modal('Third') });
    const fourth = await submit({ response_action: 'push', view: modal('Fourth') });
    const stacked = titles();
    await submit({ response_action: 'clear' });

    expect(stacked).toEqual(['First', 'Second', 'Third']);
    expect(fourth.problems).toEqual(['push_limit_reached: no more than 3 views']);
    expect(titles()).toEqual([]);
  });

  it('keeps what it shows when the next view is beyond the limits', async () => {
    await openModal();

    const outcome = await submit({ response_action: 'update', view: modal('x'.repeat(25)) });

    expect(outcome.problems).toEqual([
      'must be less than 25 characters, found 25 [json-pointer:/view/title/text]',
    ]);
    expect(outcome.userSees.ephemerals[0]?.text).toBe('We had some trouble connecting. Try again?');
    expect(titles()).toEqual(['First']);
  });

  it('refuses errors for a block that is no input of it', async () => {
    await openModal();

    const outcome = await submit({ response_action: 'errors', errors: { gone: 'Say more.' } });

    expect(outcome.problems).toEqual(['errors: "gone" is no input block of the view']);
  });

  it('tells the app of its closing when asked to', async () => {
    await openModal();

    const outcome = await playground.slack.closeView({ user: 'U0ALICE', viewId: await topView() });

    expect(outcome.acknowledged).toBe(true);
    expect(closed).toEqual([false]);
    expect(titles()).toEqual([]);
  });
});
