import { checkView } from '../block-limits';
import { slackbotTells } from '../bot-message';
import type { Core } from '../core';
import { type Spot, spotsIn } from '../inputs';
import { asObject, asString, type JsonObject } from '../json';
import type { OpenView } from '../slack-objects';
import { type Outcome, outcomeOf, tellFailure, watch } from './outcome';
import { interactionParts, knownUser } from './payload-parts';

export interface Submission {
  readonly user: string;
  readonly viewId: string;
  /** By action_id or block_id: a text, the value of an option, or a list of such values. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export async function submitView(core: Core, input: Submission): Promise<Outcome> {
  const user = knownUser(core, input.user);
  const open = findModal(core, input);
  const act = { user: user.id, channel: core.workspace.directChannel(user.id).id };
  const look = watch(core, act);
  core.inputs.enterAll(open, open.view.blocks, input.values);
  const refused = refusedByClient(core, open);
  if (Object.keys(refused).length > 0) {
    core.views.refuse(open, refused);
    return outcomeOf({ request: undefined, look, problems: Object.values(refused) });
  }
  const payload = {
    type: 'view_submission',
    ...interactionParts(core, user),
    view: withState(core, open),
    response_urls: [],
  };
  const request = await core.bot.send({ kind: 'interactive', payload });
  tellFailure(core, request, { ...act, what: 'The modal' });
  const problems = request.acknowledged ? obey(core, open, asObject(request.ackBody)) : [];
  if (problems.length > 0) {
    slackbotTells(core, { ...act, text: 'We had some trouble connecting. Try again?' });
  }
  return outcomeOf({ request, look, problems });
}

/** Closes the modal on top as with its X; the app hears of it when it asked for that. */
export async function closeView(core: Core, input: Omit<Submission, 'values'>): Promise<Outcome> {
  const user = knownUser(core, input.user);
  const open = findModal(core, input);
  const look = watch(core, { user: user.id, channel: core.workspace.directChannel(user.id).id });
  const isCleared = open.view.clear_on_close;
  if (isCleared) core.views.clear(user.id);
  else core.views.close(open);
  if (!open.view.notify_on_close) return outcomeOf({ request: undefined, look });
  const payload = {
    type: 'view_closed',
    ...interactionParts(core, user),
    view: withState(core, open),
    is_cleared: isCleared,
  };
  return outcomeOf({ request: await core.bot.send({ kind: 'interactive', payload }), look });
}

function findModal({ views }: Core, { user, viewId }: Omit<Submission, 'values'>): OpenView {
  const stack = views.stackOf(user);
  const open = stack.find(({ view }) => view.id === viewId);
  if (open !== undefined) return open;
  const known = stack.map(({ view }) => view.id).join(', ');
  throw new Error(`${user} has no modal ${viewId} open; there are ${known || 'none'}.`);
}

function withState(core: Core, open: OpenView): JsonObject {
  return { ...open.view, state: core.inputs.stateOf(open, open.view.blocks) };
}

/** What Slack's own client refuses to send, by block. */
function refusedByClient(core: Core, open: OpenView): Record<string, string> {
  const inputs = spotsIn(open.view.blocks).filter(({ block }) => block['type'] === 'input');
  const refused = inputs.map((spot) => [spot.blockId, refusal(core, open, spot)] as const);
  return Object.fromEntries(refused.filter(([, why]) => why !== ''));
}

function refusal(core: Core, open: OpenView, spot: Spot): string {
  const value = Object.values(core.inputs.valueAt(open, spot))[0];
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) {
    return spot.block['optional'] === true ? '' : 'Please complete this required field.';
  }
  const length = asString(value).length;
  const { min_length: min, max_length: max } = spot.element;
  if (typeof max === 'number' && length > max) return `Must be ${max} characters or fewer.`;
  if (typeof min === 'number' && length < min) return `Must be at least ${min} characters.`;
  return '';
}

/** Does what the acknowledgment says; returns what Slack would refuse of it. */
function obey(core: Core, open: OpenView, ack: JsonObject): readonly string[] {
  const { views } = core;
  switch (ack['response_action']) {
    case undefined:
      views.close(open);
      return [];
    case 'clear':
      views.clear(open.user);
      return [];
    case 'errors':
      return showErrors(core, open, asObject(ack['errors']));
    case 'update':
    case 'push':
      return showNext(core, open, ack);
    default:
      return [`unsupported response_action: ${String(ack['response_action'])}`];
  }
}

function showErrors({ views }: Core, open: OpenView, errors: JsonObject): readonly string[] {
  const inputs = open.view.blocks.filter((block) => block['type'] === 'input');
  const known = inputs.map((block) => block['block_id']);
  const strays = Object.keys(errors).filter((blockId) => !known.includes(blockId));
  if (strays.length > 0) return strays.map((id) => `errors: "${id}" is no input block of the view`);
  if (Object.keys(errors).length === 0) return ['errors: must name at least one block'];
  const texts = Object.entries(errors).map(([id, text]) => [id, String(text)] as const);
  views.refuse(open, Object.fromEntries(texts));
  return [];
}

function showNext({ views }: Core, open: OpenView, ack: JsonObject): readonly string[] {
  const next = asObject(ack['view']);
  const problems = checkView(ack['view']);
  if (problems.length > 0) return problems;
  if (ack['response_action'] === 'update') {
    views.update(open, next);
    return [];
  }
  if (views.isFull(open.user)) return ['push_limit_reached: no more than 3 views'];
  views.push(open.user, next);
  return [];
}
