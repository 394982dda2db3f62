import { type Block, textOf } from './block';

/** Shows the confirmation dialog of an action; true if the action has none. */
export function isConfirmed(dialog: Block | undefined): boolean {
  if (dialog === undefined) return true;
  return window.confirm(`${textOf(dialog, 'title')}\n\n${textOf(dialog, 'text')}`);
}
