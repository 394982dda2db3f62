import { type Logger, pino } from 'pino';
import { LogOutput } from './log-output';
import { maskSecrets } from './mask-secrets';

/** Codes, ids and names of programs are single words; what a user wrote hardly ever is. */
const WORD = /^[\w.:-]{1,80}$/;

/** Fields that hold words of our own, with blanks between them. */
const SENTENCES: ReadonlySet<string> = new Set(['faults', 'hint', 'reason']);
/** These hold nothing that came from outside, so there is no secret to mask. */
const CONSTANT: ReadonlySet<string> = new Set(['hint', 'reason']);

const NOT_SHOWN = '[not shown]';

/** How deep a field may be: a list of errors, each with name and code. */
const DEEPEST = 2;

/**
 * Opens the log. Beside its sentence, a line holds numbers, single words and sentences of our own only, at every level,
 * and no secret.
 *
 * @param level one of pino's
 * @param output where the lines go
 */
export function openLog(level: string, output = new LogOutput()): Logger {
  return pino({ level, formatters: { log: (fields) => showable(fields, 0) } }, output);
}

function showable(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  const shownFields: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) shownFields[name] = shown(fields[name], name, depth);
  return shownFields;
}

function shown(value: unknown, name: string, depth: number): unknown {
  if (typeof value === 'string') return shownText(value, name);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST || !isPlain(value)) return NOT_SHOWN;
  if (Array.isArray(value)) return value.map((one) => shown(one, name, depth + 1));
  return showable(value as Record<string, unknown>, depth + 1);
}

/** Words known to hold no secret: most lines hold the same few, and a search for secrets takes time. */
const harmless = new Set<string>();
const MOST_HARMLESS = 500;

function shownText(text: string, name: string): string {
  if (harmless.has(text) || CONSTANT.has(name)) return text;
  const masked = maskSecrets(text);
  const isWord = WORD.test(masked);
  if (isWord && masked === text && harmless.size < MOST_HARMLESS) harmless.add(text);
  return SENTENCES.has(name) || isWord || masked === '[secret]' ? masked : NOT_SHOWN;
}

/** An object of a class, such as an error, holds more than its fields. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
