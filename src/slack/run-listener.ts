import type { Answer } from '../answer/types';
import type { Routed } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import type { Bot } from './bot';
import { describeError } from './delivery/describe-error';
import type { AnsweredOutcome, ListenerTask, RequestKind, RequestOutcome } from './listener-task';
import { measure } from './measure';
import { ListenerError } from './request-errors';
import { enter } from './steps';
import { TIMEOUTS } from './timeouts';
import { ListenerTimeoutError, withTimeout } from './with-timeout';

/** Somebody waits for these, and Slack does not send them again. A command's answer waits for no call to Slack. */
const WAITING: ReadonlySet<RequestKind> = new Set(['shortcut', 'button', 'modal', 'home']);

/**
 * Runs a listener's work, and writes one log line for the request.
 *
 * @throws ListenerError where it fails, or takes longer than somebody waits: the pipeline sends the error reply
 */
export async function runListener(bot: Bot, task: ListenerTask): Promise<void> {
  enter('listener');
  const { kind } = task;
  const started = performance.now();
  const ms = (): number => Math.round(10 * (performance.now() - started)) / 10;
  try {
    const done = await (WAITING.has(kind) ? runInTime(bot, task) : task.run());
    if (done !== undefined) recordOutcome(bot, done, { surface: kind, ms: ms() });
  } catch (error) {
    throw new ListenerError(error, task, ms());
  }
}

/** Work that takes too long counts as in flight until it ends: the answer may still come. */
async function runInTime(bot: Bot, { kind, run }: ListenerTask): ReturnType<ListenerTask['run']> {
  const work = run();
  try {
    return await withTimeout(work, TIMEOUTS.listener);
  } catch (error) {
    if (error instanceof ListenerTimeoutError) {
      bot.inFlight.track(() => work).catch(lateFailure(bot, kind));
    }
    throw error;
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
  request: { readonly surface: RequestKind; readonly ms: number },
): void {
  const { surface, ms } = request;
  const { outcome, route, place, helped } = done;
  bot.log.info({ surface, outcome, route, place, helped, ms }, 'answered');
  measure({ kind: 'request', surface, outcome, route: route ?? null, seconds: ms / 1000 });
  if (!('given' in done)) return;
  bot.store.record({ kind: 'answer', row: { surface, ms, ...done.given } });
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
