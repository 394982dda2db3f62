/**
 * How long the bot waits for something, in milliseconds. Slack shows an error of its own 3 s after a command, a block action or
 * a submission, and sends an event again.
 * Source: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response
 */
export const TIMEOUTS = {
  /** Until the store is open, at the start: the first request should find it open. */
  storeOpen: 3000,
  /** A call to Slack at the start. */
  startCall: 5000,
  /** A call to Slack while somebody waits for a reply. */
  replyCall: 2000,
  /** A post to a response_url: where it does not answer, another channel must be found in time. */
  responseUrl: 1200,
  /** What Slack knows of a user or a channel. A trigger_id lives 3 s, and a modal is still to be opened. */
  lookup: 800,
  /** An answer to an HTTP request: Slack does not listen any longer. */
  httpAnswer: 3001,
  /** A listener that somebody waits for: the apology needs some of the 3 s. */
  listener: 2300,
  /** All of a stop. Supervisors grant 10 s, such as `docker stop`. */
  stop: 9000,
  /** Of a stop: the goodbye of a socket, whose other end may be gone. */
  socketClose: 1500,
  /** Of a stop: the last writes of the store. */
  storeFlush: 1500,
} as const;

/** One deadline for all that a stop waits for. */
export class StopDeadline {
  private readonly at = performance.now() + TIMEOUTS.stop;

  /** How long the requests in flight may take to end: what the steps after them do not need. In milliseconds. */
  timeToDrain(): number {
    return Math.max(0, this.timeLeft() - TIMEOUTS.socketClose - TIMEOUTS.storeFlush);
  }

  /** How long a step may take, in milliseconds: what it needs, or what is left. */
  timeFor(step: 'socketClose' | 'storeFlush'): number {
    return Math.min(TIMEOUTS[step], this.timeLeft());
  }

  /** In milliseconds. */
  timeLeft(): number {
    return Math.max(0, this.at - performance.now());
  }
}
