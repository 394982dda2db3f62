import type { AnswerGiven } from '../store/usage-event';
import type { DeliveryChannel } from './delivery/deliver';

/** Where a request came from, as the log names it. */
export type RequestKind =
  'command' | 'mention' | 'direct' | 'shortcut' | 'button' | 'modal' | 'home';

/** What came of a request, for its log line. */
export interface RequestOutcome {
  readonly outcome: string;
  readonly route?: string | null;
  /** The channel that took the answer, if not the usual one. */
  readonly place?: string;
  /** Of a vote. */
  readonly helped?: boolean;
}

/** What came of a question: its log line, and what the store keeps of it. */
export interface AnsweredOutcome extends RequestOutcome {
  readonly given: Omit<AnswerGiven, 'surface' | 'ms'>;
}

/** Why a request has no answer. */
export interface Apology {
  /** A plain sentence, with the place to ask instead. */
  readonly text: string;
  /** The answer was not there in time, and may still come. */
  readonly isLate: boolean;
}

/** The work of a listener on one request. */
export interface ListenerTask {
  readonly kind: RequestKind;
  /** Answers the request; undefined where there was nothing to do. */
  readonly run: () => Promise<RequestOutcome | AnsweredOutcome | undefined>;
  /** Gives the channels for an apology. A getter would make V8 keep the whole request: see docs/performance.md. */
  readonly apologyChannels: () => readonly DeliveryChannel<Apology>[];
  /**
   * For an event that another copy of the bot may handle: what to do after a failure. Where no channel took even the
   * apology, Slack sends the event again.
   */
  readonly settle?: (wasTold: boolean) => Promise<void>;
}
