import type { Core } from '../core';
import { type Spot, spotsIn, valueOf } from '../inputs';
import { asObject, asString, isObject, type JsonObject } from '../json';
import { bare } from '../message-events';
import type { Ephemeral, Message, OpenView, User } from '../slack-objects';
import { escapeText } from '../user-text';
import { type Outcome, outcomeOf, tellFailure, watch } from './outcome';
import { channelName, interactionParts, knownChannel, knownUser } from './payload-parts';

export interface Press {
  readonly user: string;
  readonly messageTs?: string;
  readonly ephemeral?: Ephemeral;
  readonly viewId?: string;
  readonly actionId: string;
  readonly blockId?: string | undefined;
  /** The value of a button, of an option, or `positive` and `negative` for feedback buttons. */
  readonly value?: string | readonly string[] | undefined;
  /** The values of the other inputs of a view, as in a submission. */
  readonly entered?: Readonly<Record<string, unknown>> | undefined;
}

/** What holds the element: a message, an ephemeral one, or a view. */
type Holder = Message | Ephemeral | OpenView;

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function press(core: Core, input: Press): Promise<Outcome> {
  const user = knownUser(core, input.user);
  const holder = findHolder(core, input);
  const spot = findSpot(blocksOf(holder), input);
  const act = { user: user.id, channel: channelOf(core, holder, user) };
  const look = watch(core, act);
  const chosen = chosenValue(spot, input.value);
  core.inputs.enterAll(holder, blocksOf(holder), input.entered ?? {});
  core.inputs.enter(holder, spot, chosen);
  const payload = {
    type: 'block_actions',
    ...interactionParts(core, user),
    ...holderParts(core, holder, user),
    actions: [action(core, spot, chosen)],
  };
  const request = await core.bot.send({ kind: 'interactive', payload });
  tellFailure(core, request, { ...act, what: 'The action' });
  return outcomeOf({ request, look });
}

function findHolder(core: Core, { messageTs, ephemeral, viewId }: Press): Holder {
  const holder =
    ephemeral ?? (viewId === undefined ? findMessage(core, messageTs) : core.views.find(viewId));
  if (holder !== undefined) return holder;
  throw new Error(`There is no message or view ${messageTs ?? viewId ?? '(none named)'}.`);
}

function findMessage({ workspace }: Core, ts: string | undefined): Message | undefined {
  return [...workspace.channels.keys()]
    .flatMap((channel) => workspace.messagesIn(channel))
    .find((message) => message.ts === ts);
}

function blocksOf(holder: Holder): JsonObject[] {
  return 'view' in holder ? holder.view.blocks : (holder.blocks ?? []);
}

function channelOf(core: Core, holder: Holder, user: User): string {
  return 'view' in holder ? core.workspace.directChannel(user.id).id : holder.channel;
}

function findSpot(blocks: readonly JsonObject[], { actionId, blockId, value }: Press): Spot {
  const spots = spotsIn(blocks);
  const ofAction = spots.filter((spot) => spot.actionId === actionId);
  const inBlock = ofAction.filter((spot) => spot.blockId === blockId);
  // A view that was published again has other block ids: a press on the one before still counts.
  const found = inBlock.length > 0 ? inBlock : ofAction;
  const spot = found.find(({ element }) => element['value'] === value) ?? found[0];
  if (spot !== undefined) return spot;
  const known = spots.map((other) => other.actionId).join(', ');
  throw new Error(`No element has the action_id "${actionId}"; there are ${known || 'none'}.`);
}

function chosenValue({ element }: Spot, value: Press['value']): JsonObject {
  if (element['type'] !== 'feedback_buttons') return valueOf(element, value);
  const positive = asObject(element['positive_button']);
  const negative = asObject(element['negative_button']);
  const isNegative = value === 'negative' || value === negative['value'];
  const pressed = isNegative ? negative : positive;
  return { text: pressed['text'], value: pressed['value'] };
}

const shown = ['text', 'value', 'style', 'icon', 'url', 'placeholder', 'initial_option'];

function action(core: Core, { element, blockId, actionId }: Spot, chosen: JsonObject): JsonObject {
  const fields = Object.entries(element).filter(([field]) => shown.includes(field));
  return {
    ...asReturned(core, { ...Object.fromEntries(fields), ...chosen }),
    type: element['type'],
    action_id: actionId,
    block_id: blockId,
    action_ts: core.ids.ts(),
  };
}

/** The value of a button or of the chosen option as it comes back. */
function asReturned({ settings }: Core, fields: JsonObject): JsonObject {
  if (!settings.escapesValues) return fields;
  const { value, selected_option: option } = fields;
  return {
    ...fields,
    ...(typeof value === 'string' && { value: escapeText(value) }),
    ...(isObject(option) && {
      selected_option: { ...option, value: escapeText(asString(option['value'])) },
    }),
  };
}

function holderParts(core: Core, holder: Holder, user: User): JsonObject {
  if ('view' in holder) {
    const state = core.inputs.stateOf(holder, holder.view.blocks);
    const view = { ...holder.view, state };
    return { container: { type: 'view', view_id: holder.view.id }, view };
  }
  const channel = knownChannel(core, holder.channel);
  const isEphemeral = 'is_ephemeral' in holder;
  return {
    container: {
      type: 'message',
      message_ts: holder.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(holder.thread_ts !== undefined && { thread_ts: holder.thread_ts }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    // Slack keeps no ephemeral message, so it cannot send it back.
    ...(!isEphemeral && { message: bare(holder) }),
    state: core.inputs.stateOf(holder, holder.blocks ?? []),
    response_url: core.responseUrls.issue(core, {
      kind: 'actions',
      user: user.id,
      channel,
      original: holder,
    }),
  };
}
