import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Store } from '../../../store/store';
import type { UntakenEscalation } from '../../../store/summary';
import { describeError } from '../../delivery/describe-error';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** In UTC, Monday to Friday. */
const WORKING_DAY = { from: 9, to: 17 } as const;
/** Working hours after which the bot reminds the team. */
const REMIND_AFTER = 8;
/** The bot does not remind the team of older escalations. */
const OLDEST = 14 * DAY;
/** Between two looks, in milliseconds. */
const INTERVAL = 10 * 60_000;

const TEXT = 'No one has taken this question yet. When you take it, select a button above.';

interface ReminderParts {
  readonly store: Store;
  /** Makes one try: a second one might post twice. */
  readonly client: WebClient;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Looks for questions that nobody took, every ten minutes, until the timer is cleared. */
export function startReminders(parts: ReminderParts): NodeJS.Timeout {
  const timer = setInterval(() => void remindTeam(parts), INTERVAL);
  timer.unref();
  return timer;
}

/** Reminds the team once, in the thread, of each question that nobody took for a working day. Never rejects. */
export async function remindTeam(parts: ReminderParts): Promise<void> {
  const { store, log, now } = parts;
  try {
    const moment = now();
    const untaken = await store.untaken(moment - OLDEST);
    const due = untaken.filter(({ at }) => workingHours(at, moment) >= REMIND_AFTER);
    for (const escalation of due) await remindOnce(parts, escalation);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'could not remind the team of open questions');
  }
}

async function remindOnce(
  { store, client }: ReminderParts,
  { id, channel, ts }: UntakenEscalation,
): Promise<void> {
  const claim = await store.claim({ ids: [['escalation', id, 'reminder']], isRetry: false });
  if (claim.state !== 'ours') return;
  // Recorded first: where Slack refuses the post or loses its response, the team gets no second reminder.
  store.record({ kind: 'escalation-step', escalation: id, step: 'reminded' });
  try {
    await client.chat.postMessage({ channel, thread_ts: ts, text: TEXT });
  } finally {
    await claim.answered();
  }
}

/**
 * The working hours between two moments: Monday to Friday, 9:00 to 17:00 UTC.
 *
 * @param from milliseconds since 1970
 * @param to the same, not before `from`
 */
export function workingHours(from: number, to: number): number {
  let sum = 0;
  for (let midnight = Math.floor(from / DAY) * DAY; midnight < to; midnight += DAY) {
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const start = Math.max(from, midnight + WORKING_DAY.from * HOUR);
    const end = Math.min(to, midnight + WORKING_DAY.to * HOUR);
    sum += Math.max(0, end - start);
  }
  return sum / HOUR;
}
