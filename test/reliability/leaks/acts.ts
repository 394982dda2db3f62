import { setTimeout as delay } from 'node:timers/promises';
import { emailFile } from '../../../packages/local-slack/src/forwarded-email';
import type { LocalSlack } from '../../../packages/local-slack/src/local-slack';
import type { LocalSlackOptions } from '../../../packages/local-slack/src/settings';
import type { Ephemeral, OpenView } from '../../../packages/local-slack/src/slack-objects';
import { anUnclearQuestion } from '../../slack/running-bot';
import { GIVEN, LETTER, MARKS, PERSON } from './marks';

/** So long records are gathered before they are written, and some more; in milliseconds. */
const RECORDED = 500;

const CHANNEL = 'C0SALES';
/** One after the other, so that nobody asks more than the bot takes from one person. */
const ASKERS = ['U0ALICE', 'U0CAROL', 'U0DAVE', 'U0ERIN', 'U0FRED', 'U0GINA'];
let asker = 'U0ALICE';
const TEAM = 'U0BOB';
const ANSWERED = `who owns an account that only has an edu subscription? ${PERSON}`;
const FOREIGN = `where do I park my zeppelin, asks ${PERSON}?`;

const UNCLEAR = anUnclearQuestion();

const { email, firstName, lastName, phone } = MARKS;

/** A local Slack whose secrets and people are marked. */
export const MARKED_SLACK: LocalSlackOptions = {
  botToken: MARKS.botToken,
  appToken: MARKS.appToken,
  signingSecret: MARKS.signingSecret,
  retryDelaysMs: [],
  ackTimeoutMs: 700,
  scopes: [
    'commands',
    'app_mentions:read',
    'chat:write',
    'im:history',
    'users:read',
    'channels:history',
    'channels:read',
  ],
  users: [
    ...ASKERS.map((id) => ({
      id,
      name: lastName.toLowerCase(),
      real_name: `${firstName} ${lastName}`,
    })),
    { id: TEAM, name: 'bob', real_name: `Bob ${lastName}`, profile: { email, phone } },
  ],
  channels: [{ id: CHANNEL, name: 'sales' }],
};

/** What the bot needs to know to use that Slack. */
export function markedEnvironment(slack: LocalSlack, mode: 'http' | 'socket'): NodeJS.ProcessEnv {
  const secret =
    mode === 'http'
      ? { SLACK_SIGNING_SECRET: MARKS.signingSecret }
      : { SLACK_APP_TOKEN: MARKS.appToken };
  const team = { TEAM_CHANNEL: CHANNEL, TEAM_USERS: TEAM };
  return { SLACK_BOT_TOKEN: MARKS.botToken, SLACK_API_URL: slack.apiUrl, ...secret, ...team };
}

/** From now on the next person asks. */
function nextAsker(): void {
  asker = ASKERS[(ASKERS.indexOf(asker) + 1) % ASKERS.length] ?? asker;
}

/** Every surface, with marked texts; each act waits for what its user sees. */
export async function useEverySurface(slack: LocalSlack): Promise<void> {
  for (const text of ['', 'list', LETTER]) await ask(slack, text);
  await postQuestions(slack);
  await followUp(slack, await ask(slack, ANSWERED));
  await handToTeam(slack, await ask(slack, FOREIGN));
  await giveText(slack);
  nextAsker();
  await routeLeads(slack);
  nextAsker();
  await useHome(slack);
}

/** The same once more where Slack refuses everything in some way: what the user sees then is not looked at here. */
export async function useSomeSurfaces(slack: LocalSlack): Promise<void> {
  nextAsker();
  const answered = await ask(slack, ANSWERED);
  const foreign = await ask(slack, FOREIGN);
  const { message } = await post(slack, LETTER);
  await Promise.all([
    slack.mention({ user: asker, channel: CHANNEL, text: ANSWERED }),
    slack.directMessage({ user: asker, text: LETTER }),
    shortcut(slack, message.ts),
    press(slack, answered, 'share'),
    press(slack, foreign, 'ask-team'),
    press(slack, foreign, 'keep-text'),
    slack.openHome({ user: TEAM }),
  ]);
}

async function ask(slack: LocalSlack, text: string): Promise<Ephemeral> {
  const command = { user: asker, channel: CHANNEL, command: '/program-route', text };
  const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

/** Presses a button by its action id, or by that and a value, after a colon. */
function press(slack: LocalSlack, ephemeral: Ephemeral, button: string) {
  const [actionId = '', value] = button.split(':');
  const choice = value === undefined ? {} : { value };
  return slack.press({ user: asker, ephemeral, actionId, ...choice });
}

function post(slack: LocalSlack, text: string, more: object = {}) {
  return slack.postAs({ user: TEAM, channel: CHANNEL, text, silent: true, ...more });
}

function shortcut(slack: LocalSlack, messageTs: string) {
  const place = { channel: CHANNEL, messageTs };
  return slack.messageShortcut({ user: asker, callbackId: 'route_lead', ...place });
}

/** The modal that an act opens on top. */
async function opened(slack: LocalSlack, act: () => Promise<unknown>): Promise<OpenView> {
  const before = slack.viewsOf(asker).at(-1)?.view.id;
  await act();
  return slack.waitFor(() => {
    const top = slack.viewsOf(asker).at(-1);
    return top?.view.id !== before && top;
  });
}

function submit(slack: LocalSlack, { view }: OpenView, values: Record<string, unknown>) {
  return slack.submitView({ user: asker, viewId: view.id, values });
}

/** Questions where others can read them, and to the bot alone. */
export async function postQuestions(slack: LocalSlack): Promise<void> {
  for (const text of [ANSWERED, FOREIGN, LETTER]) {
    const { message } = await slack.mention({ user: asker, channel: CHANNEL, text });
    await slack.waitFor(() => slack.thread(CHANNEL, message.ts)[1]);
  }
  const { message } = await post(slack, FOREIGN);
  await slack.mention({ user: asker, channel: CHANNEL, text: '', threadTs: message.ts });
  await slack.waitFor(() => slack.thread(CHANNEL, message.ts)[2]);
  const file = letterFile();
  await slack.directMessage({ user: asker, text: FOREIGN });
  const direct = await slack.directMessage({ user: asker, text: '', files: [file] });
  const { channel, ts } = direct.message;
  await slack.waitFor(() => {
    const last = slack.messagesIn(channel).at(-1);
    return last !== undefined && last.user !== asker && last.ts > ts;
  });
}

async function followUp(slack: LocalSlack, answer: Ephemeral): Promise<void> {
  await press(slack, answer, 'share');
  await press(slack, answer, 'feedback:positive');
  await press(slack, answer, 'feedback:negative');
  await press(slack, answer, 'not-what-i-asked');
  const offer = await slack.waitFor(() =>
    slack.ephemeralsFor(asker).find((one) => one.text === 'What did you mean?'),
  );
  await press(slack, offer, 'choose-none');
  await slack.waitFor(() => offer.text !== 'What did you mean?');
}

async function handToTeam(slack: LocalSlack, answer: Ephemeral): Promise<void> {
  const modal = await opened(slack, () => press(slack, answer, 'ask-team'));
  await submit(slack, modal, { 'ask-team-text': FOREIGN });
  await slack.waitFor(() =>
    slack.messagesIn(CHANNEL).find(({ text }) => text.includes(`<@${asker}> asks:`)),
  );
}

/** A text that the asker masks, edits and gives. */
export async function giveText(slack: LocalSlack): Promise<void> {
  const answer = await ask(slack, FOREIGN);
  const modal = await opened(slack, () => press(slack, answer, 'keep-text'));
  await submit(slack, modal, { 'kept-text': FOREIGN });
  await submit(slack, modal, { 'kept-text': FOREIGN, 'keep-consent': ['agreed'] });
  await submit(slack, modal, { 'kept-text': `where do I park my ${GIVEN}?` });
  await slack.waitFor(() => JSON.stringify(slack.viewsOf(asker)).includes('I saved the text'));
}

function letterFile(more: object = {}) {
  const from = `${firstName} ${lastName} <${email}>`;
  return { ...emailFile({ subject: MARKS.subject, from, plainText: LETTER }), ...more };
}

async function routeLeads(slack: LocalSlack): Promise<void> {
  const lines = LETTER.replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  const html = { plain_text: '', preview_plain_text: '', simplified_html: `<p>${lines}</p>` };
  const posts = [
    await post(slack, '', { files: [letterFile()] }),
    await post(slack, '', { files: [letterFile(html)] }),
    await post(slack, LETTER),
    await post(slack, '', { blocks: [richText(LETTER)] }),
  ];
  for (const { message } of posts) {
    const modal = await opened(slack, () => shortcut(slack, message.ts));
    await sendLead(slack, modal);
  }
  const { message } = await post(slack, `${UNCLEAR} ${lastName}`);
  const { view } = await opened(slack, () => shortcut(slack, message.ts));
  await slack.press({ user: asker, viewId: view.id, actionId: 'choose-0' });
}

function richText(text: string) {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

async function sendLead(slack: LocalSlack, { view }: OpenView): Promise<void> {
  const viewId = view.id;
  const select = { user: asker, viewId, actionId: 'lead-program' };
  await slack.press({ ...select, value: 'none', entered: { 'lead-body': LETTER } });
  const values = { 'lead-subject': MARKS.subject, 'lead-body': LETTER };
  await slack.submitView({ user: asker, viewId, values });
  const { id } = slack.directChannel(asker);
  await slack.waitFor(() =>
    slack.messagesIn(id).some((one) => JSON.stringify(one).includes(MARKS.subject)),
  );
}

async function useHome(slack: LocalSlack): Promise<void> {
  await slack.openHome({ user: asker });
  const home = await slack.waitFor(() => slack.homeOf(asker));
  const tried = { user: asker, viewId: home.view.id, actionId: 'try-0' };
  await opened(slack, () => slack.press(tried));
  // What was handed over is written within a moment, and shown when the Home is opened after it.
  await delay(RECORDED);
  await slack.openHome({ user: TEAM });
  const team = await slack.waitFor(() => {
    const found = slack.homeOf(TEAM);
    return JSON.stringify(found ?? '').includes('handed-done') && found;
  });
  await slack.press({ user: TEAM, viewId: team.view.id, actionId: 'handed-done' });
  await slack.waitFor(() => !JSON.stringify(slack.homeOf(TEAM)).includes('handed-done'));
}

/** What Slack gave the bot to answer with, each good once or for a while. */
export function secretsOf(slack: LocalSlack): string[] {
  const secrets = slack.requests.flatMap(({ payload }) =>
    [payload['response_url'], payload['trigger_id']].flatMap((one) =>
      typeof one === 'string' ? (one.split('/').at(-1) ?? []) : [],
    ),
  );
  return [...new Set(secrets)];
}
