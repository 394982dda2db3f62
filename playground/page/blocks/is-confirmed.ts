import { type Block, textOf } from './block';

/** Asks before an act that has a confirmation dialog; true where it has none. */
export function isConfirmed(dialog: Block | undefined): boolean {
  if (dialog === undefined) return true;
  return window.confirm(`${textOf(dialog, 'title')}\n\n${textOf(dialog, 'text')}`);
}
