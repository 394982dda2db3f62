import type { BotPayload } from '../../packages/local-slack/src/bot-request';
import { emailFile } from '../../packages/local-slack/src/forwarded-email';
import { spotsIn } from '../../packages/local-slack/src/inputs';
import { isObject, type JsonObject } from '../../packages/local-slack/src/json';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import { COMMAND, LEAD_SHORTCUT } from '../../src/slack/names';

const ALICE = 'U0ALICE';
const CHANNEL = 'C0SALES';
const QUESTIONS = ['who owns an edu account?', 'a question about a discount', 'lunch?', '', 'list'];
/** Presses show more to press; so many rounds find every element of the bot. */
const ROUNDS = 3;

/** One payload of every kind that Slack sends the bot: what its users type, send, open, press and submit. */
export async function collectSamples(slack: LocalSlack): Promise<BotPayload[]> {
  await ask(slack);
  const pressed = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await pressAll(slack, pressed);
    await submitAll(slack);
  }
  const kinds = new Map(slack.requests.map((request) => [nameOf(request), request]));
  const samples = [...kinds.values()].map(({ kind, payload }) => ({ kind, payload }));
  return [...samples, ...OTHERS];
}

/** What the local Slack does not send. */
const OTHERS: readonly BotPayload[] = [
  { kind: 'events_api', payload: { type: 'url_verification', challenge: 'x', token: 'y' } },
  {
    kind: 'interactive',
    payload: {
      type: 'block_suggestion',
      user: { id: ALICE },
      team: { id: 'T0LOCAL' },
      action_id: 'route',
      block_id: 'route',
      value: 'x',
    },
  },
];

async function ask(slack: LocalSlack): Promise<void> {
  const where = { user: ALICE, channel: CHANNEL };
  for (const text of QUESTIONS) await slack.slashCommand({ ...where, command: COMMAND, text });
  await slack.mention({ ...where, text: 'who owns an edu account?' });
  await slack.directMessage({ user: ALICE, text: 'who owns an edu account?' });
  await slack.openHome({ user: ALICE });
  const files = [emailFile({ subject: 'Hi', from: 'a@example.edu', plainText: 'We renew. How?' })];
  const { message } = await slack.postAs({ ...where, files, silent: true });
  const shortcut = { ...where, callbackId: LEAD_SHORTCUT, messageTs: message.ts };
  await slack.messageShortcut(shortcut);
}

/** Every element that the user sees and has not used yet. */
async function pressAll(slack: LocalSlack, pressed: Set<string>): Promise<void> {
  for (const { place, blocks } of surfaces(slack)) {
    for (const { actionId, blockId, element } of spotsIn(blocks)) {
      if (pressed.has(actionId)) continue;
      pressed.add(actionId);
      const act = { user: ALICE, ...place, actionId, blockId, value: valueOf(element) };
      // Where an answer took the element away meanwhile, there is nothing to press.
      await slack.press(act).catch(() => undefined);
    }
  }
}

function surfaces(slack: LocalSlack): { place: object; blocks: JsonObject[] }[] {
  const home = slack.homeOf(ALICE);
  const views = [...slack.viewsOf(ALICE), ...(home === undefined ? [] : [home])];
  const direct = slack.directChannel(ALICE).id;
  const messages = [CHANNEL, direct].flatMap((channel) => slack.messagesIn(channel));
  return [
    ...slack.ephemeralsFor(ALICE).map((ephemeral) => ({
      place: { ephemeral },
      blocks: ephemeral.blocks ?? [],
    })),
    ...messages.map(({ ts, blocks = [] }) => ({ place: { messageTs: ts }, blocks })),
    ...views.map(({ view }) => ({ place: { viewId: view.id }, blocks: view.blocks })),
  ];
}

function valueOf(element: JsonObject): string | undefined {
  const [option] = Array.isArray(element['options']) ? (element['options'] as unknown[]) : [];
  const value = isObject(option) ? option['value'] : element['value'];
  return typeof value === 'string' ? value : undefined;
}

async function submitAll(slack: LocalSlack): Promise<void> {
  for (const { view } of [...slack.viewsOf(ALICE)].reverse()) {
    await slack.submitView({ user: ALICE, viewId: view.id, values: {} }).catch(() => undefined);
  }
}

/** What a listener tells payloads apart by. */
function nameOf({ kind, payload }: BotPayload): string {
  const { type, event, actions, view, callback_id: callback } = payload;
  const [action] = Array.isArray(actions) ? (actions as unknown[]) : [];
  const parts = [
    isObject(event) ? event['type'] : undefined,
    isObject(event) ? event['channel_type'] : undefined,
    isObject(action) ? action['action_id'] : undefined,
    isObject(view) ? view['callback_id'] : undefined,
  ];
  return [kind, type, callback, ...parts].map(String).join(' ');
}
