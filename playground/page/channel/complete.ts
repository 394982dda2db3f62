import type { Snapshot } from '../../wire';
import { titleOf } from '../state/selectors';

export interface Completion {
  readonly text: string;
  readonly note: string;
}

/** A command at the start, or a name between an @ or a # and the caret. */
const STARTED = /^\/\S*$|(?<=^|\s)[@#][^@#\n]{0,30}$/;

/** Completions for the word before the caret: commands after `/`, people after `@`, channels after `#`. */
export function completionsFor(workspace: Snapshot, text: string, caret: number): Completion[] {
  const started = STARTED.exec(text.slice(0, caret))?.[0].toLowerCase();
  if (started === undefined) return [];
  return everything(workspace).filter(
    (one) => one.text.toLowerCase().startsWith(started) && one.text.toLowerCase() !== started,
  );
}

function everything({ app, users, channels }: Snapshot): Completion[] {
  const people = users.filter(({ id, is_bot: isBot }) => !isBot && id !== 'USLACKBOT');
  return [
    ...app.commands.map(({ command, hint }) => ({ text: command, note: hint })),
    { text: `@${app.name}`, note: 'App' },
    ...people.map((user) => ({
      text: `@${user.real_name}`,
      note: titleOf(user),
    })),
    ...channels
      .filter(({ is_im: isIm }) => !isIm)
      .map(({ name, topic }) => ({ text: `#${name}`, note: topic })),
  ];
}

/** The text with the completion inserted, and the new position of the caret. */
export function complete(
  text: string,
  caret: number,
  completion: Completion,
): { text: string; caret: number } {
  const begun = text.slice(0, caret).replace(STARTED, '');
  const before = `${begun}${completion.text} `;
  return { text: before + text.slice(caret).trimStart(), caret: before.length };
}
