import { createContext, Script } from 'node:vm';
import { type Pumped, textOf, worstTexts } from './worst-texts';

/** How long an expression takes on a text. */
export interface Timed {
  readonly text: Pumped;
  readonly length: number;
  /** Of the processor, since others may keep it busy too; infinite where the expression was stopped. */
  readonly ms: number;
  readonly isSlow: boolean;
}

/** How long a text is, and how long an expression may take on it. */
interface Round {
  readonly length: number;
  readonly allowed: number;
}

const MILLION = 1_000_000;
/** Within so many milliseconds, a million characters are no trouble at all. */
const QUICK = 100;
/**
 * All texts are tried in a short form, those that take longest in a longer one, and the worst in full. A short form may
 * take an eighth of the time, which is fifteen times its share and more.
 */
const ROUNDS = [
  { length: 512, most: Infinity, part: 1 / 8 },
  { length: 8192, most: 6, part: 1 / 8 },
  { length: MILLION, most: 1, part: 1 },
] as const;
/** After so many milliseconds a round is stopped: where all is well, none takes a tenth of it. */
const PATIENCE = 2000;

/** What a million characters may take: on a slow machine, three times as long as the simplest expression does. */
export function allowedMs(): number {
  const round = { length: MILLION, allowed: 0 };
  const { ms } = time(/a/, { before: '', pump: 'a', after: '' }, round);
  return Math.max(QUICK, 3 * ms);
}

/** The same where nothing may be called slow that is not: a slow machine is slower at some expressions than at others. */
export function generous(allowed: number): number {
  return allowed === QUICK ? QUICK : 3 * allowed;
}

/** Looks for the text on which an expression takes longest. What takes too long in a short form is not tried in full. */
export function slowestOf(expression: RegExp, allowed: number): Timed {
  let texts = worstTexts(expression);
  for (const { length, most, part } of ROUNDS) {
    const round = { length, allowed: part * allowed };
    const tried = timeAll(expression, texts.slice(0, most), round);
    const [slowest] = tried;
    if (slowest === undefined) break;
    if (slowest.isSlow || length === MILLION) return slowest;
    texts = tried.map(({ text }) => text);
  }
  throw new Error(`No text was tried on ${String(expression)}.`);
}

/** The slowest first; where one is slow, the rest is not tried. */
function timeAll(expression: RegExp, texts: readonly Pumped[], round: Round): Timed[] {
  const timed: Timed[] = [];
  const ended = endsInTime(() => {
    for (const text of texts) {
      timed.push(time(expression, text, round));
      if (timed.at(-1)?.isSlow === true) return;
    }
  });
  const stopped = texts[timed.length];
  if (!ended && stopped !== undefined)
    timed.push({ text: stopped, length: round.length, ms: Infinity, isSlow: true });
  return timed.sort((a, b) => b.ms - a.ms);
}

/** The best of three where one is not quick: a busy machine slows one run, an expression all of them. */
function time(expression: RegExp, text: Pumped, { length, allowed }: Round): Timed {
  const whole = textOf(text, length);
  let ms = msOf(expression, whole);
  for (let run = 1; run < 3 && ms > allowed; run++) ms = Math.min(ms, msOf(expression, whole));
  return { text, length, ms, isSlow: ms > allowed };
}

/** Finds every match in a text: whoever tests, splits, or looks for the first one does no more. */
function msOf({ source, flags }: RegExp, text: string): number {
  const every = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const started = process.cpuUsage();
  let last = -1;
  while (every.test(text)) {
    // An empty match would be found again.
    if (every.lastIndex === last) every.lastIndex++;
    last = every.lastIndex;
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Nothing but the engine itself can stop an expression that is at work. */
function endsInTime(work: () => void): boolean {
  try {
    new Script('work()').runInContext(createContext({ work }), { timeout: PATIENCE });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return false;
  }
}
