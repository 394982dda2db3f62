import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { FetchFunction } from '@slack/web-api';
import type { Logger } from 'pino';
import { OUTDATED } from '../blocks/outdated';
import { noteModal } from '../blocks/note-modal';
import { describeError } from '../delivery/describe-error';
import { RetryLaterError } from './ack-after-processing';
import { COMMAND } from '../names';

interface Means {
  readonly fetch: FetchFunction;
  readonly log: Logger;
  /** Where people ask instead, such as `#team`. */
  readonly place: () => string | null;
}

/**
 * Whatever is pressed, submitted or typed as a command ends with a sentence, also what no listener knows and what a
 * listener throws: without it, Slack shows an error of its own after 3 s. Events end as they do.
 */
export function withErrorReply(receiver: Receiver, means: Means): Receiver {
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    init(ending(app, means));
  };
  return receiver;
}

/** The app as the receiver sees it. */
function ending(app: App, means: Means): App {
  const log = logged(means.log);
  const processEvent = (event: ReceiverEvent): Promise<void> => {
    const kind = kindOf(event.body);
    return kind === null ? app.processEvent(event).catch(log) : end(app, { means, event, kind });
  };
  return Object.create(app, { processEvent: { value: processEvent } }) as App;
}

/** An event that is left to come again failed nowhere. */
function logged(log: Logger): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof RetryLaterError)) {
      log.error({ error: describeError(error) }, 'a listener failed');
    }
    throw error;
  };
}

type Kind = 'command' | 'press' | 'view' | 'options' | 'silent';

const KINDS: ReadonlyMap<unknown, Kind> = new Map([
  ['block_actions', 'press'],
  ['interactive_message', 'press'],
  ['dialog_submission', 'press'],
  ['message_action', 'press'],
  ['shortcut', 'press'],
  ['view_submission', 'view'],
  ['view_closed', 'silent'],
  ['block_suggestion', 'options'],
]);

function kindOf({ command, type }: ReceiverEvent['body']): Kind | null {
  if (typeof command === 'string') return 'command';
  return KINDS.get(type) ?? null;
}

interface Ending {
  readonly means: Means;
  readonly event: ReceiverEvent;
  readonly kind: Kind;
}

async function end(app: App, ending: Ending): Promise<void> {
  const { event, means, kind } = ending;
  const state = { isAcknowledged: false };
  const ack: ReceiverEvent['ack'] = (response) => {
    state.isAcknowledged = true;
    return event.ack(response);
  };
  let text = kind === 'command' ? `I know only the command \`${COMMAND}\`.` : OUTDATED.text;
  try {
    await app.processEvent({ ...event, ack });
    if (state.isAcknowledged) return;
    means.log.warn({ outcome: 'unknown' }, 'a request that no listener knows');
  } catch (error) {
    means.log.error({ error: describeError(error) }, 'a listener failed');
    const place = means.place();
    text = `Sorry, something went wrong on my side.${place === null ? '' : ` Please ask in ${place}.`}`;
  }
  await sendErrorReply(ending, { text, ...state }).catch((error: unknown) => {
    means.log.error({ error: describeError(error) }, 'the last word could not be said');
  });
}

/** In the acknowledgement where it is still to come and Slack shows it, else at the response_url. */
async function sendErrorReply(
  { event, kind, means }: Ending,
  { text, isAcknowledged }: { text: string; isAcknowledged: boolean },
): Promise<void> {
  if (!isAcknowledged) await event.ack(acknowledgement(kind, text));
  const { response_url: url } = event.body;
  const isSaid = !isAcknowledged && kind !== 'press';
  if (isSaid || typeof url !== 'string') return;
  await means.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, response_type: 'ephemeral', replace_original: false }),
  });
}

function acknowledgement(kind: Kind, text: string): object | undefined {
  switch (kind) {
    case 'command':
      return { response_type: 'ephemeral', text };
    case 'view':
      return { response_action: 'update', view: noteModal(text) };
    case 'options':
      return { options: [] };
    case 'press':
    case 'silent':
      return undefined;
  }
}
