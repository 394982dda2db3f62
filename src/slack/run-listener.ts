import type { Answer } from '../answer/answer';
import type { Routed } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import type { AnswerGiven } from '../store/usage-event';
import type { Bot } from './bot';
import { describeError } from './delivery/describe-error';
import { hintFor } from './delivery/error-hints';
import { inTime, TooLate } from './with-timeout';
import { sayFirst, Unsaid, type Way } from './delivery/deliver';
import { isKnownRoute } from './known-only';

/** Where a request came from, as the log names it. */
export type RequestKind =
  'command' | 'mention' | 'direct' | 'shortcut' | 'button' | 'modal' | 'home';

/** What came of a request, for its log line. */
export interface Handled {
  readonly outcome: string;
  readonly route?: string | null;
  /** Where it was said, if not where it is usually. */
  readonly place?: string;
  /** A vote: whether the answer helped. */
  readonly up?: boolean;
}

/** What came of a question: its log line, and what the store keeps of it. */
export interface Answered extends Handled {
  readonly given: Omit<AnswerGiven, 'surface' | 'ms'>;
}

/** Why a request has no answer. */
export interface Sorry {
  /** A plain sentence, with the place to ask instead. */
  readonly text: string;
  /** The answer was not there in time, and may still come. */
  readonly isLate: boolean;
}

export interface Guarded {
  readonly kind: RequestKind;
  /** Answers the request; undefined where there was nothing to do. */
  readonly work: () => Promise<Handled | Answered | undefined>;
  /** Gives the ways to tell the user that it failed. A getter would make V8 keep the whole request: see docs/performance.md. */
  readonly sorry: () => readonly Way<Sorry>[];
}

/**
 * Somebody who pressed or submitted something sees an error of Slack's own after 3 s; the sentence of ours needs some of
 * them. In milliseconds. Events come again, and a command's answer waits for nothing.
 */
const WAITED_FOR = 2300;
const WAITING: ReadonlySet<RequestKind> = new Set(['shortcut', 'button', 'modal', 'home']);

/** Runs a listener's work: one log line a request, and a plain sentence to the user where it fails. */
export async function guard(bot: Bot, guarded: Guarded): Promise<void> {
  await attempt(bot, guarded);
}

/** The same; says whether the user was told anything: not where even the apology failed. */
export async function attempt(bot: Bot, guarded: Guarded): Promise<boolean> {
  const { kind } = guarded;
  const started = performance.now();
  const ms = (): number => Math.round(10 * (performance.now() - started)) / 10;
  const working = bot.underWay.track(() => guarded.work());
  try {
    const done = await (WAITING.has(kind) ? inTime(working, WAITED_FOR) : working);
    if (done !== undefined) tell(bot, done, { surface: kind, ms: ms() });
    return true;
  } catch (error) {
    const { name, code } = describeError(error);
    const line = { surface: kind, ms: ms(), error: { name, code } };
    const isLate = error instanceof TooLate;
    if (isLate) working.catch(lateFailure(bot, kind));
    const told = await bot.underWay.track(() => apologize(bot, guarded, error));
    if (told !== null) {
      bot.log.error({ ...line, told }, 'failed');
      return true;
    }
    bot.reach.gaveUp(code);
    const { unanswered } = bot.reach;
    bot.log.error({ ...line, hint: hintFor(code), unanswered }, 'nobody could be told anything');
    return false;
  }
}

function lateFailure(bot: Bot, surface: RequestKind): (error: unknown) => void {
  return (error) => {
    bot.log.warn({ surface, error: describeError(error) }, 'what took too long failed in the end');
  };
}

/** To the log, and to the store where it was a question. */
function tell(
  bot: Bot,
  done: Handled | Answered,
  request: Pick<AnswerGiven, 'surface' | 'ms'>,
): void {
  const { surface, ms } = request;
  const { outcome, place, up } = done;
  // What came back from Slack in a button may be anything.
  const isKnown = isKnownRoute(bot.rules().book, done.route ?? null);
  const route = isKnown ? done.route : null;
  bot.log.info({ surface, outcome, route, place, up, ms }, 'answered');
  if (!('given' in done)) return;
  bot.store.record({ kind: 'answer', row: { surface, ms, ...done.given } });
}

/** The way on which the user was told; null where there was none. */
async function apologize(bot: Bot, guarded: Guarded, error: unknown): Promise<string | null> {
  // The answer found no way, so a sentence finds none.
  if (error instanceof Unsaid) return null;
  const isLate = error instanceof TooLate;
  try {
    return await sayFirst(guarded.sorry(), { text: sorryText(bot, isLate), isLate });
  } catch {
    return null;
  }
}

function sorryText(bot: Bot, isLate: boolean): string {
  const channel = bot.place();
  const place = channel === null ? '' : ` Please ask in ${channel}.`;
  const what = isLate
    ? 'Sorry, this takes longer than it should.'
    : 'Sorry, something went wrong on my side.';
  return `${what}${place}`;
}

/** A routing decision as its log line names it: no text, no words. */
export function handled(routed: Routed): Handled {
  return { outcome: routed.outcome, route: routed.outcome === 'answer' ? routed.route : null };
}

/** The answer to a question that somebody asked, for the log and for the store. */
export function answered({ route, routed }: Answer, { version }: RuleBook): Answered {
  const { outcome, program, confidence } = routed;
  const [id, topic] = [route?.id ?? null, route?.topic ?? null];
  const given = { outcome, route: id, topic, program, confidence, rules: version };
  return { outcome, route: id, given };
}
