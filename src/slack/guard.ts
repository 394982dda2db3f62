import { fallbackChannel } from '../replies/fallback-channel';
import type { Answer } from '../replies/answer';
import type { Routed } from '../routing/types';
import type { RuleBook } from '../rules/types';
import type { AnswerGiven } from '../store/record';
import type { Bot } from './bot';
import { describeError } from './describe-error';

/** Where a request came from, as the log names it. */
export type RequestKind =
  'command' | 'mention' | 'direct' | 'shortcut' | 'button' | 'modal' | 'home';

/** What came of a request, for its log line. */
export interface Handled {
  readonly outcome: string;
  readonly route?: string | null;
}

/** What came of a question: its log line, and what the store keeps of it. */
export interface Answered extends Handled {
  readonly given: Omit<AnswerGiven, 'surface' | 'ms'>;
}

export interface Guarded {
  readonly kind: RequestKind;
  /** Answers the request; undefined where there was nothing to do. */
  readonly work: () => Promise<Handled | Answered | undefined>;
  /** Tells the user that it failed. */
  readonly sorry: (text: string) => Promise<unknown>;
}

/** Runs a listener's work: one log line a request, and a plain sentence to the user where it fails. */
export async function guard(bot: Bot, guarded: Guarded): Promise<void> {
  await attempt(bot, guarded);
}

/** The same; says whether the user was told anything: not where even the apology failed. */
export function attempt(bot: Bot, { kind, work, sorry }: Guarded): Promise<boolean> {
  return bot.underWay.track(async () => {
    const started = performance.now();
    const ms = (): number => Number((performance.now() - started).toFixed(1));
    try {
      const done = await work();
      if (done !== undefined) tell(bot, done, { surface: kind, ms: ms() });
      return true;
    } catch (error) {
      bot.log.error({ surface: kind, ms: ms(), error: describeError(error) }, 'failed');
      return await apologize(bot, { kind, sorry });
    }
  });
}

/** To the log, and to the store where it was a question. */
function tell(
  { log, store }: Bot,
  done: Handled | Answered,
  request: Pick<AnswerGiven, 'surface' | 'ms'>,
): void {
  const { given, ...line } = { given: undefined, ...done };
  const { surface, ms } = request;
  log.info({ surface, ...line, ms }, 'answered');
  if (given !== undefined) store.record({ kind: 'answer', row: { ...given, ...request } });
}

async function apologize(
  bot: Bot,
  { kind, sorry }: Pick<Guarded, 'kind' | 'sorry'>,
): Promise<boolean> {
  const channel = fallbackChannel(bot.rules().book);
  const place = channel === null ? '' : ` Please ask in ${channel}.`;
  try {
    await sorry(`Sorry, something went wrong on my side.${place}`);
    return true;
  } catch (error) {
    bot.log.error({ surface: kind, error: describeError(error) }, 'could not apologize');
    return false;
  }
}

/** A routing decision as its log line names it: no text, no words. */
export function handled({ outcome, ...routed }: Routed): Handled {
  return { outcome, route: 'route' in routed ? routed.route : null };
}

/** The answer to a question that somebody asked, for the log and for the store. */
export function answered({ route, routed }: Answer, { version }: RuleBook): Answered {
  const { outcome, program, confidence } = routed;
  const ids = { route: route?.id ?? null, topic: route?.topic ?? null };
  return { ...handled(routed), given: { outcome, ...ids, program, confidence, rules: version } };
}
