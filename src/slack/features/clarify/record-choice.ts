import type { Bot } from '../../bot';
import { decodeChoice } from '../../payloads/button-value';
import { isKnown } from '../../payloads/route-value';

interface Chosen {
  readonly value: string | undefined;
  /** Who, and on which message or view. */
  readonly by: readonly string[];
}

/** Keeps which of the routes that were offered was meant, or that none was. */
export function recordChoice(bot: Bot, { value, by }: Chosen): void {
  const choice = decodeChoice(value);
  if (choice === undefined) return;
  const { v, r = null, p = null } = choice;
  if (!isKnown(bot.rules().book, { r, p })) return;
  const kind = r === null ? 'none' : 'chosen';
  bot.store.record({ kind: 'choice', by, row: { kind, route: r, program: p, rules: v } });
}
