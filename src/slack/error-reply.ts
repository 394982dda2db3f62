import type { ReceiverEvent } from '@slack/bolt';
import type { FetchFunction } from '@slack/web-api';
import type { Logger } from 'pino';
import { noteModal } from './blocks/note-modal';
import { OUTDATED } from './blocks/outdated';
import { deliver, UndeliverableError } from './delivery/deliver';
import type { DeliveryHealth } from './delivery/delivery-health';
import { describeError } from './delivery/describe-error';
import { errorHint } from './delivery/error-hints';
import type { JsonObject } from './json-object';
import { measure } from './measure';
import {
  BusyError,
  ListenerError,
  RefusedError,
  RetryLaterError,
  StoppingError,
  UnhandledRequestError,
} from './request-errors';
import { apology, busy, restarting, UNKNOWN_COMMAND } from './sentences';
import type { PayloadKind } from './transport/load-shedder';
import type { Refusals } from './transport/refusals';
import { ListenerTimeoutError } from './with-timeout';

/** A request that ended with an error, and what is known of it. */
export interface FailedRequest {
  readonly error: unknown;
  readonly kind?: PayloadKind;
  /** Undefined where it was not parsed. */
  readonly body?: JsonObject;
  readonly isAcknowledged: boolean;
  readonly ack: ReceiverEvent['ack'];
  readonly refuse: (status: number) => void;
}

interface Parts {
  readonly fetch: FetchFunction;
  readonly log: Logger;
  readonly refusals: Refusals;
  readonly deliveryHealth: DeliveryHealth;
  /** Where people ask instead, such as `#team`. */
  readonly fallbackChannel: () => string | null;
}

/**
 * The one reply to all that goes wrong with a request. A person who used a button, a modal or a command reads a
 * sentence, because Slack shows an error of its own after 3 s without one. An event that somebody can still handle goes
 * without an acknowledgement, so that Slack sends it again.
 */
export class ErrorReply {
  constructor(private readonly parts: Parts) {}

  /** Never rejects. */
  async send(failed: FailedRequest): Promise<void> {
    const { error, refuse } = failed;
    try {
      if (error instanceof ListenerError) await this.apologize(failed, error);
      else await this.explain(failed);
    } catch (another) {
      this.parts.log.error({ error: describeError(another) }, 'the error reply could not be sent');
    }
    refuse(statusOf(error));
  }

  /** A listener failed: its task knows the channels to the person. */
  private async apologize(
    failed: FailedRequest,
    { cause, task, ms }: ListenerError,
  ): Promise<void> {
    const { log, deliveryHealth } = this.parts;
    const { name, code } = describeError(cause);
    const line = { surface: task.kind, ms, error: { name, code } };
    const told = await this.deliverApology(task, cause);
    const outcome = told === null ? 'unanswered' : 'failed';
    measure({ kind: 'request', surface: task.kind, outcome, route: null, seconds: ms / 1000 });
    if (told === null) {
      deliveryHealth.undeliverable(code);
      const { unanswered } = deliveryHealth;
      log.error({ ...line, hint: errorHint(code), unanswered }, 'nobody could be told anything');
    } else log.error({ ...line, told }, 'failed');
    await task.settle?.(told !== null);
    const isRetried = told === null && task.settle !== undefined;
    if (failed.kind === 'event' && !isRetried) await failed.ack();
  }

  /** The name of the channel that took the apology; null where none did. */
  private async deliverApology(
    { apologyChannels }: ListenerError['task'],
    cause: unknown,
  ): Promise<string | null> {
    // No channel took the answer, so none takes a sentence.
    if (cause instanceof UndeliverableError) return null;
    const isLate = cause instanceof ListenerTimeoutError;
    const text = apology(this.parts.fallbackChannel(), isLate);
    return deliver(apologyChannels(), { text, isLate }).catch(() => null);
  }

  /** What failed outside of a listener. */
  private async explain(failed: FailedRequest): Promise<void> {
    const { error } = failed;
    this.logError(failed);
    const surface = surfaceOf(failed);
    if (surface === null || error instanceof RefusedError) return;
    if (!(error instanceof BusyError || error instanceof StoppingError) || surface === 'command') {
      await this.tell(failed, surface);
    }
  }

  private logError(failed: FailedRequest): void {
    const { log, refusals } = this.parts;
    const { error } = failed;
    if (error instanceof RefusedError) refusals.note(error.reason);
    else if (error instanceof BusyError) refusals.note('busy');
    else if (error instanceof UnhandledRequestError) {
      if (surfaceOf(failed) !== null)
        log.warn({ outcome: 'unknown' }, 'no listener knows a request');
    } else if (!(error instanceof RetryLaterError || error instanceof StoppingError)) {
      log.error({ error: describeError(error) }, 'a listener failed');
    }
  }

  /** In the acknowledgement where it is still to come and Slack shows it, else at the response_url. */
  private async tell(failed: FailedRequest, surface: Surface): Promise<void> {
    const { ack, body, isAcknowledged } = failed;
    const text = sentenceFor(failed.error, surface, this.parts.fallbackChannel());
    if (!isAcknowledged) await ack(acknowledgement(surface, text));
    const url = body?.['response_url'];
    const isTold = !isAcknowledged && surface !== 'button';
    if (isTold || typeof url !== 'string') return;
    await this.parts.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, response_type: 'ephemeral', replace_original: false }),
    });
  }
}

/** Where a person reads a sentence. */
type Surface = 'command' | 'button' | 'view' | 'options' | 'silent';

const SURFACES: ReadonlyMap<unknown, Surface> = new Map([
  ['block_actions', 'button'],
  ['interactive_message', 'button'],
  ['dialog_submission', 'button'],
  ['message_action', 'button'],
  ['shortcut', 'button'],
  ['view_submission', 'view'],
  ['view_closed', 'silent'],
  ['block_suggestion', 'options'],
]);

/** Null where nobody waits: an event, or what Slack never sends. */
function surfaceOf({ kind, body }: FailedRequest): Surface | null {
  if (body === undefined) return kind === 'command' ? 'command' : null;
  return typeof body['command'] === 'string' ? 'command' : (SURFACES.get(body['type']) ?? null);
}

function sentenceFor(error: unknown, surface: Surface, channel: string | null): string {
  if (error instanceof BusyError) return busy(channel);
  if (error instanceof StoppingError) return restarting(channel);
  if (!(error instanceof UnhandledRequestError)) return apology(channel, false);
  return surface === 'command' ? UNKNOWN_COMMAND : OUTDATED.text;
}

/** The HTTP status for what has no answer. Slack sends an event again after any of these. */
function statusOf(error: unknown): number {
  if (error instanceof RefusedError) return error.status;
  if (error instanceof UnhandledRequestError) return 404;
  const isTemporary =
    error instanceof BusyError ||
    error instanceof StoppingError ||
    error instanceof RetryLaterError ||
    error instanceof ListenerError;
  return isTemporary ? 503 : 500;
}

function acknowledgement(surface: Surface, text: string): object | undefined {
  switch (surface) {
    case 'command':
      return { response_type: 'ephemeral', text };
    case 'view':
      return { response_action: 'update', view: noteModal(text) };
    case 'options':
      return { options: [] };
    case 'button':
    case 'silent':
      return undefined;
  }
}
