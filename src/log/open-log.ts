import { type Logger, pino } from 'pino';
import { batchLines } from './batch-lines';
import { maskSecrets } from './mask-secrets';

/** Codes, ids and names of programs are single words; what somebody wrote hardly ever is. */
const WORD = /^[\w.:-]{1,80}$/;

/** Fields that hold a sentence of ours. */
const SENTENCES: ReadonlySet<string> = new Set(['faults', 'hint']);

const NOT_SHOWN = '[not shown]';

/** How deep a field may be: a list of errors, each with name and code. */
const DEEPEST = 2;

/**
 * The log. Whatever a line is given beside its sentence, it holds numbers, single words and sentences of ours only, at
 * every level, and no secret.
 *
 * @param level one of pino's
 */
export function openLog(level: string): Logger {
  return pino({ level, formatters: { log: (fields) => showable(fields, 0) } }, batchLines());
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

/** Words that can be shown as they are: most lines hold the same few, and to look for secrets takes a while. */
const harmless = new Set<string>();
const MOST_HARMLESS = 500;

function shownText(text: string, name: string): string {
  if (harmless.has(text)) return text;
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
