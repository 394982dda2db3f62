import { COMMAND } from './names';

/** What a person reads where the bot has no answer. `channel` is where they can ask instead, such as `#team`. */

/** A listener failed, or takes longer than somebody waits. */
export function apology(channel: string | null, isLate: boolean): string {
  const what = isLate
    ? 'Sorry, this is taking too long.'
    : 'Sorry, something went wrong on my side.';
  return channel === null ? what : `${what} Ask in ${channel}.`;
}

/** More requests come in than the bot can answer. */
export function busy(channel: string | null): string {
  return `I am getting more questions than I can answer. Ask again in a minute${orWriteTo(channel)}.`;
}

/** The bot stops: another copy, or the same one, soon answers again. */
export function restarting(channel: string | null): string {
  return `I am restarting. Ask again in a minute${orWriteTo(channel)}.`;
}

/** Somebody typed another command of the app. */
export const UNKNOWN_COMMAND = `I know only the command \`${COMMAND}\`.`;

function orWriteTo(channel: string | null): string {
  return channel === null ? '' : `, or write to ${channel}`;
}
