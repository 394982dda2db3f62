import type { Bot } from '../../bot';
import type { ChosenOption } from './payload';

/**
 * Records which of the offered routes was meant, or that none was.
 *
 * @param by who chose, and on which message or view: a second choice there replaces the first
 */
export function recordChoice(
  bot: Bot,
  { version, route, program }: ChosenOption,
  by: readonly string[],
): void {
  const kind = route === null ? 'none' : 'chosen';
  bot.store.record({ kind: 'choice', by, row: { kind, route, program, rules: version } });
}
