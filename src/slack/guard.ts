import type { Routed } from '../routing/types';
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

export interface Guarded {
  readonly kind: RequestKind;
  /** Answers the request; undefined where there was nothing to do. */
  readonly work: () => Promise<Handled | undefined>;
  /** Tells the user that it failed. */
  readonly sorry: (text: string) => Promise<unknown>;
}

/** Runs a listener's work: one log line a request, and a plain sentence to the user where it fails. */
export function guard(bot: Bot, { kind, work, sorry }: Guarded): Promise<void> {
  return bot.underWay.track(async () => {
    const started = performance.now();
    const ms = (): number => Number((performance.now() - started).toFixed(1));
    try {
      const handled = await work();
      if (handled !== undefined) bot.log.info({ surface: kind, ...handled, ms: ms() }, 'answered');
    } catch (error) {
      bot.log.error({ surface: kind, ms: ms(), error: describeError(error) }, 'failed');
      await apologize(bot, { kind, sorry });
    }
  });
}

async function apologize(
  bot: Bot,
  { kind, sorry }: Pick<Guarded, 'kind' | 'sorry'>,
): Promise<void> {
  const { book } = bot.rules();
  const fallback = book.destinations[book.fallback];
  const place = fallback?.kind === 'slack' ? ` Please ask in ${fallback.value}.` : '';
  try {
    await sorry(`Sorry, something went wrong on my side.${place}`);
  } catch (error) {
    bot.log.error({ surface: kind, error: describeError(error) }, 'could not apologize');
  }
}

/** A routing decision as its log line names it: no text, no words. */
export function handled({ outcome, ...routed }: Routed): Handled {
  return { outcome, route: 'route' in routed ? routed.route : null };
}
