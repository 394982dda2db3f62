import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { describeError } from './describe-error';

/**
 * Bolt's log lines through pino. Debug lines are dropped at every level: those of Bolt, socket-mode and web-api hold
 * whole payloads. Errors come by name and code only.
 */
export function boltLogger(pino: Pino): Logger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]): void => {
      const errors = parts.filter((part) => part instanceof Error).map(describeError);
      const text = parts.filter((part) => typeof part === 'string').map(cleanLine);
      pino[level]({ from: 'bolt', ...(errors.length > 0 && { errors }) }, text.join(' '));
    };
  return {
    debug: () => undefined,
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => undefined,
    setName: () => undefined,
    getLevel: () => LogLevel.INFO,
  };
}

/** A parser's complaint quotes what it could not parse: the quote goes, and so does anything like a token. */
function cleanLine(line: string): string {
  if (/\bJSON\b/.test(line)) return 'A body that is no JSON came in.';
  return line
    .replace(/\berror: .*/s, 'error')
    .replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, '[token]')
    .slice(0, 300);
}
