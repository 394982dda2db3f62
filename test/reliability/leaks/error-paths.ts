import type { Core } from '../../../packages/local-slack/src/core';
import type { LocalSlack } from '../../../packages/local-slack/src/local-slack';
import type { JsonObject } from '../../../packages/local-slack/src/json';
import type { Channel } from '../../../packages/local-slack/src/slack-objects';
import { signatureHeaders } from '../../../packages/local-slack/src/sign';
import { useSomeSurfaces } from './acts';
import { LETTER, MARKS, PERSON } from './marks';

const METHODS = [
  'chat.postMessage',
  'chat.postEphemeral',
  'views.open',
  'views.publish',
  'users.info',
  'conversations.info',
] as const;

/** Whatever Slack says: errors that quote, failures of HTTP, refused tokens, expired triggers. */
export async function meetApiFaults(slack: LocalSlack): Promise<void> {
  const quoting = { error: `invalid_blocks: ${PERSON}`, messages: [`[ERROR] ${PERSON}`] };
  const faults = [
    quoting,
    { error: 'invalid_auth' },
    { error: 'missing_scope' },
    { status: 500 },
    { status: 429 },
  ];
  for (const fault of faults) {
    for (const method of METHODS) slack.faults.api(method, fault);
    await useSomeSurfaces(slack);
    slack.faults.clear();
  }
  slack.faults.expireTriggers(true);
  await useSomeSurfaces(slack);
  slack.faults.clear();
}

/** The same parts as the users of the local Slack act with. */
function partsOf(slack: LocalSlack): Core {
  return (slack as unknown as { core: Core }).core;
}

const WHO = { team: { id: 'T0LOCAL' }, user: { id: 'U0ALICE', team_id: 'T0LOCAL' } };
const PLACE = { channel: { id: 'C0SALES' }, trigger_id: PERSON };

/** A value as a button of ours may hold it, with words in place of ids. */
const FORGED = JSON.stringify({
  version: '0123456789ab',
  route: MARKS.email,
  program: MARKS.lastName,
  otherRoutes: [],
});

function pressOn(action_id: string, value: unknown): JsonObject {
  const action = { type: 'button', action_id, block_id: MARKS.street, value };
  const container = { type: 'message', message_ts: PERSON, is_ephemeral: true };
  return { type: 'block_actions', ...WHO, ...PLACE, container, actions: [action] };
}

function submissionOf(callback_id: string, private_metadata: string, values: unknown): JsonObject {
  const view = { id: 'V1', type: 'modal', callback_id, private_metadata, state: { values } };
  return { type: 'view_submission', ...WHO, view };
}

const ACTIONS = [
  'share',
  'not-what-i-asked',
  'feedback',
  'ask-team',
  'keep-text',
  'choose-0',
  'choose-none',
  'lead-program',
  'try-0',
  'handed-done',
];

const INTERACTIONS: readonly JsonObject[] = [
  ...ACTIONS.flatMap((id) => [FORGED, PERSON, { text: PERSON }].map((value) => pressOn(id, value))),
  ...['lead', 'ask-team', 'keep-text'].flatMap((id) => [
    submissionOf(id, FORGED, { [PERSON]: null }),
    submissionOf(id, PERSON, { a: { 'kept-text': { value: PERSON } } }),
    submissionOf(id, '{}', PERSON),
  ]),
  { type: 'message_action', callback_id: 'route_lead', ...WHO, ...PLACE, message: PERSON },
  { type: 'message_action', callback_id: 'route_lead', message: { text: { a: PERSON } } },
  { type: PERSON, ...WHO, [PERSON]: PERSON },
];

const EVENTS: readonly JsonObject[] = [
  { type: 'app_mention', text: { a: PERSON }, user: PERSON, channel: PERSON, ts: PERSON },
  { type: 'app_mention', text: PERSON, user: PERSON, channel: PERSON, ts: PERSON },
  { type: 'message', channel_type: 'im', text: PERSON, user: PERSON, channel: PERSON, ts: PERSON },
  { type: 'app_home_opened', tab: 'home', user: PERSON },
  { type: PERSON, text: PERSON },
];

/** Signed payloads that are not what Slack sends: forged values, wrong types, unknown kinds. */
export async function sendOddPayloads(slack: LocalSlack): Promise<void> {
  const core = partsOf(slack);
  const { bot } = core;
  const occasion = { kind: 'actions', user: 'U0ALICE', channel: channelOf(core) } as const;
  const interactions = INTERACTIONS.flatMap((payload) =>
    [core.responseUrls.issue(core, occasion), MARKS.email, PERSON].map((response_url) => ({
      kind: 'interactive' as const,
      payload: { ...payload, response_url },
    })),
  );
  const events = EVENTS.map((event, number) => {
    const payload = { type: 'event_callback', team_id: 'T0LOCAL', event_id: `EvOdd${number}` };
    return { kind: 'events_api' as const, payload: { ...payload, event } };
  });
  const commands: JsonObject[] = [
    { command: '/program-route', user_id: PERSON },
    { command: PERSON, text: PERSON },
    { [PERSON]: PERSON },
  ];
  const slash = commands.map((payload) => ({ kind: 'slash_commands' as const, payload }));
  await Promise.all([...interactions, ...events, ...slash].map((one) => bot.send(one)));
}

function channelOf({ workspace }: Core): Channel {
  const [channel] = workspace.channels.values();
  if (channel === undefined) throw new Error('The local Slack has no channel.');
  return channel;
}

/** Frames that are no envelope of Socket Mode. */
export function sendOddFrames(slack: LocalSlack): void {
  const frames = [
    PERSON,
    `{"type":"${PERSON}`,
    JSON.stringify({ type: PERSON, payload: PERSON }),
    JSON.stringify({ type: 'interactive', envelope_id: PERSON, payload: null }),
    'null',
  ];
  for (const { socket } of partsOf(slack).sockets.connections) {
    for (const frame of frames) socket.send(frame);
  }
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

interface OddRequest {
  readonly body: string;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
}

const QUERY = `?token=${MARKS.pastedToken}&mail=${encodeURIComponent(MARKS.email)}`;

const REQUESTS: readonly OddRequest[] = [
  ...['null', '[]', `"${PERSON}"`, PERSON, `{"type":"${PERSON}`, `{"${PERSON}":1}`].flatMap(
    (body) => [
      { body, type: JSON_TYPE },
      { body: `payload=${encodeURIComponent(body)}`, type: FORM },
    ],
  ),
  { body: LETTER, type: 'text/plain' },
  { body: LETTER, type: `multipart/form-data; boundary=${MARKS.project}` },
  { body: LETTER, type: FORM, path: `/slack/events${QUERY}` },
  { body: LETTER, type: FORM, path: `/${MARKS.project}${QUERY}` },
  { body: LETTER, type: FORM, headers: { 'x-slack-signature': `v0=${MARKS.pastedToken}` } },
  { body: LETTER, type: FORM, headers: { 'x-slack-request-timestamp': MARKS.phone } },
  { body: LETTER, type: FORM, headers: { 'x-slack-request-timestamp': '1' } },
  { body: LETTER, type: FORM, headers: { 'x-slack-retry-reason': MARKS.project } },
];

/** Bodies that are no request of Slack's, signed; gives all that came back. */
export async function sendOddBodies(port: number): Promise<string> {
  const origin = `http://127.0.0.1:${port}`;
  const answers = REQUESTS.map(({ body, type, path = '/slack/events', headers = {} }) => {
    const signed = { 'content-type': type, ...signatureHeaders(MARKS.signingSecret, body) };
    return answerOf(`${origin}${path}`, { body, headers: { ...signed, ...headers } });
  });
  return (await Promise.all(answers)).join('\n');
}

/** Everything that comes back of a request; one that stays unanswered says nothing. */
async function answerOf(
  url: string,
  request: { body: string; headers: Record<string, string> },
): Promise<string> {
  try {
    const signal = AbortSignal.timeout(1500);
    const response = await fetch(url, { method: 'POST', ...request, signal });
    return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
  } catch {
    return 'none';
  }
}

/** What anybody reads who asks how the bot does. */
export async function readHealth(port: number): Promise<string> {
  const paths = ['/healthz', '/readyz', `/${MARKS.project}${QUERY}`];
  const texts = paths.map(async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text());
  return (await Promise.all(texts)).join('\n');
}
