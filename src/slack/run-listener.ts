import type { Answer } from '../answer/answer';
import type { Routed } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import type { AnswerGiven } from '../store/usage-event';
import type { Bot } from './bot';
import { describeError } from './delivery/describe-error';
import { errorHint } from './delivery/error-hints';
import { withTimeout, ListenerTimeoutError } from './with-timeout';
import { deliver, UndeliverableError, type DeliveryChannel } from './delivery/deliver';

/** Where a request came from, as the log names it. */
export type RequestKind =
  'command' | 'mention' | 'direct' | 'shortcut' | 'button' | 'modal' | 'home';

/** What came of a request, for its log line. */
export interface RequestOutcome {
  readonly outcome: string;
  readonly route?: string | null;
  /** Where it was said, if not where it is usually. */
  readonly place?: string;
  /** A vote: whether the answer helped. */
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

export interface ListenerTask {
  readonly kind: RequestKind;
  /** Answers the request; undefined where there was nothing to do. */
  readonly run: () => Promise<RequestOutcome | AnsweredOutcome | undefined>;
  /** Gives the channels_ to tell the user that it failed. A getter would make V8 keep the whole request: see docs/performance.md. */
  readonly apologyChannels: () => readonly DeliveryChannel<Apology>[];
}

/**
 * Somebody who pressed or submitted something sees an error of Slack's own after 3 s; the sentence of ours needs some of
 * them. In milliseconds. Events come again, and a command's answer waits for nothing.
 */
const WAITED_FOR = 2300;
const WAITING: ReadonlySet<RequestKind> = new Set(['shortcut', 'button', 'modal', 'home']);

/** Runs a listener's work: one log line a request, and a plain sentence to the user where it fails. */
export async function runListener(bot: Bot, guarded: ListenerTask): Promise<void> {
  await tryListener(bot, guarded);
}

/** The same; says whether the user was told anything: not where even the apology failed. */
export async function tryListener(bot: Bot, guarded: ListenerTask): Promise<boolean> {
  const { kind } = guarded;
  const started = performance.now();
  const ms = (): number => Math.round(10 * (performance.now() - started)) / 10;
  const working = bot.inFlight.track(() => guarded.run());
  try {
    const done = await (WAITING.has(kind) ? withTimeout(working, WAITED_FOR) : working);
    if (done !== undefined) recordOutcome(bot, done, { surface: kind, ms: ms() });
    return true;
  } catch (error) {
    const { name, code } = describeError(error);
    const line = { surface: kind, ms: ms(), error: { name, code } };
    const isLate = error instanceof ListenerTimeoutError;
    if (isLate) working.catch(lateFailure(bot, kind));
    const channelName = await bot.inFlight.track(() => apologize(bot, guarded, error));
    if (channelName !== null) {
      bot.log.error({ ...line, told: channelName }, 'failed');
      return true;
    }
    bot.deliveryHealth.undeliverable(code);
    const { unanswered } = bot.deliveryHealth;
    bot.log.error({ ...line, hint: errorHint(code), unanswered }, 'nobody could be told anything');
    return false;
  }
}

function lateFailure(bot: Bot, surface: RequestKind): (error: unknown) => void {
  return (error) => {
    bot.log.warn({ surface, error: describeError(error) }, 'what took too long failed in the end');
  };
}

/** To the log, and to the store where it was a question. */
function recordOutcome(
  bot: Bot,
  done: RequestOutcome | AnsweredOutcome,
  request: Pick<AnswerGiven, 'surface' | 'ms'>,
): void {
  const { surface, ms } = request;
  const { outcome, route, place, helped } = done;
  bot.log.info({ surface, outcome, route, place, helped, ms }, 'answered');
  if (!('given' in done)) return;
  bot.store.record({ kind: 'answer', row: { surface, ms, ...done.given } });
}

/** The way on which the user was told; null where there was none. */
async function apologize(bot: Bot, guarded: ListenerTask, error: unknown): Promise<string | null> {
  // The answer found no way, so a sentence finds none.
  if (error instanceof UndeliverableError) return null;
  const isLate = error instanceof ListenerTimeoutError;
  try {
    return await deliver(guarded.apologyChannels(), { text: apologyText(bot, isLate), isLate });
  } catch {
    return null;
  }
}

function apologyText(bot: Bot, isLate: boolean): string {
  const channel = bot.fallbackChannel();
  const place = channel === null ? '' : ` Please ask in ${channel}.`;
  const what = isLate
    ? 'Sorry, this takes longer than it should.'
    : 'Sorry, something went wrong on my side.';
  return `${what}${place}`;
}

/** A routing decision as its log line names it: no text, no words. */
export function outcomeOf(routed: Routed): RequestOutcome {
  return { outcome: routed.outcome, route: routed.outcome === 'answer' ? routed.route : null };
}

/** The answer to a question that somebody asked, for the log and for the store. */
export function answeredOutcome({ route, routed }: Answer, { version }: RuleBook): AnsweredOutcome {
  const { outcome, program, confidence } = routed;
  const [id, topic] = [route?.id ?? null, route?.topic ?? null];
  const given = { outcome, route: id, topic, program, confidence, rules: version };
  return { outcome, route: id, given };
}
