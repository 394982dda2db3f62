import type { Core } from '../core';
import { bare } from '../message-events';
import { type Outcome, outcomeOf, tellFailure, watch } from './outcome';
import { channelName, interactionParts, knownChannel, knownUser } from './payload-parts';

export interface MessageShortcut {
  readonly user: string;
  readonly channel: string;
  readonly callbackId: string;
  readonly messageTs: string;
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export async function messageShortcut(core: Core, input: MessageShortcut): Promise<Outcome> {
  const user = knownUser(core, input.user);
  const channel = knownChannel(core, input.channel);
  const original = core.workspace.message(channel.id, input.messageTs);
  if (original === undefined) {
    throw new Error(`There is no message ${input.messageTs} in ${channel.id}.`);
  }
  const act = { user: user.id, channel: channel.id };
  const look = watch(core, act);
  const payload = {
    type: 'message_action',
    ...interactionParts(core, user),
    action_ts: core.ids.ts(),
    callback_id: input.callbackId,
    channel: { id: channel.id, name: channelName(channel) },
    message_ts: original.ts,
    message: bare(original),
    response_url: core.responseUrls.issue(core, { kind: 'actions', user: user.id, channel }),
  };
  const request = await core.bot.send({ kind: 'interactive', payload });
  tellFailure(core, request, { ...act, what: 'The shortcut' });
  return outcomeOf({ request, look });
}
