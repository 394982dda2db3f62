import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import { startTestBot, type TestBot, type TestOptions } from './running-bot';
import { signedCommand, signedEvent, signedInteraction } from './signed-post';

const QUESTION = 'who owns an account that only has an edu subscription?';
const FOREIGN = 'Sorry, I only answer in the workspace that I belong to.';
const FLOOD = 'You sent many questions in a short time. Ask again in 30 seconds.';
const PLACE = { user: 'U0ALICE', channel: 'C0SALES' };
let test: TestBot | undefined;

afterEach(async () => {
  await test?.stop();
  test = undefined;
});

async function start(options: TestOptions = {}): Promise<TestBot & { slack: LocalSlack }> {
  test = await startTestBot({ retryDelaysMs: [], ...options });
  return test;
}

function allowing(...allowedTeams: string[]): TestOptions {
  return { connection: { allowedTeams, teamChannel: 'C0SALES' } };
}

async function ready({ bot }: TestBot): Promise<unknown> {
  return (await fetch(`http://127.0.0.1:${bot.port}/readyz`)).json();
}

function ask(slack: LocalSlack, text = QUESTION) {
  return slack.slashCommand({ ...PLACE, command: '/program-route', text });
}

describe('a workspace that is not served', () => {
  it('gets a polite refusal to a command, and nothing is said of the routes', async () => {
    const { slack, logged } = await start(allowing('T0OTHER'));

    const { acknowledged, userSees } = await ask(slack);

    expect(acknowledged).toBe(true);
    expect(userSees.ephemerals.map(({ text }) => text)).toEqual([FOREIGN]);
    expect(logged()).toContain("ALLOWED_TEAMS does not include the bot token's workspace");
  });

  it('gets one to a shortcut and to a press, in private', async () => {
    const { slack } = await start(allowing('T0OTHER'));
    const button = { type: 'button', action_id: 'share', text: { type: 'plain_text', text: 'x' } };
    const blocks = [{ type: 'actions', elements: [button] }];
    const { message } = await slack.postAs({ ...PLACE, text: 'x', blocks, silent: true });

    await slack.press({ user: 'U0ALICE', messageTs: message.ts, actionId: 'share' });
    await slack.messageShortcut({ ...PLACE, callbackId: 'route_lead', messageTs: message.ts });
    await slack.waitFor(() => slack.ephemeralsFor('U0ALICE').length === 2);

    expect(slack.ephemeralsFor('U0ALICE').map(({ text }) => text)).toEqual([FOREIGN, FOREIGN]);
    expect(slack.viewsOf('U0ALICE')).toEqual([]);
    expect(slack.messagesIn('C0SALES')).toHaveLength(1);
  });

  it('hears nothing to an event, which is counted and comes no more', async () => {
    const running = await start({ ...allowing('T0OTHER'), retryDelaysMs: [0] });
    const { slack } = running;

    await slack.mention({ ...PLACE, text: QUESTION });
    await slack.directMessage({ user: 'U0ALICE', text: QUESTION });
    await slack.openHome({ user: 'U0ALICE' });

    expect(slack.requests.map(({ acknowledged }) => acknowledged)).toEqual([true, true, true]);
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
    expect(await ready(running)).toMatchObject({
      ok: true,
      notes: ['events of workspaces that are not served, left alone since the start: 3'],
    });
  });

  it('is told below what was typed into a modal', async () => {
    const running = await start();
    const payload = {
      type: 'view_submission',
      team: { id: 'T0OTHER' },
      user: { id: 'U0ALICE', team_id: 'T0OTHER' },
      view: {
        id: 'V1',
        callback_id: 'ask-team',
        blocks: [
          { type: 'section', block_id: 'program', accessory: { type: 'static_select' } },
          { type: 'input', block_id: 'field' },
        ],
        state: { values: { program: { program: {} }, field: { field: { value: 'typed' } } } },
      },
    };

    const answer = await signedInteraction(running, payload);

    expect(await answer.json()).toEqual({ response_action: 'errors', errors: { field: FOREIGN } });
  });
});

describe('the workspace of the token', () => {
  it('is served where none is named, and no other is', async () => {
    const running = await start();
    const command = { command: '/program-route', text: QUESTION, user_id: 'U1', channel_id: 'C1' };

    const own = await signedCommand(running, { ...command, team_id: 'T0LOCAL' });
    const other = await signedCommand(running, { ...command, team_id: 'T0OTHER' });

    expect(await own.text()).toContain('The account stays');
    expect(await other.json()).toEqual({ response_type: 'ephemeral', text: FOREIGN });
  });

  it('is served as a workspace of an organisation that is named', async () => {
    const running = await start(allowing('E0ORG'));
    const command = { command: '/program-route', text: QUESTION, user_id: 'U1', channel_id: 'C1' };
    const fields = { ...command, team_id: 'T0ANY', is_enterprise_install: 'true' };

    const answer = await signedCommand(running, { ...fields, enterprise_id: 'E0ORG' });

    expect(await answer.text()).toContain('The account stays');
  });
});

describe('a colleague of another workspace of the organisation', () => {
  it.each([
    ['is answered where the organisation is served', 'E0ORG', 'The account stays'],
    ['is sent to the command elsewhere', 'T0LOCAL', "I don't answer here."],
  ])('%s', async (_, allowed, expected) => {
    const running = await start(allowing(allowed));
    const { slack } = running;
    const { message } = await slack.postAs({ ...PLACE, text: QUESTION, silent: true });
    const written = { ...message, type: 'app_mention', user_team: 'T0SISTER' };

    await signedEvent(running, written, {
      context_enterprise_id: 'E0ORG',
      authorizations: [{ team_id: 'T0LOCAL', enterprise_id: 'E0ORG' }],
    });

    expect(JSON.stringify(slack.messagesIn('C0SALES'))).toContain(expected);
  });
});

describe('whoever floods', () => {
  const LIMITS = { atOnce: 2, everyMs: 60_000, restMs: 400, people: 10 };
  const flooding: TestOptions = { connection: { rateLimits: LIMITS, teamChannel: 'C0SALES' } };

  it('is told so by the command each time, and answered again after a rest', async () => {
    const { slack } = await start(flooding);
    const texts: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      texts.push((await ask(slack)).userSees.ephemerals[0]?.text ?? '');
    }
    await delay(LIMITS.restMs);
    const [after] = (await ask(slack)).userSees.ephemerals;

    expect(texts.slice(0, 2).join()).not.toContain(FLOOD);
    expect(texts.slice(2)).toEqual([FLOOD, FLOOD]);
    expect(after?.text).toContain('The account stays');
  });

  it('is told once in a channel, sees nothing more, and Slack sends nothing again', async () => {
    const { slack } = await start({ ...flooding, retryDelaysMs: [0] });

    for (let at = 0; at < 6; at += 1) await slack.mention({ ...PLACE, text: QUESTION });
    const answers = slack.messagesIn('C0SALES').filter(({ user }) => user === 'U0BOT');

    expect(answers).toHaveLength(2);
    expect(slack.ephemeralsFor('U0ALICE').map(({ text }) => text)).toEqual([FLOOD]);
    expect(slack.requests.every(({ acknowledged }) => acknowledged)).toBe(true);
  });

  it('is told so by each press', async () => {
    const { slack } = await start(flooding);
    const [ephemeral] = (await ask(slack)).userSees.ephemerals;
    if (ephemeral === undefined) throw new Error('There was no answer.');

    for (let at = 0; at < 3; at += 1) {
      await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'not-what-i-asked' });
    }
    await slack.waitFor(() => slack.ephemeralsFor('U0ALICE').length === 4);

    expect(
      slack
        .ephemeralsFor('U0ALICE')
        .map(({ text }) => text)
        .slice(1),
    ).toEqual(['What did you mean?', FLOOD, FLOOD]);
  });

  it('is no event that Slack sends again, and nobody else', async () => {
    const { slack } = await start({ ...flooding, retryDelaysMs: [0, 0, 0, 0] });
    slack.faults.loseAck(4);

    await slack.mention({ ...PLACE, text: QUESTION });
    await ask(slack);
    for (let at = 0; at < 2; at += 1)
      await slack.mention({ ...PLACE, user: 'U0BOB', text: 'help' });

    expect(JSON.stringify(slack.ephemeralsFor('U0ALICE'))).not.toContain(FLOOD);
    expect(slack.ephemeralsFor('U0BOB')).toEqual([]);
  });
});
