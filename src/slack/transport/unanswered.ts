import { fallbackChannel } from '../../answer/fallback-channel';
import type { RuleBook } from '../../rule-book/types';
import { RetryLaterError } from '../middleware/ack-after-processing';
import { COMMAND } from '../names';
import type { JsonObject } from './verify-and-parse';

/** What Slack is told of a request that no listener answered. */
export interface ErrorReply {
  readonly status: number;
  /** What the user sees, where the acknowledgement can say something. */
  readonly body?: { readonly response_type: 'ephemeral'; readonly text: string };
}

/** Why the bot has nothing better to say. */
export type FailureCause = 'busy' | 'stopping' | 'unknown' | { readonly error: unknown };

/**
 * The last word on a request: who asked by a command reads a sentence, and an event is refused so that Slack sends it
 * again. For what was pressed or sent from a modal Slack's own client says that it failed, and keeps what was typed.
 * Sources: https://docs.slack.dev/interactivity/implementing-slash-commands, https://docs.slack.dev/apis/events-api
 */
export function errorReply(
  kind: 'command' | 'other',
  trouble: FailureCause,
  book: RuleBook,
): ErrorReply {
  if (kind === 'command') {
    const text = sentence(trouble, fallbackChannel(book));
    return { status: 200, body: { response_type: 'ephemeral', text } };
  }
  if (trouble === 'unknown') return { status: 404 };
  if (typeof trouble === 'string' || trouble.error instanceof RetryLaterError)
    return { status: 503 };
  return { status: 500 };
}

/** Whether a body is a command's. */
export function isCommand(body: JsonObject): boolean {
  return typeof body['command'] === 'string';
}

function sentence(trouble: FailureCause, channel: string | null): string {
  if (trouble === 'unknown') return `I know only the command \`${COMMAND}\`.`;
  const [or, please] =
    channel === null ? ['', ''] : [`, or write to ${channel}`, ` Please ask in ${channel}.`];
  if (trouble === 'busy') {
    return `I am getting more questions than I can answer. Ask again in a minute${or}.`;
  }
  if (trouble === 'stopping') return `I am just starting anew. Ask again in a minute${or}.`;
  return `Sorry, something went wrong on my side.${please}`;
}
