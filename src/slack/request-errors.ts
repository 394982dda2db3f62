import type { ListenerTask } from './listener-task';

/** Slack did not send the request, or nobody can read it. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  /**
   * @param status of the HTTP response
   * @param reason for the log: one of a few fixed words
   */
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(`The request is refused: ${reason}.`);
  }
}

/** More requests come in than the bot can answer. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/** The bot stops, and takes nothing new. */
export class StoppingError extends Error {
  override readonly name = 'StoppingError';
}

/** No listener knows the request. */
export class UnhandledRequestError extends Error {
  override readonly name = 'UnhandledRequestError';
}

/**
 * Somebody must handle an event later: it is not acknowledged, so that Slack sends it again.
 * Source: https://docs.slack.dev/apis/events-api#retries
 */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError';
  /** Bolt wraps errors that have no code. */
  readonly code = 'retry_later';
}

/** A listener failed. It carries what the error reply needs to know of the listener. */
export class ListenerError extends Error {
  override readonly name = 'ListenerError';
  /** Bolt wraps errors that have no code. */
  readonly code = 'listener';

  /** @param ms how long the listener ran, in milliseconds */
  constructor(
    override readonly cause: unknown,
    readonly task: ListenerTask,
    readonly ms: number,
  ) {
    super('A listener failed.');
  }
}
