import type { Logger } from 'pino';
import { describeError } from '../slack/delivery/describe-error';

/**
 * What an error that nobody caught leaves behind: its code, and status 1. Node itself would print its message and its
 * line of code, and either may quote what somebody wrote.
 */
export function sayLastWords(log: Logger): void {
  process.on('uncaughtException', (error: unknown) => {
    log.fatal({ error: describeError(error) }, 'nobody caught an error: the bot ends');
    process.exit(1);
  });
}
